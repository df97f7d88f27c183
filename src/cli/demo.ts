import { demoAccounts, demoPassword } from '../demo/accounts.ts'
import { loadDemo } from '../demo/load-demo.ts'
import type { Command } from '../platform/server/cli/command.ts'
import { OperatorError } from '../platform/server/cli/operator-error.ts'
import { loadConfig, requireDatabase } from '../platform/server/config.ts'
import { migrate } from '../platform/server/db/migrate.ts'
import { createPool } from '../platform/server/db/pool.ts'
import { prepareDistricts } from './prepare-districts.ts'

/**
 * `lotse demo`: districts, accounts and stories on a server of one's own, once and only while no account exists. With
 * the embedded database `start` does it by itself.
 */
export const demo: Command = async (_args, { env, say }) => {
  const { mode, database } = loadConfig(env)
  if (mode === 'production')
    throw new OperatorError('Demonstrationsdaten gehören nicht in den Produktivbetrieb.', { exitCode: 2 })
  if (!database)
    throw new OperatorError(
      'Die mitgelieferte Datenbank bekommt ihre Demonstrationsdaten beim ersten »npm start« von selbst.',
      { exitCode: 2 },
    )
  const urls = requireDatabase(database, ['app', 'auth', 'jobs', 'owner'])
  await migrate(urls.owner)
  await refuseUsed(urls.owner)
  await prepareDistricts({ urls, embedded: true, mode, say })
  say('Fiktive Demonstrationsdaten werden angelegt …')
  await loadDemo(urls)
  say(`Kennwort für alle Konten: ${demoPassword}`)
  for (const [key, accounts] of Object.entries(demoAccounts))
    say(`  ${key.padEnd(10)} ${accounts.map(({ login }) => login).join(', ')}`)
  return 0
}

async function refuseUsed(url: string): Promise<void> {
  const owner = createPool(url, 1)
  try {
    const { rows } = await owner.query<{ logins: number }>('select count(*)::int as logins from auth.account')
    if (rows[0]!.logins === 0) return
  } finally {
    await owner.end()
  }
  throw new OperatorError(
    'In dieser Datenbank gibt es schon Konten: Demonstrationsdaten brauchen eine leere.',
    {
      exitCode: 3,
    },
  )
}
