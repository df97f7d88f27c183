import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aBarrier } from '../../../testing/a-problem.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import type { Role } from '../../staff/index.ts'

// Row level security alone: de-identified rows for who works on structure, none for administration, partners and B3.

const house = await openHouse()
afterAll(() => house.close())
const today = '2026-11-21'
const readers = ['coordinator', 'kimLead', 'townCoordinator', 'caseManager'] as const
const blind = [
  'administration',
  'immigrationOfficer',
  'partner',
  'committeeMember',
  'lineManager',
  'dataProtectionOfficer',
  'administrator',
] as const
const people = {} as Record<Role, TestUser>
let foreign: TestUser
let barrier: string
let group: string
let view: string

beforeAll(async () => {
  for (const role of [...readers, ...blind]) people[role] = await house.user(house.a, { roles: [{ role }] })
  foreign = await house.user(house.b, { roles: [{ role: 'coordinator' }] })
  barrier = await aBarrier(house, house.a, {
    title: 'Keine Wohnungsgeberbestätigung',
    description: 'Der Vermieter stellt sie nicht aus.',
  })
  group = newId()
  view = newId()
  await house.system(house.a, async (tx) => {
    await tx.insertInto('barrier_group').values({ id: group, title: 'Melden' }).execute()
    await tx
      .insertInto('barrier_step')
      .values({ id: newId(), barrier_id: barrier, from_state: 'new', to_state: 'reviewing', on_date: today })
      .execute()
    await tx
      .insertInto('barrier_question')
      .values({ id: newId(), barrier_id: barrier, question: 'Wo?', asked_on: today })
      .execute()
    await tx
      .insertInto('barrier_addition')
      .values({ id: crypto.randomUUID(), barrier_id: barrier, content: 'Mehr' })
      .execute()
    await tx
      .insertInto('interview')
      .values({ barrier_id: barrier, organisation_id: house.a.welfare, guide: 'access', consent: true })
      .execute()
    await tx
      .insertInto('organisation_view')
      .values({
        id: view,
        organisation_id: house.a.town,
        barrier_id: barrier,
        asked_on: today,
        due_on: today,
      })
      .execute()
  })
})

const count = async (who: TestUser, table: string) =>
  (await who.tx((tx) => sql`select 1 from ${sql.table(table)} limit 5`.execute(tx))).rows.length
const affected = async (who: TestUser, statement: string) =>
  Number((await who.tx((tx) => sql.raw(statement).execute(tx))).numAffectedRows ?? 0)

test.for([
  'barrier',
  'barrier_text',
  'barrier_organisation',
  'barrier_addition',
  'interview',
  'barrier_stem',
  'barrier_stem_count',
  'barrier_stem_part',
  'barrier_tally',
  'barrier_step',
  'barrier_question',
  'barrier_group',
  'organisation_view',
])('%s: read by who works on structure, by nobody else and in no other tenant', async (table) => {
  for (const role of readers) expect(await count(people[role], table), role).toBeGreaterThan(0)
  for (const role of blind) expect(await count(people[role], table), role).toBe(0)
  expect(await count(foreign, table)).toBe(0)
})

test('barrier: nobody inserts, deletes or rewrites one; coordination moves it on', async () => {
  for (const role of ['coordinator', 'kimLead'] as const) {
    expect(
      await affected(people[role], `update barrier set state = 'reviewing' where id = '${barrier}'`),
    ).toBe(1)
    const row = `insert into barrier (id, source, kind, place_kind, period_grain, period_from) values ('${crypto.randomUUID()}', 'case', 'gap', 'kreis', 'year', '2026-01-01')`
    for (const statement of [
      row,
      `delete from barrier`,
      `update barrier set kind = 'gap'`,
      `update barrier_text set title = 'x'`,
    ]) {
      await expect(affected(people[role], statement)).rejects.toMatchObject({ code: '42501' })
    }
  }
  for (const role of ['townCoordinator', 'caseManager', ...blind] as const) {
    expect(
      await affected(people[role], `update barrier set state = 'answered' where id = '${barrier}'`),
      role,
    ).toBe(0)
    expect(await affected(people[role], `update barrier_text set answer = 'x'`), role).toBe(0)
  }
  expect(await affected(foreign, `update barrier set state = 'answered'`)).toBe(0)
})

