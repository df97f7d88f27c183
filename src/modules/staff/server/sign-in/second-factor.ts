import { Secret, TOTP } from 'otpauth'
import type { AuthDatabase } from '../../../../platform/server/db/auth-database.ts'

const period = 30

const totpOf = (secret: string, label: string) =>
  new TOTP({
    issuer: 'Lotse',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  })

/** A fresh secret for a new device; the old device keeps counting until a code has confirmed the new one. */
export async function startEnrolment(
  auth: AuthDatabase,
  userId: string,
): Promise<{ uri: string; secret: string }> {
  const secret = new Secret({ size: 20 }).base32
  const { login_name } = await auth
    .updateTable('auth.account')
    .set({ totp_pending: secret })
    .where('user_id', '=', userId)
    .returning('login_name')
    .executeTakeFirstOrThrow()
  return { uri: totpOf(secret, login_name).toString(), secret }
}

/** The step of the code, one step of drift either way, or null when it is wrong. */
function stepOf(secret: string, code: string): number | null {
  const delta = totpOf(secret, 'Lotse').validate({ token: code, window: 1 })
  return delta === null ? null : Math.floor(Date.now() / 1000 / period) + delta
}

/** Confirms the pending device with one of its codes. False: wrong code, or nothing pending. */
export async function confirmEnrolment(auth: AuthDatabase, userId: string, code: string): Promise<boolean> {
  const account = await auth
    .selectFrom('auth.account')
    .select('totp_pending')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const secret = account?.totp_pending
  const step = secret ? stepOf(secret, code) : null
  if (!secret || step === null) return false
  const set = await auth
    .updateTable('auth.account')
    .set({
      totp_secret: secret,
      totp_pending: null,
      totp_confirmed_at: new Date().toISOString(),
      totp_last_step: step,
    })
    .where('user_id', '=', userId)
    .where('totp_pending', '=', secret)
    .executeTakeFirst()
  return Number(set.numUpdatedRows) === 1
}

/** A step counts once: the same code is refused the second time, also when both arrive at once (BC-31). */
export async function acceptCode(auth: AuthDatabase, userId: string, code: string): Promise<boolean> {
  const account = await auth
    .selectFrom('auth.account')
    .select('totp_secret')
    .where('user_id', '=', userId)
    .where('totp_confirmed_at', 'is not', null)
    .executeTakeFirst()
  const step = account?.totp_secret ? stepOf(account.totp_secret, code) : null
  if (step === null) return false
  const used = await auth
    .updateTable('auth.account')
    .set({ totp_last_step: step })
    .where('user_id', '=', userId)
    .where('totp_last_step', '<', step)
    .executeTakeFirst()
  return Number(used.numUpdatedRows) === 1
}

export async function hasSecondFactor(auth: AuthDatabase, userId: string): Promise<boolean> {
  const account = await auth
    .selectFrom('auth.account')
    .select('totp_confirmed_at')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return (account?.totp_confirmed_at ?? null) !== null
}
