import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate, generatedKeys } from '../src/cli/generate.ts'
import { newId } from '../src/platform/contract/ids.ts'
import { migrate } from '../src/platform/server/db/migrate.ts'
import { createPool } from '../src/platform/server/db/pool.ts'
import { startEmbedded, type Embedded } from '../src/platform/server/embedded/start-embedded.ts'
import { copyTenant } from './neighbours.ts'

export interface Size {
  /** In the tenant that is measured, with 25 contacts each. */
  readonly cases: number
  readonly neighbours: number
  /** In each of the other tenants, with 20 contacts each. */
  readonly neighbourCases: number
  /** In the tenant that is measured; only where something about them is measured. */
  readonly barriers?: number
}

export interface Installation extends Embedded {
  /** Until the database answered and had the schema of this version; what is prepared for measuring comes after it. */
  readonly startSeconds: number
}

/** Nothing has to survive a crash while the data are made: what broke off is made anew. */
const whileFilling = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=16GB',
  'checkpoint_timeout=1h',
  'autovacuum=off',
  'shared_buffers=1GB',
]

/**
 * The database of the bench as an operator starts it. Its tenants are made once and kept for the next run. The schema
 * moves on with the program; a folder whose data did not get ready is emptied.
 */
export async function openInstallation(dataDir: string, size: Size): Promise<Installation> {
  const ready = join(dataDir, `fertig-${size.cases}-${size.neighbours}-${size.neighbourCases}`)
  if (!existsSync(ready)) {
    if (existsSync(dataDir)) console.log(`${dataDir} ist nicht fertig geworden und wird neu angelegt.`)
    rmSync(dataDir, { recursive: true, force: true })
    const embedded = await startEmbedded({ dataDir, log: console.log, settings: whileFilling })
    try {
      await migrate(embedded.urls.owner)
      await fill(superuser(embedded), size)
    } finally {
      await embedded.stop()
    }
    writeFileSync(ready, '')
  }
  const begin = performance.now()
  const embedded = await startEmbedded({ dataDir, log: console.log })
  await migrate(embedded.urls.owner)
  const startSeconds = (performance.now() - begin) / 1000
  await addWhatIsMissing(embedded.urls.owner, size)
  await afterANight(superuser(embedded))
  return { ...embedded, startSeconds }
}

/**
 * What autovacuum does to a Kreis overnight, done before anything is measured: else plans and index-only scans depend on
 * whether its minute has come.
 */
async function afterANight(admin: string): Promise<void> {
  const pool = createPool(admin, 1)
  try {
    await pool.query('vacuum (analyze)')
  } finally {
    await pool.end()
  }
}

/** To the tenant that is measured: what the generator has learned since it was made, and barriers; a second time none. */
async function addWhatIsMissing(url: string, { cases, barriers }: Size): Promise<void> {
  const owner = createPool(url, 2)
  try {
    await generate(owner, { tenants: 1, cases, seed: cases, ...(barriers ? { barriers } : {}) }, console.log)
  } finally {
    await owner.end()
  }
}

/** `admin` leads to the server's own database; the tenants are in that of the application. */
function superuser({ admin, urls }: Embedded): string {
  const url = new URL(admin)
  url.pathname = new URL(urls.owner).pathname
  return url.href
}

/** The tenant that is measured, one neighbour, and copies of it: made one by one, 54 tenants would take hours. */
async function fill(admin: string, { cases, neighbours, neighbourCases }: Size): Promise<void> {
  const pool = createPool(admin, 2)
  try {
    await generate(pool, { tenants: 1, cases, seed: cases }, console.log)
    if (neighbours === 0) return
    const model = { tenants: 1, cases: neighbourCases, seed: neighbourCases, contactsPerCase: 20 }
    await generate(pool, model, console.log)
    const [key] = generatedKeys(model)
    const { rows } = await pool.query<{ id: string }>('select id from tenant where key = $1', [key])
    const copies = Array.from({ length: neighbours - 1 }, (_, n) => ({ id: newId(), key: `${key}-${n + 1}` }))
    await copyTenant(admin, rows[0]!.id, copies, console.log)
  } finally {
    await pool.end()
  }
}
