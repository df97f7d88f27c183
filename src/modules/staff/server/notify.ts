import { newId } from '../../../platform/contract/ids.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'

/** Tells a colleague of the tenant in the transaction of the work. The German text of `kind` is in the contract. */
export async function notify(
  tx: Tx,
  {
    userId,
    kind,
    objectKind,
    objectId,
  }: { userId: string; kind: string; objectKind: string; objectId: string },
): Promise<void> {
  await tx
    .insertInto('notification')
    .values({ id: newId(), user_id: userId, kind, object_kind: objectKind, object_id: objectId })
    .execute()
}
