import { isAbsolute, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PdfError } from './pdf-error.ts'
import { PdfProcess, type PdfLimits } from './pdf-process.ts'

export interface PdfRequest {
  /** Absolute path of a `.typ` file below `src`; it imports `/platform/server/documents/base.typ`. */
  readonly template: string
  /** JSON value the template reads as `data`. Text in it is shown as text, whatever it contains. */
  readonly data: unknown
  /** Title of the document, in its language: shown on page one and by the reader's window. */
  readonly title: string
  /** Language of the document, ISO 639-1. */
  readonly lang: string
  readonly createdAt?: Temporal.Instant
}

/** A yearly report of the largest tenant has 10 s (architecture §7). */
const LIMITS: PdfLimits = { milliseconds: 20_000, megabytes: 512, idleMilliseconds: 60_000 }
const MAX_JSON = 4_000_000
const MAX_WAITING = 50

const SOURCES = fileURLToPath(new URL('../../../', import.meta.url))
const LANGUAGE = /^[a-z]{2,3}$/

/** Renders one after the other in one process; a process that dies is replaced with the next document. */
export class PdfRenderer {
  readonly #process: PdfProcess
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(limits: PdfLimits = LIMITS) {
    this.#process = new PdfProcess(limits)
  }

  /**
   * A tagged, accessible PDF (PDF/UA-1).
   * @throws PdfError with a code: the template is wrong, or a limit of time, memory, size or queue was reached.
   */
  async render(request: PdfRequest): Promise<Uint8Array> {
    const below = relative(SOURCES, request.template)
    if (!isAbsolute(request.template) || below.startsWith('..') || !below.endsWith('.typ')) {
      throw new PdfError('pdf.template', 'the template must be a .typ file below src')
    }
    if (!LANGUAGE.test(request.lang)) throw new PdfError('pdf.template', 'lang must be an ISO 639 code')
    if (request.title.trim() === '') throw new PdfError('pdf.template', 'a document needs a title')
    const json = JSON.stringify(request.data ?? null)
    if (json.length > MAX_JSON) throw new PdfError('pdf.tooLarge')
    if (this.#waiting >= MAX_WAITING) throw new PdfError('pdf.busy')
    const { template, title, lang } = request
    const createdAt = Math.floor((request.createdAt ?? Temporal.Now.instant()).epochMilliseconds / 1000)
    this.#waiting++
    const mine = this.#last.then(() => this.#process.run({ template, title, lang, json, createdAt }))
    this.#last = mine.catch(() => undefined)
    return mine.finally(() => this.#waiting--)
  }

  close(): void {
    this.#process.stop()
  }
}

const shared = new PdfRenderer()

/** {@link PdfRenderer.render} in the process that the whole server shares. */
export const renderPdf = (request: PdfRequest): Promise<Uint8Array> => shared.render(request)

/** Ends the shared process; the next `renderPdf` starts another. */
export const closePdf = (): void => shared.close()
