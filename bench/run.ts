import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../src/platform/server/embedded/start-embedded.ts'
import type { DatabaseUrls } from '../src/platform/server/db/urls.ts'
import { arrange } from './arrange.ts'
import { capture } from './capture.ts'
import { load, type Load } from './load.ts'
import { measures, type Measure, type Variant } from './measures.ts'
import { runPgbench, writeScripts } from './pgbench.ts'
import { report, type Outcome, type Round } from './report.ts'
import { serve } from './serve.ts'

/**
 * `npm run bench [-- --cases 20000 --seconds 10 --rounds 3 --only list]`: what architecture §7 promises, measured.
 * The data stay in BENCH_DIR for the next run. Ends with 1 when a ratio is missed by more than 20 %.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    'no-record': { type: 'boolean', default: false },
  },
})
const cases = Number(values.cases)
const seconds = Number(values.seconds)
const rounds = Number(values.rounds)
const dataDir = process.env.BENCH_DIR ?? join(tmpdir(), 'lotse-bench')

const loadBefore = loadavg()[0]!
const begin = performance.now()
const embedded = await startEmbedded({ dataDir, log: console.log })
const databaseSeconds = (performance.now() - begin) / 1000
try {
  const variants = await arrange(embedded.urls, cases)
  const outcomes: Outcome[] = []
  const server = await serve(embedded.urls, dataDir)
  try {
    for (const measure of measures.filter(({ key }) => values.only === undefined || values.only === key)) {
      outcomes.push(await measureOne(measure, { urls: embedded.urls, url: server.url, variants }))
    }
    const start = { server: server.startSeconds, database: databaseSeconds }
    const setting = { cases, seconds, rounds, loadBefore, start, memory: server.memory() }
    process.exitCode = report(outcomes, setting, { record: !values['no-record'] }) ? 0 : 1
  } finally {
    await server.stop()
  }
} finally {
  await embedded.stop()
}

async function measureOne(
  measure: Measure,
  { urls, url, variants }: { urls: DatabaseUrls; url: string; variants: readonly Variant[] },
): Promise<Outcome> {
  const first = await capture(urls, measure, variants)
  const scripts = writeScripts(first, await capture(urls, measure, variants))
  const at = (connections: number, duration = seconds) =>
    load(url, measure, variants, { connections, seconds: duration })
  try {
    await at(25, 3)
    const done: Round[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const database = await runPgbench(urls.app, scripts, seconds)
      const many: Load = await at(25)
      const few: Load = await at(4)
      done.push({ database, many, few })
      console.log(
        `${measure.key} ${round}: pgbench ${database.toFixed(0)}/s, 25 users ${many.throughput.toFixed(0)}/s ` +
          `(p95 ${many.p95.toFixed(1)} ms), 4 users p50 ${few.p50.toFixed(1)} ms p95 ${few.p95.toFixed(1)} ms`,
      )
    }
    return { measure, rounds: done, statements: first[0]!.length }
  } finally {
    scripts.remove()
  }
}
