import { fileURLToPath } from 'node:url'
import { Refusal } from '../http/refusal.ts'
import { PdfError } from './pdf-error.ts'
import { renderPdf } from './render-pdf.ts'

/** One piece of a sheet, in reading order. Text is shown as typed, whatever it contains. */
export type SheetBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** Blank lines make paragraphs. */
  | { readonly kind: 'text' | 'note'; readonly text: string }
  /** Text in another language, ISO 639-1 or -3. */
  | { readonly kind: 'quote'; readonly text: string; readonly lang: string }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly pairs: readonly (readonly [label: string, value: string])[] }
  /** `widths`: shares of the line, one for each column. */
  | {
      readonly kind: 'table'
      readonly widths: readonly number[]
      readonly header: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  /** An SVG made by the program; `alt` says what it shows to who cannot see it. */
  | { readonly kind: 'drawing'; readonly svg: string; readonly alt: string }
  /** The headings of level one with their pages; `text` stands above. */
  | { readonly kind: 'contents'; readonly text: string }
  | { readonly kind: 'pageBreak' }

export interface Sheet {
  readonly title: string
  /** Who prints it; stands on top of every page. */
  readonly district: string
  /** The funder's note of the district (R170), for what is published. */
  readonly funderNote?: string
  readonly blocks: readonly SheetBlock[]
}

const TEMPLATE = fileURLToPath(new URL('./sheet.typ', import.meta.url))

/**
 * A German PDF/UA-1 with bookmarks, contents and page numbers.
 * @throws Refusal `unavailable` when the queue is full; else PdfError, for example `pdf.tooLarge`.
 */
export async function renderSheet({ title, ...data }: Sheet, now: Temporal.Instant): Promise<Uint8Array> {
  try {
    return await renderPdf({ template: TEMPLATE, data, title, lang: 'de', createdAt: now })
  } catch (error) {
    if (error instanceof PdfError && error.code === 'pdf.busy')
      throw new Refusal('unavailable', 'overloaded', { retryAfter: 5 })
    throw error
  }
}
