import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, found } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { TaskState } from '../contract/task.ts'

export interface TaskDates {
  readonly kind: 'own' | 'waitingForOthers'
  readonly dueOn: string | null
  readonly remindOn: string | null
  readonly assigneeId: string | null
}

/**
 * The task with the lock that writing needs. In a case the case file is locked first: 403 `caseReadOnly` without
 * work access. Closed files stay allowed: what was left open is ticked off later.
 */
export async function lockTask(tx: Tx, id: string) {
  const seen = found(await tx.selectFrom('task').select('case_id').where('id', '=', id).executeTakeFirst())
  const file = seen.case_id ? await lockCaseForWork(tx, seen.case_id, { closed: 'allowed' }) : null
  const row = await tx.selectFrom('task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Refusal('forbidden', 'caseReadOnly')
  return { ...row, state: row.state as TaskState, deputyOf: file?.deputyOf ?? null }
}
export type LockedTask = Awaited<ReturnType<typeof lockTask>>

export async function insertTask(
  tx: Tx,
  task: TaskDates & { id: string; caseId: string | null; title: string; remark: string | null },
): Promise<void> {
  const { id, caseId, title, remark } = task
  await tx
    .insertInto('task')
    .values({ id, case_id: caseId, ...columnsOf(task) })
    .execute()
  await tx.insertInto('task_text').values({ task_id: id, case_id: caseId, title, remark }).execute()
}

export async function updateTask(tx: Tx, id: string, version: number, task: TaskDates): Promise<void> {
  await tx
    .updateTable('task')
    .set({ ...columnsOf(task), version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export async function updateTaskText(
  tx: Tx,
  id: string,
  text: { title?: string; remark?: string | null },
): Promise<void> {
  if (Object.keys(text).length === 0) return
  await tx.updateTable('task_text').set(text).where('task_id', '=', id).execute()
}

export async function setTaskState(
  tx: Tx,
  id: string,
  version: number,
  { state, by }: { state: TaskState; by: string },
): Promise<void> {
  const open = state === 'open'
  await tx
    .updateTable('task')
    .set({
      state,
      closed_at: open ? null : sql<string>`now()`,
      closed_by: open ? null : by,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute()
}

const columnsOf = (task: TaskDates) => ({
  kind: task.kind,
  due_on: task.dueOn,
  remind_on: task.remindOn,
  assignee_id: task.assigneeId,
})
