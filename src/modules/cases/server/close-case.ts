import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf, officeDay } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, found, refuseIf } from '../../../platform/server/http/refusal.ts'
import type { CaseView } from '../contract/case-view.ts'
import type { CloseCase } from '../contract/closure.ts'
import type { Intensity, ReopeningReason } from '../contract/codes.ts'
import { proposedAftercare, restrictedOn, whyNotClosable, whyNotReopenable } from '../rules/closure.ts'
import { firstPhase } from '../rules/phases.ts'
import { getCase } from './get-case.ts'
import { lockCaseForWork, type LockedCase } from './lock-case-for-work.ts'
import { findRestricted } from './restricted-cases.ts'
import { readCase } from './screens.ts'
import { insertSteps, updateCase } from './store.ts'

/** What other modules do when a case closes, in the same transaction: consents to share end, reminders stop. */
export type OnCaseClosed = (tx: Tx, caseId: string, now: Temporal.Instant) => Promise<void>

/** Closes a case with its evaluation. Sharing ends; after aftercare the file is restricted. */
export async function closeCase(
  tx: Tx,
  actor: Actor,
  caseId: string,
  wish: CloseCase,
  { now, listeners }: { now: Temporal.Instant; listeners: readonly OnCaseClosed[] },
): Promise<CaseView> {
  const file = await lockCaseForWork(tx, caseId)
  const today = dayOf(now)
  const closedOn = wish.closedOn ?? today
  const district = await districtOf(tx, wish.reason)
  const aftercareOn =
    wish.aftercareOn === undefined ? proposedAftercare(closedOn, district.months) : wish.aftercareOn
  const about = { openedOn: file.opened_on, departureAllowed: district.departureAllowed, today }
  refuseIf(whyNotClosable({ closedOn, aftercareOn, reasonLabel: district.reasonLabel }, about))
  await saveClosure(tx, file, { ...wish, closedOn, aftercareOn })
  await endSharing(tx, caseId)
  for (const listener of listeners) await listener(tx, caseId, now)
  await updateCase(tx, caseId, {
    phase: 'closed',
    phase_since: closedOn,
    closed_on: closedOn,
    closure_reason: wish.reason,
    aftercare_on: aftercareOn,
    // The person closing today still reads what was written: never before tomorrow.
    restricted_on: [restrictedOn(closedOn, aftercareOn), restrictedOn(today, null)].sort().at(-1)!,
    reassessment_due_on: null,
  })
  const details = { reason: wish.reason, goals: wish.goals }
  await audit(tx, {
    action: 'case.closed',
    objectKind: 'case',
    objectId: caseId,
    caseId,
    deputyOf: file.deputyOf,
    details,
  })
  return readCase(tx, actor, caseId)
}

async function saveClosure(
  tx: Tx,
  file: LockedCase,
  closure: CloseCase & { closedOn: string; aftercareOn: string | null },
): Promise<void> {
  const key = { case_id: file.id, episode: file.episode }
  await tx
    .insertInto('case_closure')
    .values({
      ...key,
      closed_on: closure.closedOn,
      reason: closure.reason,
      goals: closure.goals,
      open_needs: Boolean(closure.openNeeds),
      aftercare_on: closure.aftercareOn,
    })
    .execute()
  if (closure.openNeeds || closure.clientView || closure.summary) {
    const texts = {
      open_needs: closure.openNeeds ?? null,
      client_view: closure.clientView ?? null,
      summary: closure.summary ?? null,
    }
    await tx
      .insertInto('case_closure_text')
      .values({ ...key, ...texts })
      .execute()
  }
  const step = {
    caseId: file.id,
    episode: file.episode,
    from: file.phase,
    to: 'closed',
    on: closure.closedOn,
    reason: closure.reason,
  }
  await insertSteps(tx, [{ ...step, kind: 'closed' }])
}

/** Releases and the KIM team's access end now; both tables recompute who sees the case. */
async function endSharing(tx: Tx, caseId: string): Promise<void> {
  for (const table of ['clear_access', 'team_consent'] as const) {
    await tx
      .updateTable(table)
      .set({ valid_during: sql<string>`tstzrange(lower(valid_during), now())` })
      .where('case_id', '=', caseId)
      .where(sql<boolean>`valid_during @> now() and lower(valid_during) < now()`)
      .execute()
  }
}

/** The chosen reason must be on the district's list; with it what the district says about aftercare and departure. */
async function districtOf(tx: Tx, reason: string) {
  const { rows } = await sql<{
    label: string | null
    months: number | null
    opinion: boolean | null
    allowed: boolean | null
  }>`
    select (select c.label from catalogue_entry c where c.tenant_id = (select app.tenant_id()) and c.kind = 'closureReason'
        and c.key = ${reason} and (c.valid_to is null or c.valid_to > ${officeDay})) as label,
      (select (s.value #>> '{}')::int from tenant_setting s where s.tenant_id = (select app.tenant_id()) and s.key = 'aftercareMonths') as months,
      (select x.allows from protection_opinion x where x.tenant_id = (select app.tenant_id()) and x.topic = 'closureByDeparture'
        order by x.recorded_at desc limit 1) as opinion,
      (select (s.value #>> '{}')::boolean from tenant_setting s where s.tenant_id = (select app.tenant_id())
        and s.key = 'departureAsClosureReason') as allowed`.execute(tx)
  const row = found(rows[0])
  if (row.label === null) {
    const message = 'Dieser Grund steht nicht (mehr) auf der Liste Ihres Kreises. Bitte wählen Sie neu.'
    throw new Refusal('invalid', 'invalidInput', {
      fields: [{ path: 'reason', code: 'unknownKey', message }],
    })
  }
  return {
    reasonLabel: row.label,
    // Default of the program where the district says nothing: six months.
    months: row.months ?? 6,
    departureAllowed: row.opinion === true && row.allowed !== false,
  }
}

/** Opens a closed case again: a new episode; also after the file was restricted, for the responsible person. */
export async function reopenCase(
  tx: Tx,
  actor: Actor,
  caseId: string,
  wish: { reason: ReopeningReason; on?: string | undefined },
  now: Temporal.Instant,
): Promise<CaseView> {
  const today = dayOf(now)
  const on = wish.on ?? today
  const file =
    (await tx.selectFrom('case_file').selectAll().where('id', '=', caseId).executeTakeFirst()) ??
    found(await findRestricted(tx, caseId))
  refuseIf(whyNotReopenable(on, { closedOn: file.closed_on, today }))
  const phase = firstPhase(file.intensity as Intensity)
  const { rows } = await sql<{ done: boolean }>`
    select app.reopen_case(${caseId}, ${wish.reason}, ${on}::date, ${phase}, ${newId()}) as done`.execute(tx)
  if (!rows[0]!.done) {
    await getCase(tx, caseId)
    throw new Refusal('forbidden', 'caseReadOnly')
  }
  const { episode } = await getCase(tx, caseId)
  await audit(tx, {
    action: 'case.reopened',
    objectKind: 'case',
    objectId: caseId,
    caseId,
    reason: wish.reason,
    details: { episode },
  })
  return readCase(tx, actor, caseId)
}
