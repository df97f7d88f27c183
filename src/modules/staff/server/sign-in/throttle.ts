import { createHash } from 'node:crypto'
import type { AuthDatabase } from '../../../../platform/server/db/auth-database.ts'
import { Refusal } from '../../../../platform/server/http/refusal.ts'

const windowMinutes = 15
const limits = { account: 8, address: 100 } as const

/** What is counted: the account name however it is written, and the address (IPv6: its /64). */
export function throttleKeys(loginName: string, address: string): { account: string; address: string } {
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  return {
    account: sha(`account ${loginName.trim().toLowerCase().normalize('NFC')}`),
    address: sha(`address ${networkOf(address)}`),
  }
}

/** One household or office behind IPv6 has a whole /64; IPv4 in IPv6 form counts as IPv4. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('%')[0]!.split('::')
  const left = head.split(':').filter(Boolean)
  const right = plain.includes('::') ? tail.split(':').filter(Boolean) : []
  const missing = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...missing, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** Refuses (429) while there were too many failures; the answer is the same whether the account exists or not. */
export async function refuseTooMany(
  auth: AuthDatabase,
  keys: { account: string; address: string },
): Promise<void> {
  const since = new Date(Date.now() - windowMinutes * 60_000).toISOString()
  const rows = await auth
    .selectFrom('auth.attempt')
    .select(['key', (b) => b.fn.countAll<number>().as('failures')])
    .where('key', 'in', [keys.account, keys.address])
    .where('at', '>', since)
    .where('successful', '=', false)
    .groupBy('key')
    .execute()
  const failures = (key: string) => rows.find((row) => row.key === key)?.failures ?? 0
  if (failures(keys.account) >= limits.account || failures(keys.address) >= limits.address) {
    throw new Refusal('tooMany', 'tooManySignIns', { retryAfter: 60 })
  }
}

export async function recordAttempt(
  auth: AuthDatabase,
  keys: { account: string; address: string },
  successful: boolean,
): Promise<void> {
  await auth
    .insertInto('auth.attempt')
    .values([keys.account, keys.address].map((key) => ({ key, successful })))
    .execute()
  if (successful) await auth.deleteFrom('auth.attempt').where('key', '=', keys.account).execute()
}
