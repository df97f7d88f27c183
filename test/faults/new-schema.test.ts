import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightsOf } from '../../src/modules/staff/index.ts'
import { connect } from '../../src/platform/server/db/connect.ts'
import { everything } from '../../src/platform/server/testing/counts.ts'
import { openHouse } from '../../src/testing/house.ts'
import { asking, type Target } from '../../src/testing/proof/asking.ts'
import { operationsOf, type Operation } from '../../src/testing/proof/operations.ts'
import { theWorld, type World } from '../../src/testing/proof/the-world.ts'

// F15: while the new version is installed, the old one still serves: what a migration adds (expand) must not disturb it.
const house = await openHouse({ trustProxy: true })
afterAll(() => house.close())
await house.app.ready()
const { operations, schemas } = operationsOf(house.app)
const { ask, target } = asking(house, schemas)
let world: World
beforeAll(async () => {
  world = await theWorld(house, house.a)
})

/** What case managers read: every route in test:full, every third otherwise. */
const reads = () =>
  operations
    .filter(
      ({ endpoint }) =>
        endpoint.method === 'GET' &&
        !endpoint.download &&
        (endpoint.right === 'self' || rightsOf(['caseManager']).has(endpoint.right)),
    )
    .filter((_, n) => everything || n % 3 === 0)

/** A column, an index and a looser rule on every table, as the next version might bring them. */
async function expand(): Promise<number> {
  const admin = await connect(house.admin)
  try {
    const { rows } = await admin.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'auth') order by 1`,
    )
    for (const { name } of rows) {
      await admin.query(
        `alter table ${name} add column of_the_next_version text check (length(of_the_next_version) < 200)`,
      )
      await admin.query(`create index on ${name} (of_the_next_version) where of_the_next_version is not null`)
    }
    return rows.length
  } finally {
    await admin.end()
  }
}

test(
  'F15 the old server on the new schema: reads and writes go on, also with statements it has prepared before',
  { timeout: 600_000 },
  async () => {
    const own = world.owners.own
    const targets = new Map<Operation, Target>()
    for (const operation of reads()) targets.set(operation, await target(operation, own, world))
    const statuses = async () => {
      const all: Record<string, number> = {}
      for (const [operation, one] of targets)
        all[operation.key] = (await ask(operation, own.client, one, own, world)).status
      return all
    }
    const before = await statuses()
    expect(Object.values(before).filter((status) => status === 200).length).toBeGreaterThan(targets.size / 2)
    expect(await expand()).toBeGreaterThan(80)
    expect(await statuses()).toEqual(before)
    const records = operations.find(({ key }) => key === 'POST /api/requests')!
    for (let n = 0; n < 3; n += 1)
      expect((await ask(records, own.client, { ids: {}, version: 1 }, own, world)).status).toBe(201)
    const signIn = () =>
      house.anonymous.raw('POST', '/api/session', { body: { loginName: 'niemand', password: 'falsch' } })
    expect((await signIn()).status).toBe(401)
  },
)
