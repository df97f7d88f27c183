import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightsOf, roles, type Role } from '../../modules/staff/index.ts'
import { newId } from '../../platform/contract/ids.ts'
import { counts } from '../../platform/server/testing/counts.ts'
import { connect } from '../../platform/server/db/connect.ts'
import { startJobs } from '../../platform/server/jobs/start-jobs.ts'
import { exportsJob } from '../../modules/exports/server/index.ts'
import type { Client } from '../client.ts'
import { openHouse } from '../house.ts'
import { arbitraryOf } from '../proof/arbitrary-of.ts'
import { fitting } from '../proof/fits.ts'
import { objects } from '../proof/objects.ts'
import { operationsOf, type Operation } from '../proof/operations.ts'
import { keys } from '../proof/requests.ts'
import { asking, type Target } from '../proof/asking.ts'
import { theWorld, type World } from '../proof/the-world.ts'

// F14, BC-26, BC-34: requests made from openapi.json, valid and hostile, in sessions of every role and none.
/** What is planted: a word in the texts of each tenant, and a birth date and a telephone number. */
const planted = /Kanarienhahn|Zeisigweib|1931-07-29|29\.07\.1931|9183746/i
const log = { lines: 0, leaks: [] as string[] }
const house = await openHouse({
  trustProxy: true,
  logLevel: 'trace',
  logTo: {
    write: (line) => {
      log.lines += 1
      if (planted.test(line)) log.leaks.push(line.slice(0, 500))
    },
  },
})
let admin: Awaited<ReturnType<typeof connect>>
beforeAll(async () => {
  admin = await connect(house.admin)
})
afterAll(async () => {
  await admin.end()
  await house.close()
})
await house.app.ready()
const { operations, schemas } = operationsOf(house.app)
const fits = fitting(schemas)

/** Words that are in the texts of each tenant and must never turn up on the other side, in a log or in the audit. */
const canaries = { a: 'Kanarienhahn', b: 'Zeisigweib' } as const
const ids: Record<'a' | 'b', string[]> = { a: [], b: [] }
const sessions: { client: Client; tenant: 'a' | 'b' | undefined; role: Role | undefined }[] = []
const worlds = {} as Record<'a' | 'b', World>
beforeAll(async () => {
  for (const tenant of ['a', 'b'] as const) {
    const world = await theWorld(house, house[tenant])
    worlds[tenant] = world
    sessions.push(...roles.map((role) => ({ client: world.people[role].client, tenant, role })))
    // Who works cases asks more than all others together.
    sessions.push(
      ...Array.from({ length: 8 }, () => ({
        client: world.owners.own.client,
        tenant,
        role: 'caseManager' as const,
      })),
    )
    sessions.push({ client: world.owners.colleague.client, tenant, role: 'caseManager' })
    ids[tenant].push(...(await somethingOfEverything(world)))
  }
  sessions.push({ client: house.anonymous, tenant: undefined, role: undefined })
}, 120_000)

/** Objects of every kind, and what the tenant is furnished with. */
async function somethingOfEverything(world: World): Promise<string[]> {
  const found = Object.values(world.tenant).filter((value) => /^[0-9a-f-]{36}$/.test(value))
  for (const { make } of Object.values(objects)) {
    const made = await make(world.owners.own, world)
    found.push(...Object.values(made).filter((value) => /^[0-9a-f-]{36}$/.test(value)))
  }
  return [...new Set(found)]
}

/** The object made for this route and tenant a moment ago, or any id. */
type Param = string | { readonly fresh: true }

interface Sent {
  readonly operation: Operation
  readonly session: number
  readonly params: Record<string, Param>
  readonly query: Record<string, unknown>
  readonly body: unknown
  readonly version: number | undefined
}

/** One request to one route: ids of the own tenant mostly, of the other sometimes, of nothing now and then. */
function requestTo(operation: Operation): fc.Arbitrary<Sent> {
  const all = [...ids.a, ...ids.b]
  const about = (hostility: number) => ({ ids: all, canary: canaries.a, hostility })
  const param = (name: string): fc.Arbitrary<Param> =>
    fc.oneof(
      { weight: 12, arbitrary: fc.constant({ fresh: true as const }) },
      { weight: 3, arbitrary: fc.constantFrom(...all) },
      { weight: 1, arbitrary: fc.constantFrom(newId(), keys[name] ?? 'x', "1' or 1=1", '%00', '..%2f') },
    )
  const held = sessions.flatMap(({ role }, index) =>
    role && (operation.endpoint.right === 'self' || rightsOf([role]).has(operation.endpoint.right))
      ? [index]
      : [],
  )
  const query = Object.fromEntries(
    operation.query.map(({ name, schema }) => [
      name,
      fc.option(arbitraryOf(schema, schemas, about(0.2)), { nil: undefined }),
    ]),
  )
  return fc.record({
    operation: fc.constant(operation),
    session: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...held) },
      { weight: 1, arbitrary: fc.nat(sessions.length - 1) },
    ),
    params: fc.record(Object.fromEntries(operation.params.map(({ name }) => [name, param(name)]))),
    query: fc.record(query),
    body: operation.body
      ? fc.oneof(
          arbitraryOf(operation.body, schemas, about(0)),
          arbitraryOf(operation.body, schemas, about(0.05)),
        )
      : fc.constant(undefined),
    /** 1: the version there is. */
    version: fc.constantFrom(1, 1, 1, 1, 1, 2, 99, undefined),
  })
}

