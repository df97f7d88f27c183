export type PdfErrorCode =
  | 'pdf.busy'
  | 'pdf.tooLarge'
  | 'pdf.timeout'
  | 'pdf.memory'
  | 'pdf.crashed'
  | 'pdf.template'

/** A document could not be made. The message holds no content of the document, so it may be logged. */
export class PdfError extends Error {
  readonly code: PdfErrorCode

  constructor(code: PdfErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.name = 'PdfError'
    this.code = code
  }
}
