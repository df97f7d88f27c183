import { newId } from '../../../platform/contract/ids.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'

/** Tells a person that somebody else gave them a task. */
export async function notifyAssignee(
  tx: Tx,
  actor: Actor,
  task: { id: string; caseId: string | null; assigneeId: string | null },
): Promise<void> {
  if (task.assigneeId === null || task.assigneeId === actor.userId) return
  await tx
    .insertInto('notification')
    .values({
      id: newId(),
      user_id: task.assigneeId,
      kind: 'task.assigned',
      object_kind: 'task',
      object_id: task.id,
      case_id: task.caseId,
    })
    .execute()
}
