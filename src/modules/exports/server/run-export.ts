import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import type { Pool } from '../../../platform/server/db/pool.ts'
import {
  NoActor,
  withActor,
  withSystem,
  type Actor,
  type Tx,
} from '../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import { rightsOf } from '../../staff/index.ts'
import { ExportChoice, type ExportKind } from '../contract/exports.ts'
import { ExportStopped, type ExportDesk, type MadeExport } from './export-desk.ts'
import { makeCaseFile } from './make-case-file.ts'
import { makeList } from './make-list.ts'
import { readGrant } from './screens.ts'

export interface ExportWorkers {
  /** The workers' login: opens the person's session for this export. */
  readonly jobs: Pool
  /** The application's login: what reads as the person. */
  readonly app: Pool
}

export interface ClaimedExport {
  readonly tenantId: string
  readonly id: string
  readonly kind: ExportKind
  readonly choice: unknown
}

/**
 * Makes one claimed export as the person who wanted it, and writes how it ended. Throws what nobody expected, after
 * the export was marked as failed.
 */
export async function runExport(
  pools: ExportWorkers,
  job: ClaimedExport,
  now: Temporal.Instant,
): Promise<void> {
  // No sha256 of a cookie begins like this: the session cannot be used over HTTP (migration 0149).
  const sessionHash = `job-${randomBytes(30).toString('hex')}`
  try {
    const opened = await withSystem(pools.jobs, job.tenantId, async (tx) => {
      const { rows } = await sql<{ opened: boolean }>`
        select app.open_export_session(${job.id}::uuid, ${sessionHash}) as opened`.execute(tx)
      return rows[0]!.opened
    })
    if (!opened) throw new ExportStopped('refused', 'accountClosed')
    const desk = deskOf(pools.app, job, sessionHash, now)
    const choice = ExportChoice.parse(job.choice)
    const made = choice.kind === 'caseFile' ? await makeCaseFile(choice, desk) : await makeList(choice, desk)
    await desk.step((tx) => deliver(tx, job, made, now))
  } catch (error) {
    const stopped = stoppedBy(error)
    await withSystem(pools.jobs, job.tenantId, (tx) => stop(tx, job, stopped, now))
    if (stopped.reason === 'unexpected') throw error
  } finally {
    await pools.jobs.query(`delete from auth.session where token_hash = $1 and kind = 'job'`, [sessionHash])
  }
}

function deskOf(pool: Pool, job: ClaimedExport, sessionHash: string, now: Temporal.Instant): ExportDesk {
  const step = <T>(work: (tx: Tx, actor: Actor) => Promise<T>) =>
    withActor(pool, sessionHash, async (tx, actor) => {
      await refuseUnlessWanted(tx, actor, job)
      return work(tx, actor)
    })
  return {
    now,
    step,
    progress: (done, total) =>
      step(async (tx) => {
        await tx
          .updateTable('export_job')
          .set({ done_count: done, total_count: total, touched_at: sql`now()` })
          .where('id', '=', job.id)
          .execute()
      }),
  }
}

async function refuseUnlessWanted(tx: Tx, actor: Actor, { id, kind }: ClaimedExport): Promise<void> {
  const rights = rightsOf(actor.roles)
  if (!rights.has('export.own')) throw new ExportStopped('refused', 'rightsWithdrawn')
  if (kind !== 'caseFile' && (await readGrant(tx)) === null)
    throw new ExportStopped('refused', 'rightsWithdrawn')
  const row = await tx.selectFrom('export_job').select('state').where('id', '=', id).executeTakeFirst()
  if (row?.state !== 'running') throw new ExportStopped('cancelled', null)
}

async function deliver(tx: Tx, job: ClaimedExport, made: MadeExport, now: Temporal.Instant): Promise<void> {
  const { case_id } = await tx
    .selectFrom('export_job')
    .select('case_id')
    .where('id', '=', job.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('export_file')
    .values({ export_id: job.id, name: made.name, bytes: Buffer.from(made.bytes) })
    .execute()
  await tx
    .updateTable('export_job')
    .set({
      state: 'done',
      finished_at: now.toString(),
      delete_after: sql`now() + interval '24 hours'`,
    })
    .where('id', '=', job.id)
    .where('state', '=', 'running')
    .execute()
  await audit(tx, {
    action: job.kind === 'caseFile' ? 'case.printed' : 'export.made',
    objectKind: 'export',
    objectId: job.id,
    caseId: case_id,
    details: { kind: job.kind, ...made.details },
  })
}

function stoppedBy(error: unknown): ExportStopped {
  if (error instanceof ExportStopped) return error
  if (error instanceof NoActor) return new ExportStopped('refused', 'accountClosed')
  if (error instanceof Refusal && error.kind === 'notFound') return new ExportStopped('refused', 'caseHidden')
  return new ExportStopped('failed', 'unexpected')
}

async function stop(tx: Tx, job: ClaimedExport, { state, reason }: ExportStopped, now: Temporal.Instant) {
  const { numUpdatedRows } = await tx
    .updateTable('export_job')
    .set({ state, reason, finished_at: now.toString() })
    .where('id', '=', job.id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await audit(tx, {
    action: `export.${state}`,
    objectKind: 'export',
    objectId: job.id,
    reason,
    details: { kind: job.kind },
  })
}
