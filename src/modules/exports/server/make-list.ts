import { berlinDay } from '../../../platform/contract/dates.ts'
import { writeCsv, writeXlsx, type Cell } from '../../../platform/server/spreadsheets/index.ts'
import { exportKindLabels, type ListChoice } from '../contract/exports.ts'
import { mostRows } from '../rules.ts'
import { ExportStopped, type ExportDesk, type MadeExport } from './export-desk.ts'
import { listSource } from './lists/list-source.ts'

const pageLength = 500

/** A list as CSV or XLSX, page by page, each in a transaction of its own. */
export async function makeList(choice: ListChoice, desk: ExportDesk): Promise<MadeExport> {
  const today = berlinDay(desk.now)
  const source = await desk.step((tx) => listSource(tx, choice, today))
  const rows: (readonly Cell[])[] = []
  let after: string | undefined
  do {
    const page = await desk.step((tx, actor) => source.page(tx, actor, { after, limit: pageLength }))
    rows.push(...page.rows)
    after = page.next
    if (rows.length > mostRows) throw new ExportStopped('failed', 'tooManyRows')
    await desk.progress(rows.length, null)
  } while (after !== undefined)
  const name = exportKindLabels[choice.kind]
  const about = [...source.about, ['Stand', { date: today }], ['Zeilen', rows.length]] as const
  const table = { name, header: source.header, rows, about }
  return {
    name: `${name.replaceAll(' ', '-')}-${today}.${choice.format}`,
    bytes: choice.format === 'csv' ? writeCsv(table) : writeXlsx(table),
    details: { rows: rows.length, columns: choice.columns.length },
  }
}
