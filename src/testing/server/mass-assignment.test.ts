import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightsOf, roles, type Role } from '../../modules/staff/index.ts'
import { connect } from '../../platform/server/db/connect.ts'
import { newId } from '../../platform/contract/ids.ts'
import { openHouse, type TestUser } from '../house.ts'
import { asking, type Target } from '../proof/asking.ts'
import { databaseImage, differingTables } from '../proof/database-image.ts'
import { operationsOf, resolved, type JsonSchema, type Operation } from '../proof/operations.ts'
import { reaches, reachesOfRoute } from '../proof/reaches.ts'
import { bodies, keys } from '../proof/requests.ts'
import { sampleOf } from '../proof/sample-of.ts'
import { TirelessClient } from '../proof/tireless-client.ts'
import { theWorld, type World } from '../proof/the-world.ts'
import { everything } from '../../platform/server/testing/counts.ts'

// BC-02: nobody sets what the form does not offer.
const house = await openHouse({ trustProxy: true })
afterAll(() => house.close())
await house.app.ready()
const { operations, schemas } = operationsOf(house.app)
const { target } = asking(house, schemas)
const writing = operations.filter(({ body }) => body !== undefined)
let world: World
let columns: string[]
beforeAll(async () => {
  world = await theWorld(house, house.a)
  const client = await connect(house.admin)
  const { rows } = await client.query<{ name: string }>(
    `select distinct column_name as name from information_schema.columns where table_schema in ('public', 'auth') order by 1`,
  )
  await client.end()
  columns = rows.flatMap(({ name }) => [
    ...new Set([name, name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]),
  ])
})

/** Somebody who may do this with an own object. */
function actorOf(operation: Operation): TestUser | undefined {
  const { right } = operation.endpoint
  const may = (role: Role) =>
    (right === 'self' || right === 'public' || rightsOf([role]).has(right)) &&
    (operation.stem === undefined ||
      (reachesOfRoute[operation.key] ?? reaches[right])?.[role] !== undefined ||
      !(right in reaches))
  const role = roles.find(may)
  return role && world.people[role]
}

const sensitive = [
  'tenant_id',
  'tenantId',
  'id',
  'version',
  'created_by',
  'createdBy',
  'role',
  'deleted_at',
  'active',
  'responsible_user_id',
  'responsibleUserId',
  '__proto__',
  'constructor',
]

test('BC-02 every object of every request is closed, but for what is a form’s own note', () => {
  const open: string[] = []
  const walk = (schema: JsonSchema, where: string, depth = 0): void => {
    const one = resolved(schema, schemas)
    if (depth > 8) return
    if (one.type === 'object' && one.additionalProperties !== false) open.push(where)
    for (const choice of [...(one.anyOf ?? []), ...(one.oneOf ?? []), ...(one.allOf ?? [])])
      walk(choice, where, depth + 1)
    for (const [name, property] of Object.entries(one.properties ?? {}))
      walk(property, `${where}.${name}`, depth + 1)
    if (one.items) walk(one.items, `${where}[]`, depth + 1)
  }
  for (const { key, body } of writing) walk(body!, key)
  // Settings of an entry have schemas of their own by kind, checked by the use case.
  expect(open).toEqual(['POST /api/catalogues.settings', 'PATCH /api/catalogues/:id.settings'])
})

test(
  'BC-02 every column of the database, sent with every write: 400, and nothing has changed',
  { timeout: 600_000 },
  async () => {
    const prepared: [Operation, TestUser, Target][] = []
    for (const operation of writing) {
      const actor = actorOf(operation)
      if (!actor) continue
      prepared.push([
        operation,
        actor,
        await target(operation, actor, world).catch(() => ({ ids: {}, version: 1 })),
      ])
    }
    const before = await databaseImage(house.admin)
    const wrong: string[] = []
    let sent = 0
    for (const [operation, actor, { ids, version }] of prepared) {
      const one = resolved(operation.body!, schemas)
      const known = new Set(
        [one, ...(one.anyOf ?? []), ...(one.oneOf ?? [])].flatMap((each) =>
          Object.keys(resolved(each, schemas).properties ?? {}),
        ),
      )
      const foreign = [...new Set([...sensitive, ...columns])].filter((name) => !known.has(name))
      const valid = {
        ...(sampleOf(operation.body!, schemas) as object),
        ...bodies[operation.key]?.(ids, actor, world),
      }
      const url = operation.endpoint.path.replaceAll(
        /:(\w+)/g,
        (_, name: string) => ids[name] ?? keys[name] ?? newId(),
      )
      const send = async (names: readonly string[]) => {
        sent += 1
        if (actor.client instanceof TirelessClient) await actor.client.countOne()
        const extra = names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(house.b.id)}`).join(',')
        const text = JSON.stringify(valid)
        const payload = `${text.slice(0, -1)}${text === '{}' ? '' : ','}${extra}}`
        const reply = await house.app.inject({
          method: operation.endpoint.method,
          url,
          payload,
          headers: {
            host: 'localhost',
            'content-type': 'application/json',
            cookie: `__Host-lotse=${actor.client.token}`,
            'x-forwarded-for': `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.1`,
            ...(operation.endpoint.ifMatch ? { 'if-match': `"${version}"` } : {}),
          },
        })
        if (reply.statusCode !== 400)
          wrong.push(`${operation.key} ${names.slice(0, 3).join()}: ${reply.statusCode}`)
      }
      await send(foreign)
      for (const name of everything ? foreign : sensitive.filter((each) => !known.has(each)))
        await send([name])
    }
    expect(wrong).toEqual([])
    expect(sent).toBeGreaterThan(700)
    expect(differingTables(before, await databaseImage(house.admin))).toEqual([])
  },
)
