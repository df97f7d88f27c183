import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { counts, gatesInSeconds } from '../../src/platform/server/testing/counts.ts'
import { aCase } from '../../src/testing/a-case.ts'
import { openHouse, type TestUser } from '../../src/testing/house.ts'
import { aFreePort, KillableServer } from './killable-server.ts'

// A server process of its own beside the database of the tests: this process is the one that presses.
const house = await openHouse({ trustProxy: true })
const files = mkdtempSync(join(tmpdir(), 'lotse-pressure-'))
let server: KillableServer
let people: TestUser[]
let caseId: string
beforeAll(async () => {
  const roles = [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }] as const
  people = await Promise.all(Array.from({ length: 8 }, () => house.user(house.a, { roles })))
  caseId = (await aCase({ responsible: people[0]! })).id
  server = new KillableServer(await aFreePort(), house.urls, files)
  await server.start()
}, 180_000)
afterAll(async () => {
  await server.kill()
  await house.close()
  rmSync(files, { recursive: true, force: true })
})

let asked = 0
const headersOf = (user: TestUser) => ({
  cookie: `__Host-lotse=${user.client.token}`,
  // The limit per address is not what is tested here.
  'x-forwarded-for': `10.2.${(asked += 1) % 250}.1`,
})
async function ask(user: TestUser): Promise<{ status: number; retry: string | null; ms: number }> {
  const begin = performance.now()
  const signal = AbortSignal.timeout(20_000)
  const answer = await fetch(`${server.url}/api/cases`, { headers: headersOf(user), signal }).catch(
    () => undefined,
  )
  await answer?.arrayBuffer()
  const ms = performance.now() - begin
  return { status: answer?.status ?? 0, retry: answer?.headers.get('retry-after') ?? null, ms }
}

/** Four people at work: p95 in milliseconds. */
async function p95OfFour(each = 40): Promise<number> {
  const times: number[] = []
  const atWork = async (user: TestUser) => {
    for (let n = 0; n < each; n += 1) {
      const { status, ms } = await ask(user)
      expect(status).toBe(200)
      times.push(ms)
    }
  }
  await Promise.all(people.slice(0, 4).map(atWork))
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!
}

/** Connections whose request comes a byte at a time and never ends. */
async function openSlowClients(count: number): Promise<{ open(): number; close(): void }> {
  const sockets: Socket[] = []
  const { hostname, port } = new URL(server.url)
  for (let n = 0; n < count; n += 1) {
    const socket = connect({ host: hostname, port: Number(port) })
    socket.on('error', () => {})
    await new Promise((done) => socket.once('connect', done).once('close', done))
    socket.write('POST /api/requests HTTP/1.1\r\nhost: localhost\r\nx-slow: ')
    sockets.push(socket)
  }
  const drip = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('a')
  }, 500)
  return {
    open: () => sockets.filter(({ destroyed }) => !destroyed).length,
    close: () => {
      clearInterval(drip)
      for (const socket of sockets) socket.destroy()
    },
  }
}

test('F10 beside slow clients the others go on as before', { timeout: 120_000 }, async () => {
  await p95OfFour()
  const before = await p95OfFour()
  const slow = await openSlowClients(counts.slowClients)
  try {
    const beside = await p95OfFour()
    expect(slow.open()).toBe(counts.slowClients)
    if (gatesInSeconds) expect(beside / before).toBeLessThan(2)
    console.log(`F10 ${counts.slowClients} slow clients: p95 ${before.toFixed(1)} → ${beside.toFixed(1)} ms`)
  } finally {
    slow.close()
  }
})

