import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf } from '../../../platform/server/http/refusal.ts'
import { accessParts, maskOf, partsOf, type ReleasablePart } from '../contract/access-parts.ts'
import type { AccessEntry } from '../contract/access.ts'
import type { ClearReason } from '../contract/codes.ts'
import { accessReasons, whyNotForReason } from '../rules/access.ts'
import { getCase } from './get-case.ts'
import { lockCaseForWork } from './lock-case-for-work.ts'

interface AccessRow {
  user_id: string
  name: string
  organisation: string | null
  basis: AccessEntry['basis']
  parts: number
  valid_from: string | null
  valid_to: string | null
  now: boolean
  clear_access_id: string | null
}

/** "Wer sieht diesen Fall, und warum?": every basis of everybody, now or later, as a sentence with its source. */
export async function listAccess(tx: Tx, actor: Actor, caseId: string) {
  const file = await getCase(tx, caseId)
  const { rows } = await sql<AccessRow>`
    select w.user_id, u.given_name || ' ' || u.family_name as name, o.name as organisation, w.basis, w.parts,
      lower(w.valid_during) as valid_from, upper(w.valid_during) as valid_to, w.valid_during @> now() as now, x.id as clear_access_id
    from app.who_sees_case(${caseId}) w
      join staff_user u on u.tenant_id = ${actor.tenantId} and u.id = w.user_id
      left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
      left join clear_access x on x.tenant_id = u.tenant_id and x.case_id = ${caseId} and x.user_id = w.user_id
        and x.kind = w.basis and x.valid_during @> now()
    order by array_position(array['assignment', 'deputy', 'teamConsent', 'release', 'reason', 'oversight'], w.basis), name`.execute(
    tx,
  )
  const mine = rows.filter((row) => row.user_id === actor.userId && row.now)
  const works = mine.some((row) => (row.parts & accessParts.work) !== 0)
  const oversees = mine.some((row) => row.basis === 'oversight')
  const entries = rows.map((row) => entryOf(row, works))
  const coordinators = [
    ...new Map(
      rows.filter((row) => row.basis === 'oversight' && row.now).map((row) => [row.user_id, row.name]),
    ),
  ]
  const open = file.closed_on === null
  return {
    entries,
    coordinators: coordinators.map(([id, name]) => ({ id, name })),
    can: [
      ...(works && open && coordinators.length > 0 ? (['release'] as const) : []),
      ...(works && entries.some((entry) => entry.clearAccessId !== null) ? (['end'] as const) : []),
      ...(oversees && !works && open ? (['clearAccess'] as const) : []),
    ],
  }
}

function entryOf(row: AccessRow, works: boolean): AccessEntry {
  return {
    user: { id: row.user_id, name: row.name, organisation: row.organisation },
    basis: row.basis,
    ...accessReasons[row.basis],
    parts: partsOf(row.parts),
    work: (row.parts & accessParts.work) !== 0,
    from: row.valid_from,
    until: row.valid_to,
    now: row.now,
    clearAccessId: works ? row.clear_access_id : null,
  }
}

/** Release by who works the case, one click: reads only, for a coordinator with oversight, until a day. */
export async function releaseCase(
  tx: Tx,
  caseId: string,
  wish: { to: string; parts: readonly ReleasablePart[]; days: number },
): Promise<{ id: string; until: string }> {
  const file = await lockCaseForWork(tx, caseId)
  const { rows } = await sql<{ oversees: boolean }>`
    select exists (select from app.who_sees_case(${caseId}) w where w.user_id = ${wish.to} and w.basis = 'oversight'
      and w.valid_during @> now()) as oversees`.execute(tx)
  if (!rows[0]!.oversees) throw new Refusal('conflict', 'releaseNotCoordinator')
  const grant = {
    caseId,
    userId: wish.to,
    kind: 'release' as const,
    reason: null,
    parts: maskOf(wish.parts),
    hours: wish.days * 24,
  }
  const opened = await insertClearAccess(tx, grant)
  const details = { parts: [...wish.parts] }
  await audit(tx, {
    action: 'clearAccess.released',
    objectKind: 'clearAccess',
    objectId: opened.id,
    caseId,
    deputyOf: file.deputyOf,
    details,
  })
  await notify(tx, wish.to, 'case.released', opened.id, caseId)
  return opened
}

