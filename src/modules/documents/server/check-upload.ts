import { scanWithClamd, ScannerUnavailable, type ClamdAddress } from '../../../platform/server/files/index.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import type { Upload } from '../../../platform/server/http/serve.ts'
import { MAX_BYTES, type MediaType } from '../contract/documents.ts'
import { inspectFile } from './content/inspect-file.ts'

export interface CheckedFile {
  /** As found in the bytes, never as claimed. */
  readonly mediaType: MediaType
  /** What to keep: pictures without metadata. */
  readonly bytes: Uint8Array
}

/** Door for every module that keeps files: kind, size and virus check of an upload. Throws 415, `tooLarge`, 503. */
export async function checkUpload(clamd: ClamdAddress | undefined, upload: Upload): Promise<CheckedFile> {
  const inspected = await inspectFile(upload.bytes)
  if ('problem' in inspected) throw new Refusal('unsupported', inspected.problem)
  if (inspected.bytes.length > MAX_BYTES) throw new Refusal('tooLarge', 'tooLarge')
  await refuseInfected(clamd, upload.bytes)
  return inspected
}

async function refuseInfected(clamd: ClamdAddress | undefined, bytes: Uint8Array): Promise<void> {
  if (clamd === undefined) return
  try {
    if ((await scanWithClamd(clamd, bytes)) === 'infected') {
      throw new Refusal('unsupported', 'documentInfected')
    }
  } catch (error) {
    if (error instanceof ScannerUnavailable) throw new Refusal('unavailable', 'scannerUnavailable')
    throw error
  }
}
