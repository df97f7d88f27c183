import { setTimeout } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import { createPool } from '../db/pool.ts'
import type { Job } from './job.ts'
import { purgeIdempotencyKeys } from './purge-idempotency-keys.ts'
import { purgeSignInData } from './purge-sign-in-data.ts'
import { startSealing } from './sealing.ts'
import { verifyAuditNightly } from './verify-audit-nightly.ts'

export interface JobsOptions {
  /** The workers' login: owns schema jobs and may become a tenant's system actor. */
  readonly url: string
  /** Of the modules; the platform brings its own. */
  readonly jobs: readonly Job[]
  readonly now: () => Temporal.Instant
  /** `job` is the queue's name. The error may hold values of a row: log its code, not its text. */
  readonly onError: (job: string, error: unknown) => void
}

const platformJobs = [purgeIdempotencyKeys, purgeSignInData, verifyAuditNightly]

export interface Workers {
  /**
   * A job may have something to do before its next time. Only a hint that may get lost: what is waiting stands in the
   * job's own table, and the clock comes by.
   */
  nudge(job: string): void
  stop(): Promise<void>
}

/**
 * Starts sealing the audit and the clock-driven jobs of pg-boss (schema jobs; payloads hold nothing). Several
 * servers on one database share them. `stop` waits for what is running, at most five seconds.
 */
export async function startJobs({ url, jobs, now, onError }: JobsOptions): Promise<Workers> {
  const workerOf = new Map<string, string>()
  const pool = createPool(url, 3)
  const boss = new PgBoss({
    connectionString: url,
    schema: 'jobs',
    createSchema: false, // db/migrations made it; this login may create in it, not beside it
    max: 2,
    application_name: 'lotse-jobs',
  })
  boss.on('error', (error) => onError('queue', error))
  try {
    await boss.start()
    for (const job of [...platformJobs, ...jobs]) await register(boss, job)
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {})
    await pool.end()
    throw error
  }
  const sealing = startSealing(pool, (error) => onError('seal-audit', error))
  return {
    nudge: (job) => void nudge(boss, job, workerOf.get(job)).catch((error: unknown) => onError(job, error)),
    stop: async () => {
      await Promise.all([boss.stop({ graceful: true, timeout: 5000 }), sealing.stop()])
      await pool.end()
    },
  }

  async function register(queue: PgBoss, job: Job): Promise<void> {
    await queue.createQueue(job.key, {
      policy: 'singleton',
      retryLimit: 2,
      retryDelay: 60,
      expireInSeconds: 1800,
    })
    await queue.schedule(job.key, job.cron, null, { tz: 'Europe/Berlin', missed: 'once' })
    const worker = await queue.work(job.key, { pollingIntervalSeconds: 20 }, async () => {
      try {
        await job.run({ pool, now: now() })
      } catch (error) {
        onError(job.key, error)
        // The queue stores what is thrown: no values of rows.
        throw new Error(`${job.key} failed`)
      }
    })
    workerOf.set(job.key, worker)
  }
}

/** After the transaction that the hint is given in; a hint that comes too early is made good by the clock. */
async function nudge(boss: PgBoss, job: string, worker: string | undefined): Promise<void> {
  if (worker === undefined) return
  await setTimeout(150, undefined, { ref: false })
  // Whoever waits asks again and again: one hint in two seconds is enough, on all servers together.
  await boss.send(job, null, { singletonSeconds: 2 })
  boss.notifyWorker(worker)
}
