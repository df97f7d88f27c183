import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { NewTask, Task } from '../contract/task.ts'
import { whyNotAddable } from '../rules.ts'
import { notifyAssignee } from './notify-assignee.ts'
import { refuseWrongTask } from './refuse-wrong-task.ts'
import { readTask } from './task-screens.ts'
import { insertTask } from './task-store.ts'

/** A task of a case (needs work access) or of a person. */
export async function addTask(tx: Tx, actor: Actor, wish: NewTask): Promise<Task> {
  const caseId = wish.caseId ?? null
  const file = caseId ? await lockCaseForWork(tx, caseId, { closed: 'allowed' }) : null
  if (file) refuseIf(whyNotAddable({ closedOn: file.closed_on, phase: file.phase }))
  const task = {
    id: newId(),
    caseId,
    title: wish.title,
    remark: wish.remark ?? null,
    kind: wish.kind ?? ('own' as const),
    dueOn: wish.dueOn ?? null,
    remindOn: wish.remindOn ?? null,
    assigneeId: wish.assigneeId ?? (caseId ? null : actor.userId),
  }
  await refuseWrongTask(tx, task, { caseId, known: actor.userId, mayAssign: true })
  await insertTask(tx, task)
  await notifyAssignee(tx, actor, { id: task.id, caseId, assigneeId: task.assigneeId })
  await audit(tx, {
    action: 'task.added',
    objectKind: 'task',
    objectId: task.id,
    caseId,
    deputyOf: file?.deputyOf ?? null,
  })
  return readTask(tx, task.id)
}
