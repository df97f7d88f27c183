import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { comparison } from './database-alone.ts'
import type { Size } from './installation.ts'
import type { FirstLoad } from './first-load.ts'
import { generator, type Load } from './load.ts'
import { measures, type Measure } from './measures.ts'

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

/** All kinds of requests by their share, at 25 users. */
export type Mixed = Omit<Round, 'few'>

export interface Outcome {
  readonly measure: Measure
  readonly rounds: readonly Round[]
  /** What one request sends to the database, begin and commit included. */
  readonly statements: number
}

/** One database measured from end to end. */
export interface Pass {
  readonly outcomes: readonly Outcome[]
  readonly mix: readonly Mixed[]
  readonly start: { readonly server: number; readonly database: number }
  readonly memory: { readonly now: number; readonly most: number }
  /** The query plans are those of bench/plans. */
  readonly plansSame: boolean
}

/** p95 at 4 users in milliseconds, turn by turn: the tenant alone, and the same one among others. */
export interface Growth {
  readonly measure: Measure
  readonly turns: readonly { readonly before: number; readonly after: number }[]
}

interface Setting {
  readonly cases: number
  readonly seconds: number
  readonly rounds: number
  /** Load of the machine in the minute before; above the number of cores the milliseconds say nothing. */
  readonly loadBefore: number
  readonly firstLoad: FirstLoad | undefined
  readonly among: Size
}

/** Prints each figure beside its budget and writes it down; false when a ratio or the growth is missed by more than 20 %. */
export function report(
  one: Pass,
  growths: readonly Growth[] | undefined,
  setting: Setting,
  options: { record: boolean },
): boolean {
  const parts = [
    headOf(one, setting),
    tableOf(one),
    ...(growths ? [growthTable(growths, setting.among)] : []),
  ]
  const text = `${parts.join('\n\n')}\n\n`
  console.log(`\n${text}`)
  if (options.record) {
    const before = existsSync(results) ? readFileSync(results, 'utf8').replace(heading, '') : ''
    writeFileSync(results, `${heading}\n${text}${before}`)
  }
  return (
    ratioOf({ rounds: one.mix }) >= mixRatio * 0.8 &&
    one.outcomes.every((outcome) => ratioOf(outcome) >= (outcome.measure.ratio ?? 0) * 0.8) &&
    (growths ?? []).every((growth) => growthOf(growth) <= growth.measure.growth * 1.2)
  )
}

function headOf({ start, memory, mix, plansSame }: Pass, setting: Setting): string {
  const { cases, seconds, rounds, loadBefore, firstLoad } = setting
  const busy = loadBefore > cpus().length
  const lines = [
    `## ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${commit()}\n`,
    `- ${cases} Fälle, ${cases * 25} Kontakte in einem Kreis, Zeilenrechte an; ${rounds} Runden zu ${seconds} s; Lastgenerator ${generator}, Vergleich ${comparison}`,
    `- Maschine: ${cpus().length} × ${cpus()[0]?.model ?? 'unbekannt'}, ${Math.round(totalmem() / 2 ** 30)} GB; Last vorher ${loadBefore.toFixed(1)}, am Ende ${loadavg()[1]!.toFixed(1)}`,
    busy &&
      '- **Die Maschine war anderweitig belegt: Millisekunden und Durchsatz sagen nichts, der Anteil wenig.**',
    `- Start: Server ${start.server.toFixed(1)} s, Datenbank ${start.database.toFixed(1)} s (Vorgabe zusammen ≤ 8 s)`,
    `- Speicher des Servers: ${memory.now} MB, höchstens ${memory.most} MB (Vorgabe ≤ 250 MB)`,
    mixLine(mix),
    !plansSame && '- **Abfragepläne anders als in bench/plans.**',
    firstLoad &&
      `- Erstes Laden der Oberfläche: ${firstLoad.files} Skripte, ${firstLoad.scripts} kB gzip (Vorgabe ≤ 200 kB)`,
  ]
  return lines.filter((line) => typeof line === 'string').join('\n')
}

/** Architecture §7 has no row for it (ADR 2026-11-28-mix-and-connections). */
const mixRatio = 0.6

function mixLine(mix: readonly Mixed[]): string {
  const parts = measures.filter(({ share }) => share > 0).map(({ label, share }) => `${share} × ${label}`)
  const median = (value: (round: Mixed) => number) => medianOf(mix.map(value))
  return (
    `- Gemischt (${parts.join(', ')}): ${median(({ many }) => many.throughput).toFixed(0)}/s bei 25, ` +
    `p95 ${median(({ many }) => many.p95).toFixed(1)} ms; die Datenbank allein ${median(({ database }) => database).toFixed(0)}/s, ` +
    `Anteil ${ratioOf({ rounds: mix }).toFixed(2)} (≥ ${mixRatio}; Ziel auf mehr Kernen 500/s)`
  )
}

function tableOf({ outcomes }: Pass): string {
  const rows = outcomes.map((outcome) => {
    const { measure, statements } = outcome
    const median = (value: (round: Round) => number) => medianOf(outcome.rounds.map(value))
    const cells = [
      measure.label,
      String(statements),
      median(({ database }) => database).toFixed(0),
      median(({ many }) => many.throughput).toFixed(0),
      `${ratioOf(outcome).toFixed(2)} (${measure.ratio === undefined ? 'ohne Vorgabe' : `≥ ${measure.ratio}`})`,
      median(({ many }) => many.p95).toFixed(1),
      median(({ few }) => few.p50).toFixed(1),
      `${fewP95(outcome).toFixed(1)} (≤ ${measure.p95})`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [
    `| Was | Anweisungen | ${comparison}/s | Server/s bei 25 | Anteil | p95 bei 25, ms | p50 bei 4, ms | p95 bei 4, ms |`,
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function growthTable(growths: readonly Growth[], { neighbours, neighbourCases, cases }: Size): string {
  const rows = growths.map((one) => {
    const median = (when: 'before' | 'after') => medianOf(one.turns.map((turn) => turn[when])).toFixed(1)
    const growth = `${growthOf(one).toFixed(2)} (≤ ${one.measure.growth})`
    return `| ${one.measure.label} | ${median('before')} | ${median('after')} | ${growth} |`
  })
  const all = cases + neighbours * neighbourCases
  return [
    `Derselbe Kreis neben ${neighbours} anderen, ${all} Fälle und ${cases * 25 + neighbours * neighbourCases * 20} Kontakte in allen, Runde um Runde im Wechsel:\n`,
    '| Was | p95 bei 4 allein, ms | p95 bei 4 unter allen, ms | Wachstum |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

const growthOf = ({ turns }: Growth) => medianOf(turns.map(({ before, after }) => after / before))

const fewP95 = ({ rounds }: Outcome) => medianOf(rounds.map(({ few }) => few.p95))

/** Taken within a round, because machines are noisy; then the median. */
const ratioOf = ({ rounds }: { rounds: readonly Mixed[] }) =>
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
