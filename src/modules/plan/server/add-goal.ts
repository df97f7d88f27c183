import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { NewGoal, PlanGoal } from '../contract/plan.ts'
import { checkGoal } from './check-goal.ts'
import { goalView } from './screens.ts'
import { insertGoal, insertStateChange, nextGoalPosition } from './store.ts'
import { today } from './today.ts'

/** Adds a goal at the end of the plan. Throws 404, `caseReadOnly`, `caseClosed`, `invalidInput`. */
export async function addGoal(
  tx: Tx,
  caseId: string,
  goal: NewGoal,
  now: Temporal.Instant,
): Promise<PlanGoal> {
  const file = await lockCaseForWork(tx, caseId)
  await checkGoal(tx, caseId, goal)
  const id = newId()
  const on = today(now)
  await insertGoal(
    tx,
    {
      id,
      case_id: caseId,
      person_id: goal.personId ?? null,
      life_domains: [...new Set(goal.lifeDomains ?? [])],
      target_on: goal.targetOn ?? null,
      state: 'open',
      state_on: on,
      set_in_episode: file.episode,
      position: await nextGoalPosition(tx, caseId),
    },
    {
      goal_id: id,
      case_id: caseId,
      wording: goal.wording,
      client_wording: goal.clientWording ?? null,
      client_language: goal.clientLanguage ?? null,
      indicator: goal.indicator ?? null,
    },
  )
  const first = { from_state: null, to_state: 'open', reason: null, episode: file.episode, on_date: on }
  await insertStateChange(tx, { id: newId(), case_id: caseId, goal_id: id, ...first })
  const entry = { action: 'goal.added', objectKind: 'goal', objectId: id, caseId }
  await audit(tx, { ...entry, deputyOf: file.deputyOf })
  return goalView(tx, id)
}
