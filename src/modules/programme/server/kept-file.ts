import type { FileStore } from '../../../platform/server/files/index.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import { sha256Of, type CheckedFile } from '../../documents/server/index.ts'

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
}

/** How the name of a file of this kind ends. */
export const endingOf = (mediaType: string): string => endings[mediaType] ?? 'bin'

/** Writes the bytes and answers the columns of the row that names them; the row comes after the file. */
export async function keepFile(files: FileStore, tenantId: string, { mediaType, bytes }: CheckedFile) {
  return {
    media_type: mediaType,
    byte_size: bytes.length,
    sha256: sha256Of(bytes),
    file_key: await files.put(tenantId, bytes),
  }
}

/** The bytes a row names. Throws 503 when they are gone or not the same any more. */
export async function readKept(
  files: FileStore,
  tenantId: string,
  row: { file_key: string; sha256: string },
): Promise<Buffer> {
  const bytes = await files.get(tenantId, row.file_key)
  if (bytes === undefined || sha256Of(bytes) !== row.sha256) {
    throw new Refusal('unavailable', 'documentFileMissing')
  }
  return bytes
}
