import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { checkDistrict } from './check-district.ts'
import { loadDistrict } from './load-district.ts'
import { districtFile } from './testing/district-file.ts'

const house = await openHouse()
afterAll(() => house.close())

const tables = [
  'region', 'municipality', 'region_municipality', 'organisation', 'unit', 'site', 'consultation_hours',
  'staff_position', 'catalogue_entry', 'committee', 'committee_function', 'tenant_setting',
] as const // oxfmt-ignore

let administrator: TestUser
let caseManager: TestUser

beforeAll(async () => {
  for (const [tenant, key] of [
    [house.a, 'coesfeld'],
    [house.b, 'wesel'],
  ] as const) {
    const result = checkDistrict(districtFile(key))
    if ('problems' in result) throw new Error('the file is faulty')
    await house.system(tenant, (tx) => loadDistrict(tx, result.district, { today: '2026-11-21' }))
  }
  administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
  caseManager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
})

describe.each(tables)('%s', (table) => {
  const count = (user: TestUser, where = sql`true`) =>
    user.tx(async (tx) => {
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int as n from ${sql.table(table)} where ${where}`.execute(tx)
      return rows[0]!.n
    })

  test('everyone of the tenant reads its rows and no others', async () => {
    expect(await count(caseManager)).toBeGreaterThan(0)
    expect(await count(caseManager, sql`tenant_id <> ${house.a.id}`)).toBe(0)
  })

  test('nobody without a session reads anything (BC-06)', async () => {
    const client = await house.pool.connect()
    try {
      await client.query('begin')
      await client.query(`set local role app_user`)
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)
      expect(rows[0]!.n).toBe(0)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('nobody deletes, not even an administrator', async () => {
    const remove = administrator.tx((tx) => sql`delete from ${sql.table(table)}`.execute(tx))
    await expect(remove).rejects.toThrow(/permission denied/)
  })

  test('the column of the tenant cannot be written', async () => {
    const move = administrator.tx((tx) =>
      sql`update ${sql.table(table)} set tenant_id = ${house.b.id}`.execute(tx),
    )
    await expect(move).rejects.toThrow(/permission denied/)
  })

  test('is protected by forced row level security', async () => {
    const { rows } = await house.owner.query(
      'select relrowsecurity, relforcerowsecurity from pg_class where relname = $1',
      [table],
    )
    expect(rows).toEqual([{ relrowsecurity: true, relforcerowsecurity: true }])
  })
})

describe('writing', () => {
  const entry = (id = newId()) => ({ id, kind: 'entryRoute', key: `k-${id}`, label: 'Neu', position: 99 })

  test('an administrator adds and changes entries of lists', async () => {
    const row = entry()
    await administrator.tx((tx) => tx.insertInto('catalogue_entry').values(row).execute())
    const { numUpdatedRows } = await administrator.tx((tx) =>
      tx
        .updateTable('catalogue_entry')
        .set({ label: 'Anders', version: 2 })
        .where('id', '=', row.id)
        .executeTakeFirst(),
    )
    expect(numUpdatedRows).toBe(1n)
  })

  test('everybody else does not', async () => {
    const add = caseManager.tx((tx) => tx.insertInto('catalogue_entry').values(entry()).execute())
    await expect(add).rejects.toThrow(/row-level security/)
    const { numUpdatedRows } = await caseManager.tx((tx) =>
      tx
        .updateTable('catalogue_entry')
        .set({ label: 'Anders' })
        .where('kind', '=', 'entryRoute')
        .executeTakeFirst(),
    )
    expect(numUpdatedRows).toBe(0n)
  })

  test('an administrator does not reach another tenant, nor a column the file decides', async () => {
    const { numUpdatedRows } = await administrator.tx((tx) =>
      tx
        .updateTable('catalogue_entry')
        .set({ label: 'Anders' })
        .where('tenant_id', '=', house.b.id)
        .executeTakeFirst(),
    )
    expect(numUpdatedRows).toBe(0n)
    const source = administrator.tx((tx) =>
      tx.updateTable('catalogue_entry').set({ source: 'erfunden' }).execute(),
    )
    await expect(source).rejects.toThrow(/permission denied/)
  })

  test.each(['region', 'municipality', 'organisation', 'unit', 'site', 'staff_position'] as const)(
    '%s: changed by the administrator, by nobody else, never its key or its source',
    async (table) => {
      const change = (user: TestUser) =>
        user.tx((tx) => sql`update ${sql.table(table)} set version = version + 1`.execute(tx))
      expect((await change(administrator)).numAffectedRows).toBeGreaterThan(0n)
      expect((await change(caseManager)).numAffectedRows).toBe(0n)
      for (const column of ['source', table === 'municipality' ? 'ags' : 'key']) {
        const write = administrator.tx((tx) =>
          sql`update ${sql.table(table)} set ${sql.ref(column)} = 'erfunden'`.execute(tx),
        )
        await expect(write).rejects.toThrow(/permission denied/)
      }
    },
  )

  test('a row cannot refer to another tenant (BC-12)', async () => {
    const foreign = house.system(house.a, (tx) =>
      tx
        .insertInto('unit')
        .values({
          id: newId(),
          organisation_id: house.b.kreis,
          key: 'fremd',
          label: 'Fremd',
          kind: 'kim',
          position: 1,
        })
        .execute(),
    )
    await expect(foreign).rejects.toThrow(/foreign key/)
  })

  test('a municipality lies in one region at a time', async () => {
    const twice = house.system(house.a, async (tx) => {
      const row = await tx
        .selectFrom('region_municipality')
        .select(['municipality_id'])
        .limit(1)
        .executeTakeFirstOrThrow()
      const region = await tx.selectFrom('region').select('id').limit(1).executeTakeFirstOrThrow()
      await tx
        .insertInto('region_municipality')
        .values({ id: newId(), region_id: region.id, municipality_id: row.municipality_id })
        .execute()
    })
    await expect(twice).rejects.toThrow(/one_region_at_a_time/)
  })
})
