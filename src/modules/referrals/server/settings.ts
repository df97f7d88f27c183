import type { Tx } from '../../../platform/server/db/with-actor.ts'

export interface ReferralSettings {
  /** Nobody has answered: the recipient is reminded after so many days, and it comes back after so many. */
  readonly reminderDays: number
  readonly returnDays: number
}

/** What the district says; where it says nothing: seven and fourteen days. It never comes back before the reminder. */
export async function readSettings(tx: Tx): Promise<ReferralSettings> {
  const rows = await tx
    .selectFrom('tenant_setting')
    .select(['key', 'value'])
    .where('key', 'in', ['referralReminderDays', 'referralReturnDays'])
    .execute()
  const number = (key: string, otherwise: number) => {
    const value = rows.find((row) => row.key === key)?.value
    return typeof value === 'number' ? value : otherwise
  }
  const reminderDays = number('referralReminderDays', 7)
  return { reminderDays, returnDays: Math.max(number('referralReturnDays', 14), reminderDays) }
}
