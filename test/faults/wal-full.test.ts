import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../src/platform/server/db/connect.ts'
import { anInstallation, type Installation } from './an-installation.ts'
import { aSmallDisk } from './a-small-disk.ts'
import { aFreePort, KillableServer } from './killable-server.ts'
import { lostAndDoubled } from './lost-and-doubled.ts'
import { keepWriting } from './writers.ts'

const disk = aSmallDisk(64, 'F6 disk of the write-ahead log full')
const said: string[] = []
let house: Installation
let server: KillableServer
beforeAll(async () => {
  if (!disk) return
  house = await anInstallation(5, {
    // Small segments, so that a few hundred rows need the next one.
    initdb: ['--wal-segsize=1', `--waldir=${disk.folder}/pg_wal`],
    settings: ['min_wal_size=2MB', 'max_wal_size=8MB'],
    log: (line) => said.push(line),
  })
  server = new KillableServer(await aFreePort(), house.embedded.urls)
  await server.start()
}, 120_000)
afterAll(async () => {
  await server?.kill()
  await house?.close()
  disk?.remove()
}, 60_000)

/**
 * As a standby that went away leaves it: PostgreSQL may remove nothing that it has not fetched. The segments it keeps ready
 * for later are used up, so that writing soon needs another.
 */
async function keepTheLog(): Promise<void> {
  const admin = await connect(house.embedded.admin)
  await admin.query(`select pg_create_physical_replication_slot('gone', true)`)
  const ready = () =>
    admin.query(`select from pg_ls_waldir() where name > pg_walfile_name(pg_current_wal_insert_lsn())
      and name ~ '^[0-9A-F]{24}$'`)
  while ((await ready()).rowCount! > 0) {
    await admin.query(`select pg_logical_emit_message(false, 'test', 'so that there is something to close')`)
    await admin.query('select pg_switch_wal()')
  }
  await admin.end()
}

const sentence =
  'Die Datenbank ist gerade nicht erreichbar. Ihre Eingabe ist nicht verloren; bitte versuchen Sie es gleich noch einmal.'

/** Answers to somebody who only reads that are neither the page nor the sentence; no answer within ten seconds is 0. */
const wrong: unknown[] = []
async function read(id: string): Promise<number> {
  const [status, title, retry] = await fetch(`${server.url}/api/requests/${id}`, {
    headers: { cookie: `__Host-lotse=${house.writers[4]!.token}`, 'x-forwarded-for': '10.0.1.1' },
    signal: AbortSignal.timeout(10_000),
  }).then(
    async (answer) => [
      answer.status,
      ((await answer.json()) as { title?: string }).title,
      answer.headers.get('retry-after'),
    ],
    () => [0],
  )
  if (status !== 200 && !(status === 503 && title === sentence && retry === '2')) wrong.push([status, title])
  return Number(status)
}

const postgresAnswers = () =>
  connect(house.embedded.admin).then(
    (client) => client.end().then(() => true),
    () => false,
  )

test.skipIf(!disk)(
  'F6 the disk of the write-ahead log full, PostgreSQL stops: a sentence, nothing acknowledged lost, all goes on by itself when there is room',
  { timeout: 180_000 },
  async () => {
    const one = new AbortController()
    const before = keepWriting(server.url, house.writers.slice(0, 1), one.signal)
    one.abort()
    const [known] = (await before).acknowledged.values()
    await keepTheLog()
    const makeRoom = disk!.fillUpTo(0)
    const end = new AbortController()
    const writing = keepWriting(server.url, house.writers.slice(0, 4), end.signal)
    try {
      await expect.poll(() => read(known!), { timeout: 90_000, interval: 200 }).toBe(503)
      // Long enough for the operator to be told.
      await expect.poll(() => said.join('\n'), { timeout: 30_000 }).toMatch(/No space left on device/)
      expect(await read(known!)).toBe(503)
      makeRoom()
      await expect.poll(postgresAnswers, { timeout: 30_000 }).toBe(true)
      await expect.poll(() => read(known!), { timeout: 10_000, interval: 200 }).toBe(200)
      await wait(1000)
    } finally {
      end.abort()
    }
    const written = await writing
    expect([...written.wrong, ...wrong]).toEqual([])
    expect(new Set(written.statuses.keys())).toEqual(new Set([201, 503]))
    expect([...written.told]).toEqual([sentence])
    expect(await lostAndDoubled(house, written)).toEqual({ lost: [], doubled: [] })
    expect(said.at(-1)).toBe('Die Datenbank ist wieder da.')
  },
)
