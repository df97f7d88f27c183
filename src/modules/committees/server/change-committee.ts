import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { z } from 'zod'
import type { CommitteeChange, CommitteeClosure, CommitteeView, NewFunction } from '../contract/committees.ts'
import { readCommittee } from './committee-screens.ts'
import { functionRow, refuseUnknownTown } from './found-committee.ts'
import { databaseNow } from './office.ts'
import { holdOpenCommittee, logged, type Ids } from './store.ts'

type Row = Record<string, unknown>
const given = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))

/** Rhythm, authority, topics and purpose stand in the committee; whose it is and its quorum in its profile. */
export async function changeCommittee(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: CommitteeChange,
  now: Temporal.Instant,
): Promise<CommitteeView> {
  const profile = await holdOpenCommittee(tx, ids.id)
  const current = await readCommittee(tx, actor, ids.id, now)
  refuseStale(profile.version, ids.version, () => current)
  const row = found(
    await tx
      .selectFrom('committee')
      .select(['version', 'details'])
      .where('id', '=', ids.id)
      .executeTakeFirst(),
  )
  if (wish.municipalityId) await refuseUnknownTown(tx, wish.municipalityId)
  await tx
    .updateTable('committee')
    .set({
      ...given({
        name: wish.name,
        authority: wish.authority,
        rhythm_label: wish.rhythm,
        interval_days: wish.intervalDays,
        municipality_id: wish.municipalityId,
      }),
      details: JSON.stringify(detailsOf(row.details as Row, wish, current.managingOffice)),
      edited_at: new Date().toISOString(),
      version: row.version + 1,
    })
    .where('id', '=', ids.id)
    .execute()
  await updateProfile(tx, profile, wish)
  await logged(tx, 'committee.changed', 'committee', ids.id, { fields: Object.keys(wish) })
  return readCommittee(tx, actor, ids.id, now)
}

function detailsOf(before: Row, wish: CommitteeChange, office: string | null): Row {
  const { purpose, topics, managingOffice } = wish
  // The office of the file may have more than its words; it stays while the words do.
  const changed = managingOffice !== undefined && managingOffice !== office
  return {
    ...before,
    ...given({ purpose, topics }),
    ...(changed && { managingOffice: managingOffice === null ? null : { label: managingOffice } }),
  }
}

const updateProfile = (
  tx: Tx,
  profile: { committee_id: string; version: number },
  wish: CommitteeChange,
): Promise<unknown> =>
  tx
    .updateTable('committee_profile')
    .set({
      ...given({
        scope: wish.scope,
        host: wish.host,
        participation: wish.participation,
        quorum_percent: wish.quorumPercent,
        invitation_days: wish.invitationDays,
      }),
      version: profile.version + 1,
    })
    .where('committee_id', '=', profile.committee_id)
    .execute()

/** Its papers stay readable for those who could read them on this day (app.expected_committee_access). */
export async function closeCommittee(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: z.output<typeof CommitteeClosure>,
  now: Temporal.Instant,
): Promise<CommitteeView> {
  const profile = await holdOpenCommittee(tx, ids.id)
  const current = await readCommittee(tx, actor, ids.id, now)
  refuseStale(profile.version, ids.version, () => current)
  await tx
    .updateTable('committee_profile')
    .set({
      closed_at: databaseNow,
      closed_reason: wish.reason,
      closed_note: wish.note ?? null,
      version: profile.version + 1,
    })
    .where('committee_id', '=', ids.id)
    .execute()
  await logged(tx, 'committee.closed', 'committee', ids.id, { reason: wish.reason })
  return readCommittee(tx, actor, ids.id, now)
}

export async function addFunction(
  tx: Tx,
  actor: Actor,
  committeeId: string,
  wish: z.output<typeof NewFunction>,
  now: Temporal.Instant,
): Promise<CommitteeView> {
  await holdOpenCommittee(tx, committeeId)
  await tx.insertInto('committee_function').values(functionRow(committeeId, wish)).execute()
  await logged(tx, 'committee.functionAdded', 'committee', committeeId)
  return readCommittee(tx, actor, committeeId, now)
}
