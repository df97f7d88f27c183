import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aGivenConsent } from '../../../testing/a-consent.ts'
import { aProblem, aReportedProblem, enoughCases } from '../../../testing/a-problem.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { problemEndpoints } from '../contract/endpoints.ts'

// Row level security alone. Oversight sees a problem only once it was called in, and never its words.

const house = await openHouse()
afterAll(() => house.close())
const people = {} as Record<
  | 'anna'
  | 'deputy'
  | 'colleague'
  | 'coordinator'
  | 'otherEmployer'
  | 'officer'
  | 'partner'
  | 'lead'
  | 'foreign',
  TestUser
>
let file: TestCase
let quiet: string
let called: string

beforeAll(async () => {
  await aCatalogue(house, house.a)
  const manager = [{ role: 'caseManager' }] as const
  people.anna = await house.user(house.a, { roles: manager })
  people.deputy = await house.user(house.a, { roles: manager })
  people.colleague = await house.user(house.a, { roles: manager })
  people.coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.otherEmployer = await house.user(house.a, { roles: manager, organisation: house.a.welfare })
  people.officer = await house.user(house.a, { roles: [{ role: 'immigrationOfficer' }] })
  people.partner = await house.user(house.a, {
    roles: [{ role: 'partner' }],
    organisation: house.a.town,
    unit: house.a.socialOfficeOfTown,
  })
  people.lead = await house.user(house.a, { roles: [{ role: 'kimLead' }] })
  people.foreign = await house.user(house.b, { roles: [{ role: 'caseManager' }, { role: 'coordinator' }] })
  await arrange.oversight(house, people.coordinator, people.anna)
  await arrange.deputy(people.anna, people.deputy)
  await enoughCases(house, people.anna)
  file = await aCase({ responsible: people.anna })
  const consent = await aGivenConsent(people.anna, file)
  quiet = (await aReportedProblem(people.anna, file)).id
  called = (
    await aProblem(people.anna, file, {
      level: 2,
      organisationIds: [house.a.town],
      description: 'Eigene Worte',
    })
  ).id
  const body = {
    organisationId: house.a.town,
    unitId: house.a.socialOfficeOfTown,
    consentId: consent.id,
    note: 'Absprache',
  }
  await people.anna.client.call(problemEndpoints.arrange, { params: { id: called }, body })
  await house.system(house.a, async (tx) => {
    await tx
      .updateTable('problem')
      .set({ coordinator_called_on: '2026-11-21' })
      .where('id', '=', called)
      .execute()
    const of = { case_id: file.id, written_by: people.anna.id, written_on: '2026-11-21' }
    for (const problem_id of [called, quiet])
      await tx
        .insertInto('problem_preparation')
        .values({ ...of, problem_id })
        .execute()
  })
})

const count = async (who: TestUser, table: string, problem: string) => {
  const key = table === 'problem' ? 'id' : 'problem_id'
  const { rows } = await who.tx((tx) =>
    sql`select 1 from ${sql.table(table)} where ${sql.ref(key)} = ${problem}`.execute(tx),
  )
  return rows.length
}
const affected = async (who: TestUser, statement: string) =>
  Number((await who.tx((tx) => sql.raw(statement).execute(tx))).numAffectedRows ?? 0)
const others = ['colleague', 'otherEmployer', 'officer', 'partner', 'lead', 'foreign'] as const

test.for(['problem', 'problem_organisation', 'problem_arrangement', 'problem_step', 'problem_preparation'])(
  '%s: who works the case and the deputy read it; oversight once it was called in; nobody else',
  async (table) => {
    const seen = async (problem: string) => ({
      anna: (await count(people.anna, table, problem)) > 0,
      deputy: (await count(people.deputy, table, problem)) > 0,
      coordinator: (await count(people.coordinator, table, problem)) > 0,
    })
    expect(await seen(called)).toEqual({ anna: true, deputy: true, coordinator: true })
    expect((await seen(quiet)).coordinator).toBe(false)
    for (const name of others) expect(await count(people[name], table, called), name).toBe(0)
  },
)

test.for(['problem_text', 'problem_step_text'])(
  '%s: words are for who works the case, not for oversight',
  async (table) => {
    expect(await count(people.anna, table, called)).toBeGreaterThan(0)
    expect(await count(people.deputy, table, called)).toBeGreaterThan(0)
    for (const name of ['coordinator', ...others] as const)
      expect(await count(people[name], table, called), name).toBe(0)
  },
)

test('problem_preparation: written by who works the case and by the coordinator who was called in, in the own name', async () => {
  const write = (who: TestUser, problem: string, by = who) =>
    affected(
      who,
      `update problem_preparation set situation = 'Viele Stellen', written_by = '${by.id}' where problem_id = '${problem}'`,
    )
  expect(await write(people.anna, quiet)).toBe(1)
  expect(await write(people.coordinator, called)).toBe(1)
  expect(await write(people.coordinator, quiet)).toBe(0)
  for (const name of others) expect(await write(people[name], called), name).toBe(0)
  await expect(write(people.anna, called, people.coordinator)).rejects.toThrow(/row-level security/)
})

