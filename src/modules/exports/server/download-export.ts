import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { readExport } from './screens.ts'

/** The result. 404 as soon as the right to it is gone, also before its 24 hours are over: the policy asks again. */
export async function downloadExport(tx: Tx, id: string): Promise<Download> {
  const job = await readExport(tx, id)
  if (job.state !== 'done') throw new Refusal('conflict', 'exportNotReady')
  const file = found(
    await tx
      .selectFrom('export_file')
      .select(['name', 'bytes'])
      .where('export_id', '=', id)
      .executeTakeFirst(),
  )
  await audit(tx, {
    action: 'export.downloaded',
    objectKind: 'export',
    objectId: id,
    caseId: job.case?.id ?? null,
    details: { kind: job.kind },
  })
  return { name: file.name, bytes: file.bytes }
}
