import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { NewStep, PlanStep } from '../contract/plan.ts'
import { checkOrganisation } from './check-goal.ts'
import { stepView } from './screens.ts'
import { caseOfGoal, insertStep, lockGoal, nextStepPosition } from './store.ts'
import { today } from './today.ts'

/** Adds a step at the end of an open goal. Throws 404, `caseReadOnly`, `caseClosed`, `goalNotOpen`. */
export async function addStep(
  tx: Tx,
  goalId: string,
  step: NewStep,
  now: Temporal.Instant,
): Promise<PlanStep> {
  const caseId = await caseOfGoal(tx, goalId)
  const file = await lockCaseForWork(tx, caseId)
  const goal = await lockGoal(tx, goalId)
  refuseIf(goal.state === 'open' ? null : 'goalNotOpen')
  await checkOrganisation(tx, step.organisationId)
  const id = newId()
  await insertStep(
    tx,
    {
      id,
      case_id: caseId,
      goal_id: goalId,
      responsible: step.responsible,
      organisation_id: step.organisationId ?? null,
      due_on: step.dueOn ?? null,
      state_on: today(now),
      position: await nextStepPosition(tx, goalId),
    },
    {
      step_id: id,
      case_id: caseId,
      wording: step.wording,
      client_wording: step.clientWording ?? null,
      who: step.who ?? null,
    },
  )
  const entry = { action: 'goalStep.added', objectKind: 'goalStep', objectId: id, caseId }
  await audit(tx, { ...entry, deputyOf: file.deputyOf })
  return stepView(tx, id)
}
