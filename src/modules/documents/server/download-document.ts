import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import type { FileStore } from '../../../platform/server/files/index.ts'
import { found, Refusal } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import type { DocumentKind, MediaType } from '../contract/documents.ts'
import { sha256Of } from './upload-document.ts'

const endings: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
}
const words: Readonly<Record<DocumentKind, string>> = {
  consentProof: 'Einwilligung',
  agreementScan: 'Vereinbarung',
  letter: 'Schreiben',
  other: 'Dokument',
}

/** The file under a name without personal data. Throws 404, and 503 when the bytes are gone or not the same any more. */
export async function downloadDocument(
  tx: Tx,
  actor: Actor,
  files: FileStore,
  id: string,
): Promise<Download> {
  const row = found(
    await tx
      .selectFrom('document as d')
      .innerJoin('case_file as f', (join) =>
        join.onRef('f.tenant_id', '=', 'd.tenant_id').onRef('f.id', '=', 'd.case_id'),
      )
      .select(['d.case_id', 'd.kind', 'd.media_type', 'd.sha256', 'd.file_key', 'f.file_number'])
      .where('d.id', '=', id)
      .executeTakeFirst(),
  )
  const bytes = await files.get(actor.tenantId, row.file_key)
  if (bytes === undefined || sha256Of(bytes) !== row.sha256) {
    throw new Refusal('unavailable', 'documentFileMissing')
  }
  const details = { kind: row.kind }
  await audit(tx, {
    action: 'document.read',
    objectKind: 'document',
    objectId: id,
    caseId: row.case_id,
    details,
  })
  const name = [row.file_number, words[row.kind as DocumentKind], id.slice(-4)].join('-')
  return { name: `${name}.${endings[row.media_type as MediaType]}`, bytes }
}
