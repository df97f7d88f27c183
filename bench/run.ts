import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { DatabaseUrls } from '../src/platform/server/db/urls.ts'
import { arrange } from './arrange.ts'
import { capture } from './capture.ts'
import { comparison, databaseAlone } from './database-alone.ts'
import { firstLoad } from './first-load.ts'
import { openInstallation, type Size } from './installation.ts'
import { load, loadMix } from './load.ts'
import { measures, type Measure, type Variant } from './measures.ts'
import { comparePlans } from './plans.ts'
import { report, type Growth, type Mixed, type Outcome, type Pass, type Round } from './report.ts'
import { serve } from './serve.ts'
import type { Turn } from './turn.ts'

/**
 * `npm run bench [-- --cases 20000 --seconds 10 --rounds 3 --only list,open --large --plans]`: what architecture §7
 * promises, measured. `--large` compares the tenant with the same one among 53 others, 500,000 cases in all (rounds of
 * 6 s, so that it takes a quarter of an hour in all); `--plans` keeps the query plans anew in bench/plans instead of
 * comparing them, and measures nothing. The data stay in BENCH_DIR for the next run. Ends with 1 when a ratio or the
 * growth is missed by more than 20 %.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    seconds: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    large: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
    'no-record': { type: 'boolean', default: false },
  },
})
const cases = Number(values.cases)
const seconds = Number(values.seconds ?? (values.large ? 6 : 10))
const rounds = Number(values.rounds)
const workingDay = measures.filter(({ share }) => share > 0)
const chosen = measures.filter(({ key }) => values.only === undefined || values.only.split(',').includes(key))
const folder = process.env.BENCH_DIR ?? join(tmpdir(), 'lotse-bench')
const barriers = chosen.some((measure) => measure.barriers) ? { barriers: 100_000 } : {}
const alone: Size = { cases, neighbours: 0, neighbourCases: 0, ...barriers }
const among: Size = { ...alone, neighbours: 53, neighbourCases: Math.round((cases * 24) / 53) }

/** A server process on a database of its own, and the people who work there. */
interface Place {
  readonly urls: DatabaseUrls
  readonly url: string
  readonly variants: readonly Variant[]
}

process.exitCode = (await (values.plans ? keepPlans() : bench())) ? 0 : 1

async function keepPlans(): Promise<boolean> {
  const embedded = await openInstallation(folder, alone)
  try {
    return await comparePlans(embedded.urls, await arrange(embedded.urls, cases), { keep: true })
  } finally {
    await embedded.stop()
  }
}

async function bench(): Promise<boolean> {
  const loadBefore = loadavg()[0]!
  const one = await at(folder, alone, measureAll)
  const growth = values.large
    ? await at(folder, alone, (small) => at(`${folder}-large`, among, (large) => compare(small, large)))
    : undefined
  const setting = { cases, seconds, rounds, loadBefore, firstLoad: firstLoad(), among }
  const met = report(one, growth, setting, { record: !values['no-record'] })
  return met
}

/** Opens the installation with a server in front of it for as long as the work takes. */
async function at<T>(
  dataDir: string,
  size: Size,
  work: (place: Place & { start: Pass['start']; memory: () => Pass['memory'] }) => Promise<T>,
): Promise<T> {
  const embedded = await openInstallation(dataDir, size)
  try {
    const variants = await arrange(embedded.urls, cases)
    const server = await serve(embedded.urls, dataDir)
    const start = { server: server.startSeconds, database: embedded.startSeconds }
    try {
      return await work({
        urls: embedded.urls,
        url: server.url,
        variants,
        start,
        memory: () => server.memory(),
      })
    } finally {
      await server.stop()
    }
  } finally {
    await embedded.stop()
  }
}

async function measureAll(place: Parameters<Parameters<typeof at>[2]>[0]): Promise<Pass> {
  await warm(place)
  const outcomes: Outcome[] = []
  for (const measure of chosen) outcomes.push(await measureOne(measure, place))
  const mix = await measureMix(place)
  const plansSame = await comparePlans(place.urls, place.variants, { keep: false })
  return { outcomes, mix, plansSame, start: place.start, memory: place.memory() }
}

async function turnOf(measure: Measure, share: number, { urls, variants }: Place): Promise<Turn> {
  const first = await capture(urls, measure, variants)
  return { share, first, again: await capture(urls, measure, variants) }
}

async function measureOne(measure: Measure, place: Place): Promise<Outcome> {
  const { urls, url, variants } = place
  const turn = await turnOf(measure, 1, place)
  const under = (connections: number, duration = seconds) =>
    load(url, measure, variants, { connections, seconds: duration })
  // Few first: a connection plans a statement when it first sends it, and 25 at once would wait too long for theirs.
  await under(4, 2)
  await under(25, 3)
  const done: Round[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const database = await databaseAlone(urls.app, [turn], seconds)
    const many = await under(25)
    const few = await under(4)
    done.push({ database, many, few })
    console.log(
      `${measure.key} ${round}: ${comparison} ${database.toFixed(0)}/s, 25 users ${many.throughput.toFixed(0)}/s ` +
        `(p95 ${many.p95.toFixed(1)} ms), 4 users p50 ${few.p50.toFixed(1)} ms p95 ${few.p95.toFixed(1)} ms`,
    )
  }
  return { measure, rounds: done, statements: turn.first[0]!.length }
}

/** A working day: all kinds of requests by their share, and what the database alone makes of the same. */
async function measureMix(place: Place): Promise<Mixed[]> {
  const turns: Turn[] = []
  for (const measure of workingDay) turns.push(await turnOf(measure, measure.share, place))
  const under = () => loadMix(place.url, workingDay, place.variants, { connections: 25, seconds })
  await under()
  const done: Mixed[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const database = await databaseAlone(place.urls.app, turns, seconds)
    const many = await under()
    done.push({ database, many })
    console.log(
      `mix ${round}: ${comparison} ${database.toFixed(0)}/s, 25 users ${many.throughput.toFixed(0)}/s (p95 ${many.p95.toFixed(1)} ms)`,
    )
  }
  return done
}

/**
 * Half a minute of a working day before anything counts, whatever is measured: a server that has just started runs unoptimised code and answers the
 * list 281 times a second, the same one warm 580 times (`bench/RESULTS.md`). Nobody restarts it every hour.
 */
async function warm({ url, variants }: Place): Promise<void> {
  for (const measure of workingDay) await load(url, measure, variants, { connections: 4, seconds: 2 })
  for (const measure of workingDay) await load(url, measure, variants, { connections: 25, seconds: 2 })
}

/** Turn by turn on one machine at one time: what else it has to do is the same for both. */
async function compare(small: Place, large: Place): Promise<Growth[]> {
  const growths: Growth[] = []
  for (const measure of chosen) {
    const few = async ({ url, variants }: Place, duration = seconds) =>
      (await load(url, measure, variants, { connections: 4, seconds: duration })).p95
    const turns: { before: number; after: number }[] = []
    await few(small, 3)
    await few(large, 3)
    for (let round = 1; round <= rounds; round += 1) {
      turns.push({ before: await few(small), after: await few(large) })
    }
    growths.push({ measure, turns })
    const said = turns.map(({ before, after }) => `${before.toFixed(1)} → ${after.toFixed(1)} ms`)
    console.log(`${measure.key} alone → among ${among.neighbours}: ${said.join(', ')}`)
  }
  return growths
}
