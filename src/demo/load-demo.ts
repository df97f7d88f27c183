import { createPool } from '../platform/server/db/pool.ts'
import type { DatabaseUrls } from '../platform/server/db/urls.ts'
import { withSystem } from '../platform/server/db/with-actor.ts'
import { demoAccounts } from './accounts.ts'
import { loadAccounts } from './load-accounts.ts'

/** Fictional accounts in every district that is loaded. */
export async function loadDemo(urls: Pick<DatabaseUrls, 'owner'>): Promise<void> {
  const owner = createPool(urls.owner, 4)
  try {
    const { rows } = await owner.query<{ id: string; key: string }>('select id, key from tenant order by key')
    for (const { id, key } of rows) {
      const accounts = demoAccounts[key]
      if (accounts) await withSystem(owner, id, (tx) => loadAccounts(tx, accounts))
    }
  } finally {
    await owner.end()
  }
}
