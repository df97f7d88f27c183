import { createHash } from 'node:crypto'
import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import type { FileStore } from '../../../platform/server/files/index.ts'
import { found, Refusal } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
}

/**
 * The recipient fetches a document that came with a referral; row level security shows it only while it is shared. The
 * name holds no person and no title. Throws 404, and 503 when the bytes are gone or not the same any more.
 */
export async function downloadShared(
  tx: Tx,
  actor: Actor,
  files: FileStore,
  { id, documentId }: { id: string; documentId: string },
): Promise<Download> {
  const row = found(
    await tx
      .selectFrom('referral_document as d')
      .innerJoin('referral_access as a', (join) =>
        join.onRef('a.tenant_id', '=', 'd.tenant_id').onRef('a.referral_id', '=', 'd.referral_id'),
      )
      .select(['d.case_id', 'd.media_type', 'd.sha256', 'd.file_key', 'd.position'])
      .where('d.referral_id', '=', id)
      .where('d.document_id', '=', documentId)
      .executeTakeFirst(),
  )
  const bytes = row.file_key === null ? undefined : await files.get(actor.tenantId, row.file_key)
  if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== row.sha256) {
    throw new Refusal('unavailable', 'documentFileMissing')
  }
  await audit(tx, {
    action: 'referral.documentReadByPartner',
    objectKind: 'referral',
    objectId: id,
    details: { documentId },
  })
  const name = ['Verweis', id.slice(-4), 'Anlage', row.position + 1].join('-')
  return { name: `${name}.${endings[row.media_type!]}`, bytes }
}
