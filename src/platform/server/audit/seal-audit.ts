import { sql } from 'kysely'
import type { Pool } from '../db/pool.ts'
import { withSystem, type Tx } from '../db/with-actor.ts'
import { firstLink, linkOf, rowAsText } from './chain.ts'

const batch = 1000

interface Link {
  readonly seq: number
  readonly hash: string
  /** When the row it seals was written. */
  readonly at: string | null
}

/**
 * Chains the committed audit rows of a tenant that have no seal yet; answers how many. Looks back ten minutes
 * from the newest sealed row (a transaction may commit late), or with `everything` over all rows, which finds also
 * what a clock set back has hidden. Only one process seals a tenant at a time; another answers 0 at once.
 */
export function sealAudit(pool: Pool, tenantId: string, { everything = false } = {}): Promise<number> {
  return withSystem(pool, tenantId, async (tx) => {
    const lock = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended('audit seal ' || ${tenantId}, 0)) as mine`.execute(tx)
    if (!lock.rows[0]!.mine) return 0
    let sealed = 0
    let last = await lastLink(tx, tenantId)
    const since =
      everything || !last?.at ? '-infinity' : new Date(Date.parse(last.at) - 600_000).toISOString()
    for (;;) {
      const added = await sealBatch(tx, tenantId, since, last)
      sealed += added.count
      last = added.last
      if (added.count < batch) return sealed
    }
  })
}

async function lastLink(tx: Tx, tenantId: string): Promise<Link | undefined> {
  const { rows } = await sql<Link>`
    select s.seq, s.hash, e.at from audit_seal s
    left join audit_event e on e.tenant_id = s.tenant_id and e.id = s.event_id
    where s.tenant_id = ${tenantId} order by s.seq desc limit 1`.execute(tx)
  return rows[0]
}

async function sealBatch(tx: Tx, tenantId: string, since: string, last: Link | undefined) {
  const { rows } = await sql<{ id: string; at: string; text: string }>`
    select e.id, e.at, ${rowAsText} as text from audit_event e
    where e.tenant_id = ${tenantId} and e.at >= ${since}
      and not exists (select from audit_seal s where s.tenant_id = e.tenant_id and s.event_id = e.id)
    order by e.at, e.id limit ${batch}`.execute(tx)
  if (rows.length === 0) return { count: 0, last }
  const first = last?.seq ?? 0
  let hash = last?.hash ?? firstLink
  const hashes = rows.map(({ text }) => (hash = linkOf(hash, text)))
  await sql`insert into audit_seal (seq, event_id, hash)
    select * from unnest(${rows.map((_, index) => first + index + 1)}::bigint[], ${rows.map(({ id }) => id)}::uuid[], ${hashes}::text[])`.execute(
    tx,
  )
  return { count: rows.length, last: { seq: first + rows.length, hash, at: rows.at(-1)!.at } }
}
