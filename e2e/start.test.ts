import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, inject, test } from 'vitest'
import { gatesInSeconds } from '../src/platform/server/testing/counts.ts'
import { runLotse, stopAll, type Lotse } from './lotse.ts'

let folder = ''
let env: Record<string, string> = {}
/** What the first start of this file made, stopped: the test of a running server need not make it again. */
const made = mkdtempSync(join(tmpdir(), 'lotse-made-'))
afterAll(() => rmSync(made, { recursive: true, force: true }))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-start-'))
  // Under root the database runs as nobody, who must get in.
  chmodSync(folder, 0o755)
  env = { DATA_DIR: join(folder, 'data'), PORT: '0' }
})
afterEach(async () => {
  await stopAll()
  rmSync(folder, { recursive: true, force: true })
})

const address = /Lotse läuft: (\S+)/
const postmaster = () =>
  Number(readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0])
const stopped = () => !existsSync(join(folder, 'data/postgres/postmaster.pid'))
const ready = (url: string) =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) }).then(
    ({ status }) => status,
    () => 0,
  )

/** With owners and rights: under root the database belongs to nobody. */
const copy = (from: string, to: string) => execFileSync('cp', ['-a', from, to])

async function startOnCopy(): Promise<{ lotse: Lotse; url: string }> {
  if (existsSync(join(made, 'data'))) copy(join(made, 'data'), folder)
  return startAndWait()
}

async function startAndWait(): Promise<{ lotse: Lotse; url: string }> {
  const lotse = runLotse(['start'], env)
  return { lotse, url: await lotse.says(address, 120_000) }
}

// One test for both: loading a Kreis takes most of the time of this file.
test('Ctrl-C in the middle of the first start leaves nothing half-made; the next one makes a running server, another finds the data', async () => {
  const interrupted = runLotse(['start'], env)
  await interrupted.says(/Die Datenbank wird angelegt/)
  interrupted.signal('SIGINT')
  expect(await interrupted.ended).toBe(0)
  expect(stopped()).toBe(true)

  const first = await startAndWait()
  expect(await ready(first.url)).toBe(200)
  const passwords = readFileSync(join(folder, 'data/postgres.json'), 'utf8')
  first.lotse.signal('SIGINT')
  expect(await first.lotse.ended).toBe(0)
  expect(stopped()).toBe(true)

  const begin = Date.now()
  const again = await startAndWait()
  expect(await ready(again.url)).toBe(200)
  if (gatesInSeconds) expect((Date.now() - begin) / 1000).toBeLessThanOrEqual(8)
  expect(again.lotse.output()).not.toMatch(/angelegt|eingerichtet/)
  expect(readFileSync(join(folder, 'data/postgres.json'), 'utf8')).toBe(passwords)
  again.lotse.signal('SIGTERM')
  expect(await again.lotse.ended).toBe(0)
  expect(stopped()).toBe(true)
  copy(join(folder, 'data'), made)
})

// One start for three: each is three seconds of processor time, and a copy of the data.
test('a command beside a running server leaves it running; F2: PostgreSQL killed while serving is back (within 5 s in test:full); a program killed outright leaves the database running, and the next start adopts and stops it', async () => {
  const { lotse, url } = await startOnCopy()
  const migrate = runLotse(['migrate'], env)
  expect(await migrate.ended).toBe(0)
  expect(migrate.output()).toContain('Die Datenbank ist auf dem neuesten Stand.')
  expect(await ready(url)).toBe(200)

  process.kill(postmaster(), 'SIGKILL')
  const patience = gatesInSeconds ? 5000 : 60_000
  await lotse.says(/Die Datenbank ist wieder da/, patience)
  await expect.poll(() => ready(url), { timeout: patience }).toBe(200)

  const pid = postmaster()
  // The front door runs in the pinned runtime here, so this is the server itself.
  lotse.signal('SIGKILL')
  await lotse.ended
  const again = await startAndWait()
  expect(postmaster()).toBe(pid)
  again.lotse.signal('SIGTERM')
  expect(await again.lotse.ended).toBe(0)
  expect(stopped()).toBe(true)
})

