// Opens a workbook of ours in LibreOffice, without a window, and compares what it shows with what was written: an office
// program reads the format as we mean it. Argument: the program. Exit code 1 when a cell differs.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from '../src/platform/server/spreadsheets/index.ts'

const table = {
  name: 'Liste der Fälle',
  about: [
    ['Fälle', 'eigene'],
    ['Zeilen', 3],
  ],
  header: ['Aktenzeichen', 'Name', 'Seit', 'Personen'],
  rows: [
    ['WES-1', "=cmd|'/c calc'!A0", { date: '2026-11-21' }, 3],
    ['WES-2', 'Ən "Ða"; <b>&', null, 1.5],
    ['007', '+49 30', { date: '2024-02-29' }, 0],
  ],
}
const expected = [
  ['Fälle', 'eigene', '', ''],
  ['Zeilen', '3', '', ''],
  ['', '', '', ''],
  table.header,
  ['WES-1', "=cmd|'/c calc'!A0", '2026-11-21', '3'],
  ['WES-2', 'Ən "Ða"; <b>&', '', '1.5'],
  ['007', '+49 30', '2024-02-29', '0'],
]

/** Cells of a CSV whose cells hold no line breaks; a day as the program's own language writes it becomes ISO. */
const cellsOf = (line) =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^\t]*)(\t|$)/g)].slice(0, 4).map(([, cell]) => {
    const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
    const day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain)
    return day ? `${day[3]}-${day[1].padStart(2, '0')}-${day[2].padStart(2, '0')}` : plain
  })

const folder = mkdtempSync(join(tmpdir(), 'lotse-xlsx-'))
try {
  writeFileSync(join(folder, 'list.xlsx'), writeXlsx(table))
  const profile = `-env:UserInstallation=file://${folder}/profile`
  // Tabs, quotation marks, UTF-8, every sheet.
  const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,1033,false,true,false,false,false,-1'
  const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'list.xlsx')]
  execFileSync(process.argv[2], args, { stdio: 'ignore', timeout: 120_000 })
  const file = readdirSync(folder).find((name) => name.endsWith('.csv'))
  const seen = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').map(cellsOf)
  if (JSON.stringify(seen) !== JSON.stringify(expected)) {
    process.stderr.write(
      `LibreOffice shows\n${JSON.stringify(seen)}\ninstead of\n${JSON.stringify(expected)}\n`,
    )
    process.exitCode = 1
  } else process.stdout.write(`LibreOffice shows all ${expected.length} rows as written\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
