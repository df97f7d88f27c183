import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { sendWithCommit } from '../db/last-statements.ts'
import type { Tx } from '../db/with-actor.ts'
import { Refusal } from './refusal.ts'

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** The same method, address and body give the same hash. */
export const requestHash = (method: string, url: string, body: unknown): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('hex')

/**
 * Runs `work` once per key: the key's row is written in the transaction of the work, so a second request with
 * the key waits for the first and then gets its answer. Another request with the same key is refused (422).
 */
export async function once(tx: Tx, key: string, hash: string, work: () => Promise<Answer>): Promise<Answer> {
  const inserted = await sql<{ key: string }>`
    insert into idempotency_key (key, request_hash) values (${key}, ${hash})
    on conflict do nothing returning key`.execute(tx)
  if (inserted.rows.length === 0) return stored(tx, key, hash)
  const answer = await work()
  const keep = sql`update idempotency_key set status = ${answer.status}, response = ${JSON.stringify(answer.body ?? null)}::jsonb
    where tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()) and key = ${key}`
  sendWithCommit(tx, { compile: () => keep.compile(tx) })
  return answer
}

async function stored(tx: Tx, key: string, hash: string): Promise<Answer> {
  const { rows } = await sql<{ request_hash: string; status: number; response: unknown }>`
    select request_hash, status, response from idempotency_key
    where tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()) and key = ${key}`.execute(
    tx,
  )
  const row = rows[0]
  if (!row || row.request_hash !== hash) throw new Refusal('unprocessable', 'idempotencyMismatch')
  return { status: row.status, body: row.response }
}
