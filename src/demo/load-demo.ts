import { createPool, type Pool } from '../platform/server/db/pool.ts'
import type { DatabaseUrls } from '../platform/server/db/urls.ts'
import { withSystem } from '../platform/server/db/with-actor.ts'
import { demoAccounts } from './accounts.ts'
import { loadAccounts } from './load-accounts.ts'
import { playDistrict } from './play-district.ts'
import { openStage } from './stage.ts'
import { letAftercarePass } from './stories/former-client.ts'
import { casts } from './stories/casts.ts'

/**
 * Fictional accounts, requests and cases in every district that is loaded and has none. The stories are played
 * through the real server with the rights of the demo users.
 */
export async function loadDemo(urls: DatabaseUrls): Promise<void> {
  const owner = createPool(urls.owner, 4)
  try {
    const { rows } = await owner.query<{ id: string; key: string }>('select id, key from tenant order by key')
    // Each district has a server and a clock of its own: while one waits for the database, another computes.
    await Promise.all(rows.map(({ id, key }) => loadTenant(owner, urls, id, key)))
  } finally {
    await owner.end()
  }
}

async function loadTenant(owner: Pool, urls: DatabaseUrls, tenantId: string, key: string): Promise<void> {
  const accounts = demoAccounts[key]
  const cast = casts[key]
  if (!accounts || !cast) return
  const users = await withSystem(owner, tenantId, (tx) => loadAccounts(tx, accounts))
  const privateEmployers = new Set(
    accounts.filter((account) => account.privateEmployer).map(({ login }) => login),
  )
  const stage = await openStage(urls, tenantId, users, privateEmployers)
  try {
    await playDistrict(stage, accounts, cast, key)
    await withSystem(owner, tenantId, (tx) => letAftercarePass(tx, stage))
  } finally {
    await stage.close()
  }
}
