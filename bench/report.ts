import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Load } from './load.ts'
import type { Measure } from './measures.ts'

const results = fileURLToPath(new URL('RESULTS.md', import.meta.url))
const heading = `# Messungen

Von \`npm run bench\`, die neueste zuerst. Lastgenerator, Server und Datenbank laufen auf einer Maschine. Anteil ist der
Durchsatz bei 25 Personen geteilt durch den von pgbench (10 Verbindungen, vorbereitete Anweisungen) mit genau den
Anweisungen, die der Server sendet. Werte sind Mediane der Runden; dahinter in Klammern die Vorgabe (Architektur §7).
`

export interface Round {
  readonly database: number
  readonly many: Load
  readonly few: Load
}

export interface Outcome {
  readonly measure: Measure
  readonly rounds: readonly Round[]
  /** What one request sends to the database, begin and commit included. */
  readonly statements: number
}

interface Setting {
  readonly cases: number
  readonly seconds: number
  readonly rounds: number
  /** Load of the machine in the minute before; above the number of cores the milliseconds say nothing. */
  readonly loadBefore: number
  readonly start: { readonly server: number; readonly database: number }
  readonly memory: { readonly now: number; readonly most: number }
}

/** Prints each figure beside its budget and writes it down; false when a ratio is missed by more than 20 %. */
export function report(
  outcomes: readonly Outcome[],
  setting: Setting,
  options: { record: boolean },
): boolean {
  const text = sectionOf(outcomes, setting)
  console.log(`\n${text}`)
  if (options.record) {
    const before = existsSync(results) ? readFileSync(results, 'utf8').replace(heading, '') : ''
    writeFileSync(results, `${heading}\n${text}${before}`)
  }
  return outcomes.every((outcome) => ratioOf(outcome) >= outcome.measure.ratio * 0.8)
}

function sectionOf(
  outcomes: readonly Outcome[],
  { cases, seconds, rounds, loadBefore, start, memory }: Setting,
): string {
  const figures = [
    `- ${cases} Fälle, ${cases * 25} Kontakte in einem Kreis, Zeilenrechte an; ${rounds} Runden zu ${seconds} s`,
    `- Maschine: ${cpus().length} × ${cpus()[0]?.model ?? 'unbekannt'}, ${Math.round(totalmem() / 2 ** 30)} GB; Last vorher ${loadBefore.toFixed(1)}, am Ende ${loadavg()[1]!.toFixed(1)}`,
    ...(loadBefore > cpus().length
      ? [
          '- **Die Maschine war anderweitig belegt: Millisekunden und Durchsatz sagen nichts, der Anteil wenig.**',
        ]
      : []),
    `- Start: Server ${start.server.toFixed(1)} s, Datenbank ${start.database.toFixed(1)} s (Vorgabe zusammen ≤ 8 s)`,
    `- Speicher des Servers: ${memory.now} MB, höchstens ${memory.most} MB (Vorgabe ≤ 250 MB)`,
  ]
  const rows = outcomes.map((outcome) => {
    const { measure, statements } = outcome
    const median = (value: (round: Round) => number) => medianOf(outcome.rounds.map(value))
    const cells = [
      measure.label,
      String(statements),
      median(({ database }) => database).toFixed(0),
      median(({ many }) => many.throughput).toFixed(0),
      `${ratioOf(outcome).toFixed(2)} (≥ ${measure.ratio})`,
      median(({ many }) => many.p95).toFixed(1),
      median(({ few }) => few.p50).toFixed(1),
      `${median(({ few }) => few.p95).toFixed(1)} (≤ ${measure.p95})`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  const table = [
    '| Was | Anweisungen | pgbench/s | Server/s bei 25 | Anteil | p95 bei 25, ms | p50 bei 4, ms | p95 bei 4, ms |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ]
  return `## ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${commit()}\n\n${figures.join('\n')}\n\n${table.join('\n')}\n\n`
}

/** Taken within a round, because machines are noisy; then the median. */
const ratioOf = ({ rounds }: Outcome) =>
  medianOf(rounds.map(({ many, database }) => many.throughput / database))

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
  try {
    const changed = git('status', '--porcelain', '--', 'src', 'db') === '' ? '' : ' mit Änderungen'
    return `Stand ${git('rev-parse', '--short', 'HEAD')}${changed}`
  } catch {
    return 'Stand unbekannt'
  }
}
