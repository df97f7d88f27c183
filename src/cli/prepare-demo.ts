import { demoAccounts, demoPassword } from '../demo/accounts.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { createPool } from '../platform/server/db/pool.ts'
import type { Preparation } from './preparations.ts'

/** Demo data load by themselves only on the embedded server while no user exists; the accounts are named at every start. */
export const prepareDemo: Preparation = async ({ urls, embedded, mode, say }) => {
  if (!embedded || mode !== 'demo' || !urls.owner) return []
  const owner = createPool(urls.owner, 4)
  try {
    const { rows } = await owner.query<{ logins: number; demo: number }>(
      `select count(*)::int as logins, count(*) filter (where login_name = any ($1))::int as demo from auth.account`,
      [Object.values(demoAccounts).flatMap((accounts) => accounts.map(({ login }) => login))],
    )
    if (rows[0]?.logins === 0) {
      say('Fiktive Demonstrationsdaten werden angelegt …')
      await loadDemo({ ...urls, owner: urls.owner })
    } else if (rows[0]?.demo === 0) return []
    return notes()
  } finally {
    await owner.end()
  }
}

function notes(): string[] {
  const lines = Object.entries(demoAccounts).map(
    ([key, accounts]) => `  ${key.padEnd(10)} ${accounts.map(({ login }) => login).join(', ')}`,
  )
  return ['', `Demonstrationskonten (Kennwort für alle: ${demoPassword}):`, ...lines, '']
}
