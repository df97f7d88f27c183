import { daysBetween } from '../../contract/dates.ts'
import type { Cell, SheetTable } from './cell.ts'
import { zip } from './zip.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Places in `styles.xml`. */
const PLAIN = 0
const BOLD = 1
const DATE = 2
/** Stays a text also when somebody edits the cell. */
const TEXT = 3

/**
 * A workbook with one sheet (ECMA-376): bold header that stays on top, filter, dates as dates. Texts are stored as
 * texts, so nothing in them is ever a formula (BC-21) and every value is as it was.
 */
export function writeXlsx(table: SheetTable): Uint8Array {
  return zip(
    Object.entries({
      '[Content_Types].xml': contentTypes,
      '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
      'xl/workbook.xml': workbook(table.name),
      'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml'),
      'xl/styles.xml': styles,
      'xl/worksheets/sheet1.xml': sheet(table),
    }).map(([name, text]) => ({ name, bytes: Buffer.from(text, 'utf8') })),
  )
}

function sheet({ header, rows, about = [] }: SheetTable): string {
  const all = [header, ...rows]
  // What the list is stands over it; the header line is the one that stays in sight.
  const over: readonly (readonly Cell[])[] = about.length === 0 ? [] : [...about, []]
  const top = over.length
  const lines = [...over, ...all].map((row, index) => {
    const cells = row.map((cell, column) => cellXml(cell, `${letters(column)}${index + 1}`, index === top))
    return `<row r="${index + 1}">${cells.join('')}</row>`
  })
  const last = letters(Math.max(header.length - 1, 0))
  const area = `A${top + 1}:${last}${top + all.length}`
  const whole = `A1:${top > 0 && header.length < 2 ? 'B' : last}${top + all.length}`
  return `${XML}<worksheet xmlns="${MAIN}"><dimension ref="${whole}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="${top + 1}" topLeftCell="A${top + 2}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${header
    .map(
      (_, column) =>
        `<col min="${column + 1}" max="${column + 1}" width="${widthOf(all, column)}" customWidth="1"/>`,
    )
    .join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="${area}"/></worksheet>`
}

function cellXml(cell: Cell, place: string, inHeader: boolean): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${place}" s="${PLAIN}"><v>${cell}</v></c>`
  if (typeof cell === 'object')
    return `<c r="${place}" s="${DATE}"><v>${daysBetween('1899-12-30', cell.date)}</v></c>`
  const style = inHeader ? BOLD : TEXT
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** As wide as the longest of the first rows, within reason. */
function widthOf(rows: readonly (readonly Cell[])[], column: number): number {
  const longest = Math.max(
    ...rows.slice(0, 200).map((row) => {
      const cell = row[column] ?? null
      return cell === null ? 0 : typeof cell === 'object' ? 10 : String(cell).length
    }),
  )
  return Math.min(Math.max(longest + 2, 8), 60)
}

/** A, B … Z, AA … */
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 does not allow would make the file unreadable; what looks like an escape is escaped. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x')
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('\r', '_x000D_')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign]!)

const relations = (...pairs: string[]): string =>
  `${XML}<Relationships xmlns="${RELATIONS}">${pairs
    .flatMap((type, index) =>
      index % 2 === 0
        ? [`<Relationship Id="rId${index / 2 + 1}" Type="${OFFICE}/${type}" Target="${pairs[index + 1]!}"/>`]
        : [],
    )
    .join('')}</Relationships>`

const workbook = (name: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`

const contentTypes = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`

const styles = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`
