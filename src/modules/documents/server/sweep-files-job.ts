import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { createFileStore, type FileStore } from '../../../platform/server/files/index.ts'
import { forEachTenant, type Job } from '../../../platform/server/jobs/job.ts'

/** Another module that keeps files in the same folder: which of these keys its rows name. */
export type FilesInUse = (tx: Tx, keys: readonly string[]) => Promise<readonly string[]>

/**
 * Nightly: removes files that no row names (work that was rolled back, documents deleted since), once they are
 * older than a day.
 */
export function sweepFilesJob(filesDir: string, others: readonly FilesInUse[] = []): Job {
  const files = createFileStore(filesDir)
  return {
    key: 'documents.sweep',
    cron: '47 2 * * *',
    run: forEachTenant(async (tx, { actor, now }) => {
      await sweepFiles(tx, actor, { files, others }, now)
    }),
  }
}

/** Answers how many went. */
const sweepFiles = (
  tx: Tx,
  actor: Actor,
  { files, others }: { files: FileStore; others: readonly FilesInUse[] },
  now: Temporal.Instant,
): Promise<number> =>
  files.sweep(
    actor.tenantId,
    async (keys) => {
      if (keys.length === 0) return new Set()
      const rows = await tx.selectFrom('document').select('file_key').where('file_key', 'in', keys).execute()
      const named = rows.map((row) => row.file_key)
      for (const inUse of others) named.push(...(await inUse(tx, keys)))
      return new Set(named)
    },
    now,
  )
