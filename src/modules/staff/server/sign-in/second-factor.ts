import { Secret, TOTP } from 'otpauth'
import type { AuthDatabase } from '../../../../platform/server/db/auth-database.ts'

const period = 30

const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer: 'Lotse', label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) })

/** A fresh secret, stored unconfirmed; it counts once a code has confirmed it. */
export async function startEnrolment(auth: AuthDatabase, userId: string): Promise<{ uri: string; secret: string }> {
  const secret = new Secret({ size: 20 }).base32
  const { login_name } = await auth
    .updateTable('auth.account')
    .set({ totp_secret: secret, totp_confirmed_at: null, totp_last_step: 0 })
    .where('user_id', '=', userId)
    .returning('login_name')
    .executeTakeFirstOrThrow()
  return { uri: totpOf(secret, login_name).toString(), secret }
}

/**
 * Checks a code, one step of drift either way. A step counts once: the same code is refused the second time, also
 * when both arrive at the same moment (BC-31).
 */
export async function acceptCode(auth: AuthDatabase, userId: string, code: string): Promise<boolean> {
  const account = await auth
    .selectFrom('auth.account')
    .select(['totp_secret', 'login_name'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (!account?.totp_secret) return false
  const delta = totpOf(account.totp_secret, account.login_name).validate({ token: code, window: 1 })
  if (delta === null) return false
  const step = Math.floor(Date.now() / 1000 / period) + delta
  const used = await auth
    .updateTable('auth.account')
    .set((b) => ({
      totp_last_step: step,
      totp_confirmed_at: b.fn.coalesce('totp_confirmed_at', b.val(new Date().toISOString())),
    }))
    .where('user_id', '=', userId)
    .where('totp_last_step', '<', step)
    .executeTakeFirst()
  return Number(used.numUpdatedRows) === 1
}
