import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { notify } from '../notify.ts'

/** Both sides of an arrangement learn of a change, whoever made it aside. */
export async function tellBoth(
  tx: Tx,
  actor: Actor,
  row: { id: string; absent_user_id: string; deputy_user_id: string },
  kind: 'deputy.changed' | 'deputy.ended',
): Promise<void> {
  for (const userId of [row.absent_user_id, row.deputy_user_id])
    if (userId !== actor.userId) await notify(tx, { userId, kind, objectKind: 'deputy', objectId: row.id })
}
