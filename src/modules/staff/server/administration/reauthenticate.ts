import type { AuthDatabase } from '../../../../platform/server/db/auth-database.ts'
import type { Actor } from '../../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../../platform/server/http/refusal.ts'
import { acceptCode, hasSecondFactor } from '../sign-in/second-factor.ts'
import { refuseWrongPassword } from '../sign-in/sign-in.ts'
import { throttled, throttleKeys } from '../sign-in/throttle.ts'

/** Password, and a code where a second factor is set up, make the session fresh again. Throttled like a sign-in. */
export async function reauthenticate(
  auth: AuthDatabase,
  actor: Actor,
  given: { password: string; code?: string | undefined },
  address: string,
): Promise<void> {
  await refuseWrongPassword(auth, actor.userId, given.password, 'password', address)
  if (await hasSecondFactor(auth, actor.userId))
    await refuseWrongCode(auth, actor.userId, given.code, address)
  await auth
    .updateTable('auth.session')
    .set({ reauthenticated_at: new Date().toISOString() })
    .where('id', '=', actor.sessionId)
    .where('user_id', '=', actor.userId)
    .execute()
}

async function refuseWrongCode(
  auth: AuthDatabase,
  userId: string,
  code: string | undefined,
  address: string,
): Promise<void> {
  const refusal = (reason: string, message: string) =>
    new Refusal('invalid', 'invalidInput', { fields: [{ path: 'code', code: reason, message }] })
  if (!code) throw refusal('codeMissing', 'Bitte geben Sie auch den Code aus Ihrer App ein.')
  const keys = throttleKeys(`second factor ${userId}`, address)
  if (await throttled(auth, keys, () => acceptCode(auth, userId, code))) return
  throw refusal(
    'wrongCode',
    'Dieser Code stimmt nicht oder wurde schon benutzt. Bitte warten Sie auf den nächsten.',
  )
}
