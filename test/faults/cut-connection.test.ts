import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { requestEndpoints as endpoints } from '../../src/modules/cases/index.ts'
import { newId } from '../../src/platform/contract/ids.ts'
import { counts, gatesInSeconds } from '../../src/platform/server/testing/counts.ts'
import { buildServer } from '../../src/server.ts'
import { Client } from '../../src/testing/client.ts'
import { openHouse, type TestUser } from '../../src/testing/house.ts'

/** What the line between server and database does with what it carries. */
type Line = 'carries' | 'cutsBeforeCommit' | 'cutsAfterCommit' | 'stalls'

/** A line to the database that can be cut in the middle of a COMMIT, and stopped. */
class Wire {
  line: Line = 'carries'
  cuts = 0
  readonly #held: (() => void)[] = []
  readonly #sockets = new Set<Socket>()
  readonly #server = createServer((client) => this.#carry(client))
  readonly #to: { host: string; port: number }

  constructor(url: string) {
    const { hostname, port } = new URL(url)
    this.#to = { host: hostname, port: Number(port) }
  }

  /** The same login and database, by this line. */
  async through(url: string): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await new Promise((done) => this.#server.once('listening', done))
    const changed = new URL(url)
    changed.hostname = '127.0.0.1'
    changed.port = String((this.#server.address() as AddressInfo).port)
    return changed.href
  }

  goOn(): void {
    this.line = 'carries'
    for (const resume of this.#held.splice(0)) resume()
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }

  #carry(client: Socket): void {
    const database = connect(this.#to)
    for (const socket of [client, database]) {
      this.#sockets.add(socket)
      socket.on('error', () => {})
    }
    let answersDropped = false
    client.on('data', (data) => {
      const commits = data.includes('commit\0')
      if (this.line === 'stalls') this.#held.push(() => database.write(data))
      else if (commits && this.line === 'cutsBeforeCommit') this.#cut(client, database)
      else {
        if (commits && this.line === 'cutsAfterCommit') answersDropped = true
        database.write(data)
      }
    })
    database.on('data', (data) => {
      // PostgreSQL has committed and says so; nobody hears it.
      if (!answersDropped) client.write(data)
      else if (data.includes('COMMIT\0')) this.#cut(client, database)
    })
    client.on('close', () => database.end())
    database.on('close', () => client.end())
  }

  #cut(client: Socket, database: Socket): void {
    this.cuts += 1
    this.line = 'carries'
    client.destroy()
    database.destroy()
  }
}

const house = await openHouse()
const wire = new Wire(house.urls.app)
const app = await wire.through(house.urls.app)
const server = await buildServer({
  mode: 'demo',
  host: '127.0.0.1',
  port: 0,
  publicUrl: undefined,
  logLevel: 'silent',
  shedLoad: false,
  trustProxy: false,
  filesDir: '/tmp/lotse-test-files',
  database: { ...house.urls, app },
})
let anna: TestUser
let client: Client
beforeAll(async () => {
  anna = await house.user(house.a, {
    roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }],
  })
  client = new Client(server.app, anna.client.token)
})
beforeEach(() => wire.goOn())
afterAll(async () => {
  wire.goOn()
  await server.close()
  wire.close()
  await house.close()
})

const record = (concern: string, idempotencyKey: string) =>
  client.call(endpoints.record, {
    body: { channel: 'phone', siteId: house.a.site, concern },
    idempotencyKey,
  })
const stored = (concern: string) =>
  house.system(house.a, (tx) =>
    tx.selectFrom('request_text').select('request_id').where('concern', '=', concern).execute(),
  )

test.each([
  ['cutsBeforeCommit', 0],
  ['cutsAfterCommit', 1],
] as const)(
  'F16 a line that %s: 503 with Retry-After; the same key finds out, and there is one row',
  async (line, after) => {
    for (let round = 0; round < 5; round += 1) {
      const [concern, key] = [`${line} ${round}`, newId()]
      const cuts = wire.cuts
      wire.line = line
      const unknown = await record(concern, key)
      expect(wire.cuts).toBe(cuts + 1)
      expect([unknown.status, unknown.headers['retry-after']]).toEqual([503, '2'])
      expect(await stored(concern)).toHaveLength(after)
      const known = await record(concern, key)
      expect(known.status).toBe(201)
      expect(await stored(concern)).toEqual([{ request_id: known.body.id }])
    }
  },
)

test(
  'F16 a database that answers nothing: 503 within 2 s for who comes then, everything again afterwards',
  { timeout: 120_000 },
  async () => {
    wire.line = 'stalls'
    const waiting = Array.from({ length: 20 }, (_, n) => record(`wartet ${n}`, newId()))
    const keys: string[] = []
    const slowest: number[] = []
    const late = async (n: number) => {
      const key = newId()
      const begin = performance.now()
      const { status, headers } = await record(`zu spät ${n}`, key)
      slowest.push(performance.now() - begin)
      expect([status, headers['retry-after']]).toEqual([503, '2'])
      keys.push(key)
    }
    const end = performance.now() + counts.stallSeconds * 1000
    while (performance.now() < end) await Promise.all([1, 2, 3, 4, 5].map(() => late(keys.length)))
    if (gatesInSeconds) expect(Math.max(...slowest)).toBeLessThan(2000)
    wire.goOn()
    const statuses = (await Promise.all(waiting)).map(({ status }) => status)
    expect(statuses.every((status) => status === 201 || status === 503)).toBe(true)
    expect((await record('danach', newId())).status).toBe(201)
    // Who was told "not now" was not heard: the same key does it, once.
    const [key] = keys
    const [first, again] = [await record('noch einmal', key!), await record('noch einmal', key!)]
    expect([first.status, again.body.id]).toEqual([201, first.body.id])
    expect(await stored('noch einmal')).toHaveLength(1)
    console.log(
      `F16 ${counts.stallSeconds} s: ${keys.length} × 503, the slowest in ${Math.max(...slowest).toFixed(0)} ms`,
    )
  },
)
