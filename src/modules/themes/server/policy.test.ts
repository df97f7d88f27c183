import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { aBarrierRow, aReconstructionRow, aThemePath, aThemeRow } from '../../../testing/a-theme.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { Role } from '../../staff/index.ts'

const house = await openHouse()
afterAll(() => house.close())

const readers = ['coordinator', 'kimLead', 'townCoordinator', 'caseManager'] as const
const writers = ['coordinator', 'kimLead'] as const
const roles: readonly Role[] = [
  ...readers,
  'administration',
  'immigrationOfficer',
  'partner',
  'committeeMember',
  'lineManager',
  'dataProtectionOfficer',
  'administrator',
]
const people = {} as Record<Role | 'stranger', TestUser>
let theme: string
let barrier: string
let reconstruction: string

beforeAll(async () => {
  await aThemePath(house, house.a)
  for (const role of roles) people[role] = await house.user(house.a, { roles: [{ role }] })
  people.stranger = await house.user(house.b, { roles: readers.map((role) => ({ role })) })
  theme = await aThemeRow(house, people.coordinator)
  barrier = await aBarrierRow(house, house.a)
  reconstruction = await aReconstructionRow(house, house.a)
  const by = { added_by: people.coordinator.id }
  await house.system(house.a, async (tx) => {
    await tx
      .insertInto('theme_barrier')
      .values({ theme_id: theme, barrier_id: barrier, added_on: '2026-11-20', ...by })
      .execute()
    await tx
      .insertInto('theme_organisation')
      .values({ theme_id: theme, organisation_id: house.a.welfare, ...by })
      .execute()
    await tx
      .insertInto('theme_step')
      .values({
        id: newId(),
        theme_id: theme,
        to_state: 'begun',
        on_date: '2026-11-20',
        actor_id: by.added_by,
      })
      .execute()
  })
})

const tables = ['theme', 'theme_step', 'theme_barrier', 'theme_organisation', 'reconstruction'] as const
const count = (who: TestUser, table: (typeof tables)[number] | 'reconstruction_offer') =>
  who.tx(async (tx) => (await tx.selectFrom(table).selectAll().execute()).length)
const seenBy = async (table: Parameters<typeof count>[1]) => {
  const seen: string[] = []
  for (const [who, user] of Object.entries(people)) if ((await count(user, table)) > 0) seen.push(who)
  return seen.toSorted()
}
/** Who may, of everybody. Whatever is written is rolled back. */
async function mayDo(work: (tx: Tx, who: TestUser) => Promise<{ numUpdatedRows?: bigint } | undefined>) {
  const may: string[] = []
  for (const [who, user] of Object.entries(people)) {
    const rolledBack = new Error('rolled back')
    const answer = await user
      .tx(async (tx) => {
        const result = await work(tx, user)
        if (result?.numUpdatedRows !== 0n) may.push(who)
        throw rolledBack
      })
      .catch((error: unknown) => error)
    // Of another Kreis: the key names nothing there.
    if (answer !== rolledBack) expect(['42501', '23503']).toContain((answer as { code: string }).code)
  }
  return may.toSorted()
}

describe('who reads', () => {
  test.for(['theme', 'theme_step', 'theme_barrier', 'theme_organisation'] as const)(
    '%s: structure level, case managers, and administration for its agendas; never B3, partners or another Kreis',
    async (table) => {
      expect(await seenBy(table)).toEqual([...readers, 'administration'].toSorted())
    },
  )
  test('reconstruction: structure level and case managers, not administration', async () => {
    expect(await seenBy('reconstruction')).toEqual([...readers].toSorted())
  })
})

