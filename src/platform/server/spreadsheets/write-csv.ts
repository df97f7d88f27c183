import { germanDate } from '../../contract/dates.ts'
import type { Cell, SheetTable } from './cell.ts'
import { guardFormula } from './guard-formula.ts'

/**
 * UTF-8 with byte order mark, semicolons, CRLF, dates and numbers as written in German: opens in Excel and
 * LibreOffice with a double click. Every text is in quotation marks and no formula (BC-21).
 */
export function writeCsv({ header, rows, about = [] }: SheetTable): Uint8Array {
  // Behind the rows, so that the first line stays the header for programs that read it.
  const tail = about.length === 0 ? [] : [[], ...about]
  const lines = [header, ...rows, ...tail].map((row) => row.map(cellOf).join(';'))
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`.toWellFormed(), 'utf8')
}

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'object') return germanDate(cell.date)
  return `"${guardFormula(cell).replaceAll('"', '""')}"`
}
