import { berlinDay } from '../../../platform/contract/dates.ts'
import { renderSheet, PdfError, type SheetBlock } from '../../../platform/server/documents/index.ts'
import { caseFileParts, type CaseFilePart } from '../contract/case-file-parts.ts'
import type { CaseFileChoice } from '../contract/exports.ts'
import { caseFileContext } from './case-file/case-file-context.ts'
import { caseFileSheet } from './case-file/case-file-sheet.ts'
import { sections } from './case-file/sections.ts'
import { moment } from './case-file/words.ts'
import { ExportStopped, type ExportDesk, type MadeExport } from './export-desk.ts'

/** The chosen parts of a case file as one PDF/UA, each part read in a transaction of its own. */
export async function makeCaseFile(choice: CaseFileChoice, desk: ExportDesk): Promise<MadeExport> {
  const today = berlinDay(desk.now)
  const chosen = caseFileParts.filter((part) => choice.parts.includes(part))
  const total = chosen.length + 1
  const context = await desk.step((tx, actor) => caseFileContext(tx, actor, choice.caseId, today))
  const parts = new Map<CaseFilePart, readonly SheetBlock[]>()
  for (const part of chosen) {
    parts.set(part, await desk.step((tx) => sections[part](tx, context)))
    await desk.progress(parts.size, total)
  }
  const sheet = caseFileSheet(context, parts, moment(desk.now.toString()))
  return {
    name: `${context.file.fileNumber}-Akte.pdf`,
    bytes: await renderSheet(sheet, desk.now).catch(tooLarge),
    details: { parts: parts.size },
  }
}

function tooLarge(error: unknown): never {
  const large = ['pdf.tooLarge', 'pdf.timeout', 'pdf.memory']
  if (error instanceof PdfError && large.includes(error.code)) throw new ExportStopped('failed', 'tooLarge')
  throw error
}
