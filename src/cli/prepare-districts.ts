import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createPool } from '../platform/server/db/pool.ts'
import { loadDistrictFile } from './load-district.ts'
import type { Preparation } from './preparations.ts'

const folder = fileURLToPath(new URL('../../districts/', import.meta.url))

/** An empty database on the embedded server gets the districts that come with Lotse. */
export const prepareDistricts: Preparation = async ({ urls, embedded, say }) => {
  if (!embedded || !urls.owner) return []
  const owner = createPool(urls.owner, 4)
  try {
    const { rows } = await owner.query<{ empty: boolean }>('select not exists (select from tenant) as empty')
    if (!rows[0]?.empty) return []
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .toSorted()) {
      const { name } = await loadDistrictFile(owner, folder + file)
      say(`${name} ist eingerichtet.`)
    }
    return []
  } finally {
    await owner.end()
  }
}
