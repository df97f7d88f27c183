import { withSystem } from '../../src/platform/server/db/with-actor.ts'
import type { Installation } from './an-installation.ts'
import type { Written } from './writers.ts'

/** Rows by the concern they were sent with, which names the key: what is there against what was acknowledged. */
export async function lostAndDoubled(house: Installation, { acknowledged }: Written) {
  const stored = await withSystem(house.owner, house.tenant.id, async (tx) =>
    tx.selectFrom('request_text').select(['request_id', 'concern']).execute(),
  )
  const byKey = new Map<string, string[]>()
  for (const { request_id: id, concern } of stored) {
    const key = concern!.replace('Anliegen ', '')
    byKey.set(key, [...(byKey.get(key) ?? []), id])
  }
  return {
    lost: [...acknowledged].filter(([key, id]) => !byKey.get(key)?.includes(id)),
    doubled: [...byKey.values()].filter((ids) => ids.length > 1),
  }
}
