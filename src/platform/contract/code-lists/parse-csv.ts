export interface CsvRow {
  /** Line the row begins on, from 1. */
  readonly line: number
  readonly fields: readonly string[]
}

type Parsed =
  | { readonly rows: readonly CsvRow[] }
  | { readonly problem: { readonly line: number; readonly message: string } }

const DELIMITERS = [';', ',', '\t'] as const

/** The delimiter that the first line has most of; semicolon when there is none. */
function delimiterOf(text: string): string {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => firstLine.split(delimiter).length
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best))
}

/** CSV as in RFC 4180, with the delimiter taken from the first line; byte order mark and blank lines are skipped. */
export function parseCsv(source: string): Parsed {
  const text = source.replace(/^\ufeff/, '')
  const delimiter = delimiterOf(text)
  const token = new RegExp(`"([^"]*(?:""[^"]*)*)"|[^"${delimiter}\\r\\n][^${delimiter}\\r\\n]*|`, 'y')
  const rows: CsvRow[] = []
  let fields: string[] = []
  let line = 1
  let rowLine = 1
  let at = 0
  while (at <= text.length) {
    token.lastIndex = at
    const match = token.exec(text)!
    at = token.lastIndex
    const quoted = match[1]
    fields.push(quoted === undefined ? match[0] : quoted.replaceAll('""', '"'))
    line += quoted?.match(/\r\n|\r|\n/g)?.length ?? 0
    const end = text[at]
    if (end !== undefined && end !== delimiter && end !== '\r' && end !== '\n') {
      return {
        problem: { line, message: 'Anführungszeichen sind nicht geschlossen oder stehen mitten im Feld.' },
      }
    }
    at += end === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (end === delimiter) continue
    if (fields.some((field) => field.trim() !== '')) rows.push({ line: rowLine, fields })
    fields = []
    line++
    rowLine = line
  }
  return { rows }
}
