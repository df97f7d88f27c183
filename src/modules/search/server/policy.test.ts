import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { newId } from '../../../platform/contract/ids.ts'
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

describe('app.find_contact_notes answers what the own access reads', () => {
  let plain: string
  let secret: string
  let elsewhere: string
  beforeAll(async () => {
    plain = await aNote(manager, file.id, 'Familie sucht eine Sozialwohnung in Voerde.')
    secret = await aNote(manager, file.id, 'Sozialwohnung, unter § 203 notiert.', { secrecy203: true })
    const other = await aCase({ responsible: colleague })
    elsewhere = await aNote(colleague, other.id, 'Auch hier geht es um eine Sozialwohnung.')
  })
  const notes = async (user: TestUser, text = 'Sozialwohnung') => {
    const { rows } = await user.tx((tx) =>
      sql<{ contact_id: string }>`
        select contact_id from app.find_contact_notes(${text}, ${[text.toLowerCase()]}, null, null, 20)`.execute(
        tx,
      ),
    )
    return rows.map((row) => row.contact_id).sort()
  }

  test('find_contact_notes: case manager and deputy; nobody without part 4, another office or another tenant', async () => {
    expect(await notes(manager)).toEqual([plain, secret].sort())
    expect(await notes(deputy)).toEqual([plain, secret].sort())
    expect(await notes(colleague)).toEqual([elsewhere])
    for (const user of [coordinator, officer, stranger]) expect(await notes(user)).toEqual([])
  })

  test('find_contact_notes: nothing to look for finds nothing', async () => {
    const { rows } = await manager.tx((tx) =>
      sql`select contact_id from app.find_contact_notes('', '{}', null, null, 20)`.execute(tx),
    )
    expect(rows).toEqual([])
  })
})

async function aNote(
  user: TestUser,
  caseId: string,
  content: string,
  { secrecy203 = false, organisation = house.a.kreis } = {},
): Promise<string> {
  const id = newId()
  await user.tx(async (tx) => {
    await tx
      .insertInto('contact')
      .values({ id, case_id: caseId, on_date: '2026-11-03', kind: 'onSite' })
      .execute()
    await tx
      .insertInto('contact_note')
      .values({
        contact_id: id,
        case_id: caseId,
        organisation_id: organisation,
        content,
        secrecy_203: secrecy203,
      })
      .execute()
  })
  return id
}

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
