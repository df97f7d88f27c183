import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import { whyNotOrder } from '../rules/why-not.ts'
import { caseOfGoal, openGoalIds, setPositions, stepIds } from './store.ts'

/** Puts the open goals of a case into the order given. Throws 404, `caseClosed`, `planOrderOutdated`. */
export async function orderGoals(tx: Tx, caseId: string, ids: readonly string[]): Promise<void> {
  const file = await lockCaseForWork(tx, caseId)
  refuseIf(whyNotOrder(await openGoalIds(tx, caseId), ids))
  await setPositions(tx, 'goal', ids)
  const entry = { action: 'plan.ordered', objectKind: 'case', objectId: caseId, caseId }
  await audit(tx, { ...entry, deputyOf: file.deputyOf, details: { goals: ids.length } })
}

/** Puts the steps of a goal into the order given. Throws 404, `caseClosed`, `planOrderOutdated`. */
export async function orderSteps(tx: Tx, goalId: string, ids: readonly string[]): Promise<void> {
  const caseId = await caseOfGoal(tx, goalId)
  const file = await lockCaseForWork(tx, caseId)
  refuseIf(whyNotOrder(await stepIds(tx, goalId), ids))
  await setPositions(tx, 'goal_step', ids)
  const entry = { action: 'goal.stepsOrdered', objectKind: 'goal', objectId: goalId, caseId }
  await audit(tx, { ...entry, deputyOf: file.deputyOf, details: { steps: ids.length } })
}
