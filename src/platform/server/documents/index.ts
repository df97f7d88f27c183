/** Printed documents: a Typst template and JSON in, an accessible PDF out. */
export { PdfError, type PdfErrorCode } from './pdf-error.ts'
export { closePdf, renderPdf, type PdfRequest } from './render-pdf.ts'
export { renderSheet, type Sheet, type SheetBlock } from './sheet.ts'
