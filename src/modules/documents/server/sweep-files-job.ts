import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { createFileStore, type FileStore } from '../../../platform/server/files/index.ts'
import { forEachTenant, type Job } from '../../../platform/server/jobs/job.ts'

/**
 * Nightly: removes files that no document names (work that was rolled back, documents deleted since), once they are
 * older than a day.
 */
export function sweepFilesJob(filesDir: string): Job {
  const files = createFileStore(filesDir)
  return {
    key: 'documents.sweep',
    cron: '47 2 * * *',
    run: forEachTenant(async (tx, { actor, now }) => {
      await sweepFiles(tx, actor, files, now)
    }),
  }
}

/** Answers how many went. */
export const sweepFiles = (tx: Tx, actor: Actor, files: FileStore, now: Temporal.Instant): Promise<number> =>
  files.sweep(
    actor.tenantId,
    async (keys) => {
      if (keys.length === 0) return new Set()
      const rows = await tx.selectFrom('document').select('file_key').where('file_key', 'in', keys).execute()
      return new Set(rows.map((row) => row.file_key))
    },
    now,
  )
