import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { Task, TaskState } from '../contract/task.ts'
import { whyNotOpen, whyNotReopenable } from '../rules.ts'
import { readTask } from './task-screens.ts'
import { lockTask, setTaskState } from './task-store.ts'

const actions = { done: 'task.completed', dropped: 'task.dropped', open: 'task.reopened' } as const

/** Completes or drops a task, or takes that back (`open`). */
export async function closeTask(
  tx: Tx,
  actor: Actor,
  id: string,
  { as, version }: { as: TaskState; version: number },
): Promise<Task> {
  const row = await lockTask(tx, id)
  const before = await readTask(tx, id)
  refuseStale(row.version, version, () => before)
  refuseIf(as === 'open' ? whyNotReopenable(row.state) : whyNotOpen(row.state))
  await setTaskState(tx, id, version, { state: as, by: actor.userId })
  await audit(tx, {
    action: actions[as],
    objectKind: 'task',
    objectId: id,
    caseId: row.case_id,
    deputyOf: row.deputyOf,
  })
  return readTask(tx, id)
}
