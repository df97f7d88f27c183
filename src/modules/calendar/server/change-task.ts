import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { Task, TaskChange } from '../contract/task.ts'
import { whyNotOpen } from '../rules.ts'
import { notifyAssignee } from './notify-assignee.ts'
import { refuseWrongTask } from './refuse-wrong-task.ts'
import { readTask } from './task-screens.ts'
import { lockTask, updateTask, updateTaskText, type LockedTask, type TaskDates } from './task-store.ts'

/** Changes an open task; absent fields stay. */
export async function changeTask(
  tx: Tx,
  actor: Actor,
  id: string,
  wish: TaskChange,
  version: number,
): Promise<Task> {
  const row = await lockTask(tx, id)
  const before = await readTask(tx, id)
  refuseStale(row.version, version, () => before)
  refuseIf(whyNotOpen(row.state))
  const task = merged(row, wish, actor)
  const mayAssign = row.case_id !== null || row.created_by === actor.userId
  await refuseWrongTask(tx, task, { caseId: row.case_id, known: row.assignee_id, mayAssign })
  // The text first: who had the task may no longer reach it once it is somebody else's.
  await updateTaskText(tx, id, {
    ...(wish.title === undefined ? {} : { title: wish.title }),
    ...(wish.remark === undefined ? {} : { remark: wish.remark }),
  })
  await updateTask(tx, id, version, task)
  if (task.assigneeId !== row.assignee_id)
    await notifyAssignee(tx, actor, { id, caseId: row.case_id, assigneeId: task.assigneeId })
  await audit(tx, {
    action: 'task.changed',
    objectKind: 'task',
    objectId: id,
    caseId: row.case_id,
    deputyOf: row.deputyOf,
    details: { fields: Object.keys(wish).toSorted() },
  })
  return readTask(tx, id)
}

function merged(row: LockedTask, wish: TaskChange, actor: Actor): TaskDates {
  const assigneeId = wish.assigneeId === undefined ? row.assignee_id : wish.assigneeId
  return {
    kind: wish.kind ?? (row.kind === 'waitingForOthers' ? 'waitingForOthers' : 'own'),
    dueOn: wish.dueOn === undefined ? row.due_on : wish.dueOn,
    remindOn: wish.remindOn === undefined ? row.remind_on : wish.remindOn,
    assigneeId: assigneeId ?? (row.case_id ? null : actor.userId),
  }
}
