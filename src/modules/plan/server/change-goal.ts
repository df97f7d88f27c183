import type { Updateable } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Goal, GoalText } from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { DroppedReason, GoalState } from '../contract/codes.ts'
import type { GoalChange, PlanGoal } from '../contract/plan.ts'
import { whyNotInState } from '../rules/why-not.ts'
import { checkGoal } from './check-goal.ts'
import { goalView } from './screens.ts'
import { caseOfGoal, insertStateChange, lockGoal, updateGoal, type GoalRow } from './store.ts'
import { today } from './today.ts'

/**
 * Changes a goal, settles it or takes it up again. Absent keeps, null clears; with a new state the reason of an old
 * one goes. Throws 404, 412, `caseClosed`, `droppedReasonMissing`, `invalidInput`.
 */
export async function changeGoal(
  tx: Tx,
  goalId: string,
  sent: number,
  change: GoalChange,
  now: Temporal.Instant,
): Promise<PlanGoal> {
  const caseId = await caseOfGoal(tx, goalId)
  const file = await lockCaseForWork(tx, caseId)
  const goal = await lockGoal(tx, goalId)
  const current = await goalView(tx, goalId)
  refuseStale(goal.version, sent, () => current)
  const { state, reason } = stateAfter(goal, change)
  refuseIf(whyNotInState(state, reason))
  await checkGoal(tx, caseId, change)
  const on = today(now)
  const moved = state !== goal.state
  const row = { ...rowOf(change), state, dropped_reason: reason, ...(moved ? { state_on: on } : {}) }
  await updateGoal(tx, goal, row, textOf(change))
  if (moved) {
    const step = { from_state: goal.state, to_state: state, reason, episode: file.episode, on_date: on }
    await insertStateChange(tx, { id: newId(), case_id: caseId, goal_id: goalId, ...step })
  }
  await audit(tx, {
    action: moved ? `goal.${state === 'open' ? 'reopened' : 'settled'}` : 'goal.changed',
    objectKind: 'goal',
    objectId: goalId,
    caseId,
    reason,
    deputyOf: file.deputyOf,
    details: { fields: Object.keys(change), state },
  })
  return goalView(tx, goalId)
}

function stateAfter(goal: GoalRow, change: GoalChange): { state: GoalState; reason: DroppedReason | null } {
  const state = change.state ?? (goal.state as GoalState)
  const kept = state === 'dropped' ? (goal.dropped_reason as DroppedReason | null) : null
  return { state, reason: change.droppedReason === undefined ? kept : change.droppedReason }
}

function rowOf(change: GoalChange): Updateable<Goal> {
  return {
    ...(change.lifeDomains === undefined ? {} : { life_domains: [...new Set(change.lifeDomains)] }),
    ...(change.personId === undefined ? {} : { person_id: change.personId }),
    ...(change.targetOn === undefined ? {} : { target_on: change.targetOn }),
  }
}

function textOf(change: GoalChange): Updateable<GoalText> {
  return {
    ...(change.wording === undefined ? {} : { wording: change.wording }),
    ...(change.clientWording === undefined ? {} : { client_wording: change.clientWording }),
    ...(change.clientLanguage === undefined ? {} : { client_language: change.clientLanguage }),
    ...(change.indicator === undefined ? {} : { indicator: change.indicator }),
    ...(change.outcomeNote === undefined ? {} : { outcome_note: change.outcomeNote }),
  }
}
