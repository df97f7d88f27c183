import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { connect } from '../../src/platform/server/db/connect.ts'
import { listSchema } from '../../src/platform/server/db/generate/list-schema.ts'
import { migrate, pendingMigrations } from '../../src/platform/server/db/migrate.ts'
import { counts } from '../../src/platform/server/testing/counts.ts'
import { inDatabase } from '../../src/platform/server/testing/test-server.ts'

const script = fileURLToPath(new URL('run-migrations.ts', import.meta.url))
const server = inject('testServer')
let name: string
let owner: string
beforeEach(async () => {
  name = `lotse_test_${server.run}_${randomBytes(4).toString('hex')}`
  owner = inDatabase(server.urls.owner, name)
  await administrate(
    `create database ${name} owner lotse_owner template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
  )
})
afterEach(() => administrate(`drop database if exists ${name} with (force)`))

async function administrate(sql: string): Promise<void> {
  const client = await connect(server.admin)
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
async function schemaOf(url: string): Promise<string[]> {
  const client = await connect(url)
  try {
    return await listSchema(client)
  } finally {
    await client.end()
  }
}
const wanted = () => schemaOf(inDatabase(server.admin, server.template))

/** Tables there are, but for the catalogue's own: none before, all after, never some. */
async function tables(): Promise<number> {
  const client = await connect(inDatabase(server.admin, name))
  try {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'auth')`,
    )
    return rows[0]!.count
  } finally {
    await client.end()
  }
}

test(
  'F15 migrating is killed again and again: the database is empty or complete, and the next run completes it',
  { timeout: 900_000 },
  async () => {
    const seen = new Set<number>()
    for (let kill = 0; kill < counts.migrationKills; kill += 1) {
      const child = spawn(process.execPath, [script, owner], { stdio: 'ignore' })
      const gone = new Promise((done) => child.once('exit', done))
      await wait(300 + Math.random() * 1500)
      child.kill('SIGKILL')
      await gone
      seen.add(await tables())
    }
    await migrate(owner)
    seen.delete(0)
    seen.delete(await tables())
    expect([...seen]).toEqual([])
    expect(await schemaOf(inDatabase(server.admin, name))).toEqual(await wanted())
    expect(await pendingMigrations(inDatabase(server.urls.app, name))).toEqual([])
  },
)

test(
  'F15 two processes at once and once more after them: each file is applied once',
  { timeout: 300_000 },
  async () => {
    const applied = await Promise.all([migrate(owner), migrate(owner)])
    const all = applied.flat()
    expect(all.length).toBeGreaterThan(15)
    expect(new Set(all).size).toBe(all.length)
    expect(applied.map(({ length }) => length).sort((a, b) => a - b)[0]).toBe(0)
    expect(await migrate(owner)).toEqual([])
    expect(await schemaOf(inDatabase(server.admin, name))).toEqual(await wanted())
  },
)

/** The migrations there are, and one more of the next version. */
function nextVersion(sql: string): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'lotse-next-'))
  cpSync(fileURLToPath(new URL('../../db/migrations', import.meta.url)), dir, { recursive: true })
  writeFileSync(join(dir, '9999_next.sql'), sql)
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

test('F15 a busy table: the migration gives up after its lock_timeout, nothing is changed, nobody waits behind it', async () => {
  await administrate(`drop database ${name}`)
  await administrate(`create database ${name} template ${server.template} owner lotse_owner`)
  const next = nextVersion('alter table person add column of_the_next_version text;')
  const before = await schemaOf(inDatabase(server.admin, name))
  const reader = await connect(inDatabase(server.admin, name))
  const other = await connect(inDatabase(server.admin, name))
  try {
    await reader.query('begin')
    await reader.query('select count(*) from person')
    const begin = performance.now()
    const migrating = migrate(owner, { dir: next.dir, lockTimeout: '400ms' })
    await wait(150)
    // Who reads now waits behind the migration, until that has given up.
    const reading = other.query('select count(*) from person')
    await expect(migrating).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(
        /in 9999_next\.sql; sie ist unverändert\. Eine Tabelle war zu lange gesperrt/,
      ),
    })
    await reading
    expect(performance.now() - begin).toBeLessThan(10_000)
    expect(await schemaOf(inDatabase(server.admin, name))).toEqual(before)
    await reader.query('commit')
    expect(await migrate(owner, { dir: next.dir, lockTimeout: '400ms' })).toEqual(['9999_next'])
  } finally {
    await reader.end()
    await other.end()
    next.remove()
  }
})
