import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { aCase, type TestCase } from '../../../../testing/a-case.ts'
import { arrange } from '../../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { newId } from '../../../../platform/contract/ids.ts'

// Row level security alone of the tables of intake and closure (0032).

const house = await openHouse()
let manager: TestUser
let colleague: TestUser
let deputy: TestUser
let coordinator: TestUser
let officer: TestUser
let socialOffice: TestUser
let stranger: TestUser
let file: TestCase

beforeAll(async () => {
  const { a, b } = house
  const cases = (tenant = a) => ({
    roles: [{ role: 'caseManager' as const, scopeKind: 'site' as const, scopeId: tenant.site }],
  })
  manager = await house.user(a, cases())
  colleague = await house.user(a, cases())
  deputy = await house.user(a, cases())
  coordinator = await house.user(a, { roles: [{ role: 'coordinator' }] })
  officer = await house.user(a, { unit: a.immigrationUnit, roles: [{ role: 'immigrationOfficer' }] })
  socialOffice = await house.user(a, {
    organisation: a.town,
    unit: a.socialOfficeOfTown,
    roles: [{ role: 'partner' }],
  })
  stranger = await house.user(b, cases(b))
  await arrange.oversight(house, coordinator, manager)
  await arrange.deputy(manager, deputy)
  file = await aCase({ responsible: manager })
  await manager.tx(async (tx) => {
    await tx
      .insertInto('processing_basis')
      .values({
        id: newId(),
        case_id: file.id,
        kind: 'health',
        basis: 'consent',
        informed_on: '2026-11-02',
        information_language: 'ar',
      })
      .execute()
    await tx.insertInto('case_intake').values({ case_id: file.id, episode: 1, complex_need: 'yes' }).execute()
    await tx
      .insertInto('case_closure')
      .values({
        case_id: file.id,
        episode: 1,
        closed_on: '2026-11-20',
        reason: 'goalsReached',
        goals: 'fully',
      })
      .execute()
    await tx
      .insertInto('case_closure_text')
      .values({ case_id: file.id, episode: 1, client_view: 'Es geht uns gut.' })
      .execute()
  })
})
afterAll(() => house.close())

type Table = 'processing_basis' | 'case_intake' | 'case_closure' | 'case_closure_text'
const readers = async (table: Table) => {
  const people = { manager, deputy, coordinator, colleague, officer, socialOffice, stranger }
  const seen: string[] = []
  for (const [name, user] of Object.entries(people)) {
    const { rows } = await user.tx((tx) =>
      sql`select 1 from ${sql.table(table)} where case_id = ${file.id}`.execute(tx),
    )
    if (rows.length > 0) seen.push(name)
  }
  return seen
}

