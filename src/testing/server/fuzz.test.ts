import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { rightsOf, roles, type Role } from '../../modules/staff/index.ts'
import { newId } from '../../platform/contract/ids.ts'
import { counts } from '../../platform/server/testing/counts.ts'
import { connect } from '../../platform/server/db/connect.ts'
import type { Client } from '../client.ts'
import { openHouse } from '../house.ts'
import { arbitraryOf } from '../proof/arbitrary-of.ts'
import { objects } from '../proof/objects.ts'
import { operationsOf, type JsonSchema, type Operation } from '../proof/operations.ts'
import { keys } from '../proof/requests.ts'
import { asking, type Target } from '../proof/asking.ts'
import { theWorld, type World } from '../proof/the-world.ts'

// F14, BC-26, BC-34: requests made from openapi.json, valid and hostile, in sessions of every role and none.
const house = await openHouse({ trustProxy: true })
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

const validators = new Map<JsonSchema, z.ZodType>()
/** Whether a body is what openapi.json promises: read from the document, not from the code that wrote it. */
function fits(schema: JsonSchema, body: unknown): boolean {
  let validator = validators.get(schema)
  if (!validator) {
    const definitions = JSON.parse(
      JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/$defs/'),
    ) as object
    const root = JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/')) as object
    validator = z.fromJSONSchema({ ...root, $defs: definitions } as Parameters<typeof z.fromJSONSchema>[0])
    validators.set(schema, validator)
  }
  return validator.safeParse(body).success
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

test('BC-34 no word of a person stands in the audit trail, in a notification or in a job', async () => {
  const found: string[] = []
  for (const table of ['audit_event', 'notification']) {
    const { rows } = await admin.query<{ row: string }>(
      `select t::text as row from ${table} t where t::text ~* '${Object.values(canaries).join('|')}' limit 3`,
    )
    found.push(...rows.map(({ row }) => `${table}: ${row}`))
  }
  const { rows } = await admin.query<{ count: number }>('select count(*)::int as count from audit_event')
  expect(found).toEqual([])
  expect(rows[0]!.count).toBeGreaterThan(100)
})
