import { sql } from 'kysely'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, refuseIf } from '../../../../platform/server/http/refusal.ts'
import { notify } from '../notify.ts'
import { newPassword } from '../sign-in/new-password.ts'
import { hashPassword } from '../sign-in/password.ts'
import { lockUser } from './store.ts'

/**
 * Makes a first password: answered once, stored as a hash, to be changed at the next sign-in. Every session of the
 * person ends, and the person is told, so that nobody is replaced unnoticed.
 */
export async function resetPassword(
  tx: Tx,
  actor: Actor,
  id: string,
  { resetSecondFactor }: { resetSecondFactor: boolean },
): Promise<{ password: string }> {
  refuseIf(id === actor.userId ? 'ownAccount' : null)
  const user = await lockUser(tx, id)
  refuseIf(user.active ? null : 'userInactive')
  const password = newPassword()
  const hash = await hashPassword(password)
  const { rows } = await sql<{ done: boolean }>`
    select app.reset_account(${id}, ${hash}, ${resetSecondFactor}) as done`.execute(tx)
  found(rows[0]?.done ? true : undefined)
  await audit(tx, {
    action: 'password.reset',
    objectKind: 'account',
    objectId: id,
    details: { secondFactor: resetSecondFactor },
  })
  const kind = resetSecondFactor ? 'account.secondFactorReset' : 'account.passwordReset'
  await notify(tx, { userId: id, kind, objectKind: 'account', objectId: id })
  return { password }
}
