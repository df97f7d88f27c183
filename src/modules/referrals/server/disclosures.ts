import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { getCase, lockCaseForWork } from '../../cases/server/index.ts'
import { notify } from '../../staff/server/index.ts'
import { DisclosureState } from '../contract/disclosure-codes.ts'
import type {
  DisclosureExecution,
  DisclosureList,
  DisclosureView,
  NewDisclosure,
} from '../contract/disclosures.ts'
import {
  whyNotAnswerable,
  whyNotAskable,
  whyNotCarriedOut,
  whyNotDroppable,
  wrongFields,
  type RecipientFacts,
} from '../rules/disclosure.ts'
import { refuseFields } from './check-contents.ts'
import { readDisclosure, readDisclosures } from './disclosure-screens.ts'

type Ids = { readonly id: string; readonly version: number }

/** Who may be asked, and whether the reader works the case at all. */
async function askable(tx: Tx, caseId: string) {
  const { rows } = await sql<{ seconds: DisclosureList['seconds']; works: boolean }>`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'outside', s.outside)), '[]')
        from app.second_persons() s) as seconds,
      exists (select from case_access a where a.tenant_id = (select app.tenant_id()) and a.case_id = ${caseId}
        and a.user_id = (select app.user_id()) and a.parts & 64 <> 0 and a.valid_during @> now()) as works`.execute(
    tx,
  )
  return rows[0]!
}

/** Of a case; reading them is reading the file. */
export async function listDisclosures(tx: Tx, caseId: string): Promise<DisclosureList> {
  const file = await getCase(tx, caseId)
  const rows = await readDisclosures(tx, caseId)
  const { seconds, works } = await askable(tx, caseId)
  // Not `disclosure.…`: those stand with the person's name before the data protection officer, and reading the
  // own case is everyday work (R171).
  await audit(tx, { action: 'case.disclosuresListed', objectKind: 'case', objectId: caseId, caseId })
  const why = whyNotAskable({ closed: file.closed_on !== null, seconds: seconds.length })
  return { rows, seconds, cannotAsk: works ? why : null, can: works && why === null ? ['ask'] : [] }
}

/** Asks the second person. Throws 404, `caseReadOnly`, `caseClosed`, `invalidInput`. */
export async function askDisclosure(
  tx: Tx,
  caseId: string,
  wish: NewDisclosure,
  now: Temporal.Instant,
): Promise<DisclosureView> {
  const file = await lockCaseForWork(tx, caseId)
  const known = await knownOf(tx, caseId, wish)
  refuseFields([
    ...wrongFields(wish, known).map(([path, code]) => [path, code, true] as const),
    ['personId', 'referralPersonUnknown', !known.person],
    ['organisationId', 'referralOrganisationUnknown', wish.organisationId !== null && !known.organisation],
    ['unitId', 'referralUnitUnknown', wish.unitId !== null && !known.unit],
    ['secondUserId', 'secondPersonUnknown', !known.second],
  ])
  const id = newId()
  await insert(tx, { id, caseId, today: dayOf(now) }, wish)
  await notify(tx, {
    userId: wish.secondUserId,
    kind: 'disclosure.asked',
    objectKind: 'disclosure',
    objectId: id,
  })
  await audit(tx, {
    action: 'disclosure.asked',
    objectKind: 'disclosure',
    objectId: id,
    caseId,
    personId: wish.personId,
    deputyOf: file.deputyOf,
    reason: wish.ground,
    details: { recipient: wish.recipientKind, dataCategories: wish.dataCategories },
  })
  return readDisclosure(tx, id)
}

async function insert(
  tx: Tx,
  { id, caseId, today }: { id: string; caseId: string; today: string },
  wish: NewDisclosure,
): Promise<void> {
  await tx
    .insertInto('disclosure')
    .values({
      id,
      case_id: caseId,
      person_id: wish.personId,
      ground: wish.ground,
      recipient_kind: wish.recipientKind,
      organisation_id: wish.organisationId,
      unit_id: wish.unitId,
      data_categories: wish.dataCategories,
      special_categories: wish.specialCategories,
      second_user_id: wish.secondUserId,
      state_on: today,
    })
    .execute()
  await tx
    .insertInto('disclosure_text')
    .values({
      disclosure_id: id,
      case_id: caseId,
      second_user_id: wish.secondUserId,
      reason: wish.reason,
      content: wish.content,
      recipient_name: wish.recipientName ?? null,
    })
    .execute()
}

