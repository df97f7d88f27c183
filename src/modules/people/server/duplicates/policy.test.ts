import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { koelnerPhonetik, searchForm } from '../../../../platform/contract/names.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../../testing/a-case.ts'
import { arrange } from '../../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'

// What the check for duplicates gives away, asked of the database itself.

const house = await openHouse()
afterAll(() => house.close())

let manager: TestUser
let neighbour: TestUser
let coordinator: TestUser
let officer: TestUser
let stranger: TestUser
let file: TestCase
const yildiz = { familyName: 'Yıldız', givenName: 'Ayşe', birthDate: '1990-05-04' }

beforeAll(async () => {
  const { a, b } = house
  const roles = [{ role: 'caseManager' as const }]
  manager = await house.user(a, { roles })
  neighbour = await house.user(a, { organisation: a.town, roles })
  coordinator = await house.user(a, { roles: [{ role: 'coordinator' }], familyName: 'Koordination' })
  officer = await house.user(a, { unit: a.immigrationUnit, roles: [{ role: 'immigrationOfficer' }] })
  stranger = await house.user(b, { roles })
  await arrange.oversight(house, coordinator, manager)
  await nameCoordinator(true)
  file = await aCase({ responsible: manager, ...yildiz })
})

const nameCoordinator = (value: boolean) =>
  house.system(house.a, (tx) =>
    sql`insert into tenant_setting (key, value) values ('duplicateNamesCoordinator', ${JSON.stringify(value)}::jsonb)
      on conflict (tenant_id, key) do update set value = excluded.value`.execute(tx),
  )

interface Answer {
  candidates: string[]
  restricted: string[]
  elsewhere: boolean
  contact_id: string | null
}

async function check(
  user: TestUser,
  familyName: string,
  givenName: string,
  birth: string | number | null = null,
  personId: string | null = null,
): Promise<Answer> {
  const date = typeof birth === 'string' ? birth : null
  const year = date === null ? birth : Number(date.slice(0, 4))
  const { rows } = await user.tx((tx) =>
    sql<Answer>`select * from app.check_duplicates(${`${searchForm(familyName)}\n${searchForm(givenName)}`},
      app.name_keys(${koelnerPhonetik(familyName)}), app.name_keys(${koelnerPhonetik(givenName)}),
      ${date}::date, ${year}::int, ${personId}::uuid)`.execute(tx),
  )
  return rows[0]!
}
const nothing = { candidates: [], restricted: [], elsewhere: false, contact_id: null }

test('check_duplicates: the own person is a candidate, for a colleague it is only "elsewhere", with the coordinator to ask', async () => {
  expect(await check(manager, 'Yildiz', 'Ayse')).toEqual({
    candidates: [file.personId],
    restricted: [],
    elsewhere: false,
    contact_id: null,
  })
  expect(await check(neighbour, 'Yildiz', 'Ayse')).toEqual({
    candidates: [],
    restricted: [],
    elsewhere: true,
    contact_id: coordinator.id,
  })
})

test('BC-05 check_duplicates: never across tenants, nothing for who writes no files', async () => {
  for (const user of [stranger, coordinator, officer])
    expect(await check(user, 'Yildiz', 'Ayse')).toEqual(nothing)
})

test('BC-05 check_duplicates: how many there are elsewhere changes nothing in the answer', async () => {
  const before = await check(neighbour, 'Yildiz', 'Ayse', '1990-05-04')
  await aCase({ responsible: manager, ...yildiz })
  await aCase({ responsible: manager, ...yildiz })
  expect(await check(neighbour, 'Yildiz', 'Ayse', '1990-05-04')).toEqual(before)
})

test('check_duplicates: a file marked § 203 is not even hinted at; a restricted one is, and offered to who is responsible', async () => {
  const secret = { familyName: 'Geheim', givenName: 'Tilda', birthDate: '1985-03-02' }
  const marked = await aCase({ responsible: manager, ...secret, secrecy203: true })
  expect(await check(neighbour, 'Geheim', 'Tilda', '1985-03-02')).toEqual(nothing)
  expect((await check(manager, 'Geheim', 'Tilda')).candidates).toEqual([marked.personId])
  const old = await aCase({ responsible: manager, familyName: 'Vormals', givenName: 'Rita' })
  expect((await check(neighbour, 'Vormals', 'Rita')).elsewhere).toBe(true)
  await house.system(house.a, (tx) =>
    tx
      .updateTable('case_file')
      .set({ closed_on: '2025-12-01', closure_reason: 'goalsReached', restricted_on: '2026-01-01' })
      .where('id', '=', old.id)
      .execute(),
  )
  expect(await check(manager, 'Vormals', 'Rita')).toEqual({ ...nothing, restricted: [old.id] })
  expect(await check(neighbour, 'Vormals', 'Rita')).toMatchObject({ restricted: [], elsewhere: true })
  for (const user of [stranger, coordinator]) expect(await check(user, 'Vormals', 'Rita')).toEqual(nothing)
})

