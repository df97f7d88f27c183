import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'

const house = await openHouse()
const names = [
  'anna',
  'colleague',
  'coordinator',
  'deputy',
  'lead',
  'protection',
  'socialOffice',
  'officer',
  'foreign',
] as const
type Person = (typeof names)[number]
const people = {} as Record<Person, TestUser>
let file: TestCase
let person: string

beforeAll(async () => {
  const { a, b } = house
  people.anna = await house.user(a, { roles: [{ role: 'caseManager' }] })
  people.colleague = await house.user(a, { roles: [{ role: 'caseManager' }] })
  people.deputy = await house.user(a, { roles: [{ role: 'caseManager' }] })
  people.coordinator = await house.user(a, { roles: [{ role: 'coordinator' }] })
  people.lead = await house.user(a, { roles: [{ role: 'kimLead' }, { role: 'administrator' }] })
  people.protection = await house.user(a, { roles: [{ role: 'dataProtectionOfficer' }] })
  people.socialOffice = await house.user(a, {
    organisation: a.town,
    unit: a.socialOfficeOfTown,
    roles: [{ role: 'partner' }],
  })
  people.officer = await house.user(a, { unit: a.immigrationUnit, roles: [{ role: 'immigrationOfficer' }] })
  people.foreign = await house.user(b, { roles: [{ role: 'caseManager' }] })
  await arrange.oversight(house, people.coordinator, people.anna)
  await arrange.deputy(people.anna, people.deputy)
  file = await aCase({ responsible: people.anna })
  person = file.personId!
})
afterAll(() => house.close())

const denied = { code: '42501' }
const run = (user: TestUser, statement: string) => user.tx((tx) => sql.raw(statement).execute(tx))
const affected = async (user: TestUser, statement: string) =>
  Number((await run(user, statement)).numAffectedRows ?? 0)
async function readers(from: string): Promise<Person[]> {
  const seen = await Promise.all(
    names.map(async (name) =>
      (await run(people[name], `select 1 from ${from}`)).rows.length > 0 ? [name] : [],
    ),
  )
  return seen.flat()
}
const outside = [
  'colleague',
  'coordinator',
  'lead',
  'protection',
  'socialOffice',
  'officer',
  'foreign',
] as const

test('person_access: everyone reads the own rows, nobody writes any', async () => {
  expect(await readers('person_access')).toEqual(['anna', 'deputy'])
  const own = `insert into person_access values ('${house.a.id}', '${people.colleague.id}', '${person}', '${newId()}', 'work', '[,)')`
  for (const statement of [own, 'delete from person_access', `update person_access set level = 'work'`]) {
    await expect(run(people.colleague, statement), statement).rejects.toMatchObject(denied)
  }
})

test('person: who works the case and the deputy; oversight, colleagues, offices and B3 find nobody', async () => {
  expect(await readers(`person where id = '${person}'`)).toEqual(['anna', 'deputy'])
  expect(await readers(`person where search_name % 'amina beispiel'`)).toEqual(['anna', 'deputy'])
})

test('person: changed by who works the case', async () => {
  for (const name of names) {
    const changed = await affected(people[name], `update person set phone = '02541 1' where id = '${person}'`)
    expect(changed, name).toBe(name === 'anna' || name === 'deputy' ? 1 : 0)
  }
  await expect(run(people.anna, `delete from person`)).rejects.toMatchObject(denied)
  await expect(run(people.anna, `update person set created_by = created_by`)).rejects.toMatchObject(denied)
})

const write = (user: TestUser, id = newId()) =>
  run(
    user,
    `insert into person (id, given_name, family_name, search_name, phonetic) values ('${id}', 'Neu', 'Neu', 'neu neu', '66')`,
  )

test('person: written down by case managers alone, and seen only once in a case', async () => {
  for (const name of ['coordinator', 'lead', 'protection', 'socialOffice', 'officer'] as const) {
    await expect(write(people[name]), name).rejects.toMatchObject(denied)
  }
  const id = newId()
  await write(people.anna, id)
  expect(await readers(`person where id = '${id}'`)).toEqual([])
})

describe('who may be put into a case', () => {
  const put = (user: TestUser, caseId: string, id: string) =>
    run(
      user,
      `insert into case_person (id, case_id, person_id, role, valid_from) values ('${newId()}', '${caseId}', '${id}', 'child', '2026-11-02')`,
    )

  test('person: app.may_add_to_case refuses a person one does not see, even when the id is known (BC-12)', async () => {
    const own = await aCase({ responsible: people.colleague })
    await expect(put(people.colleague, own.id, person)).rejects.toMatchObject(denied)
    expect(await readers(`person where id = '${person}'`)).toEqual(['anna', 'deputy'])
  })

  test('person: app.may_add_to_case lets the own new person in once, and persons of the own cases', async () => {
    const id = newId()
    await write(people.colleague, id)
    const own = await aCase({ responsible: people.colleague })
    await expect(put(people.anna, file.id, id)).rejects.toMatchObject(denied)
    await put(people.colleague, own.id, id)
    const second = await aCase({ responsible: people.colleague })
    await put(people.colleague, second.id, id)
    expect(await readers(`person where id = '${id}'`)).toEqual(['colleague'])
  })

  test('person: taken out of the household, the person is out of sight', async () => {
    const id = newId()
    await write(people.anna, id)
    const own = await aCase({ responsible: people.anna })
    await put(people.anna, own.id, id)
    expect(await readers(`person where id = '${id}'`)).toEqual(['anna', 'deputy'])
    await house.system(house.a, (tx) => tx.deleteFrom('case_person').where('person_id', '=', id).execute())
    expect(await readers(`person where id = '${id}'`)).toEqual([])
  })
})

describe.each([
  ['person_nationality', `(id, person_id, code) values ('$id', '$person', '475')`],
  ['person_language', `(id, person_id, code, level) values ('$id', '$person', 'ar', 'unknown')`],
  [
    'person_residence',
    `(id, person_id, code, source) values ('$id', '$person', 'suspendedDeportation', 'stated')`,
  ],
] as const)('%s', (table, columns) => {
  const add = (user: TestUser) =>
    run(user, `insert into ${table} ${columns.replace('$id', newId()).replace('$person', person)}`)

  test(`${table}: written and read by who works the case, by nobody else`, async () => {
    for (const name of outside) await expect(add(people[name]), name).rejects.toMatchObject(denied)
    await add(people.anna)
    await add(people.deputy)
    expect(await readers(`${table} where person_id = '${person}'`)).toEqual(['anna', 'deputy'])
  })

  test(`${table}: hidden rows are neither changed nor dropped`, async () => {
    for (const name of outside) {
      const statement =
        table === 'person_residence' ? `update ${table} set valid_to = '2026-12-01'` : `delete from ${table}`
      expect(await affected(people[name], statement), name).toBe(0)
    }
  })
})

test('person_residence: history stays; nobody signs for somebody else', async () => {
  await expect(run(people.anna, 'delete from person_residence')).rejects.toMatchObject(denied)
  await expect(run(people.anna, `update person_residence set code = 'x'`)).rejects.toMatchObject(denied)
  const foreignHand = `insert into person_residence (id, person_id, code, source, recorded_by)
    values ('${newId()}', '${person}', 'x', 'seen', '${people.deputy.id}')`
  await expect(run(people.anna, foreignHand)).rejects.toMatchObject(denied)
})
