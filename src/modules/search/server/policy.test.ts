import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'

// What the definer functions of the search give away, asked without routes.

const house = await openHouse()
afterAll(() => house.close())

let manager: TestUser
let colleague: TestUser
let deputy: TestUser
let coordinator: TestUser
let officer: TestUser
let stranger: TestUser
let file: TestCase
const person = { familyName: 'Yıldız', givenName: 'Ayşe', birthDate: '1990-05-04', phone: '0281 / 12 34-56' }

beforeAll(async () => {
  const { a, b } = house
  const roles = [{ role: 'caseManager' as const }]
  manager = await house.user(a, { roles })
  colleague = await house.user(a, { roles })
  deputy = await house.user(a, { roles })
  coordinator = await house.user(a, { roles: [{ role: 'coordinator' }] })
  officer = await house.user(a, { unit: a.immigrationUnit, roles: [{ role: 'immigrationOfficer' }] })
  stranger = await house.user(b, { roles })
  await arrange.oversight(house, coordinator, manager)
  await arrange.deputy(manager, deputy)
  file = await aCase({ responsible: manager, ...person })
  await aCase({ responsible: stranger, ...person })
})

const finds = async (user: TestUser, words: string[], codes: string[], phone: string | null = null) => {
  const { rows } = await user.tx((tx) =>
    sql<{ person_id: string }>`
      select person_id from app.find_persons(${words}, ${codes}, null, app.phone_key(${phone}), 20)`.execute(
      tx,
    ),
  )
  return rows.map((row) => row.person_id)
}

describe('app.find_persons answers the own access only', () => {
  test('find_persons: the case manager and the deputy find the person, nobody else does', async () => {
    for (const user of [manager, deputy])
      expect(await finds(user, ['YILDIZ'], ['0528'])).toEqual([file.personId])
    for (const user of [colleague, coordinator, officer]) {
      expect(await finds(user, ['YILDIZ'], ['0528'])).toEqual([])
      expect(await finds(user, [], [], '0281123456')).toEqual([])
    }
    expect(await finds(stranger, ['YILDIZ'], ['0528'])).not.toContain(file.personId)
  })

  test('find_persons: without anything to look for it finds nobody', async () => {
    expect(await finds(manager, [], [])).toEqual([])
    expect(await finds(manager, [''], [''], '+')).not.toContain(undefined)
  })

  test('find_persons: a period of access that ended finds nobody', async () => {
    const guest = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    await arrange.deputy(manager, guest, { from: -5, to: -1 })
    expect(await finds(guest, ['YILDIZ'], ['0528'])).toEqual([])
  })
})

test.each([
  ['0281 123456', '+49281123456'],
  ['+49 (0) 281 123456', '+49281123456'],
  ['0049 281/123456', '+49281123456'],
  ['0049 (0)281 123456', '+49281123456'],
  ['+380 44 123 45 67', '+380441234567'],
  ['123456', '123456'],
  ['keine', null],
  ['', null],
])('person: the telephone %j is kept as %j to be found', async (typed, key) => {
  const { rows } = await manager.tx((tx) =>
    sql<{ key: string | null }>`select app.phone_key(${typed}) as key`.execute(tx),
  )
  expect(rows[0]!.key).toBe(key)
})