test('duplicate_contact: nobody asks it directly; without oversight the lead is named', async () => {
  await expect(
    neighbour.tx((tx) => sql`select app.duplicate_contact(${file.id})`.execute(tx)),
  ).rejects.toMatchObject({ code: '42501' })
  const alone = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  await aCase({ responsible: alone, familyName: 'Ohneaufsicht', givenName: 'Kasimir' })
  expect(await check(neighbour, 'Ohneaufsicht', 'Kasimir')).toEqual({ ...nothing, elsewhere: true })
  const lead = await house.user(house.a, { roles: [{ role: 'kimLead' }] })
  expect((await check(neighbour, 'Ohneaufsicht', 'Kasimir')).contact_id).toBe(lead.id)
})

test.each([
  ['Al Hassan', 'Mohammed', null, 'the name in two words'],
  ['Alhassan', 'Muhamad', null, 'written as one, and as it sounds'],
  ['Al-Hasan', 'Mohamed', 1979, 'a year that fits'],
  ['Alhasan', 'Mahmud', '1979-08-17', 'the same day of birth'],
  ['Mohammed', 'Al-Hassan', null, 'family name and given name the wrong way round'],
  ['Alhxssan', 'Mohammed', 1979, 'a typing error that sounds different, with the year'],
  ['Al-Hassan', 'Mohammed', '1979-08-18', 'a day that is one off'],
])('person_key: %s, %s, %s is found: %s', async (family, given, birth, _why) => {
  const office = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  const known = await aCase({
    responsible: office,
    familyName: 'Al-Hassan',
    givenName: 'Mohammed',
    birthDate: '1979-08-17',
  })
  expect((await check(office, family, given, birth)).candidates).toContain(known.personId)
})

test.each([
  [['Kowalenko', 'Dmytro'], ['Kowakenko', 'Dmyrro'], 'a wrong letter in both names'],
  [['Haddad', 'Mahmoud'], ['Hadbad', 'Mahnoud'], 'a wrong letter in both, in short names'],
  [
    ['Nowakowski', 'Katarzyna'],
    ['Kataryzna', 'Nowakwoski'],
    'two letters the wrong way round in both, and the names as well',
  ],
  [['Petrow', 'Sergej'], ['Petrov', 'Sergey'], 'from the Cyrillic alphabet'],
  [
    ['Schewtschenko', 'Oleksandr'],
    ['Shevchenko', 'Alexander'],
    'from the Cyrillic alphabet, another form of the name',
  ],
  [['Chalid', 'Muhammad'], ['Khaled', 'Mohamed'], 'from the Arabic alphabet'],
  [['Yılmaz', 'Çiğdem'], ['Yilmas', 'Cigden'], 'Turkish letters, and a wrong one in both'],
  [['Nguyễn', 'Thị Lan'], ['Nguen', 'Ti Lan'], 'three words'],
])('person_key: %j written as %j is found without a date of birth: %s', async (known, typed, _why) => {
  const office = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  const [familyName, givenName] = known as [string, string]
  const { personId } = await aCase({ responsible: office, familyName, givenName, birthDate: '1984-02-09' })
  for (const birth of [null, 1984] as const)
    expect((await check(office, typed[0]!, typed[1]!, birth)).candidates).toEqual([personId])
})

test.each([
  ['Yıldız', 'Ayşe', 1961],
  ['Yıldız', 'Kerem', null],
  ['Schmidt', 'Ayşe', null],
  ['Schmidt', 'Hans', '1990-05-04'],
  // One name nearly, the other one not at all; and short names that differ are different names.
  ['Yildix', 'Kerim', null],
  ['Yin', 'Aye', null],
])('person_key: %s, %s, %s is somebody else', async (family, given, birth) => {
  expect(await check(neighbour, family, given, birth)).toEqual(nothing)
})

test('person_key: nobody reads or writes it by hand; on_person_name follows the name and the year', async () => {
  for (const user of [manager, coordinator, officer]) {
    await expect(user.tx((tx) => sql`select 1 from person_key`.execute(tx))).rejects.toMatchObject({
      code: '42501',
    })
  }
  const { personId } = await aCase({ responsible: manager, familyName: 'Alt', givenName: 'Berta' })
  const keys = () =>
    house.system(house.a, (tx) =>
      sql<{ key: string; birth_year: number | null }>`select key, birth_year from person_key
        where person_id = ${personId} order by key`.execute(tx),
    )
  const plain = async () =>
    (await keys()).rows.filter(({ key }) => !key.startsWith('$') && !key.startsWith('^'))
  expect(await plain()).toEqual([
    { key: '052', birth_year: null },
    { key: '052172', birth_year: null },
    { key: '172', birth_year: null },
  ])
  // Beginnings and ends of both words together: three of each, those of one code may coincide.
  expect((await keys()).rows.length - 3).toBe(9)
  await manager.tx((tx) =>
    sql`update person set phonetic = '65', birth_precision = 'yearOnly', birth_year = 1990 where id = ${personId}`.execute(
      tx,
    ),
  )
  expect((await keys()).rows).toEqual([{ key: '65', birth_year: 1990 }])
})

