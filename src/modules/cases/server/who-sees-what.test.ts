import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { arrange } from '../../../testing/arrange.ts'
import { consentRow } from '../../../testing/consent-row.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'

// The acceptance of issue 2 about access, in its own words, over every table that hangs on a case, person or request,
// including those that later migrations add.

const house = await openHouse()
let townManager: TestUser
let file: TestCase
let tables: string[]

beforeAll(async () => {
  const { a } = house
  townManager = await house.user(a, {
    organisation: a.town,
    unit: a.kimUnitOfTown,
    roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: a.townSite }],
  })
  file = await aCase({ responsible: townManager, organisation: a.town })
  await townManager.tx(async (tx) => {
    const id = newId()
    await tx
      .insertInto('request')
      .values({ id, channel: 'walkIn', site_id: a.townSite, delete_after: '2027-01-01' })
      .execute()
    await tx
      .insertInto('request_contact')
      .values({ request_id: id, caller_name: 'Frau Beispiel', delete_on: '2026-12-01' })
      .execute()
    await tx
      .insertInto('person_residence')
      .values({ id: newId(), person_id: file.personId!, code: 'x', source: 'stated' })
      .execute()
    await tx
      .insertInto('person_nationality')
      .values({ id: newId(), person_id: file.personId!, code: '475' })
      .execute()
  })
  tables = await tablesAboutClients()
})
afterAll(() => house.close())

/** Tables from which a chain of foreign keys leads to a case, a person or a request, and those three. Not those that
 * nobody signed in may read at all. */
