import { sql } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import type { Pool } from '../../../platform/server/db/pool.ts'
import { withSystem, type Tx } from '../../../platform/server/db/with-actor.ts'
import { tenantIds, type Job } from '../../../platform/server/jobs/job.ts'
import { runExport, type ClaimedExport } from './run-export.ts'

export const exportsJobKey = 'exports'

/** A worker that gave no sign of life for so long is gone; its export is taken up again, at most so often. */
const deadAfter = `interval '3 minutes'`
const mostAttempts = 3

/**
 * Makes what waits, tenant by tenant in turn, and deletes what is older than its 24 hours. The queue is the table:
 * pg-boss only sees to it that one worker at a time is at it. `app`: the application's login, to read as persons.
 */
export const exportsJob = (app: Pool): Job => ({
  key: exportsJobKey,
  cron: '* * * * *',
  run: async ({ pool, now }) => {
    const failures: unknown[] = []
    let waiting = await tenantIds(pool)
    for (const id of waiting) await withSystem(pool, id, (tx) => sweep(tx))
    while (waiting.length > 0) {
      const still: string[] = []
      for (const tenantId of waiting) {
        const job = await withSystem(pool, tenantId, (tx) => claim(tx, tenantId))
        if (job === undefined) continue
        still.push(tenantId)
        await runExport({ jobs: pool, app }, job, now).catch((error: unknown) => failures.push(error))
      }
      waiting = still
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} exports failed`)
  },
})

async function claim(tx: Tx, tenantId: string): Promise<ClaimedExport | undefined> {
  const { rows } = await sql<Omit<ClaimedExport, 'tenantId'>>`
    update export_job j set state = 'running', attempts = j.attempts + 1, touched_at = now()
    where j.tenant_id = (select app.tenant_id()) and j.id = (select w.id from export_job w
      where w.tenant_id = (select app.tenant_id()) and (w.state = 'waiting'
        or (w.state = 'running' and w.touched_at < now() - ${sql.raw(deadAfter)}))
      order by w.created_at, w.id limit 1 for update skip locked)
    returning j.id, j.kind, j.choice`.execute(tx)
  return rows[0] && { tenantId, ...rows[0] }
}

/** Deletes results after 24 hours (their audit stays) and gives up on what was interrupted again and again. */
async function sweep(tx: Tx): Promise<void> {
  await sql`update export_job set state = 'failed', reason = 'interrupted', finished_at = now()
    where tenant_id = (select app.tenant_id()) and state = 'running' and attempts >= ${mostAttempts}
      and touched_at < now() - ${sql.raw(deadAfter)}`.execute(tx)
  const gone = await sql<{ id: string; case_id: string | null; kind: string }>`
    delete from export_job where tenant_id = (select app.tenant_id()) and delete_after < now()
    returning id, case_id, kind`.execute(tx)
  for (const { id, case_id, kind } of gone.rows)
    await audit(tx, {
      action: 'export.expired',
      objectKind: 'export',
      objectId: id,
      caseId: case_id,
      details: { kind },
    })
}
