import { fileTypeFromBuffer } from 'file-type'
import type { MediaType } from '../../contract/documents.ts'
import { BrokenImage, rebuildJpeg } from './rebuild-jpeg.ts'
import { rebuildPng } from './rebuild-png.ts'
import { whyPdfUnsafe, type PdfProblem } from './why-pdf-unsafe.ts'
import { whyTextUnsafe } from './why-text-unsafe.ts'

export type FileProblem = PdfProblem | 'documentEmpty' | 'documentUnknownType' | 'documentMarkup'

export type Inspected =
  | { readonly mediaType: MediaType; readonly bytes: Uint8Array }
  | { readonly problem: FileProblem }

/**
 * What the bytes are, whatever their name says, and the bytes to keep: pictures without metadata. Everything that is
 * not plainly one of the four kinds is refused (BC-23).
 */
export async function inspectFile(bytes: Uint8Array): Promise<Inspected> {
  if (bytes.length === 0) return { problem: 'documentEmpty' }
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  switch (type?.mime) {
    case 'application/pdf':
      return checked('application/pdf', bytes, await whyPdfUnsafe(bytes))
    case 'image/png':
      return rebuilt('image/png', () => rebuildPng(bytes))
    case 'image/jpeg':
      return rebuilt('image/jpeg', () => rebuildJpeg(bytes))
    case undefined:
      return checked('text/plain', bytes, whyTextUnsafe(bytes))
    default:
      return { problem: type?.mime.includes('xml') ? 'documentMarkup' : 'documentUnknownType' }
  }
}

const checked = (mediaType: MediaType, bytes: Uint8Array, problem: FileProblem | null): Inspected =>
  problem === null ? { mediaType, bytes } : { problem }

function rebuilt(mediaType: MediaType, rebuild: () => Uint8Array): Inspected {
  try {
    return { mediaType, bytes: rebuild() }
  } catch (error) {
    if (error instanceof BrokenImage || error instanceof RangeError) return { problem: 'documentBroken' }
    throw error
  }
}
