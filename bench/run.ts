import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../src/platform/server/embedded/start-embedded.ts'
import type { DatabaseUrls } from '../src/platform/server/db/urls.ts'
import { arrange, type Size } from './arrange.ts'
import { capture } from './capture.ts'
import { firstLoad } from './first-load.ts'
import { load, loadMix, type Load } from './load.ts'
import { measures, type Measure, type Variant } from './measures.ts'
import { runPgbench, writeScripts } from './pgbench.ts'
import { report, type Outcome, type Pass, type Round } from './report.ts'
import { serve } from './serve.ts'

/**
 * `npm run bench [-- --cases 20000 --seconds 10 --rounds 3 --only list --large]`: what architecture §7 promises,
 * measured. `--large` measures the same tenant a second time among 53 others, 500,000 cases in all. The data stay in
 * BENCH_DIR for the next run. Ends with 1 when a ratio or the growth is missed by more than 20 %.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    large: { type: 'boolean', default: false },
    'no-record': { type: 'boolean', default: false },
  },
})
const cases = Number(values.cases)
const seconds = Number(values.seconds)
const rounds = Number(values.rounds)
const chosen = measures.filter(({ key }) => values.only === undefined || values.only === key)
const folder = process.env.BENCH_DIR ?? join(tmpdir(), 'lotse-bench')

const loadBefore = loadavg()[0]!
const barriers = chosen.some((measure) => measure.barriers) ? { barriers: 100_000 } : {}
const one = await measureAll(folder, { cases, neighbours: 0, neighbourCases: 0, ...barriers })
const size = { cases, neighbours: 53, neighbourCases: Math.round((cases * 24) / 53), ...barriers }
const many = values.large ? await measureAll(`${folder}-large`, size) : undefined
const setting = { cases, seconds, rounds, loadBefore, firstLoad: firstLoad() }
process.exitCode = report(one, many, setting, { record: !values['no-record'] }) ? 0 : 1

/** Everything on one database, through a server process of its own. */
async function measureAll(dataDir: string, size: Size): Promise<Pass> {
  const begin = performance.now()
  const embedded = await startEmbedded({ dataDir, log: console.log })
  const database = (performance.now() - begin) / 1000
  try {
    const variants = await arrange(embedded.urls, size)
    const server = await serve(embedded.urls, dataDir)
    try {
      const place = { urls: embedded.urls, url: server.url, variants }
      const outcomes: Outcome[] = []
      for (const measure of chosen) outcomes.push(await measureOne(measure, place))
      const mix = await loadMix(server.url, measures, variants, { connections: 25, seconds })
      console.log(`mix: 25 users ${mix.throughput.toFixed(0)}/s (p95 ${mix.p95.toFixed(1)} ms)`)
      return {
        size,
        outcomes,
        mix,
        start: { server: server.startSeconds, database },
        memory: server.memory(),
      }
    } finally {
      await server.stop()
    }
  } finally {
    await embedded.stop()
  }
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