test('a busy port is named before anything is made', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => other.once('listening', done))
  const { port } = other.address() as { port: number }
  const lotse = runLotse(['start'], { ...env, PORT: String(port) })
  expect(await lotse.ended).toBe(4)
  expect(lotse.output()).toMatch(new RegExp(`^Der Anschluss ${port} auf 127.0.0.1 ist belegt\\.`))
  expect(existsSync(join(folder, 'data'))).toBe(false)
  other.close()
})

test.each([
  ['below a file', () => join(folder, 'file/data'), 'dort liegt eine Datei'],
  // Not even root makes a folder there.
  ['without permission', () => '/sys/lotse', '(keine Berechtigung|nur lesbar)'],
])('a folder that cannot be written is named, nothing is begun: %s', async (_name, place, why) => {
  writeFileSync(join(folder, 'file'), '')
  const lotse = runLotse(['start'], { ...env, DATA_DIR: place() })
  expect(await lotse.ended).toBe(5)
  expect(lotse.output()).toMatch(
    new RegExp(`^In den Ordner ${place()} kann nicht geschrieben werden \\(${why}\\)`),
  )
  expect(lotse.output()).not.toContain('wird angelegt')
})

test.each([
  ['no address', { DATABASE_URL: 'lotse' }, 2, /^DATABASE_URL muss die Form postgres:/],
  [
    'only one of the logins',
    { DATABASE_URL: 'postgres://a:b@127.0.0.1/lotse' },
    2,
    /DATABASE_AUTH_URL[^]*DATABASE_JOBS_URL/,
  ],
  ['nobody listening', logins('127.0.0.1:1'), 3, /^Keine Verbindung zur Datenbank »lotse« auf 127.0.0.1:1/],
  [
    'a wrong password',
    withPassword('falsch'),
    3,
    /als »lotse_app\w*«: Anmeldename oder Passwort ist falsch\./,
  ],
  ['no such database', inDatabase('gibtesnicht'), 3, /»gibtesnicht« .*: Diese Datenbank gibt es nicht\./],
])('a wrong DATABASE_URL is explained: %s', async (_name, wrong, code, message) => {
  const lotse = runLotse(['start'], { ...env, ...wrong })
  expect(await lotse.ended).toBe(code)
  expect(lotse.output()).toMatch(message)
  expect(lotse.output()).not.toContain('    at ')
})

test('every wrong variable is named at once', async () => {
  const lotse = runLotse(['start'], { ...env, PORT: 'abc', LOTSE_MODE: 'x' })
  expect(await lotse.ended).toBe(2)
  expect(lotse.output().trim().split('\n')).toHaveLength(2)
})

test('an unknown command lists the known ones', async () => {
  const lotse = runLotse(['strat'], env)
  expect(await lotse.ended).toBe(64)
  expect(lotse.output()).toMatch(/^Den Befehl »strat« gibt es nicht\.[^]*start/)
})

/** The logins of the tests' server with one thing changed. */
function changed(change: (url: URL) => void): Record<string, string> {
  const { app, auth, jobs } = inject('testServer').urls
  const urls = [app, auth, jobs].map((text) => {
    const url = new URL(text)
    change(url)
    return url.href
  })
  return { DATABASE_URL: urls[0]!, DATABASE_AUTH_URL: urls[1]!, DATABASE_JOBS_URL: urls[2]! }
}
function withPassword(password: string) {
  return changed((url) => (url.password = password))
}
function inDatabase(name: string) {
  return changed((url) => (url.pathname = `/${name}`))
}

function logins(server: string): Record<string, string> {
  const url = `postgres://a:b@${server}/lotse`
  return { DATABASE_URL: url, DATABASE_AUTH_URL: url, DATABASE_JOBS_URL: url }
}
