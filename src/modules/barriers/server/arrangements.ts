import { sql } from 'kysely'
import type { Body } from '../../../platform/contract/endpoint.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { problemEndpoints } from '../contract/endpoints.ts'
import type { NewArrangement, ProblemView } from '../contract/problems.ts'
import { whyNotArrange } from '../rules/problem.ts'
import { aboutProblem, holdProblem } from './hold-problem.ts'
import { factsOf, readProblem } from './screens.ts'
import { endArrangement, insertArrangement, insertStep, lockArrangement, updateProblem } from './store.ts'
import { fieldProblem } from './texts.ts'

/** Whether the consent of this case names this office and holds today. */
async function consentFits(tx: Tx, caseId: string, wish: NewArrangement, today: string): Promise<boolean> {
  const { rows } =
    await sql`select from consent k where k.tenant_id = (select app.tenant_id()) and k.case_id = ${caseId}
    and k.id = ${wish.consentId} and k.organisation_id = ${wish.organisationId} and k.unit_id is not distinct from ${wish.unitId}::uuid
    and k.direction in ('toRecipient', 'mutual') and k.given_on is not null and k.withdrawn_on is null and k.ended_on is null
    and ${today}::date between k.valid_from and k.valid_to`.execute(tx)
  return rows.length > 0
}

/** Constellation 2. Throws 404, `invalidInput` and the codes of `whyNotArrange`. */
export async function arrange(
  tx: Tx,
  problemId: string,
  wish: NewArrangement,
  now: Temporal.Instant,
): Promise<ProblemView> {
  const held = await holdProblem(tx, { id: problemId })
  const { row, current } = held
  refuseIf(whyNotArrange(factsOf(current)))
  const today = dayOf(now)
  if (!(await consentFits(tx, row.case_id, wish, today))) {
    throw new Refusal('invalid', 'invalidInput', {
      fields: [fieldProblem('consentId', 'problemConsentUnfit')],
    })
  }
  await insertArrangement(tx, {
    id: newId(),
    case_id: row.case_id,
    problem_id: row.id,
    organisation_id: wish.organisationId,
    unit_id: wish.unitId,
    consent_id: wish.consentId,
    agreed_on: today,
  })
  await insertStep(tx, row, { kind: 'arranged', on_date: today }, wish.note)
  await updateProblem(tx, row, {})
  await audit(tx, { action: 'problem.arranged', ...aboutProblem(held) })
  return readProblem(tx, row.id)
}

/** Throws 404, 412, `arrangementEndedAlready`. */
export async function settleArrangement(
  tx: Tx,
  ids: { id: string; arrangementId: string; version: number },
  { outcome, note }: Body<typeof problemEndpoints.endArrangement>,
  now: Temporal.Instant,
): Promise<ProblemView> {
  const held = await holdProblem(tx, { id: ids.id })
  const arrangement = await lockArrangement(tx, ids.id, ids.arrangementId)
  refuseStale(arrangement.version, ids.version, () => held.current)
  refuseIf(arrangement.outcome === null ? null : 'arrangementEndedAlready')
  const today = dayOf(now)
  await endArrangement(tx, arrangement, outcome, today)
  await insertStep(tx, held.row, { kind: 'arrangementEnded', to_value: outcome, on_date: today }, note)
  await updateProblem(tx, held.row, {})
  await audit(tx, { action: 'problem.arrangementEnded', ...aboutProblem(held), details: { outcome } })
  return readProblem(tx, ids.id)
}
