import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../../platform/contract/ids.ts'
import { aCase } from '../../../../testing/a-case.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'

const house = await openHouse()
afterAll(() => house.close())
let administrator: TestUser
let caseManager: TestUser
let protection: TestUser
let stranger: TestUser
beforeAll(async () => {
  administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
  caseManager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  protection = await house.user(house.a, { roles: [{ role: 'dataProtectionOfficer' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'administrator' }] })
  await aCase({ responsible: caseManager, organisation: house.a.kreis })
})

const difference = (site: string, more = {}) => ({
  id: newId(),
  entry_table: 'site',
  entry_key: site,
  proposed: JSON.stringify({
    label: 'Wie in der Datei',
    source: 'WES 6',
    provenance: {},
    is_default: false,
    ...more,
  }),
})

test('district_difference: read, kept and made by the administrator of the tenant, by nobody else', async () => {
  const row = difference(house.a.site)
  const count = (user: TestUser) =>
    user.tx((tx) => tx.selectFrom('district_difference').select('id').execute()).then((rows) => rows.length)
  await administrator.tx((tx) => tx.insertInto('district_difference').values(row).execute())
  expect([
    await count(administrator),
    await count(caseManager),
    await count(protection),
    await count(stranger),
  ]).toEqual([1, 0, 0, 0])
  const make = caseManager.tx((tx) =>
    tx.insertInto('district_difference').values(difference(house.a.townSite)).execute(),
  )
  await expect(make).rejects.toThrow(/row-level security/)
  const keep = (user: TestUser) =>
    user.tx((tx) =>
      tx.updateTable('district_difference').set({ state: 'kept', version: 2 }).executeTakeFirst(),
    )
  expect((await keep(stranger)).numUpdatedRows).toBe(0n)
  expect((await keep(administrator)).numUpdatedRows).toBe(1n)
  const rewrite = administrator.tx((tx) =>
    tx.updateTable('district_difference').set({ proposed: '{}' }).execute(),
  )
  await expect(rewrite).rejects.toThrow(/permission denied/)
  const drop = administrator.tx((tx) => tx.deleteFrom('district_difference').execute())
  await expect(drop).rejects.toThrow(/permission denied/)
})

test('take_from_file gives an entry back to the file for the administrator of the tenant alone, key and id untouched', async () => {
  const row = difference(house.a.townSite, {
    key: 'anders',
    version: 99,
    hours: [{ weekday: 'mo', position: 0, is_default: false, provenance: {} }],
  })
  await administrator.tx((tx) => tx.insertInto('district_difference').values(row).execute())
  const take = (user: TestUser) =>
    user.tx((tx) => sql`select app.take_from_file(${row.id}, ${[newId()]}::uuid[])`.execute(tx))
  const site = () =>
    house.system(house.a, (tx) =>
      tx
        .selectFrom('site')
        .select(['label', 'key', 'source', 'version', 'edited_at'])
        .where('id', '=', house.a.townSite)
        .executeTakeFirstOrThrow(),
    )
  await take(caseManager)
  await take(stranger)
  expect(await site()).toMatchObject({ label: 'Rathaus', version: 1 })
  await take(administrator)
  expect(await site()).toEqual({
    label: 'Wie in der Datei',
    key: 'rathaus',
    source: 'WES 6',
    version: 2,
    edited_at: null,
  })
  const left = await house.system(house.a, (tx) =>
    tx.selectFrom('consultation_hours').select('weekday').where('site_id', '=', house.a.townSite).execute(),
  )
  expect(left).toEqual([{ weekday: 'mo' }])
})

test('what_hangs_on counts for the administrator of the tenant, and says nothing to others', async () => {
  const hanging = (user: TestUser, id: string) =>
    user.tx(async (tx) => {
      const { rows } = await sql<{ what: string; entries: number }>`
        select h.what, h.entries from app.what_hangs_on('organisation', ${id}, '2026-11-21') h order by h.what`.execute(
        tx,
      )
      return Object.fromEntries(rows.map(({ what, entries }) => [what, entries]))
    })
  expect(await hanging(administrator, house.a.kreis)).toEqual({ staff: 3, units: 1, sites: 1, cases: 1 })
  expect(await hanging(administrator, house.b.kreis)).toEqual({})
  expect(await hanging(caseManager, house.a.kreis)).toEqual({})
  expect(await hanging(stranger, house.a.kreis)).toEqual({})
})

test('configuration_changes tells the administrator what and when, never who, and nothing of cases', async () => {
  await caseManager.tx((tx) =>
    tx
      .insertInto('audit_event')
      .values({ id: newId(), action: 'case.read', object_kind: 'case', details: '{}' })
      .execute(),
  )
  await administrator.tx((tx) =>
    tx
      .insertInto('audit_event')
      .values({
        id: newId(),
        action: 'site.changed',
        object_kind: 'site',
        details: '{"fields": ["label"], "value": "x"}',
      })
      .execute(),
  )
  const changes = (user: TestUser) =>
    user.tx(
      async (tx) =>
        (await sql<object>`select * from app.configuration_changes(null, null, 50)`.execute(tx)).rows,
    )
  const rows = await changes(administrator)
  expect(rows).toMatchObject([{ action: 'site.changed', details: { fields: ['label'] } }])
  expect(Object.keys(rows[0]!).toSorted()).toEqual([
    'action',
    'at',
    'details',
    'id',
    'object_id',
    'object_kind',
  ])
  for (const user of [caseManager, protection, stranger]) expect(await changes(user)).toEqual([])
})
