import { sql } from 'kysely'
import { newId } from '../../contract/ids.ts'
import { verifyAudit, type AuditVerdict } from '../audit/verify-audit.ts'
import type { Pool } from '../db/pool.ts'
import { withSystem, type Tx } from '../db/with-actor.ts'
import { tenantIds, type Job } from './job.ts'

/** A year of nights. */
const keptDays = 366

/**
 * Recomputes every tenant's audit chain at night and keeps what was found for the data protection officer. The seal of
 * the night before must still be there: cutting off the end is found as well.
 */
export const verifyAuditNightly: Job = {
  key: 'verify-audit',
  cron: '17 3 * * *',
  run: async ({ pool, now }) => {
    for (const tenantId of await tenantIds(pool)) {
      const verdict = await verifyAudit(pool, tenantId, await lastSeal(pool, tenantId))
      await withSystem(pool, tenantId, (tx) => keep(tx, verdict, now))
    }
  },
}

const lastSeal = (pool: Pool, tenantId: string) =>
  withSystem(pool, tenantId, async (tx) => {
    const { rows } = await sql<{ seq: number; hash: string }>`
      select last_seq::int as seq, last_hash as hash from audit_check
      where tenant_id = ${tenantId} and last_seq is not null and faults = 0 order by at desc limit 1`.execute(
      tx,
    )
    return rows[0]
  })

async function keep(tx: Tx, verdict: AuditVerdict, now: Temporal.Instant): Promise<void> {
  const details = verdict.faults.slice(0, 20).map(({ kind, seq }) => ({ kind, seq }))
  await tx
    .insertInto('audit_check')
    .values({
      id: newId(),
      at: now.toString(),
      sealed: verdict.sealed,
      unsealed: verdict.unsealed.count,
      faults: verdict.faults.length,
      details: JSON.stringify(details),
      last_seq: verdict.last?.seq ?? null,
      last_hash: verdict.last?.hash ?? null,
    })
    .execute()
  await sql`delete from audit_check where tenant_id = (select app.tenant_id())
    and at < ${now.subtract({ hours: 24 * keptDays }).toString()}`.execute(tx)
}
