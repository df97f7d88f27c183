import { sql } from 'kysely'
import { berlinDay } from '../../../platform/contract/dates.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { forEachTenant, type Job } from '../../../platform/server/jobs/job.ts'
import { judgeClock, type ClockMark } from '../rules.ts'

/** Deletes what a module keeps beyond its time, and audits each deletion. `today`: the day in Berlin, ISO. */
export type Retention = (tx: Tx, today: string) => Promise<void>

/** The hourly job that deletes what has had its time, unless the clock cannot be trusted (F7). */
export function retentionJob(retentions: readonly Retention[]): Job {
  return {
    key: 'retention',
    cron: '23 * * * *',
    run: forEachTenant(async (tx, { now }) => {
      const { mayDelete, jumped, mark } = await judge(tx, now)
      await note(tx, mark)
      if (jumped)
        await audit(tx, { action: 'retention.held', objectKind: 'retention', reason: 'clockJumped' })
      if (!mayDelete) return
      for (const retain of retentions) await retain(tx, berlinDay(now))
    }),
  }
}

async function judge(tx: Tx, now: Temporal.Instant) {
  const { rows } = await sql<{ seen_at: string | null; held_until: string | null; database: string }>`
    select c.seen_at, c.held_until, clock_timestamp() as database
    from (select 1) one left join retention_clock c on c.tenant_id = (select app.tenant_id())`.execute(tx)
  const row = rows[0]!
  const before: ClockMark | undefined =
    row.seen_at === null
      ? undefined
      : { seenAt: instant(row.seen_at), heldUntil: row.held_until === null ? null : instant(row.held_until) }
  return judgeClock(before, now, instant(row.database))
}

const instant = (text: string) => Temporal.Instant.from(text)

async function note(tx: Tx, { seenAt, heldUntil }: ClockMark): Promise<void> {
  await sql`insert into retention_clock (seen_at, held_until) values (${seenAt.toString()}, ${heldUntil?.toString() ?? null})
    on conflict (tenant_id) do update set seen_at = excluded.seen_at, held_until = excluded.held_until`.execute(
    tx,
  )
}
