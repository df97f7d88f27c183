import type { Updateable } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import type { GoalStep, GoalStepText } from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { PlanStep, StepChange } from '../contract/plan.ts'
import { checkOrganisation } from './check-goal.ts'
import { stepView } from './screens.ts'
import { caseOfStep, lockStep, updateStep } from './store.ts'
import { today } from './today.ts'

/** Changes a step; "done" can be taken back like any other state. Throws 404, 412, `caseClosed`, `invalidInput`. */
export async function changeStep(
  tx: Tx,
  stepId: string,
  sent: number,
  change: StepChange,
  now: Temporal.Instant,
): Promise<PlanStep> {
  const caseId = await caseOfStep(tx, stepId)
  const file = await lockCaseForWork(tx, caseId)
  const step = await lockStep(tx, stepId)
  const current = await stepView(tx, stepId)
  refuseStale(step.version, sent, () => current)
  await checkOrganisation(tx, change.organisationId)
  const moved = change.state !== undefined && change.state !== step.state
  await updateStep(tx, step, { ...rowOf(change), ...(moved ? { state_on: today(now) } : {}) }, textOf(change))
  await audit(tx, {
    action: 'goalStep.changed',
    objectKind: 'goalStep',
    objectId: stepId,
    caseId,
    deputyOf: file.deputyOf,
    details: { fields: Object.keys(change), state: change.state ?? step.state },
  })
  return stepView(tx, stepId)
}

function rowOf(change: StepChange): Updateable<GoalStep> {
  return {
    ...(change.responsible === undefined ? {} : { responsible: change.responsible }),
    ...(change.organisationId === undefined ? {} : { organisation_id: change.organisationId }),
    ...(change.dueOn === undefined ? {} : { due_on: change.dueOn }),
    ...(change.state === undefined ? {} : { state: change.state }),
  }
}

function textOf(change: StepChange): Updateable<GoalStepText> {
  return {
    ...(change.wording === undefined ? {} : { wording: change.wording }),
    ...(change.clientWording === undefined ? {} : { client_wording: change.clientWording }),
    ...(change.who === undefined ? {} : { who: change.who }),
  }
}
