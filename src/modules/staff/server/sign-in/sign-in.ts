import type { AuthDatabase } from '../../../../platform/server/db/auth-database.ts'
import { Refusal } from '../../../../platform/server/http/refusal.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { acceptCode, confirmEnrolment, startEnrolment } from './second-factor.ts'
import { createSession, findSession, revokeSession } from './sessions.ts'
import { throttled, throttleKeys } from './throttle.ts'

export interface SignedIn {
  readonly token: string
  readonly view: {
    state: 'open' | 'secondFactor' | 'enrolSecondFactor'
    mustChangePassword: boolean
    enrolment?: { uri: string; secret: string }
  }
}

interface Origin {
  readonly address: string
  readonly userAgent: string | undefined
}

/**
 * First factor. Unknown name, wrong password and closed account give the same answer in the same time. Where a
 * second factor is due the session is pending and resolves to nobody until `completeSignIn`.
 */
export async function signIn(
  auth: AuthDatabase,
  given: { loginName: string; password: string },
  origin: Origin,
): Promise<SignedIn> {
  const account = await findAccount(auth, given.loginName)
  const right = await throttled(auth, throttleKeys(given.loginName, origin.address), async () => {
    const matches = await verifyPassword(account?.password_hash, given.password)
    return matches && account?.locked_at === null
  })
  if (!account || !right) throw new Refusal('unauthenticated', 'wrongCredentials')
  const owner = { userId: account.user_id, tenantId: account.tenant_id }
  const enrolled = account.totp_confirmed_at !== null
  const pending = enrolled || account.second_factor_required
  const token = await createSession(auth, owner, pending ? 'pending' : 'open', origin.userAgent)
  const state = enrolled ? 'secondFactor' : pending ? 'enrolSecondFactor' : 'open'
  const enrolment =
    state === 'enrolSecondFactor' ? { enrolment: await startEnrolment(auth, owner.userId) } : {}
  return { token, view: { state, mustChangePassword: account.must_change, ...enrolment } }
}

const findAccount = (auth: AuthDatabase, loginName: string) =>
  auth
    .selectFrom('auth.account')
    .selectAll()
    .where((b) =>
      b(
        b.fn<string>('lower', ['login_name']),
        '=',
        b.fn<string>('lower', [b.val(loginName.trim().normalize('NFC'))]),
      ),
    )
    .executeTakeFirst()

/** Second factor, or the confirmation of a fresh enrolment: the pending session is replaced by an open one. */
export async function completeSignIn(
  auth: AuthDatabase,
  pendingHash: string,
  code: string,
  origin: Origin,
): Promise<SignedIn> {
  const pending = await findSession(auth, pendingHash, 'pending')
  if (!pending) throw new Refusal('unauthenticated', 'signInExpired')
  const account = await auth
    .selectFrom('auth.account')
    .select(['must_change', 'totp_confirmed_at', 'locked_at'])
    .where('user_id', '=', pending.user_id)
    .executeTakeFirstOrThrow()
  const check = account.totp_confirmed_at === null ? confirmEnrolment : acceptCode
  const keys = throttleKeys(`second factor ${pending.user_id}`, origin.address)
  const right = await throttled(auth, keys, () => check(auth, pending.user_id, code))
  if (account.locked_at !== null || !right) {
    throw new Refusal('invalid', 'wrongCode', {
      fields: [
        {
          path: 'code',
          code: 'wrongCode',
          message: 'Dieser Code stimmt nicht oder wurde schon benutzt. Bitte warten Sie auf den nächsten.',
        },
      ],
    })
  }
  await revokeSession(auth, pendingHash)
  const owner = { userId: pending.user_id, tenantId: pending.tenant_id }
  const token = await createSession(auth, owner, 'open', origin.userAgent)
  return { token, view: { state: 'open', mustChangePassword: account.must_change } }
}

/** Is this the own current password? Throttled like a sign-in. Used before anything that changes the account. */
export async function refuseWrongPassword(
  auth: AuthDatabase,
  userId: string,
  password: string,
  field: string,
  address: string,
): Promise<void> {
  const keys = throttleKeys(`own password ${userId}`, address)
  const account = await auth
    .selectFrom('auth.account')
    .select('password_hash')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const right = await throttled(auth, keys, () => verifyPassword(account?.password_hash, password))
  if (!right) {
    throw new Refusal('invalid', 'invalidInput', {
      fields: [{ path: field, code: 'wrongPassword', message: 'Das bisherige Kennwort stimmt nicht.' }],
    })
  }
}

/** Sets the own password. Length and leaked list are checked before (see `whyNotPassword`). */
export async function setPassword(auth: AuthDatabase, userId: string, password: string): Promise<void> {
  await auth
    .updateTable('auth.account')
    .set({
      password_hash: await hashPassword(password),
      password_set_at: new Date().toISOString(),
      must_change: false,
    })
    .where('user_id', '=', userId)
    .execute()
}
