import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { AuthDatabase } from '../../../../platform/server/db/auth-database.ts'
import { Refusal } from '../../../../platform/server/http/refusal.ts'

const windowMinutes = 15
const knownDays = 30
const limits = { account: 8, address: 100 } as const

export interface ThrottleKeys {
  readonly account: string
  readonly address: string
  /** This account from this address. */
  readonly pair: string
}

/**
 * What is counted: the account name however it is written, and the address (IPv6: its /64). A whole Kreis may stand
 * behind one address: who was signed in from it in the last month is not held up by the failures of others there.
 */
export function throttleKeys(loginName: string, address: string): ThrottleKeys {
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  const account = `account ${loginName.trim().toLowerCase().normalize('NFC')}`
  const network = `address ${networkOf(address)}`
  return { account: sha(account), address: sha(network), pair: sha(`${account} ${network}`) }
}

/** One household or office behind IPv6 has a whole /64; IPv4 in IPv6 form counts as IPv4. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
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

/**
 * Checks one secret under the throttle and answers whether it was right. The attempt is counted as failed before the
 * check, so that a hundred guesses at once are a hundred guesses (BC-32); a right one takes its own count back and
 * clears the account's. Refuses (429) when there were too many, the same whether the account exists or not.
 */
export async function throttled(
  auth: AuthDatabase,
  keys: ThrottleKeys,
  check: () => Promise<boolean>,
): Promise<boolean> {
  const at = await countAttempt(auth, keys)
  const right = await check()
  if (right) {
    await auth.deleteFrom('auth.attempt').where('key', '=', keys.account).execute()
    await auth.deleteFrom('auth.attempt').where('key', '=', keys.address).where('at', '=', at).execute()
    await remember(auth, keys.pair)
  }
  return right
}

/** One row per account and address, with the last time it was right; purge-sign-in-data forgets it after a month. */
async function remember(auth: AuthDatabase, pair: string): Promise<void> {
  await sql`with old as (delete from auth.attempt where key = ${pair} and successful)
    insert into auth.attempt (key, successful) values (${pair}, true)`.execute(auth)
}

/** One after the other per account and per address: counting and adding are one step. Answers when it was counted. */
function countAttempt(auth: AuthDatabase, keys: ThrottleKeys): Promise<string> {
  return auth.transaction().execute(async (tx) => {
    for (const key of [keys.account, keys.address].toSorted()) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
    }
    const { rows } = await sql<{ account: number; address: number; known: boolean }>`
      select count(*) filter (where key = ${keys.account})::int as account,
             count(*) filter (where key = ${keys.address})::int as address,
             exists (select from auth.attempt k where k.key = ${keys.pair} and k.successful
               and k.at > clock_timestamp() - make_interval(days => ${knownDays})) as known
      from auth.attempt where key in (${keys.account}, ${keys.address}) and not successful
        and at > clock_timestamp() - make_interval(mins => ${windowMinutes})`.execute(tx)
    const failures = rows[0]!
    if (failures.account >= limits.account || (failures.address >= limits.address && !failures.known)) {
      throw new Refusal('tooMany', 'tooManySignIns', { retryAfter: windowMinutes * 60 })
    }
    await sql`delete from auth.attempt where key in (${keys.account}, ${keys.address})
      and at <= clock_timestamp() - make_interval(mins => ${windowMinutes})`.execute(tx)
    const counted = await sql<{ at: string }>`
      with moment as (select clock_timestamp() as at)
      insert into auth.attempt (key, at, successful)
        select key, at, false from moment, unnest(array[${keys.account}, ${keys.address}]::text[]) as key
      returning at::text as at`.execute(tx)
    return counted.rows[0]!.at
  })
}