/** A listed reason opens parts to the overseeing coordinator for at most 72 hours; the case manager is told at once. */
export async function openForReason(
  tx: Tx,
  actor: Actor,
  caseId: string,
  wish: { reason: ClearReason; parts: readonly ReleasablePart[]; hours: number },
): Promise<{ id: string; until: string }> {
  const file = await getCase(tx, caseId)
  if (file.closed_on !== null) throw new Refusal('conflict', 'caseClosed')
  const { rows } = await sql<{ overseen: boolean }>`
    select exists (select from case_access a where a.tenant_id = ${actor.tenantId} and a.user_id = ${actor.userId}
      and a.case_id = ${caseId} and a.basis = 'oversight' and a.valid_during @> now()) as overseen`.execute(
    tx,
  )
  refuseIf(
    whyNotForReason(wish, {
      overseen: rows[0]!.overseen,
      sameEmployer: file.responsible_organisation_id === actor.organisationId,
      secrecy203: file.secrecy_203,
    }),
  )
  const grant = {
    caseId,
    userId: actor.userId,
    kind: 'reason' as const,
    reason: wish.reason,
    parts: maskOf(wish.parts),
    hours: wish.hours,
  }
  const opened = await insertClearAccess(tx, grant)
  const details = { parts: [...wish.parts], hours: wish.hours }
  await audit(tx, {
    action: 'clearAccess.openedForReason',
    objectKind: 'clearAccess',
    objectId: opened.id,
    caseId,
    reason: wish.reason,
    details,
  })
  await notify(tx, file.responsible_user_id, 'case.openedForReason', opened.id, caseId, {
    reason: wish.reason,
  })
  return opened
}

/** Ends a release or an opening at once, by who works the case. */
export async function endClearAccess(tx: Tx, ids: { id: string; accessId: string }): Promise<void> {
  const file = await lockCaseForWork(tx, ids.id)
  const result = await tx
    .updateTable('clear_access')
    .set({ valid_during: sql<string>`tstzrange(lower(valid_during), now())` })
    .where('case_id', '=', ids.id)
    .where('id', '=', ids.accessId)
    .where(sql<boolean>`valid_during @> now()`)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) throw new Refusal('notFound', 'notFound')
  await audit(tx, {
    action: 'clearAccess.ended',
    objectKind: 'clearAccess',
    objectId: ids.accessId,
    caseId: ids.id,
    deputyOf: file.deputyOf,
  })
}

interface Grant {
  readonly caseId: string
  readonly userId: string
  readonly kind: 'release' | 'reason'
  readonly reason: ClearReason | null
  readonly parts: number
  readonly hours: number
}

async function insertClearAccess(tx: Tx, grant: Grant): Promise<{ id: string; until: string }> {
  const id = newId()
  const { rows } = await sql<{ until: string }>`
    insert into clear_access (id, case_id, user_id, kind, reason, parts, valid_during)
    values (${id}, ${grant.caseId}, ${grant.userId}, ${grant.kind}, ${grant.reason}, ${grant.parts},
      tstzrange(now(), now() + make_interval(hours => ${grant.hours})))
    returning upper(valid_during) as until`.execute(tx)
  return { id, until: rows[0]!.until }
}

async function notify(
  tx: Tx,
  userId: string,
  kind: string,
  objectId: string,
  caseId: string,
  details: Record<string, string> = {},
): Promise<void> {
  await tx
    .insertInto('notification')
    .values({
      id: newId(),
      user_id: userId,
      kind,
      object_kind: 'clearAccess',
      object_id: objectId,
      case_id: caseId,
      details: JSON.stringify(details),
    })
    .execute()
}