async function tablesAboutClients(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with recursive reached (id) as (
      select unnest(array['case_file', 'person', 'request', 'case_access', 'person_access']::regclass[])::oid
      union select k.conrelid from pg_constraint k join reached on reached.id = k.confrelid where k.contype = 'f')
    select relname as name from reached join pg_class c on c.oid = reached.id
    where has_any_column_privilege('app_user', c.oid, 'select') order by 1`.execute(house.auth)
  return rows.map(({ name }) => name)
}

/** Tables of which this person sees at least one row. */
const seenBy = (user: TestUser) =>
  user.tx(async (tx) => {
    const seen: string[] = []
    for (const table of tables) {
      const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx)
      if (rows.length > 0) seen.push(table)
    }
    return seen
  })
const seesCase = async (user: TestUser, id = file.id) =>
  (await user.tx((tx) => tx.selectFrom('case_file').select('id').where('id', '=', id).execute())).length > 0
const seesText = async (user: TestUser, id = file.id) =>
  (await user.tx((tx) => tx.selectFrom('case_text').select('kind').where('case_id', '=', id).execute()))
    .length > 0

test('the list of tables is real: the case manager of the town sees rows in the most important', async () => {
  expect(tables.length).toBeGreaterThan(15)
  expect(await seenBy(townManager)).toEqual(
    expect.arrayContaining(['case_access', 'case_assignment', 'case_file', 'case_person', 'case_text', 'person',
      'person_access', 'person_nationality', 'person_residence', 'request', 'request_contact']), // oxfmt-ignore
  )
})

test('a Sozialamt account of a town sees nothing of the case managers’ work in the same building', async () => {
  const { a } = house
  for (const role of ['partner', 'lineManager', 'committeeMember', 'townCoordinator'] as const) {
    const clerk = await house.user(a, {
      organisation: a.town,
      unit: a.socialOfficeOfTown,
      roles: [{ role, scopeKind: 'organisation', scopeId: a.town }],
    })
    expect(await seenBy(clerk), role).toEqual([])
  }
})

test('a B3 account finds nobody: no list, no hit, no count', async () => {
  const { a } = house
  const officer = await house.user(a, { unit: a.immigrationUnit, roles: [{ role: 'immigrationOfficer' }] })
  expect(await seenBy(officer)).toEqual([])
  for (const [method, path, body] of [
    ['GET', '/api/cases', undefined],
    ['GET', '/api/requests', undefined],
    ['GET', `/api/cases/${file.id}`, undefined],
    ['GET', `/api/people/${file.personId}`, undefined],
    ['GET', `/api/persons/${file.personId}`, undefined],
    ['POST', '/api/cases/search', { text: 'Beispiel' }],
  ] as const) {
    const answer = await officer.client.raw(method, path, body ? { body } : {})
    expect([403, 404], path).toContain(answer.status)
  }
})

test('a coordinator without oversight for a case manager sees nothing of their cases, with oversight structured only', async () => {
  const { a } = house
  const coordinator = await house.user(a, {
    roles: [{ role: 'coordinator', scopeKind: 'site', scopeId: a.site }],
  })
  expect(await seenBy(coordinator)).toEqual([])
  const oversight = await arrange.oversight(house, coordinator, townManager)
  const seen = await seenBy(coordinator)
  expect(seen).toEqual(expect.arrayContaining(['case_file', 'case_person']))
  expect(
    seen.filter(
      (table) =>
        /text|note|person$|person_[^a]|residence|nationality|contact$/.test(table) && table !== 'case_person',
    ),
  ).toEqual([])
  await house.system(a, (tx) =>
    tx
      .updateTable('oversight')
      .set({ valid_during: arrange.hours(-2, -1) })
      .where('id', '=', oversight)
      .execute(),
  )
  expect(await seenBy(coordinator)).toEqual([])
})

test('lead, administration, data protection officer and administrator see no case', async () => {
  for (const role of [
    'kimLead',
    'administration',
    'dataProtectionOfficer',
    'administrator',
    'lineManager',
  ] as const) {
    expect(await seenBy(await house.user(house.a, { roles: [{ role }] })), role).toEqual([])
  }
})

test('another tenant sees nothing, whatever the roles', async () => {
  const all = ['caseManager', 'coordinator', 'kimLead', 'administrator', 'dataProtectionOfficer'] as const
  expect(await seenBy(await house.user(house.b, { roles: all.map((role) => ({ role })) }))).toEqual([])
})

test('a deputy sees exactly the time agreed: not before, not after, and ending it early ends it at once', async () => {
  const { a } = house
  const colleague = () =>
    house.user(a, {
      organisation: a.town,
      unit: a.kimUnitOfTown,
      roles: [{ role: 'caseManager', scopeKind: 'organisation', scopeId: a.welfare }],
    })
  const [past, future, ended, brief] = [
    await colleague(),
    await colleague(),
    await colleague(),
    await colleague(),
  ]
  await arrange.deputy(townManager, past, { from: -5, to: -1 })
  await arrange.deputy(townManager, future, { from: 1, to: 5 })
  await arrange.deputy(townManager, ended)
  expect([await seesText(past), await seesText(future), await seesText(ended)]).toEqual([false, false, true])
  await townManager.tx(
    (tx) =>
    tx.updateTable('deputy').set({ valid_during: arrange.hours(-1, -0.001), ended_at: new Date().toISOString() })
      .where('deputy_user_id', '=', ended.id).execute(), // oxfmt-ignore
  )
  expect(await seesText(ended)).toBe(false)
  // Nobody does anything: it opens and closes with the clock.
  const seconds = 1 / 3600
  await arrange.deputy(townManager, brief, { from: 1.5 * seconds, to: 4.5 * seconds })
  expect(await seesText(brief)).toBe(false)
  await wait(2500)
  expect(await seesText(brief)).toBe(true)
  await wait(2500)
  expect(await seesText(brief)).toBe(false)
})

test('a deputy of another employer sees only the cases whose text names the team', async () => {
  const { a } = house
  const welfare = await house.user(a, {
    organisation: a.welfare,
    roles: [{ role: 'caseManager', scopeKind: 'organisation', scopeId: a.welfare }],
  })
  await arrange.deputy(townManager, welfare)
  expect(await seesCase(welfare)).toBe(false)
  const open = await aCase({ responsible: townManager, organisation: a.town })
  await townManager.tx(async (tx) => {
    const consentId = newId()
    await sql.raw(consentRow(open.id, consentId)).execute(tx)
    await tx
      .insertInto('team_consent')
      .values({ case_id: open.id, consent_id: consentId, valid_during: arrange.hours(-1, 1) })
      .execute()
  })
  expect([await seesText(welfare, open.id), await seesCase(welfare)]).toEqual([true, false])
})

test('deputising gives nothing to who is no case manager', async () => {
  const { a } = house
  const clerk = await house.user(a, {
    organisation: a.town,
    unit: a.socialOfficeOfTown,
    roles: [{ role: 'partner' }],
  })
  await arrange.deputy(townManager, clerk)
  expect(await seenBy(clerk)).toEqual([])
})

test('a role that ends takes the cases with it, a new one brings them back (BC-08)', async () => {
  const { a } = house
  const manager = await house.user(a, { roles: [{ role: 'caseManager' }] })
  const own = await aCase({ responsible: manager })
  const role = (during: string) =>
    house.system(a, (tx) =>
      tx
        .updateTable('role_assignment')
        .set({ valid_during: during })
        .where('user_id', '=', manager.id)
        .execute(),
    )
  expect(await seesText(manager, own.id)).toBe(true)
  await role(arrange.hours(-2, -1))
  expect(await seenBy(manager)).toEqual([])
  await role(arrange.hours(-2, 1))
  expect(await seesText(manager, own.id)).toBe(true)
})

test('who changes the employer loses what a deputy inside the old employer saw (BC-08)', async () => {
  const { a } = house
  const colleague = await house.user(a, {
    organisation: a.town,
    unit: a.kimUnitOfTown,
    roles: [{ role: 'caseManager', scopeKind: 'organisation', scopeId: a.welfare }],
  })
  await arrange.deputy(townManager, colleague)
  expect(await seesText(colleague)).toBe(true)
  await house.system(a, (tx) =>
    tx
      .updateTable('staff_user')
      .set({ organisation_id: a.welfare, unit_id: null })
      .where('id', '=', colleague.id)
      .execute(),
  )
  expect(await seesCase(colleague)).toBe(false)
})

test('a restricted file closes to everybody; oversight keeps the structured row', async () => {
  const { a } = house
  const manager = await house.user(a, { roles: [{ role: 'caseManager' }] })
  const coordinator = await house.user(a, {
    roles: [{ role: 'coordinator', scopeKind: 'site', scopeId: a.site }],
  })
  await arrange.oversight(house, coordinator, manager)
  const own = await aCase({ responsible: manager })
  await manager.tx((tx) =>
    tx
      .updateTable('case_file')
      .set({ closed_on: '2026-01-01', closure_reason: 'other', restricted_on: '2026-06-01' })
      .where('id', '=', own.id)
      .execute(),
  )
  expect([await seesCase(manager, own.id), await seesText(manager, own.id)]).toEqual([false, false])
  expect([await seesCase(coordinator, own.id), await seesText(coordinator, own.id)]).toEqual([true, false])
})
