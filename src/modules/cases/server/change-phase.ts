import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf } from '../../../platform/server/http/refusal.ts'
import type { CaseView } from '../contract/case-view.ts'
import type { Intensity, IntensityReason, Phase } from '../contract/codes.ts'
import { phaseAfterIntensity, whyNotPhase, whyNotReady } from '../rules/phases.ts'
import { phaseSetOf } from './district-facts.ts'
import { lockCaseForWork } from './lock-case-for-work.ts'
import { factsOf, readCase } from './screens.ts'
import { insertSteps, updateCase } from './store.ts'

/** Takes a case to another phase, as the state machine and the district's phases allow. */
export async function changePhase(
  tx: Tx,
  actor: Actor,
  caseId: string,
  wish: { to: Phase; on?: string | undefined },
  now: Temporal.Instant,
): Promise<CaseView> {
  const file = await lockCaseForWork(tx, caseId, { closed: 'allowed' })
  const intensity = file.intensity as Intensity
  const from = file.phase as Phase
  const on = stepDay(wish.on, file.phase_since, now)
  refuseIf(whyNotPhase(intensity, from, wish.to, await phaseSetOf(tx, intensity)))
  const view = await readCase(tx, actor, caseId)
  refuseIf(whyNotReady(intensity, from, wish.to, factsOf(view, view.intake)))
  await updateCase(tx, caseId, { phase: wish.to, phase_since: on })
  await insertSteps(tx, [{ caseId, episode: file.episode, kind: 'phase', from, to: wish.to, on }])
  const details = { from, to: wish.to }
  await audit(tx, {
    action: 'case.phaseChanged',
    objectKind: 'case',
    objectId: caseId,
    caseId,
    deputyOf: file.deputyOf,
    details,
  })
  return readCase(tx, actor, caseId)
}

/** Changes the intensity, dated and with a reason. Nothing recorded is lost; the phase follows the rules. */
export async function changeIntensity(
  tx: Tx,
  actor: Actor,
  caseId: string,
  wish: {
    to: Intensity
    on?: string | undefined
    reason: IntensityReason
    note?: string | null | undefined
  },
  now: Temporal.Instant,
): Promise<CaseView> {
  const file = await lockCaseForWork(tx, caseId)
  const from = file.intensity as Intensity
  if (from === wish.to) throw new Refusal('conflict', 'intensityUnchanged')
  if (wish.to !== 'briefAdvice') await refuseNameless(tx, caseId)
  const on = stepDay(wish.on, file.opened_on, now)
  const phase = phaseAfterIntensity(from, wish.to, file.phase as Phase, await phaseSetOf(tx, wish.to))
  const moved = phase !== file.phase
  await updateCase(tx, caseId, { intensity: wish.to, ...(moved ? { phase, phase_since: on } : {}) })
  const step = { caseId, episode: file.episode, on, reason: wish.reason }
  await insertSteps(tx, [
    { ...step, kind: 'intensity', from, to: wish.to, note: wish.note },
    ...(moved ? [{ ...step, kind: 'phase' as const, from: file.phase, to: phase }] : []),
  ])
  await audit(tx, {
    action: 'case.intensityChanged',
    objectKind: 'case',
    objectId: caseId,
    caseId,
    deputyOf: file.deputyOf,
    reason: wish.reason,
    details: { from, to: wish.to },
  })
  return readCase(tx, actor, caseId)
}

/** Only brief advice may do without a name. */
async function refuseNameless(tx: Tx, caseId: string): Promise<void> {
  const person = await tx
    .selectFrom('case_person')
    .select('id')
    .where('case_id', '=', caseId)
    .limit(1)
    .executeTakeFirst()
  if (person === undefined) throw new Refusal('conflict', 'personMissing')
}

/** The day a step is dated: today unless given, not in the future, not before what it follows. */
export function stepDay(given: string | undefined, earliest: string, now: Temporal.Instant): string {
  const today = dayOf(now)
  const on = given ?? today
  if (on > today) throw new Refusal('conflict', 'stepLater')
  if (given !== undefined && on < earliest) throw new Refusal('conflict', 'stepBefore')
  return on
}