type Fresh = Readonly<Record<'a' | 'b', Target>>
const { target } = asking(house, schemas)
/** Objects made for this route, one in each tenant. */
const freshFor = async (operation: Operation): Promise<Fresh> => ({
  a: await target(operation, worlds.a.owners.own, worlds.a),
  b: await target(operation, worlds.b.owners.own, worlds.b),
})
async function versionNow({ stem, endpoint }: Operation, { ids: own, version }: Target): Promise<number> {
  const table = stem === undefined ? undefined : objects[stem]?.table
  const last = own['rating'] ?? own[/:(\w+)$/.exec(stem ?? '')?.[1] ?? '']
  if (table === undefined || last === undefined || !endpoint.ifMatch) return version
  const { rows } = await admin.query<{ version: number }>(`select version from ${table} where id = $1`, [
    last,
  ])
  return rows[0]?.version ?? version
}

let count = 0
const statuses = new Map<number, number>()
/** What is wrong with the answer, or undefined. */
async function faultOf(
  { operation, session, params, query, body, version }: Sent,
  fresh: Fresh,
): Promise<string | undefined> {
  const { client, tenant } = sessions[session]!
  const { endpoint } = operation
  const own = fresh[tenant ?? 'a']
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const param = params[name]!
    return encodeURIComponent(typeof param === 'string' ? param : (own.ids[name] ?? keys[name] ?? newId()))
  })
  // Texts of the second tenant carry its own word.
  const text =
    body === undefined ? undefined : JSON.stringify(body).replaceAll(canaries.a, canaries[tenant ?? 'a'])
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && typeof value !== 'object')
  count += 1
  const answer = await client.raw(endpoint.method, path, {
    query: Object.fromEntries(asked.map(([name, value]) => [name, String(value).slice(0, 500)])),
    ...(text === undefined ? {} : { body: JSON.parse(text) as unknown }),
    ...(version === undefined ? {} : { ifMatch: version === 1 ? await versionNow(operation, own) : version }),
    headers: { 'x-forwarded-for': `10.${(count >> 16) & 255}.${(count >> 8) & 255}.1` },
  })
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  if (answer.status >= 500) return `${answer.status}`
  const schema = operation.answers.get(answer.status)
  if (schema === undefined) return `${answer.status} is not documented`
  if (answer.body !== undefined && schema !== null && !fits(schema, answer.body))
    return `${answer.status} ${JSON.stringify(answer.body).slice(0, 300)} does not fit its schema`
  const other = tenant === 'a' ? canaries.b : canaries.a
  if (tenant !== undefined && answer.bytes.includes(other)) return 'shows a text of the other tenant'
  return undefined
}

test('the check of the schemas sees a wrong body', () => {
  const { answers } = operations.find(({ key }) => key === 'GET /api/cases')!
  expect(fits(answers.get(200)!, { rows: [] })).toBe(true)
  expect(fits(answers.get(200)!, { rows: [{ id: 1 }] })).toBe(false)
  expect(fits(answers.get(404)!, { status: 404 })).toBe(false)
})

test(
  'F14, BC-26 requests from openapi.json: no 5xx, a documented status, a body true to its schema, nothing of the other tenant',
  { timeout: 7_200_000 },
  async () => {
    const left = operations.filter(
      ({ endpoint }) =>
        endpoint.upload || endpoint.download === 'application/pdf' || endpoint.right === 'public',
    )
    const fuzzed = operations.filter(
      (operation) =>
        !left.includes(operation) && !/password|sessions\/:id|deactivation/.test(operation.endpoint.path),
    )
    const faults = new Map<string, string>()
    const each = Math.ceil(counts.fuzzedRequests / fuzzed.length)
    const seed = Number(process.env['LOTSE_FUZZ_SEED'] ?? Date.now() % 1e6)
    for (const [at, operation] of fuzzed.entries()) {
      const fresh = await freshFor(operation)
      for (const request of fc.sample(requestTo(operation), { numRuns: each, seed: seed + at })) {
        const fault = await faultOf(request, fresh)
        const name = `${operation.key}: ${fault?.slice(0, 60)}`
        if (fault !== undefined && !faults.has(name))
          faults.set(
            name,
            `${fault} for ${JSON.stringify({ ...request, operation: undefined, as: sessions[request.session]!.tenant })}`.slice(
              0,
              1500,
            ),
          )
      }
    }
    expect(
      Object.fromEntries(faults),
      `seed ${seed}, ${count} requests, ${JSON.stringify([...statuses])}`,
    ).toEqual({})
    // It was not all refused at the door.
    expect((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0)).toBeGreaterThan(count / 5)
  },
)

