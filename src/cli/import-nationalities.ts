import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { importNationalities } from '../platform/contract/code-lists/import-nationalities.ts'
import { NATIONALITIES, type NationalityEntry } from '../platform/contract/code-lists/nationalities.ts'
import type { Command } from '../platform/server/cli/command.ts'
import { OperatorError } from '../platform/server/cli/operator-error.ts'

const target = fileURLToPath(
  new URL('../platform/contract/code-lists/nationality-entries.ts', import.meta.url),
)

/**
 * `lotse import-nationalities <file> [--edition YYYY-MM-DD]`: the official list (Destatis, from XRepository as CSV) instead
 * of the part that comes with the program. All or nothing. The list is part of the program: server and browser share it.
 */
export const importNationalitiesCommand: Command = async (args, context) => {
  const at = args.indexOf('--edition')
  const edition = at === -1 ? undefined : args[at + 1]
  const file = args.find((arg, index) => !arg.startsWith('--') && (at === -1 || index !== at + 1))
  if (file === undefined)
    throw new OperatorError('Bitte nennen Sie die Datei: import-nationalities staatsangehoerigkeit.csv', {
      exitCode: 2,
    })
  if (at !== -1 && !/^\d{4}-\d{2}-\d{2}$/.test(edition ?? ''))
    throw new OperatorError('Bitte nennen Sie die Ausgabe als Datum: --edition 2025-01-31', { exitCode: 2 })
  const read = importNationalities(readList(file))
  if (!read.ok) {
    const lines = read.problems.map(({ line, message }) => `Zeile ${line}: ${message}`)
    throw new OperatorError(`${file} enthält Fehler, nichts wurde übernommen:\n${lines.join('\n')}`, {
      exitCode: 2,
    })
  }
  const { entries, kept } = withKnown(read.entries, NATIONALITIES.entries)
  writeFileSync(target, moduleOf(entries, edition ?? NATIONALITIES.version ?? ''))
  context.say(`${read.entries.length} Staatsangehörigkeiten übernommen.`)
  if (kept > 0)
    context.say(`${kept} frühere stehen nicht in der Datei und bleiben für vorhandene Einträge lesbar.`)
  context.say('Bitte starten Sie Lotse neu: Die Oberfläche wird dabei neu gebaut.')
  return 0
}

/** What is written down already stays readable: codes that the file lacks are kept, for old records only. */
export function withKnown(
  imported: readonly NationalityEntry[],
  known: readonly NationalityEntry[],
): { entries: NationalityEntry[]; kept: number } {
  const codes = new Set(imported.map(({ code }) => code))
  const missing = known
    .filter(({ code }) => !codes.has(code))
    // „Ohne Angabe“ is an answer, not a state that is gone.
    .map((entry) => (entry.code === '999' ? entry : { ...entry, historical: true }))
  const entries = [...imported, ...missing].sort((a, b) => a.code.localeCompare(b.code))
  return { entries, kept: missing.length }
}

/** The entries as source text; labels come as JSON strings, so that nothing of the file is taken for code. */
export const moduleOf = (entries: readonly NationalityEntry[], version: string): string =>
  `import type { NationalityEntry } from './nationality-entry.ts'

/** Written by \`lotse import-nationalities\`; do not change by hand. */
export const nationalityEntries: {
  version: string
  incomplete: boolean
  entries: readonly NationalityEntry[]
} = {
  version: ${JSON.stringify(version)},
  incomplete: false,
  entries: [
${entries.map((entry) => `    ${JSON.stringify(entry)},`).join('\n')}
  ],
}
`

function readList(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new OperatorError(`Die Datei ${file} ist nicht lesbar.`, { exitCode: 2, cause })
  }
}
