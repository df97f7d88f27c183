import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealAudit } from '../../src/platform/server/audit/seal-audit.ts'
import { verifyAudit } from '../../src/platform/server/audit/verify-audit.ts'
import { connect } from '../../src/platform/server/db/connect.ts'
import { counts, gatesInSeconds } from '../../src/platform/server/testing/counts.ts'
import { anInstallation, type Installation } from './an-installation.ts'
import { aFreePort, KillableServer } from './killable-server.ts'
import { lostAndDoubled } from './lost-and-doubled.ts'
import { keepWriting } from './writers.ts'

let house: Installation
let server: KillableServer
beforeAll(async () => {
  house = await anInstallation(8)
  server = new KillableServer(await aFreePort(), house.embedded.urls)
  await server.start()
}, 120_000)
afterAll(async () => {
  await server.kill()
  await house.close()
}, 60_000)

test(
  'F1 the server killed again and again under 8 writers: nothing acknowledged is lost, nothing is there twice, sessions survive',
  { timeout: 600_000 },
  async () => {
    const end = new AbortController()
    const writing = keepWriting(server.url, house.writers, end.signal)
    const starts: number[] = []
    try {
      for (let kill = 0; kill < counts.serverKills; kill += 1) {
        await wait(700 + Math.random() * 600)
        await server.kill()
        starts.push(await server.start())
      }
      await wait(700)
    } finally {
      end.abort()
    }
    const written = await writing
    expect(await lostAndDoubled(house, written)).toEqual({ lost: [], doubled: [] })
    expect(written.acknowledged.size).toBeGreaterThan(counts.serverKills * 5)
    // Without an answer the connection was cut; otherwise the session was good at once, on every server process.
    expect(written.wrong).toEqual([])
    // Gates in seconds hold on a quiet machine: `npm run test:full`.
    if (gatesInSeconds) expect(Math.max(...starts)).toBeLessThan(3000)
    // What was audited in the same transactions makes an unbroken chain over all kills.
    // While the server's own sealer is at it, another answers at once without having sealed anything.
    const chain = async () => {
      await sealAudit(house.owner, house.tenant.id, { everything: true })
      return verifyAudit(house.owner, house.tenant.id)
    }
    await expect
      .poll(chain, { timeout: 30_000, interval: 500 })
      .toMatchObject({ faults: [], unsealed: { count: 0 } })
  },
)

const postmaster = () =>
  Number(readFileSync(join(house.folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
async function oneBackend(): Promise<number> {
  const client = await connect(house.embedded.urls.owner)
  try {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where usename = 'lotse_app' and pid <> pg_backend_pid() limit 1`,
    )
    return rows[0]!.pid
  } finally {
    await client.end()
  }
}

test.each([
  ['one backend', oneBackend],
  ['PostgreSQL as a whole', async () => postmaster()],
] as const)(
  'F2 %s killed: nothing lost, 503 with Retry-After meanwhile, back by itself within 5 s',
  { timeout: 120_000 },
  async (_name, victim) => {
    const end = new AbortController()
    const writing = keepWriting(server.url, house.writers, end.signal)
    try {
      await wait(1500)
      process.kill(await victim(), 'SIGKILL')
      await wait(7000)
    } finally {
      end.abort()
    }
    const written = await writing
    expect(await lostAndDoubled(house, written)).toEqual({ lost: [], doubled: [] })
    expect(written.wrong).toEqual([])
    expect(written.statuses.get(0) ?? 0).toBe(0)
    expect(written.statuses.get(503) ?? 0).toBeGreaterThan(0)
    if (gatesInSeconds) expect(written.longestPause).toBeLessThan(5000)
  },
)
