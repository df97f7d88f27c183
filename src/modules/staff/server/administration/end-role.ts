import { sql } from 'kysely'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, refuseIf } from '../../../../platform/server/http/refusal.ts'
import type { RoleView } from '../../contract/users.ts'
import { lockUser } from './store.ts'
import { readRole } from './user-screens.ts'

/** Ends a role now; one that has not begun never begins. */
export async function endRole(tx: Tx, actor: Actor, id: string): Promise<RoleView> {
  const row = found(
    await tx
      .selectFrom('role_assignment')
      .selectAll()
      .where('role_assignment.id', '=', id)
      .executeTakeFirst(),
  )
  refuseIf(row.user_id === actor.userId ? 'ownRole' : null)
  await lockUser(tx, row.user_id)
  const before = await readRole(tx, id)
  if (before.state === 'ended') return before
  await sql`update role_assignment set valid_during = case when lower(valid_during) >= now() then 'empty'::tstzrange
      else tstzrange(lower(valid_during), now()) end
    where tenant_id = (select app.tenant_id()) and id = ${id}`.execute(tx)
  await audit(tx, {
    action: 'role.ended',
    objectKind: 'user',
    objectId: row.user_id,
    details: { role: row.role, scope: row.scope_kind },
  })
  return readRole(tx, id)
}