test('problem_step_text: what the coordinator wrote she reads herself, and who works the case does', async () => {
  const step = newId()
  await people.coordinator.tx(async (tx) => {
    await tx
      .insertInto('problem_step')
      .values({
        id: step,
        case_id: file.id,
        problem_id: called,
        kind: 'coordinatorAnswered',
        on_date: '2026-11-21',
      })
      .execute()
    await tx
      .insertInto('problem_step_text')
      .values({ step_id: step, case_id: file.id, problem_id: called, content: 'Gemeinsam' })
      .execute()
  })
  const read = async (who: TestUser) =>
    (
      await who.tx((tx) =>
        tx.selectFrom('problem_step_text').select('step_id').where('step_id', '=', step).execute(),
      )
    ).length
  expect([await read(people.coordinator), await read(people.anna), await read(people.colleague)]).toEqual([
    1, 1, 0,
  ])
})

test('problem: written by who works the case; oversight may answer and nothing else', async () => {
  const change = `update problem set level = 3 where id = '${called}'`
  for (const name of ['coordinator', ...others] as const)
    expect(await affected(people[name], change), name).toBe(0)
  expect(await affected(people.deputy, change)).toBe(1)
  const row = (who: TestUser, id = newId()) =>
    affected(
      who,
      `insert into problem (id, case_id, kind, noticed_on, origin, level, state_on)
      values ('${id}', '${file.id}', 'gap', '2026-11-21', 'case', 1, '2026-11-21')`,
    )
  for (const name of ['coordinator', ...others] as const)
    await expect(row(people[name]), name).rejects.toMatchObject({ code: '42501' })
  expect(await row(people.anna)).toBe(1)
  const step = (problem: string, kind: string) =>
    affected(
      people.coordinator,
      `insert into problem_step (id, case_id, problem_id, kind, on_date)
      values ('${newId()}', '${file.id}', '${problem}', '${kind}', '2026-11-21')`,
    )
  await expect(step(called, 'level')).rejects.toMatchObject({ code: '42501' })
  await expect(step(quiet, 'coordinatorAnswered')).rejects.toMatchObject({ code: '42501' })
})

test('problem_report: the link from case to barrier is read by who works the case alone, and written by nobody', async () => {
  expect([
    await count(people.anna, 'problem_report', quiet),
    await count(people.deputy, 'problem_report', quiet),
  ]).toEqual([1, 1])
  for (const name of ['coordinator', ...others] as const)
    expect(await count(people[name], 'problem_report', quiet), name).toBe(0)
  for (const who of [people.anna, people.coordinator]) {
    await expect(affected(who, `delete from problem_report`)).rejects.toMatchObject({ code: '42501' })
    await expect(affected(who, `update problem_report set reported_on = '2026-01-01'`)).rejects.toMatchObject(
      { code: '42501' },
    )
  }
})

test('impulse: the own ones, written through the gate only', async () => {
  const id = newId()
  const barrier = (
    await people.anna.tx((tx) =>
      tx.selectFrom('problem_report').select('barrier_id').executeTakeFirstOrThrow(),
    )
  ).barrier_id
  await house.system(house.a, (tx) =>
    tx
      .insertInto('impulse')
      .values({ id, barrier_id: barrier, given_on: '2026-11-21', created_by: people.partner.id })
      .execute(),
  )
  const read = async (who: TestUser) =>
    (await who.tx((tx) => tx.selectFrom('impulse').select('id').execute())).length
  expect([
    await read(people.partner),
    await read(people.anna),
    await read(people.coordinator),
    await read(people.foreign),
  ]).toEqual([1, 0, 0, 0])
  await expect(
    affected(
      people.partner,
      `insert into impulse (id, barrier_id, given_on) values ('${newId()}', '${barrier}', '2026-11-21')`,
    ),
  ).rejects.toMatchObject({ code: '42501' })
})

test('problem_levels: numbers for the coordination, none below the threshold, nothing for others', async () => {
  const levels = async (who: TestUser) =>
    (
      await who.tx((tx) =>
        sql<{
          level: number
          state: string
          number: number | null
        }>`select * from app.problem_levels()`.execute(tx),
      )
    ).rows
  expect((await levels(people.coordinator)).every(({ number }) => number === null)).toBe(true)
  for (let n = 0; n < 5; n++) await aProblem(people.anna, await aCase({ responsible: people.anna }))
  const one = (await levels(people.lead)).find(({ level, state }) => level === 1 && state === 'open')
  expect(one!.number).toBeGreaterThanOrEqual(5)
  for (const name of ['anna', 'partner', 'officer', 'foreign'] as const) {
    expect(
      (await levels(people[name])).filter(({ number }) => number !== null),
      name,
    ).toEqual([])
  }
})

test('suppression_threshold: a number of the own tenant, for everybody who asks the gate', async () => {
  for (const who of [people.anna, people.foreign]) {
    const { rows } = await who.tx((tx) =>
      sql<{ n: number }>`select app.suppression_threshold() as n`.execute(tx),
    )
    expect(rows).toEqual([{ n: 5 }])
  }
})
