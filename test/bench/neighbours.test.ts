import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrange } from '../../bench/arrange.ts'
import { buildForBench, headersOf } from '../../bench/capture.ts'
import { copyTenant } from '../../bench/neighbours.ts'
import { hot } from '../../bench/plans.ts'
import { generate, generatedKeys } from '../../src/cli/generate.ts'
import { newId } from '../../src/platform/contract/ids.ts'
import { connect } from '../../src/platform/server/db/connect.ts'
import { createPool, type Pool } from '../../src/platform/server/db/pool.ts'
import { listSchema } from '../../src/platform/server/db/generate/list-schema.ts'
import { withSystem } from '../../src/platform/server/db/with-actor.ts'
import { testDatabase, type TestDatabase } from '../../src/platform/server/testing/test-database.ts'

// What `npm run bench` is measured on is made by shortcuts: what they leave out must be there all the same.
const size = { tenants: 1, cases: 30, seed: 30, contactsPerCase: 3 }
let database: TestDatabase
let pool: Pool
let tenant: string
beforeAll(async () => {
  database = await testDatabase()
  pool = createPool(database.admin, 3)
  await generate(pool, size, () => {})
  tenant = (await pool.query('select id from tenant where key = $1', generatedKeys(size))).rows[0].id
})
afterAll(async () => {
  await pool.end()
  await database.close()
})

test('made by a superuser: no foreign key is broken, and what triggers derive is there', async () => {
  const { rows } = await pool.query(`
    select (select count(*)::int from contact) as contacts,
      (select count(*)::int from case_person p where not exists (select from person n where n.tenant_id = p.tenant_id and n.id = p.person_id)) as lost,
      (select count(*)::int from person_key) as keys,
      (select count(*)::int from person p, unnest(app.name_keys(p.phonetic) || app.near_keys(p.phonetic)) k
        join person_key q on q.key = k where q.tenant_id = p.tenant_id and q.person_id = p.id and q.birth_year = p.birth_year) as right_keys,
      (select count(*)::int from case_access where basis = 'assignment') as accesses`)
  expect(rows[0]).toMatchObject({ contacts: 90, lost: 0, accesses: 30 })
  expect(rows[0].keys).toBeGreaterThan(30)
  expect(rows[0].right_keys).toBe(rows[0].keys)
})

test('every screen that is measured answers for generated cases', async () => {
  const variants = (await arrange(database.urls, size.cases)).slice(0, 3)
  const { app, close } = await buildForBench(database.urls)
  try {
    for (const { key, request } of hot) {
      const answers = variants.map(async (variant, index) => {
        const { method, path, body } = request(variant)
        const headers = headersOf(variant, 1, index, body !== undefined)
        const reply = await app.inject({ method, url: path, headers, ...(body ? { payload: body } : {}) })
        return `${key} ${Math.floor(reply.statusCode / 100)}`
      })
      expect(await Promise.all(answers)).toEqual(variants.map(() => `${key} 2`))
    }
  } finally {
    await close()
  }
})

test('a copied tenant has the same rows under its own id, and every index is back', async () => {
  const client = await connect(database.admin)
  try {
    const before = await listSchema(client)
    const copies = [1, 2, 3].map((n) => ({ id: newId(), key: `kopie-${n}` }))
    await copyTenant(database.admin, tenant, copies, () => {})
    expect(await listSchema(client)).toEqual(before)
    for (const { id } of copies) {
      for (const table of ['case_file', 'contact', 'person_access', 'person_key', 'organisation']) {
        const count = `select count(*)::int as n from ${table} where tenant_id = $1`
        const [copy, model] = [await client.query(count, [id]), await client.query(count, [tenant])]
        expect([table, copy.rows[0].n]).toEqual([table, model.rows[0].n])
      }
    }
  } finally {
    await client.end()
  }
  // Clock-driven work finds its system actor there.
  const owner = createPool(database.urls.owner, 1)
  const copy = await pool.query("select id from tenant where key = 'kopie-2'")
  const seen = await withSystem(owner, copy.rows[0].id, (tx) =>
    tx.selectFrom('case_file').select('id').execute(),
  )
  expect(seen).toHaveLength(30)
  await owner.end()
})
