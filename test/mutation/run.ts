import { parseArgs } from 'node:util'
import { connect } from '../../src/platform/server/db/connect.ts'
import { startTemporary } from '../../src/platform/server/embedded/start-temporary.ts'
import { migrate } from '../../src/platform/server/db/migrate.ts'
import { modulesWithRules, mutateRules } from './mutate-rules.ts'
import { mutateSql } from './mutate-sql.ts'
import { shareOf, type Score } from './score.ts'
import { sqlRules } from './sql-rules.ts'

/**
 * `npm run test:mutation [-- --only rules|sql] [name …]`: changes the rules of every module (rules.ts, rules/) and the
 * access rules of the database one place at a time and expects their tests to fail. Names choose modules, functions or
 * tables. Ends with 1 when less than 90 % of the changes of one of them are noticed (quality.md §6).
 */
const { values, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, workers: { type: 'string', default: '2' } },
})
const wanted = 0.9
const workers = Number(values.workers)
const scores: Score[] = []

function tell(score: Score): void {
  scores.push(score)
  const late = score.timeouts > 0 ? `, ${score.timeouts} by timeout` : ''
  console.log(`${score.name}: ${(shareOf(score) * 100).toFixed(1)} % of ${score.changes}${late}`)
  for (const { place, change } of score.survivors) console.log(`    ${place} ${change}`)
}

if (values.only !== 'sql') {
  for (const name of modulesWithRules()) {
    if (chosen.length === 0 || chosen.includes(name)) tell(mutateRules(name, workers))
  }
}
if (values.only !== 'rules') {
  const rules = await rulesOfDatabase()
  if (rules.length > 0) for (const score of await mutateSql(rules, workers, console.log)) tell(score)
}
const low = scores.filter((score) => shareOf(score) < wanted).map(({ name }) => name)
console.log(
  low.length === 0 ? `${scores.length} of ${scores.length} at 90 % or more` : `below 90 %: ${low.join(', ')}`,
)
process.exitCode = low.length === 0 ? 0 : 1

async function rulesOfDatabase() {
  const embedded = await startTemporary()
  try {
    await migrate(embedded.urls.owner)
    const client = await connect(embedded.urls.owner)
    try {
      return await sqlRules(client, chosen)
    } finally {
      await client.end()
    }
  } finally {
    await embedded.stop()
  }
}
