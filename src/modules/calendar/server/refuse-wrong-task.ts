import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, type FieldProblem } from '../../../platform/server/http/refusal.ts'
import { whyNotReminder } from '../rules.ts'
import { listAssignees } from './task-screens.ts'
import type { TaskDates } from './task-store.ts'
import { taskFieldTexts } from './texts.ts'

/** Refuses (400, all at once) a reminder after the due date and a person who cannot have the task. */
export async function refuseWrongTask(
  tx: Tx,
  task: TaskDates,
  { caseId, known, mayAssign }: { caseId: string | null; known: string | null; mayAssign: boolean },
): Promise<void> {
  const fields: FieldProblem[] = []
  const add = (path: string, code: keyof typeof taskFieldTexts) =>
    fields.push({ path, code, message: taskFieldTexts[code] })
  const why = whyNotReminder(task.remindOn, task.dueOn)
  if (why) add('remindOn', why)
  if (task.assigneeId !== null && task.assigneeId !== known) {
    if (!mayAssign) add('assigneeId', 'assigneeNotYours')
    const { rows } = await listAssignees(tx, caseId ?? undefined)
    if (!rows.some((row) => row.id === task.assigneeId))
      add('assigneeId', caseId ? 'assigneeWithoutAccess' : 'assigneeUnknown')
  }
  if (fields.length > 0) throw new Refusal('invalid', 'invalidInput', { fields })
}