test(
  'F11 ten times the load: some are told "not now", and it is over when the load is',
  { timeout: 180_000 },
  async () => {
    const before = await p95OfFour()
    const end = performance.now() + counts.overloadSeconds * 1000
    const statuses = new Map<number, number>()
    const press = async (user: TestUser) => {
      while (performance.now() < end) {
        const { status, retry } = await ask(user)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status === 503 || status === 429) expect(retry).not.toBeNull()
      }
    }
    // A peak of one server is 25 people asking without a pause (`npm run bench`).
    await Promise.all(Array.from({ length: 250 }, (_, n) => press(people[n % people.length]!)))
    expect([...statuses.keys()].filter((status) => ![200, 429, 503].includes(status))).toEqual([])
    expect(statuses.get(200)).toBeGreaterThan(0)
    const memory = server.mostMemory()
    if (memory !== undefined) expect(memory).toBeLessThan(512)
    // Who pressed is over the limit of a minute; others are not.
    const rested = people.splice(0)
    const roles = [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }] as const
    people.push(
      ...(await Promise.all(Array.from({ length: 4 }, () => house.user(house.a, { roles })))),
      ...rested,
    )
    const begin = performance.now()
    while ((await ask(people[0]!)).status !== 200) await wait(200)
    const after = await p95OfFour()
    const seconds = (performance.now() - begin) / 1000
    expect(seconds).toBeLessThan(30)
    if (gatesInSeconds) expect(after / before).toBeLessThan(2)
    console.log(
      `F11 ${counts.overloadSeconds} s: ${[...statuses].map(([status, n]) => `${n} × ${status}`).join(', ')}, at most ${memory} MB, p95 ${before.toFixed(1)} → ${after.toFixed(1)} ms after it`,
    )
  },
)

/** Sends a file of that size and cuts the line at 99 %, or when the server does; answers the status, 0 without one. */
function abortedUpload(user: TestUser, bytes: number, sayLength: boolean): Promise<number> {
  const boundary = 'lotse-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="groß.pdf"\r\n\r\n%PDF-1.7\n`
  const chunk = Buffer.alloc(256 * 1024, '%\n')
  return new Promise((resolve) => {
    const length = sayLength ? { 'content-length': String(bytes) } : { 'transfer-encoding': 'chunked' }
    const sending = request(`${server.url}/api/cases/${caseId}/documents?kind=letter&secrecy203=false`, {
      method: 'POST',
      headers: {
        ...headersOf(user),
        ...length,
        host: 'localhost',
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      agent: false,
    })
    let status = 0
    sending.on('response', (response) => {
      status = response.statusCode ?? 0
      response.resume()
    })
    sending.on('error', () => {})
    sending.on('close', () => resolve(status))
    sending.write(head)
    let sent = head.length
    const more = () => {
      while (sent < bytes * 0.99 && !sending.destroyed) {
        sent += chunk.length
        if (!sending.write(chunk)) return void sending.once('drain', more)
      }
      sending.destroy()
    }
    more()
  })
}

test(
  'F13 uploads that break off at 99 %: constant memory, nothing left behind',
  { timeout: 300_000 },
  async () => {
    const before = server.mostMemory()
    const sizes = [counts.uploadBytes, 9 * 1024 ** 2]
    const statuses = await Promise.all(
      Array.from({ length: counts.parallelUploads }, (_, n) =>
        abortedUpload(people[n % people.length]!, sizes[n % 2]!, n % 4 < 2),
      ),
    )
    expect(statuses.filter((status) => ![0, 413, 429, 503].includes(status))).toEqual([])
    await expect.poll(async () => (await ask(people[0]!)).status, { timeout: 20_000 }).toBe(200)
    expect(readdirSync(files, { recursive: true })).toEqual([])
    const rows = await house.system(house.a, (tx) => tx.selectFrom('document').select('id').execute())
    expect(rows).toEqual([])
    const memory = server.mostMemory()
    if (memory !== undefined) expect(memory).toBeLessThan(512)
    // Constant: what is sent is not what is held.
    if (memory !== undefined && before !== undefined) expect(memory - before).toBeLessThan(200)
    console.log(`F13 ${counts.parallelUploads} uploads: at most ${before} → ${memory} MB`)
    // None of them holds a place any more.
    for (let n = 0; n < 8; n += 1) {
      expect(await abortedUpload(people[1]!, 20 * 1024 ** 2, true)).not.toBe(503)
    }
  },
)