/** What people do with a person whose birth date and number are known, also when it goes wrong. */
async function plant(): Promise<void> {
  const { client } = worlds.a.owners.own
  const name = { familyName: canaries.a, givenName: canaries.a }
  const birthDate = { precision: 'exact', date: '1931-07-29' }
  const number = '02802 9183746'
  const request = { channel: 'phone', siteId: house.a.site, concern: canaries.a, callbackNumber: number }
  const post = (path: string, body: object) =>
    client.raw('POST', path, { body, headers: { 'x-forwarded-for': '10.99.1.1' } })
  const answers = [
    await post('/api/persons/duplicates', { ...name, birthDate }),
    await post('/api/persons/duplicates', { ...name, birthDate: { ...birthDate, date: '1931-07-29T' } }),
    await post('/api/search', { text: `${canaries.a} 29.07.1931`, limit: 5 }),
    await post('/api/search', { text: number, limit: 5 }),
    await post('/api/requests', request),
    await post('/api/requests', { ...request, [canaries.a]: number }),
    await post('/api/session', { loginName: canaries.a, password: canaries.a }),
    await client.raw('GET', '/api/cases', { query: { sort: canaries.a } }),
    await post('/api/exports', { kind: 'list', list: 'cases', columns: [canaries.a] }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 200, 200, 201, 400, 401, 400, 400])
  // An error nobody expected, from the database, with the value in it.
  await admin.query(`create function public.no_text() returns trigger language plpgsql as $$
    begin raise exception 'no text' using detail = new.concern; end $$`)
  await admin.query(
    'create trigger no_text before insert on request_text for each row execute function public.no_text()',
  )
  expect((await post('/api/requests', request)).status).toBe(500)
  await admin.query('drop trigger no_text on request_text')
}

/** Rows of these tables in which something planted stands. */
async function leaksIn(tables: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const table of tables) {
    const { rows } = await admin.query<{ row: string }>(
      `select t::text as row from ${table} t where t::text ~* $1 limit 3`,
      [planted.source],
    )
    found.push(...rows.map(({ row }) => `${table}: ${row.slice(0, 500)}`))
  }
  return found
}

test('BC-34 nothing of a person stands in the audit trail, a notification, a job, the log of the server or of the database', async () => {
  await plant()
  const errors: string[] = []
  const workers = await startJobs({
    url: house.urls.jobs,
    jobs: [exportsJob(house.pool)],
    now: () => Temporal.Now.instant(),
    onError: (job, error) => errors.push(`${job} ${String((error as { code?: unknown }).code)}`),
  })
  try {
    workers.nudge('exports')
    const done = async () =>
      (
        await admin.query(
          `select 1 from jobs.job where name = 'exports' and state in ('completed', 'failed')`,
        )
      ).rowCount
    await expect.poll(done, { timeout: 30_000 }).toBeGreaterThan(0)
  } finally {
    await workers.stop()
  }
  const { rows: queues } = await admin.query<{ name: string }>(
    `select 'jobs.' || quote_ident(tablename) as name from pg_tables where schemaname = 'jobs'`,
  )
  expect(queues.length).toBeGreaterThan(3)
  const { rows: kept } = await admin.query<{ count: number }>(
    'select count(*)::int as count from audit_event',
  )
  expect(kept[0]!.count).toBeGreaterThan(100)
  expect(await leaksIn(['audit_event', 'notification', ...queues.map(({ name }) => name)])).toEqual([])
  expect(log.lines).toBeGreaterThan(counts.fuzzedRequests)
  expect(log.leaks).toEqual([])
  expect(errors.filter((line) => planted.test(line))).toEqual([])
  // PostgreSQL's own, where it keeps one in a file.
  const { rows: own } = await admin.query<{ text: string | null }>(
    `select pg_read_file(f, greatest(0, (pg_stat_file(f)).size - 8000000), 8000000) as text from pg_current_logfile() f where f is not null`,
  )
  for (const { text } of own) expect(planted.exec(text ?? '')?.[0]).toBeUndefined()
})