/** The second person's answer. Throws 404 (asked somebody else), 412, `disclosureAlreadyAnswered`. */
export async function answerDisclosure(
  tx: Tx,
  ids: Ids,
  { agrees, note }: { agrees: boolean; note?: string | null | undefined },
  now: Temporal.Instant,
): Promise<void> {
  const today = dayOf(now)
  const row = found(
    await tx
      .selectFrom('disclosure')
      .selectAll()
      .where('id', '=', ids.id)
      .where('second_user_id', '=', sql<string>`(select app.user_id())`)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  )
  refuseIf(whyNotAnswerable(DisclosureState.parse(row.state)))
  refuseStale(row.version, ids.version, () => ({ version: row.version }))
  await tx
    .updateTable('disclosure_text')
    .set({ second_note: note ?? null })
    .where('disclosure_id', '=', row.id)
    .execute()
  const state = agrees ? 'agreed' : 'refused'
  await tx
    .updateTable('disclosure')
    .set({ state, state_on: today, answered_on: today, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  const about = { objectKind: 'disclosure', objectId: row.id }
  await notify(tx, { userId: row.created_by, kind: 'disclosure.answered', ...about })
  await audit(tx, { action: `disclosure.${state}`, ...about, caseId: row.case_id })
}

/** Throws 404, 412 and the codes of `whyNotCarriedOut`. */
export async function carryOutDisclosure(
  tx: Tx,
  ids: Ids,
  wish: DisclosureExecution,
  now: Temporal.Instant,
): Promise<DisclosureView> {
  const today = dayOf(now)
  const held = await hold(tx, ids)
  const carriedOutOn = wish.carriedOutOn ?? today
  const days = { answeredOn: held.current.answeredOn, today }
  refuseIf(whyNotCarriedOut(held.current.state, { ...wish, carriedOutOn }, days))
  await tx
    .updateTable('disclosure')
    .set({
      state: 'carriedOut',
      state_on: today,
      carried_out_on: carriedOutOn,
      client_informed: wish.clientInformed,
      client_informed_on: wish.clientInformed === 'not' ? null : wish.clientInformedOn,
      not_informed_reason: wish.notInformedReason,
      version: ids.version + 1,
    })
    .where('id', '=', ids.id)
    .execute()
  if (wish.note) {
    const note = { client_note: wish.note }
    await tx.updateTable('disclosure_text').set(note).where('disclosure_id', '=', ids.id).execute()
  }
  const details = { clientInformed: wish.clientInformed }
  await audit(tx, { action: 'disclosure.carriedOut', ...held.about, reason: held.current.ground, details })
  return readDisclosure(tx, ids.id)
}

/** Throws 404, 412, `disclosureSettled`. */
export async function dropDisclosure(tx: Tx, ids: Ids, now: Temporal.Instant): Promise<DisclosureView> {
  const held = await hold(tx, ids)
  refuseIf(whyNotDroppable(held.current.state))
  const change = { state: 'dropped', state_on: dayOf(now), version: ids.version + 1 }
  await tx.updateTable('disclosure').set(change).where('id', '=', ids.id).execute()
  await audit(tx, { action: 'disclosure.dropped', ...held.about })
  return readDisclosure(tx, ids.id)
}

async function hold(tx: Tx, ids: Ids) {
  const { caseId } = await readDisclosure(tx, ids.id)
  const file = await lockCaseForWork(tx, caseId, { closed: 'allowed' })
  await tx.selectFrom('disclosure').select('id').where('id', '=', ids.id).forNoKeyUpdate().execute()
  const current = await readDisclosure(tx, ids.id)
  refuseStale(current.version, ids.version, () => current)
  const about = { objectKind: 'disclosure', objectId: ids.id, caseId, deputyOf: file.deputyOf }
  return { current, about }
}

interface Known extends RecipientFacts {
  person: boolean
  organisation: boolean
  unit: boolean
  second: boolean
}

async function knownOf(tx: Tx, caseId: string, wish: NewDisclosure): Promise<Known> {
  const { rows } = await sql<Known>`
    select exists (select from case_person c where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId}
        and c.person_id = ${wish.personId}) as person,
      exists (select from organisation o where o.tenant_id = (select app.tenant_id()) and o.id = ${wish.organisationId}::uuid) as organisation,
      exists (select from unit u where u.tenant_id = (select app.tenant_id()) and u.id = ${wish.unitId}::uuid
        and u.organisation_id = ${wish.organisationId}::uuid) as unit,
      exists (select from unit u where u.tenant_id = (select app.tenant_id())
        and u.organisation_id = ${wish.organisationId}::uuid and u.valid_to is null) as "hasUnits",
      (select coalesce(array_agg(u.kind), '{}') from unit u where u.tenant_id = (select app.tenant_id())
        and u.organisation_id = ${wish.organisationId}::uuid
        and (u.id = ${wish.unitId}::uuid or ${wish.unitId}::uuid is null)) as "unitKinds",
      exists (select from app.second_persons() s where s.id = ${wish.secondUserId}) as second`.execute(tx)
  return found(rows[0])
}