test('processing_basis: structured for oversight, written by who works the case', async () => {
  expect(await readers('processing_basis')).toEqual(['manager', 'deputy', 'coordinator'])
  const row = {
    case_id: file.id,
    kind: 'migration',
    basis: 'task',
    informed_on: '2026-11-02',
    information_language: 'de',
  }
  for (const user of [coordinator, colleague, officer, stranger]) {
    await expect(
      user.tx((tx) =>
        tx
          .insertInto('processing_basis')
          .values({ id: newId(), ...row })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  }
  const ended = await coordinator.tx((tx) =>
    tx
      .updateTable('processing_basis')
      .set({ ended_on: '2026-11-20' })
      .where('case_id', '=', file.id)
      .executeTakeFirst(),
  )
  expect(ended.numUpdatedRows).toBe(0n)
})

test('processing_basis: a contract carries no health or religion, one open row per kind', async () => {
  const insert = (kind: string, basis: string) =>
    manager.tx((tx) =>
      tx
        .insertInto('processing_basis')
        .values({
          id: newId(),
          case_id: file.id,
          kind,
          basis,
          informed_on: '2026-11-02',
          information_language: 'de',
        })
        .execute(),
    )
  await expect(insert('religion', 'contract')).rejects.toMatchObject({
    constraint: 'no_contract_for_special_categories',
  })
  await expect(insert('health', 'task')).rejects.toMatchObject({ constraint: 'processing_basis_one' })
})

test('case_intake: structured for oversight, changed by who works the case', async () => {
  expect(await readers('case_intake')).toEqual(['manager', 'deputy', 'coordinator'])
  const change = (user: TestUser) =>
    user.tx((tx) =>
      tx
        .updateTable('case_intake')
        .set({ client_agrees: 'yes' })
        .where('case_id', '=', file.id)
        .executeTakeFirst(),
    )
  expect((await change(deputy)).numUpdatedRows).toBe(1n)
  expect((await change(coordinator)).numUpdatedRows).toBe(0n)
  expect((await change(colleague)).numUpdatedRows).toBe(0n)
})

test('case_closure: structured for oversight, never changed by hand', async () => {
  expect(await readers('case_closure')).toEqual(['manager', 'deputy', 'coordinator'])
  const reopen = manager.tx((tx) =>
    tx
      .updateTable('case_closure')
      .set({ reopened_on: '2026-11-21' })
      .where('case_id', '=', file.id)
      .execute(),
  )
  await expect(reopen).rejects.toMatchObject({ code: '42501' })
})

test('case_closure_text: oversight sees no free text', async () => {
  expect(await readers('case_closure_text')).toEqual(['manager', 'deputy'])
})

test('case_file: app.handover_candidates names case managers to who may hand over, and nobody to others', async () => {
  const candidates = async (user: TestUser) => {
    const { rows } = await user.tx((tx) =>
      sql<{ id: string }>`select app.handover_candidates(${file.id}) as id`.execute(tx),
    )
    return rows.map((row) => row.id).sort()
  }
  expect(await candidates(manager)).toEqual([colleague.id, deputy.id].sort())
  // The coordinator oversees nobody else here.
  expect(await candidates(coordinator)).toEqual([])
  for (const user of [colleague, officer, socialOffice, stranger]) expect(await candidates(user)).toEqual([])
})

describe('files of who is not there any more', () => {
  const closed = async (responsible: TestUser, restrictedOn: string) => {
    const one = await aCase({ responsible, birthDate: '1990-05-04' })
    await house.system(house.a, (tx) =>
      tx
        .updateTable('case_file')
        .set({ closed_on: '2026-06-01', closure_reason: 'goalsReached', restricted_on: restrictedOn })
        .where('id', '=', one.id)
        .execute(),
    )
    return one
  }
  const ask = async <Row>(user: TestUser, query: string) =>
    (await user.tx((tx) => sql.raw<Row>(query).execute(tx))).rows
  const others = () => ({ colleague, deputy, coordinator, officer, socialOffice, stranger })

  test('case_file: app.restricted_cases shows a restricted file to its responsible case manager alone', async () => {
    const running = await closed(manager, '2099-01-01')
    const own = await closed(manager, '2026-09-01')
    const query = `select * from app.restricted_cases(array['${own.id}', '${running.id}']::uuid[], null, null, 5)`
    for (const [name, user] of Object.entries(others())) expect(await ask(user, query), name).toEqual([])
    expect(await ask(manager, query)).toEqual([
      {
        id: own.id,
        file_number: own.fileNumber,
        intensity: 'caseManagement',
        opened_on: '2026-11-02',
        closed_on: '2026-06-01',
        restricted_on: '2026-09-01',
        initials: 'A. B.',
        birth_year: 1990,
      },
    ])
  })

  test('case_file: app.closed_cases_of, app.handover_candidates_of and app.hand_over_closed_cases: oneself, or oversight over both', async () => {
    const roles = [{ role: 'caseManager' as const }]
    const leaver = await house.user(house.a, { roles })
    const successor = await house.user(house.a, { roles })
    await arrange.oversight(house, coordinator, leaver)
    const files = [await closed(leaver, '2026-09-01'), await closed(leaver, '2099-01-01')]
    const open = await aCase({ responsible: leaver })
    const count = async (user: TestUser) =>
      (await ask<{ n: number }>(user, `select app.closed_cases_of('${leaver.id}') as n`))[0]!.n
    const candidates = async (user: TestUser) =>
      (await ask<{ id: string }>(user, `select app.handover_candidates_of('${leaver.id}') as id`)).map(
        ({ id }) => id,
      )
    const hand = (user: TestUser, to = successor.id) =>
      ask(user, `select app.hand_over_closed_cases('${leaver.id}', '${to}', 'staffChange') as id`)
    for (const [name, user] of Object.entries({ manager, ...others(), coordinator: successor })) {
      expect(await count(user), name).toBe(0)
      expect(await candidates(user), name).toEqual([])
      expect(await hand(user), name).toEqual([])
    }
    expect(await count(coordinator)).toBe(2)
    // Oversight over one of both is not enough; an office beside us takes none.
    expect(await candidates(coordinator)).toEqual([manager.id])
    expect(await hand(coordinator)).toEqual([])
    expect(await hand(leaver, socialOffice.id)).toEqual([])
    expect(await candidates(leaver)).toContain(successor.id)
    await arrange.oversight(house, coordinator, successor)
    const moved = await hand(coordinator)
    expect(moved).toHaveLength(2)
    expect(await count(leaver)).toBe(0)
    const listed = await ask<{ id: string }>(
      successor,
      'select id from app.restricted_cases(null, null, null, 5)',
    )
    expect(listed.map(({ id }) => id)).toEqual([files[0]!.id])
    const seen = await ask<{ id: string }>(successor, 'select id from case_file')
    expect(seen.map(({ id }) => id)).toEqual([files[1]!.id])
    const left = await ask<{ id: string }>(leaver, 'select id from case_file')
    expect(left.map(({ id }) => id)).toEqual([open.id])
  })
})
