import { addDays, PlainDate } from '../dates.ts'
import type { NationalityEntry } from './nationalities.ts'
import { parseCsv, type CsvRow } from './parse-csv.ts'

export interface ImportProblem {
  /** Line of the file, from 1. */
  readonly line: number
  readonly message: string
}

export type ImportedNationalities =
  | { readonly ok: true; readonly entries: readonly NationalityEntry[] }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

/** The official list has about 220 lines of 200 characters. */
const MAX_CHARACTERS = 1_000_000
const MAX_ROWS = 2_000

/** Headers as XRepository writes them (long and technical name) and common shorter ones, plainly spelled, best first. */
const HEADERS = {
  code: [
    'destatisschluesselstaatsangehoerigkeit',
    'schluesselstaatsangehoerigkeit',
    'schluessel',
    'code',
    'key',
  ],
  label: ['staatsnamekurz', 'staatsnameamtlichekurzform', 'bezeichnung', 'codename', 'name', 'label', 'wert'],
  searchTerm: ['suchbegriff'],
  from: ['existenzab', 'gueltigab', 'gueltigvon'],
  lastDay: ['existenzbis', 'gueltigbis'],
} as const
type Column = keyof typeof HEADERS
type Columns = Partial<Record<Column, number>>

const plainSpelling = (header: string) =>
  header
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]/g, '')

function findColumns(header: CsvRow): Columns {
  const titles = header.fields.map(plainSpelling)
  const columns: Columns = {}
  for (const column of Object.keys(HEADERS) as Column[]) {
    const title = HEADERS[column].find((candidate) => titles.includes(candidate))
    if (title !== undefined) columns[column] = titles.indexOf(title)
  }
  return columns
}

/** ISO date (a time zone after it is dropped) or German date; undefined when empty, null when it is neither. */
function readDate(text: string): string | undefined | null {
  if (text === '') return undefined
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const iso = german
    ? `${german[3]}-${german[2]!.padStart(2, '0')}-${german[1]!.padStart(2, '0')}`
    : text.replace(/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2}|T.*)$/, '$1')
  return PlainDate.safeParse(iso).success ? iso : null
}

function readEntry(row: CsvRow, columns: Columns): NationalityEntry | string {
  const cell = (column: Column) => {
    const at = columns[column]
    return at === undefined ? '' : (row.fields[at] ?? '').normalize('NFC').trim()
  }
  // A spreadsheet turns 000 into 0.
  const code = cell('code').padStart(3, '0')
  if (cell('code') === '') return 'Der Schlüssel fehlt.'
  if (!/^\d{3}$/.test(code)) return `Der Schlüssel „${shorten(code)}“ hat nicht drei Ziffern.`
  const label = cell('label') || cell('searchTerm')
  if (label === '') return `Zum Schlüssel ${code} fehlt die Bezeichnung.`
  if (label.length > 120 || /\p{C}/u.test(label))
    return `Die Bezeichnung zum Schlüssel ${code} ist zu lang oder enthält Steuerzeichen.`
  const from = readDate(cell('from'))
  const lastDay = readDate(cell('lastDay'))
  if (from === null) return `„${shorten(cell('from'))}“ ist kein Datum (Existenz ab).`
  if (lastDay === null) return `„${shorten(cell('lastDay'))}“ ist kein Datum (Existenz bis).`
  if (from && lastDay && lastDay < from) return 'Das Ende liegt vor dem Anfang.'
  return {
    code,
    label,
    ...(from && { validFrom: from }),
    ...(lastDay && { validTo: addDays(lastDay, 1), historical: true }),
  }
}

const shorten = (text: string) => text.replace(/\p{C}/gu, '').slice(0, 40)

const failed = (line: number, message: string): ImportedNationalities => ({
  ok: false,
  problems: [{ line, message }],
})

function readRows(rows: readonly CsvRow[], columns: Columns): ImportedNationalities {
  const entries: NationalityEntry[] = []
  const problems: ImportProblem[] = []
  const firstLine = new Map<string, number>()
  for (const row of rows) {
    const entry = readEntry(row, columns)
    if (typeof entry === 'string') {
      problems.push({ line: row.line, message: entry })
      continue
    }
    const before = firstLine.get(entry.code)
    if (before !== undefined) {
      problems.push({
        line: row.line,
        message: `Der Schlüssel ${entry.code} steht schon in Zeile ${before}.`,
      })
      continue
    }
    firstLine.set(entry.code, row.line)
    entries.push(entry)
  }
  if (problems.length > 0) return { ok: false, problems }
  const missing = ['000', '997', '998'].filter((code) => !firstLine.has(code))
  if (missing.length > 0) {
    return failed(1, `Das ist nicht die vollständige Liste: ${missing.join(', ')} fehlt.`)
  }
  return { ok: true, entries: entries.sort((a, b) => a.code.localeCompare(b.code)) }
}

/**
 * Reads the official list of nationalities (Destatis, from XRepository as CSV; semicolon, comma or tab; columns
 * found by their header). All or nothing: with one wrong line nothing is imported, and every wrong line is named.
 * "Existenz bis" is read as the last day; entries that have one are historical.
 */
export function importNationalities(csvText: string): ImportedNationalities {
  if (csvText.length > MAX_CHARACTERS)
    return failed(1, 'Die Datei ist zu groß für eine Liste der Staatsangehörigkeiten.')
  const parsed = parseCsv(csvText)
  if ('problem' in parsed) return { ok: false, problems: [parsed.problem] }
  const [header, ...rows] = parsed.rows
  if (header === undefined) return failed(1, 'Die Datei ist leer.')
  if (rows.length > MAX_ROWS) return failed(MAX_ROWS + 2, 'Die Datei hat zu viele Zeilen.')
  const columns = findColumns(header)
  if (columns.code === undefined)
    return failed(header.line, 'Die Spalte „DESTATIS-Schluessel-Staatsangehoerigkeit“ fehlt.')
  if (columns.label === undefined && columns.searchTerm === undefined) {
    return failed(header.line, 'Die Spalte „Staatsname-kurz“ fehlt.')
  }
  return readRows(rows, columns)
}
