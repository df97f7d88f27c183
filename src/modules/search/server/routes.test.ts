import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { caseEndpoints } from '../../cases/index.ts'
import { searchEndpoints as endpoints } from '../contract/search.ts'

const house = await openHouse()
afterAll(() => house.close())

let manager: TestUser
let coordinator: TestUser
let colleague: TestUser
let stranger: TestUser
const files: Record<string, TestCase> = {}
const people = {
  mueller: { familyName: 'Müller', givenName: 'Jürgen', birthDate: '1971-02-03', phone: '0281 123456' },
  yildiz: { familyName: 'Yıldız', givenName: 'Ayşe', birthDate: '1990-05-04' },
  nguyen: { familyName: 'Nguyễn', givenName: 'Văn Minh' },
  hassan: { familyName: 'Al-Hassan', givenName: 'Mohammed' },
  kowalenko: { familyName: 'Kowalenko', givenName: 'Oleksandr' },
}

beforeAll(async () => {
  const { a, b } = house
  const roles = [{ role: 'caseManager' as const }]
  manager = await house.user(a, { roles })
  colleague = await house.user(a, { roles })
  coordinator = await house.user(a, { roles: [{ role: 'coordinator' }] })
  stranger = await house.user(b, { roles })
  await arrange.oversight(house, coordinator, manager)
  for (const [key, person] of Object.entries(people))
    files[key] = await aCase({ responsible: manager, ...person })
  await aCase({ responsible: colleague, ...people.yildiz })
  await aCase({ responsible: stranger, ...people.yildiz })
})

const found = async (user: TestUser, text: string) => {
  const { body } = await user.client.call(endpoints.find, { body: { text } })
  const keyOf = (id: string) =>
    Object.entries(files).find(([, file]) => file.personId === id || file.id === id)?.[0] ?? 'foreign'
  return { persons: body.persons.map(({ id }) => keyOf(id)), cases: body.cases.map(({ id }) => keyOf(id)) }
}

describe('POST /api/search', () => {
  test('BC-33 BC-34 what a search showed is one entry with ids and never the words; without a hit none', async () => {
    const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    const { id, personId } = await aCase({ responsible: user, familyName: 'Kanarienvogel' })
    const entries = () =>
      house.system(house.a, (tx) =>
        tx
          .selectFrom('audit_event')
          .select(['action', 'details'])
          .where('actor_id', '=', user.id)
          .where('action', 'in', ['search.run', 'case.searched'])
          .orderBy('at')
          .execute(),
      )
    await user.client.call(endpoints.find, { body: { text: 'Nirgendwer' } })
    expect(await entries()).toEqual([])
    await user.client.call(endpoints.find, { body: { text: 'kanarienvogel' } })
    await user.client.call(caseEndpoints.search, { body: { text: 'kanarienvogel' } })
    expect(await entries()).toEqual([
      { action: 'search.run', details: { persons: [personId], cases: [id] } },
      { action: 'case.searched', details: { cases: [id] } },
    ])
    expect(JSON.stringify(await entries())).not.toMatch(/kanarien/i)
  })

  test.each([
    ['Müller', 'mueller'],
    ['muller', 'mueller'],
    ['MUELLER', 'mueller'],
    ['Jürgen Müller', 'mueller'],
    ['muller jurgen', 'mueller'],
    ['Mülller', 'mueller'],
    ['Müler 1971', 'mueller'],
    ['yildiz', 'yildiz'],
    ['Yilidz', 'yildiz'],
    ['ayse', 'yildiz'],
    ['nguyen', 'nguyen'],
    ['Alhassan', 'hassan'],
    ['Al Hasan Muhammad', 'hassan'],
    ['Mohamed', 'hassan'],
    ['Kovalenko', 'kowalenko'],
    ['Alexander', 'kowalenko'],
    ['Kowalneko', 'kowalenko'],
    ['kow', 'kowalenko'],
    ['0281-123456', 'mueller'],
    ['+49 281 1234', 'mueller'],
  ])('%s finds the person and the case, first and nobody of another case manager', async (text, key) => {
    const hits = await found(manager, text)
    expect(hits.persons[0]).toBe(key)
    expect(hits.cases[0]).toBe(key)
    expect(hits.persons).not.toContain('foreign')
  })

  test.each(['Schmidt', 'Müller 1972', 'Yıldız Hans', '0281 999999', '%%', '__', "'; drop table person --"])(
    '%s finds nothing',
    async (text) => {
      expect(await found(manager, text)).toEqual({ persons: [], cases: [] })
    },
  )

  test('a file number finds the case, with the name for who may read it and without for oversight', async () => {
    const number = files['yildiz']!.fileNumber
    const { body } = await manager.client.call(endpoints.find, { body: { text: number.toLowerCase() } })
    expect(body.cases).toMatchObject([
      {
        id: files['yildiz']!.id,
        fileNumber: number,
        name: { familyName: 'Yıldız', birthYear: 1990 },
        persons: 1,
      },
    ])
    const overseen = await coordinator.client.call(endpoints.find, { body: { text: number } })
    expect(overseen.body).toMatchObject({ persons: [], cases: [{ fileNumber: number, name: null }] })
    expect(await found(colleague, number)).toEqual({ persons: [], cases: [] })
    expect(await found(stranger, number)).toEqual({ persons: [], cases: [] })
  })

  test('BC-03 BC-04: hidden rows change nothing in the answer', async () => {
    const ask = () => manager.client.raw('POST', '/api/search', { body: { text: 'yildiz' } })
    const before = (await ask()).bytes.toString()
    await aCase({ responsible: colleague, ...people.yildiz })
    expect((await ask()).bytes.toString()).toBe(before)
    expect((await found(colleague, 'yildiz')).persons).toEqual(['foreign', 'foreign'])
  })

  test('more than are shown is said, and a higher limit shows them, the best first', async () => {
    const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    for (const givenName of ['Ada', 'Bea', 'Cem'])
      await aCase({ responsible: user, familyName: 'Vielfach', givenName })
    const ask = async (limit: number) =>
      (await user.client.call(endpoints.find, { body: { text: 'vielfach', limit } })).body
    const two = await ask(2)
    const three = await ask(3)
    expect([two.persons.length, two.cases.length, two.more]).toEqual([2, 2, { persons: true, cases: true }])
    expect([three.persons.length, three.cases.length, three.more]).toEqual([
      3,
      3,
      { persons: false, cases: false },
    ])
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
    expect(ids(three.persons)).toEqual(expect.arrayContaining(ids(two.persons)))
    expect((await user.client.call(endpoints.find, { body: { text: 'vielfach', limit: 181 } })).status).toBe(
      400,
    )
  })

  test('oversight finds no name', async () => {
    expect(await found(coordinator, 'yildiz')).toEqual({ persons: [], cases: [] })
  })

  test('401, 403, 400', async () => {
    const options = { body: { text: 'yildiz' } }
    expect((await house.anonymous.call(endpoints.find, options)).status).toBe(401)
    for (const role of ['administrator', 'kimLead', 'immigrationOfficer', 'partner'] as const) {
      const other = await house.user(house.a, { roles: [{ role }] })
      expect((await other.client.call(endpoints.find, options)).status).toBe(403)
    }
    for (const body of [{ text: 'y' }, { text: '  ' }, { text: 'yildiz', tenantId: house.b.id }, {}]) {
      expect((await manager.client.raw('POST', '/api/search', { body })).status).toBe(400)
    }
  })
})
