import { createHash } from 'node:crypto'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import type { ClamdAddress, FileStore } from '../../../platform/server/files/index.ts'
import type { Upload } from '../../../platform/server/http/serve.ts'
import { getCase, lockCaseForWork } from '../../cases/server/index.ts'
import type { DocumentKind, DocumentView } from '../contract/documents.ts'
import { titleOf } from '../rules.ts'
import { checkUpload } from './check-upload.ts'
import { readDocument } from './screens.ts'

export interface UploadDeps {
  readonly files: FileStore
  /** Undefined: no virus scanner is set up. */
  readonly clamd: ClamdAddress | undefined
}

export interface UploadWish {
  readonly caseId: string
  readonly kind: DocumentKind
  readonly secrecy203: boolean
  readonly upload: Upload
}

/**
 * Checks the content, writes the file, then the row: a row is never without its file. Also after closure, as long as
 * the file is not restricted: letters still come. Throws 404, `caseReadOnly`, and 415 or 503 about the file.
 */
export async function uploadDocument(
  tx: Tx,
  actor: Actor,
  deps: UploadDeps,
  { caseId, kind, secrecy203, upload }: UploadWish,
): Promise<DocumentView> {
  // Nobody may have a file checked (and learn what is in it) for a case that is hidden; the lock waits for the check.
  await getCase(tx, caseId)
  const { mediaType, bytes } = await checkUpload(deps.clamd, upload)
  const file = await lockCaseForWork(tx, caseId, { closed: 'allowed' })
  const key = await deps.files.put(actor.tenantId, bytes)
  const id = newId()
  const mark = {
    case_id: caseId,
    secrecy_203: secrecy203,
    organisation_id: file.responsible_organisation_id,
  }
  await tx
    .insertInto('document')
    .values({
      id,
      ...mark,
      kind,
      media_type: mediaType,
      byte_size: bytes.length,
      sha256: sha256Of(bytes),
      file_key: key,
    })
    .execute()
  await tx
    .insertInto('document_text')
    .values({ document_id: id, ...mark, title: titleOf(upload.name) })
    .execute()
  await audit(tx, {
    action: 'document.uploaded',
    objectKind: 'document',
    objectId: id,
    caseId,
    deputyOf: file.deputyOf,
    details: { kind, mediaType, size: bytes.length, secrecy203 },
  })
  return readDocument(tx, id)
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