test.for([
  ['barrier_group', () => `insert into barrier_group (id, title) values ('${newId()}', 'Neu')`],
  [
    'barrier_step',
    () =>
      `insert into barrier_step (id, barrier_id, from_state, to_state, on_date) values ('${newId()}', '${barrier}', 'new', 'reviewing', '${today}')`,
  ],
  [
    'barrier_question',
    () =>
      `insert into barrier_question (id, barrier_id, question, asked_on) values ('${newId()}', '${barrier}', 'Wo?', '${today}')`,
  ],
  [
    'organisation_view',
    () =>
      `insert into organisation_view (id, organisation_id, barrier_id, asked_on, due_on) values ('${newId()}', '${house.a.town}', '${barrier}', '${today}', '${today}')`,
  ],
] as const)('%s: written by the coordination alone', async ([, statement]) => {
  expect(await affected(people.coordinator, statement())).toBe(1)
  for (const role of [
    'townCoordinator',
    'caseManager',
    'administration',
    'immigrationOfficer',
    'partner',
  ] as const) {
    await expect(affected(people[role], statement()), role).rejects.toMatchObject({ code: '42501' })
  }
})

test('barrier_question: the coordination cannot put words into the reporter’s mouth', async () => {
  await expect(
    affected(people.coordinator, `update barrier_question set answer = 'erfunden'`),
  ).rejects.toMatchObject({ code: '42501' })
})

test('on_barrier_text keeps stems and how many barriers have them, also when words change', async () => {
  const one = async () =>
    house.system(house.a, (tx) =>
      sql<{ stem: string; barriers: number }>`
      select stem, barriers from barrier_stem_count where stem like 'vermiet%' or stem like 'wohnungsgeb%' order by stem`.execute(
        tx,
      ),
    )
  const before = (await one()).rows
  expect(before.map(({ barriers }) => barriers)).toEqual([1, 1])
  const second = await aBarrier(house, house.a, { title: 'Vermieter', description: 'Vermieter' })
  expect((await one()).rows[0]!.barriers).toBe(2)
  await house.system(house.a, (tx) =>
    tx
      .updateTable('barrier_text')
      .set({ title: 'Anderes', description: null })
      .where('barrier_id', '=', second)
      .execute(),
  )
  expect((await one()).rows).toEqual(before)
  await expect(
    people.coordinator.tx((tx) => sql`select app.on_barrier_text()`.execute(tx)),
  ).rejects.toMatchObject({ code: '42501' })
})

test('on_barrier_stem keeps the trigrams of every stem, and nobody calls it', async () => {
  const parts = await house.system(house.a, (tx) =>
    sql<{ stem: string; kept: string[]; wanted: string[] }>`
      select c.stem, array(select p.part from barrier_stem_part p where p.tenant_id = c.tenant_id and p.stem = c.stem order by 1) as kept,
        array(select unnest(show_trgm(c.stem)) order by 1) as wanted
      from barrier_stem_count c`.execute(tx),
  )
  expect(parts.rows.length).toBeGreaterThan(2)
  for (const { stem, kept, wanted } of parts.rows) expect(kept, stem).toEqual(wanted)
  await expect(
    people.coordinator.tx((tx) => sql`select app.on_barrier_stem()`.execute(tx)),
  ).rejects.toMatchObject({ code: '42501' })
})

test('similar_barriers: only barriers of the own tenant, only for who may read barriers', async () => {
  const other = await aBarrier(house, house.a, {
    title: 'Wohnungsgeberbescheinigung fehlt',
    description: null as never,
    kind: 'obstacle',
  })
  await aBarrier(house, house.b, { title: 'Wohnungsgeberbestätigung', description: 'Vermieter' })
  const similar = async (who: TestUser) =>
    (
      await who.tx((tx) =>
        sql<{
          barrier_id: string
          near: string[]
        }>`select * from app.similar_barriers(${barrier}, 50)`.execute(tx),
      )
    ).rows
  const found = await similar(people.coordinator)
  expect(found.find(({ barrier_id }) => barrier_id === other)?.near.join()).toContain('wohnungsgeb')
  const own = await house.system(house.a, (tx) => tx.selectFrom('barrier').select('id').execute())
  expect(found.filter(({ barrier_id }) => !own.some(({ id }) => id === barrier_id))).toEqual([])
  for (const role of blind) expect(await similar(people[role]), role).toEqual([])
  expect(await similar(foreign)).toEqual([])
})