describe('who writes', () => {
  test('theme: coordinators and the lead; administration moves one by a decision, and begins none', async () => {
    const begin = (tx: Tx, who: TestUser) =>
      tx
        .insertInto('theme')
        .values({
          id: newId(),
          title: 'Neu',
          state: 'begun',
          stage: 'preparing',
          state_on: '2026-11-20',
          owner_id: who.id,
        })
        .executeTakeFirst()
        .then(() => undefined)
    // The stranger begins one in the own Kreis.
    expect(await mayDo(begin)).toEqual([...writers, 'stranger'])
    const move = (tx: Tx) =>
      tx.updateTable('theme').set({ state: 'worked' }).where('id', '=', theme).executeTakeFirst()
    expect(await mayDo(move)).toEqual(['administration', ...writers])
  })

  test('theme_step: who may move a theme, under the own name, and never again', async () => {
    const step = (tx: Tx) =>
      tx
        .insertInto('theme_step')
        .values({ id: newId(), theme_id: theme, to_state: 'worked', on_date: '2026-11-20' })
        .executeTakeFirst()
        .then(() => undefined)
    expect(await mayDo(step)).toEqual(['administration', ...writers])
    const change = (tx: Tx) => tx.updateTable('theme_step').set({ reason: 'anders' }).executeTakeFirst()
    expect(await mayDo(change)).toEqual([])
  })

  test('theme_barrier: evidence is added and dropped by coordinators and the lead, of the own Kreis only', async () => {
    const more = await aBarrierRow(house, house.a)
    const foreign = await aBarrierRow(house, house.b)
    const add = (id: string) => (tx: Tx) =>
      tx
        .insertInto('theme_barrier')
        .values({ theme_id: theme, barrier_id: id, added_on: '2026-11-20' })
        .executeTakeFirst()
        .then(() => undefined)
    expect(await mayDo(add(more))).toEqual([...writers])
    await expect(people.coordinator.tx(add(foreign))).rejects.toMatchObject({ code: '23503' })
    const drop = async (tx: Tx) => {
      const { numDeletedRows } = await tx.deleteFrom('theme_barrier').executeTakeFirstOrThrow()
      return { numUpdatedRows: numDeletedRows }
    }
    expect(await mayDo(drop)).toEqual([...writers])
  })

  test('theme_organisation: asked and answered by coordinators and the lead; once asked it stays', async () => {
    const asked = { state: 'asked', asked_on: '2026-11-20' }
    const ask = (tx: Tx) => tx.updateTable('theme_organisation').set(asked).executeTakeFirst()
    expect(await mayDo(ask)).toEqual([...writers])
    const askAndDrop = async (tx: Tx) => {
      await tx.updateTable('theme_organisation').set(asked).execute()
      const { numDeletedRows } = await tx.deleteFrom('theme_organisation').executeTakeFirstOrThrow()
      return { numUpdatedRows: numDeletedRows }
    }
    expect(await mayDo(askAndDrop)).toEqual([])
  })

  test('reconstruction: coordinators and the lead work; a case manager adds an offer and nothing afterwards', async () => {
    const begin = (origin: string, state: string) => (tx: Tx) =>
      tx
        .insertInto('reconstruction')
        .values({ id: crypto.randomUUID(), title: 'Fall', origin, state })
        .executeTakeFirst()
        .then(() => undefined)
    expect(await mayDo(begin('constructed', 'running'))).toEqual([...writers, 'stranger'])
    expect(await mayDo(begin('offered', 'offered'))).toEqual(['caseManager', 'stranger'])
    const work = (tx: Tx) =>
      tx
        .updateTable('reconstruction')
        .set({ hypothesis: 'x' })
        .where('id', '=', reconstruction)
        .executeTakeFirst()
    expect(await mayDo(work)).toEqual([...writers])
  })

  test('reconstruction_offer: who offered it is known to that person alone', async () => {
    await people.caseManager.tx((tx) =>
      tx.insertInto('reconstruction_offer').values({ reconstruction_id: reconstruction }).execute(),
    )
    expect(await seenBy('reconstruction_offer')).toEqual(['caseManager'])
    const { rows } = await people.coordinator.tx((tx) =>
      sql<object>`select from information_schema.columns where table_name = 'reconstruction'
        and (data_type like 'timestamp%' or column_name like '%case%' or column_name = 'created_by')`.execute(
        tx,
      ),
    )
    expect(rows).toEqual([])
  })
})

test('app.theme_owners(): names of active coordinators and the lead, to who reads themes', async () => {
  const owners = (who: TestUser) =>
    who.tx(async (tx) => {
      const { rows } = await sql<{ user_id: string }>`select user_id from app.theme_owners()`.execute(tx)
      return rows.map((row) => row.user_id).toSorted()
    })
  const both = [people.coordinator.id, people.kimLead.id].toSorted()
  expect(await owners(people.caseManager)).toEqual(both)
  expect(await owners(people.partner)).toEqual([])
  expect(await owners(people.stranger)).toEqual([people.stranger.id])
})

test('app.theme_evidence, theme_views: figures and what was said, also to administration; no title, no barrier to others', async () => {
  await house.system(house.a, (tx) =>
    tx
      .insertInto('organisation_view')
      .values({
        id: newId(),
        organisation_id: house.a.welfare,
        barrier_id: barrier,
        state: 'asked',
        asked_on: '2026-11-20',
        due_on: '2026-12-04',
        created_by: people.coordinator.id,
      })
      .execute(),
  )
  const told = (who: TestUser) =>
    who.tx(async (tx) => {
      const { rows } = await sql<{ barriers: number; cases: number | null; said: string[] }>`
        select (e.it ->> 'barriers')::int as barriers, (e.it ->> 'cases')::int as cases,
          array(select w.state from app.theme_views(${theme}) w) as said
        from (select app.theme_evidence(${theme}) as it) e`.execute(tx)
      return rows[0]
    })
  const knowing = [...readers, 'administration'] as const
  // Fewer cases than the threshold are told to nobody.
  for (const role of knowing)
    expect(await told(people[role])).toEqual({ barriers: 1, cases: null, said: ['asked'] })
  for (const who of Object.keys(people).filter((role) => !knowing.some((one) => one === role))) {
    expect([who, await told(people[who as Role])]).toEqual([who, { barriers: 0, cases: null, said: [] }])
  }
})
