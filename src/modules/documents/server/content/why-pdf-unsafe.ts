import { inflate } from 'node:zlib'
import { promisify } from 'node:util'

const inflateAsync = promisify(inflate)

/** Names that make a PDF act on its own or carry other files. */
const active =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|Movie|XFA|AcroMedia|Rendition)(?![A-Za-z0-9])/
const encrypted = /\/Encrypt(?![A-Za-z0-9])/

/** Objects may hide in compressed streams; more than this unpacked is a bomb, not a letter. */
const mostUnpacked = 20 * 1024 * 1024

export type PdfProblem =
  | 'documentBroken'
  | 'documentPolyglot'
  | 'documentActive'
  | 'documentEncrypted'
  | 'documentOpaque'

/**
 * Why a PDF is refused, or null: programs inside, embedded files, password, another format before or after it, or
 * parts that cannot be looked into (BC-23).
 */
export async function whyPdfUnsafe(bytes: Uint8Array): Promise<PdfProblem | null> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const raw = view.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(raw)) return 'documentBroken'
  const end = raw.lastIndexOf('%%EOF')
  if (end === -1) return 'documentBroken'
  if (!/^[\s\0]{0,1024}$/.test(raw.slice(end + 5))) return 'documentPolyglot'
  // The directory of a ZIP file (and so of an Office file or a JAR) at the end of the PDF.
  if (raw.includes('PK\u0005\u0006', Math.max(0, raw.length - 70_000))) return 'documentPolyglot'
  const names = unescaped(raw)
  if (encrypted.test(names)) return 'documentEncrypted'
  if (active.test(names)) return 'documentActive'
  return whyHiddenUnsafe(view, names === raw ? raw : names, raw)
}

/** `/J#61vaScript` is the same name as `/JavaScript`. */
const unescaped = (text: string): string =>
  text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** Looks into object streams (`/ObjStm`), the one place where names stand compressed. */
async function whyHiddenUnsafe(view: Buffer, names: string, raw: string): Promise<PdfProblem | null> {
  if (!names.includes('/ObjStm')) return null
  let budget = mostUnpacked
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    if (raw.slice(match.index - 3, match.index) === 'end') continue
    const dictionary = unescaped(raw.slice(Math.max(0, match.index - 2048), match.index))
    if (!dictionary.slice(dictionary.lastIndexOf(' obj')).includes('/ObjStm')) continue
    const unpacked = await unpack(view.subarray(match.index + match[0].length), budget)
    if (unpacked === null) return 'documentOpaque'
    budget -= unpacked.length
    if (active.test(unescaped(unpacked))) return 'documentActive'
  }
  return null
}

async function unpack(data: Buffer, most: number): Promise<string | null> {
  try {
    return (await inflateAsync(data, { maxOutputLength: Math.max(1, most) })).toString('latin1')
  } catch {
    return null
  }
}
