import { newId } from '../../../platform/contract/ids.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import type { z } from 'zod'
import type { NewCommittee, NewFunction } from '../contract/committees.ts'
import { commissionMoves, whyNotRequestMove } from '../rules/states.ts'
import { changeRow, lockRow, logged, wrongField } from './store.ts'

/**
 * Founds a committee, or keeps that an existing one takes it over (R097): who founds says of each one looked at why it
 * does or does not fit. Throws `examinedMissing`, `existingMissing`, `requestMoveUnknown`.
 */
export async function foundCommittee(
  tx: Tx,
  wish: NewCommittee,
  now: Temporal.Instant,
): Promise<{ id: string }> {
  const asked = wish.outcome === 'new' && wish.scope === 'own'
  if (asked && wish.examined.length === 0) throw wrongField('examined', 'examinedMissing')
  if (wish.outcome === 'existing' && !wish.existingId) throw wrongField('existingId', 'existingMissing')
  const id = wish.outcome === 'existing' ? wish.existingId! : newId()
  if (wish.outcome === 'new') await insertCommittee(tx, id, wish, dayOf(now))
  await refuseUnknownCommittees(tx, [id, ...wish.examined.map((one) => one.committeeId)])
  await tx
    .insertInto('committee_founding')
    .values({
      id: newId(),
      name: wish.name,
      purpose: wish.purpose ?? null,
      examined: JSON.stringify(wish.examined),
      outcome: wish.outcome,
      committee_id: id,
      request_id: wish.requestId ?? null,
      reason: wish.reason,
    })
    .execute()
  if (wish.commissionId) await giveCommission(tx, wish.commissionId, id)
  if (wish.requestId) await settleRequest(tx, wish.requestId, { id, outcome: wish.outcome }, dayOf(now))
  await logged(tx, `committee.${wish.outcome === 'new' ? 'founded' : 'existingChosen'}`, 'committee', id, {
    examined: wish.examined.length,
  })
  return { id }
}

async function insertCommittee(tx: Tx, id: string, wish: NewCommittee, today: string): Promise<void> {
  const details = {
    ...(wish.purpose ? { purpose: wish.purpose } : {}),
    ...(wish.managingOffice ? { managingOffice: { label: wish.managingOffice } } : {}),
  }
  if (wish.municipalityId) await refuseUnknownTown(tx, wish.municipalityId)
  await tx
    .insertInto('committee')
    .values({
      id,
      key: `app-${id}`,
      name: wish.name,
      kind: wish.kind,
      authority: wish.authority ?? null,
      rhythm_label: wish.rhythm ?? null,
      interval_days: wish.intervalDays ?? null,
      municipality_id: wish.municipalityId ?? null,
      details: JSON.stringify(details),
      position: 1000,
      valid_from: today,
      // Loading the district file again leaves it alone.
      edited_at: new Date().toISOString(),
    })
    .execute()
  await tx
    .updateTable('committee_profile')
    .set({ scope: wish.scope, host: wish.host ?? null, participation: wish.participation ?? null })
    .where('committee_id', '=', id)
    .execute()
  if (wish.functions.length > 0)
    await tx
      .insertInto('committee_function')
      .values(wish.functions.map((one, index) => functionRow(id, one, index)))
      .execute()
}

/** A function the office adds; loading the district file again leaves it alone. */
export function functionRow(committeeId: string, wish: z.output<typeof NewFunction>, index = 0) {
  const id = newId()
  return {
    id,
    committee_id: committeeId,
    key: `app-${id}`,
    label: wish.label,
    role: wish.role,
    succession: wish.succession ?? null,
    organisation_id: wish.organisationId ?? null,
    advisory: wish.advisory,
    position: 1000 + index,
    edited_at: new Date().toISOString(),
  }
}

export async function refuseUnknownTown(tx: Tx, id: string): Promise<void> {
  const row = await tx.selectFrom('municipality').select('id').where('id', '=', id).executeTakeFirst()
  if (!row) throw wrongField('municipalityId', 'townUnknown')
}

/** The commission goes to the committee founded for it. Throws `commissionUnknown`, `commissionHasCommittee`. */
async function giveCommission(tx: Tx, commissionId: string, committeeId: string): Promise<void> {
  const query = tx.selectFrom('commission').selectAll().where('id', '=', commissionId)
  const row = await query.forNoKeyUpdate().executeTakeFirst()
  if (!row) throw wrongField('commissionId', 'commissionUnknown')
  if (row.to_committee_id !== null) throw wrongField('commissionId', 'commissionHasCommittee')
  if (commissionMoves[row.state as 'given'].length === 0)
    throw wrongField('commissionId', 'commissionFinished')
  await changeRow(tx, 'commission', row, { to_committee_id: committeeId, to_label: null })
}

async function refuseUnknownCommittees(tx: Tx, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  const rows = await tx.selectFrom('committee').select('id').where('id', 'in', wanted).execute()
  if (rows.length < wanted.length) throw wrongField('examined', 'committeeUnknown')
}

/** An approved request is founded, a checked one goes to the existing committee: with the same step log. */
async function settleRequest(
  tx: Tx,
  requestId: string,
  made: { id: string; outcome: 'new' | 'existing' },
  today: string,
): Promise<void> {
  const request = await lockRow(tx, 'format_request', requestId)
  const to = made.outcome === 'new' ? 'founded' : 'existing'
  refuseIf(
    whyNotRequestMove(request.state as 'approved', to, {
      reason: 'founding',
      form: request.form,
      committee: true,
    }),
  )
  await tx
    .insertInto('format_request_step')
    .values({
      id: newId(),
      request_id: requestId,
      from_state: request.state,
      to_state: to,
      on_date: today,
    })
    .execute()
  await changeRow(tx, 'format_request', request, { state: to, state_on: today, committee_id: made.id })
}
