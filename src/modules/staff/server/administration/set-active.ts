import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../../platform/server/http/refusal.ts'
import type { UserView } from '../../contract/users.ts'
import { readOpenWork } from './open-work.ts'
import { lockUser } from './store.ts'
import { readUser } from './user-screens.ts'

/**
 * Off-boarding and back. A trigger ends every session and closes or opens the sign-in in the same transaction; access
 * to cases closes because it counts only for active people. Refused while anything waits for this person.
 */
export async function setActive(
  tx: Tx,
  actor: Actor,
  id: string,
  { active, version }: { active: boolean; version: number },
): Promise<UserView> {
  const row = await lockUser(tx, id)
  const current = await readUser(tx, actor, id)
  refuseStale(row.version, version, () => current)
  refuseIf(id === actor.userId ? 'ownAccount' : null)
  refuseIf(row.active === active ? (active ? 'userActive' : 'userInactive') : null)
  if (!active) refuseIf((await readOpenWork(tx, id)).nothingLeft ? null : 'openWorkRemains')
  await tx
    .updateTable('staff_user')
    .set({ active, version: row.version + 1 })
    .where('id', '=', id)
    .execute()
  await audit(tx, {
    action: active ? 'user.reactivated' : 'user.deactivated',
    objectKind: 'user',
    objectId: id,
  })
  return readUser(tx, actor, id)
}
