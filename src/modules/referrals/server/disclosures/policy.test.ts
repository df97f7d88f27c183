import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../../testing/a-case.ts'
import { arrange } from '../../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { disclosureEndpoints } from '../../contract/disclosures.ts'

const house = await openHouse()
afterAll(() => house.close())

const people = {} as Record<
  'manager' | 'second' | 'third' | 'overseer' | 'welfare' | 'officer' | 'partner' | 'stranger',
  TestUser
>
let file: TestCase
beforeAll(async () => {
  const manager = (organisation = house.a.kreis) =>
    house.user(house.a, { roles: [{ role: 'caseManager' }], organisation })
  people.manager = await manager()
  people.second = await manager()
  people.third = await manager()
  people.welfare = await manager(house.a.welfare)
  people.overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.officer = await house.user(house.a, { roles: [{ role: 'dataProtectionOfficer' }] })
  people.partner = await house.user(house.a, { roles: [{ role: 'partner' }] })
  people.stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.oversight(house, people.overseer, people.manager)
  file = await aCase({ responsible: people.manager })
})

const ask = () =>
  people.manager.client.call(disclosureEndpoints.ask, {
    params: { id: file.id },
    body: {
      personId: file.personId!,
      ground: 'childProtectionKkg',
      recipientKind: 'youthOffice',
      dataCategories: ['identity'],
      reason: 'Das Kind war allein in der Wohnung.',
      content: 'Dass ein Besuch nötig ist.',
      secondUserId: people.second.id,
    },
  })
const answer = (id: string, agrees: boolean) =>
  people.second.client.call(disclosureEndpoints.answer, { params: { id }, ifMatch: 1, body: { agrees } })

const rows = (who: TestUser, table: 'disclosure' | 'disclosure_text', id: string) =>
  who.tx(async (tx) => {
    const key = sql.ref(table === 'disclosure' ? 'id' : 'disclosure_id')
    const found = await sql`select 1 from ${sql.table(table)} where ${key} = ${id}`.execute(tx)
    return found.rows.length
  })
const sees = {
  manager: [1, 1],
  second: [1, 1],
  third: [0, 0],
  overseer: [1, 0],
  welfare: [0, 0],
  officer: [1, 0],
  partner: [0, 0],
  stranger: [0, 0],
} as const
test.for(Object.keys(sees) as (keyof typeof sees)[])('disclosure: what the %s sees', async (who) => {
  const { id } = (await ask()).body
  expect(await rows(people[who], 'disclosure', id)).toBe(sees[who][0])
})
test.for(Object.keys(sees) as (keyof typeof sees)[])('disclosure_text: what the %s reads', async (who) => {
  const { id } = (await ask()).body
  expect(await rows(people[who], 'disclosure_text', id)).toBe(sees[who][1])
  await answer(id, true)
  expect(await rows(people[who], 'disclosure_text', id)).toBe(who === 'manager' ? 1 : 0)
})

test('app.on_disclosure_answered: closes the words to the second person, also when the question is dropped', async () => {
  const { id } = (await ask()).body
  await people.manager.client.call(disclosureEndpoints.drop, { params: { id }, ifMatch: 1 })
  expect(await rows(people.second, 'disclosure_text', id)).toBe(0)
  expect(await rows(people.manager, 'disclosure_text', id)).toBe(1)
})

test('disclosure: the asking person does not answer, the second does nothing else', async () => {
  const { id } = (await ask()).body
  const change = (who: TestUser, set: object) =>
    who.tx((tx) => tx.updateTable('disclosure').set(set).where('id', '=', id).execute())
  const agreed = { state: 'agreed', answered_on: '2026-11-21' }
  await expect(change(people.manager, agreed)).rejects.toMatchObject({ code: '42501' })
  await expect(change(people.second, { version: 7 })).rejects.toMatchObject({ code: '42501' })
  const done = { state: 'carriedOut', carried_out_on: '2026-11-21', client_informed: 'not' }
  await expect(change(people.manager, done)).rejects.toMatchObject({ code: '23514' })
})

const direct = (who: TestUser, change: object) =>
  who.tx((tx) =>
    tx
      .insertInto('disclosure')
      .values({
        id: newId(),
        case_id: file.id,
        person_id: file.personId!,
        ground: 'necessity',
        recipient_kind: 'police',
        second_user_id: people.second.id,
        state_on: '2026-11-21',
        ...change,
      })
      .execute(),
  )
test('disclosure: the database refuses the immigration authority and another employer', async () => {
  const abh = {
    recipient_kind: 'organisation',
    organisation_id: house.a.kreis,
    unit_id: house.a.immigrationUnit,
  }
  await expect(direct(people.manager, abh)).rejects.toMatchObject({ constraint: 'never_to_immigration' })
  const kind = { recipient_kind: 'immigrationAuthority' }
  await expect(direct(people.manager, kind)).rejects.toMatchObject({ code: '23514' })
  const other = { second_user_id: people.welfare.id }
  await expect(direct(people.manager, other)).rejects.toMatchObject({
    constraint: 'disclosure_second_person',
  })
  for (const who of ['overseer', 'partner', 'stranger'] as const) {
    await expect(direct(people[who], {}), who).rejects.toMatchObject({
      code: expect.stringMatching(/42501|23514/),
    })
  }
})

test('app.second_persons: colleagues of the own employer, for case managers', async () => {
  const list = (who: TestUser) =>
    who.tx(async (tx) => {
      const found = await sql<{ id: string }>`select id from app.second_persons()`.execute(tx)
      return found.rows.map(({ id }) => id)
    })
  expect(await list(people.welfare)).toEqual([])
  expect(await list(people.partner)).toEqual([])
  expect(await list(people.manager)).not.toContain(people.welfare.id)
})