test('duplicate_check: sixty checks in ten minutes, counted by count_duplicate_check; nobody reads the counts', async () => {
  const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  await expect(user.tx((tx) => sql`select 1 from duplicate_check`.execute(tx))).rejects.toMatchObject({
    code: '42501',
  })
  const { rows } = await user.tx((tx) =>
    sql<{ may: boolean }>`select app.count_duplicate_check() as may from generate_series(1, 61)`.execute(tx),
  )
  expect(rows.map(({ may }) => may)).toEqual([...Array.from({ length: 60 }, () => true), false])
  // Of somebody else nothing was counted.
  const other = await manager.tx((tx) =>
    sql<{ may: boolean }>`select app.count_duplicate_check() as may`.execute(tx),
  )
  expect(other.rows[0]!.may).toBe(true)
})

test('duplicate_decision: kept by who works with one and sees both, read by who sees both, never changed', async () => {
  const { personId: one } = await aCase({ responsible: manager, familyName: 'Paar', givenName: 'Eins' })
  const { personId: two, id: caseOfTwo } = await aCase({
    responsible: manager,
    familyName: 'Paar',
    givenName: 'Zwei',
  })
  const row = { person_id: one!, other_person_id: two!, decision: 'other' }
  const insert = (user: TestUser, values: object) =>
    user.tx((tx) =>
      tx
        .insertInto('duplicate_decision')
        .values({ id: newId(), ...row, ...values })
        .execute(),
    )
  await insert(manager, {})
  for (const user of [neighbour, coordinator, officer, stranger]) {
    await expect(insert(user, {})).rejects.toMatchObject({ code: '42501' })
  }
  const foreign = await aCase({
    responsible: neighbour,
    organisation: house.a.town,
    familyName: 'Paar',
    givenName: 'Drei',
  })
  await expect(insert(manager, { other_person_id: foreign.personId })).rejects.toMatchObject({
    code: '42501',
  })
  await expect(
    insert(manager, { other_person_id: null, case_id: foreign.id, decision: 'same' }),
  ).rejects.toMatchObject({ code: '42501' })
  const readers = async (user: TestUser) =>
    (
      await user.tx((tx) =>
        tx.selectFrom('duplicate_decision').select('id').where('person_id', '=', one!).execute(),
      )
    ).length
  expect(await readers(manager)).toBe(1)
  for (const user of [neighbour, coordinator, officer, stranger]) expect(await readers(user)).toBe(0)
  const deputy = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  await arrange.deputy(manager, deputy)
  expect(await readers(deputy)).toBe(1)
  await house.system(house.a, (tx) => tx.deleteFrom('case_person').where('case_id', '=', caseOfTwo).execute())
  // Who no longer sees the second person learns nothing of it.
  expect(await readers(manager)).toBe(0)
  const change = manager.tx((tx) => tx.updateTable('duplicate_decision').set({ decision: 'same' }).execute())
  await expect(change).rejects.toMatchObject({ code: '42501' })
  const drop = manager.tx((tx) => tx.deleteFrom('duplicate_decision').execute())
  await expect(drop).rejects.toMatchObject({ code: '42501' })
})

test('BC-01 check_duplicates: naming a hidden person as the one being changed changes nothing', async () => {
  const asked = (personId: string | null) => check(neighbour, 'Yildiz', 'Ayse', '1990-05-04', personId)
  const before = await asked(null)
  expect(before.elsewhere).toBe(true)
  expect(await asked(newId())).toEqual(before)
  const alone = await aCase({ responsible: manager, familyName: 'Einzig', givenName: 'Ottokar' })
  expect((await check(neighbour, 'Einzig', 'Ottokar', null, alone.personId)).elsewhere).toBe(true)
  expect(await asked(file.personId!)).toEqual(before)
})

test('check_duplicates: a pair told apart is not offered again, the person itself never', async () => {
  const first = await aCase({ responsible: manager, familyName: 'Zwilling', givenName: 'Tom' })
  const second = await aCase({ responsible: manager, familyName: 'Zwilling', givenName: 'Tom' })
  const offered = async () => (await check(manager, 'Zwilling', 'Tom', null, first.personId)).candidates
  expect(await offered()).toEqual([second.personId])
  await manager.tx((tx) =>
    tx
      .insertInto('duplicate_decision')
      .values({
        id: newId(),
        person_id: second.personId!,
        other_person_id: first.personId!,
        decision: 'other',
      })
      .execute(),
  )
  expect(await offered()).toEqual([])
})
