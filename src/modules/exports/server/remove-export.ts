import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'

/**
 * Cancels what is not finished, deletes the result of what is; doing it twice changes nothing. A worker that is at it
 * sees the new state with its next page and stops.
 */
export async function removeExport(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const row = found(
    await tx
      .selectFrom('export_job')
      .select(['kind', 'state', 'case_id'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  )
  const open = row.state === 'waiting' || row.state === 'running'
  if (!open && row.state !== 'done') return
  await tx.deleteFrom('export_file').where('export_id', '=', id).execute()
  await tx
    .updateTable('export_job')
    .set({ state: 'cancelled', reason: null, finished_at: now.toString() })
    .where('id', '=', id)
    .execute()
  await audit(tx, {
    action: open ? 'export.cancelled' : 'export.deleted',
    objectKind: 'export',
    objectId: id,
    caseId: row.case_id,
    details: { kind: row.kind },
  })
}
