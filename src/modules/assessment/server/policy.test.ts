import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { anAssessment } from '../../../testing/an-assessment.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'

const house = await openHouse()
afterAll(() => house.close())

const tables = ['assessment', 'assessment_rating', 'assessment_text', 'assessment_summary'] as const
type Table = (typeof tables)[number]

let manager: TestUser, deputy: TestUser, formerDeputy: TestUser, colleague: TestUser, coordinator: TestUser
let socialOffice: TestUser, immigration: TestUser, stranger: TestUser
let file: TestCase
let written: { id: string; ratingId: string }

beforeAll(async () => {
  const asManager = { roles: [{ role: 'caseManager' }] } as const
  manager = await house.user(house.a, asManager)
  deputy = await house.user(house.a, asManager)
  formerDeputy = await house.user(house.a, asManager)
  colleague = await house.user(house.a, asManager)
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  const unit = { organisation: house.a.town, unit: house.a.socialOfficeOfTown }
  socialOffice = await house.user(house.a, { roles: [{ role: 'partner' }], ...unit })
  immigration = await house.user(house.a, { roles: [{ role: 'immigrationOfficer' }] })
  stranger = await house.user(house.b, asManager)
  await arrange.oversight(house, coordinator, manager)
  await arrange.deputy(manager, deputy)
  await arrange.deputy(manager, formerDeputy, { from: -48, to: -24 })
  file = await aCase({ responsible: manager })
  written = await anAssessment({ of: file, by: manager })
})

const rows = (user: TestUser, table: Table, caseId = file.id) =>
  user.tx(
    async (tx) => (await tx.selectFrom(table).selectAll().where('case_id', '=', caseId).execute()).length,
  )
const seen = async (user: TestUser, caseId = file.id) =>
  Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await rows(user, table, caseId)] as const)),
  )
const all = { assessment: 1, assessment_rating: 1, assessment_text: 1, assessment_summary: 1 }
const structured = { ...all, assessment_text: 0, assessment_summary: 0 }
const nothing = { assessment: 0, assessment_rating: 0, assessment_text: 0, assessment_summary: 0 }

test('assessment: who works the case and the deputy see all, oversight no word, nobody else anything', async () => {
  expect(await seen(manager)).toEqual(all)
  expect(await seen(deputy)).toEqual(all)
  expect(await seen(coordinator)).toEqual(structured)
  for (const user of [formerDeputy, colleague, socialOffice, immigration, stranger])
    expect(await seen(user)).toEqual(nothing)
})

const change: Record<Table, (user: TestUser) => Promise<bigint>> = {
  assessment: (user) =>
    user.tx(
      async (tx) =>
        (
          await tx
            .updateTable('assessment')
            .set({ version: 2 })
            .where('id', '=', written.id)
            .executeTakeFirst()
        ).numUpdatedRows,
    ),
  assessment_rating: (user) =>
    user.tx(
      async (tx) =>
        (
          await tx
            .updateTable('assessment_rating')
            .set({ need: 3 })
            .where('id', '=', written.ratingId)
            .executeTakeFirst()
        ).numUpdatedRows,
    ),
  assessment_text: (user) =>
    user.tx(
      async (tx) =>
        (
          await tx
            .updateTable('assessment_text')
            .set({ note: 'x' })
            .where('rating_id', '=', written.ratingId)
            .executeTakeFirst()
        ).numUpdatedRows,
    ),
  assessment_summary: (user) =>
    user.tx(
      async (tx) =>
        (
          await tx
            .updateTable('assessment_summary')
            .set({ content: 'x' })
            .where('assessment_id', '=', written.id)
            .executeTakeFirst()
        ).numUpdatedRows,
    ),
}

test.each(tables)('%s: only who works the case changes a row, and nobody else', async (table) => {
  for (const user of [coordinator, formerDeputy, colleague, socialOffice, immigration, stranger])
    expect(await change[table](user)).toBe(0n)
  expect(await change[table](deputy)).toBe(1n)
  expect(await change[table](manager)).toBe(1n)
})

test.each(['assessment_rating', 'assessment_text', 'assessment_summary'] as const)(
  '%s: nobody deletes a row by itself',
  async (table) => {
    await expect(
      manager.tx((tx) => tx.deleteFrom(table).where('case_id', '=', file.id).execute()),
    ).rejects.toThrow(/permission denied/)
  },
)

test('assessment: who works the case discards what is open, with its rows; never what is finished', async () => {
  const fresh = await aCase({ responsible: manager })
  await anAssessment({ of: fresh, by: manager, finishedOn: '2026-11-20' })
  await anAssessment({ of: fresh, by: manager })
  const discard = async (user: TestUser) =>
    user.tx(async (tx) => {
      const [result] = await tx.deleteFrom('assessment').where('case_id', '=', fresh.id).execute()
      return result!.numDeletedRows
    })
  for (const user of [coordinator, formerDeputy, colleague, socialOffice, immigration, stranger])
    expect(await discard(user)).toBe(0n)
  expect(await discard(deputy)).toBe(1n)
  expect(await discard(manager)).toBe(0n)
  expect(await seen(manager, fresh.id)).toEqual(all)
})

test('assessment: who finished it is whoever is signed in; opening it again forgets them', async () => {
  const fresh = await aCase({ responsible: manager })
  const { id } = await anAssessment({ of: fresh, by: manager })
  const finish = (user: TestUser, day: string | null) =>
    user.tx((tx) =>
      tx
        .updateTable('assessment')
        .set({ finished_on: day })
        .where('id', '=', id)
        .returning(['created_by', 'finished_by'])
        .executeTakeFirst(),
    )
  expect(await finish(deputy, '2026-11-20')).toEqual({ created_by: manager.id, finished_by: deputy.id })
  expect(await finish(manager, null)).toMatchObject({ finished_by: null })
  await expect(
    manager.tx((tx) =>
      tx.updateTable('assessment').set({ finished_by: deputy.id }).where('id', '=', id).execute(),
    ),
  ).rejects.toThrow(/permission denied/)
})

test('assessment_rating: only who works the case adds rows, and never to an assessment of another case', async () => {
  const other = await aCase({ responsible: manager })
  const add = (user: TestUser, caseId: string) =>
    user.tx((tx) =>
      tx
        .insertInto('assessment_rating')
        .values({
          id: newId(),
          assessment_id: written.id,
          case_id: caseId,
          life_domain: newId(),
          state: 'unknown',
        })
        .execute(),
    )
  for (const user of [coordinator, formerDeputy, colleague, socialOffice, immigration, stranger])
    await expect(add(user, file.id)).rejects.toThrow(/row-level security/)
  await expect(add(manager, other.id)).rejects.toThrow(/foreign key/)
  await add(manager, file.id)
})

test('assessment_rating: what was not rated has no value, whoever writes', async () => {
  const set = (values: object) =>
    manager.tx((tx) =>
      tx.updateTable('assessment_rating').set(values).where('id', '=', written.ratingId).execute(),
    )
  await expect(set({ state: 'unknown', need: 2 })).rejects.toThrow(/no_value_without_rating/)
  await expect(set({ state: 'notDiscussed', need: null, client_view: 2 })).rejects.toThrow(
    /not_discussed_is_empty/,
  )
})

test('assessment_text: a release opens words; a reason opens those of the own employer only', async () => {
  const released = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  const withReason = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  const fresh = await aCase({ responsible: manager })
  await anAssessment({ of: fresh, by: manager, organisation: house.a.welfare })
  for (const user of [released, withReason]) await arrange.oversight(house, user, manager)
  const open = { case_id: fresh.id, parts: 9, valid_during: arrange.hours(-1, 24) }
  await manager.tx((tx) =>
    tx
      .insertInto('clear_access')
      .values({ id: newId(), ...open, user_id: released.id, kind: 'release' })
      .execute(),
  )
  await withReason.tx((tx) =>
    tx
      .insertInto('clear_access')
      .values({ id: newId(), ...open, user_id: withReason.id, kind: 'reason', reason: 'complaint' })
      .execute(),
  )
  expect(await seen(released, fresh.id)).toEqual(all)
  expect(await seen(withReason, fresh.id)).toEqual(structured)
  const own = await aCase({ responsible: manager })
  await anAssessment({ of: own, by: manager })
  await withReason.tx((tx) =>
    tx
      .insertInto('clear_access')
      .values({
        id: newId(),
        ...open,
        case_id: own.id,
        user_id: withReason.id,
        kind: 'reason',
        reason: 'complaint',
      })
      .execute(),
  )
  expect(await seen(withReason, own.id)).toEqual(all)
})

test('assessment_summary: one for each assessment of the case, of nobody else’s', async () => {
  const add = (user: TestUser, id: string) =>
    user.tx((tx) =>
      tx
        .insertInto('assessment_summary')
        .values({ assessment_id: id, case_id: file.id, organisation_id: house.a.kreis, content: 'x' })
        .execute(),
    )
  await expect(add(colleague, written.id)).rejects.toThrow(/row-level security/)
  await expect(add(manager, written.id)).rejects.toThrow(/duplicate key/)
  await expect(add(manager, newId())).rejects.toThrow(/foreign key/)
})

test('assessment: one is open at a time, also when two start at once', async () => {
  const fresh = await aCase({ responsible: manager })
  const starts = await Promise.allSettled([
    anAssessment({ of: fresh, by: manager }),
    anAssessment({ of: fresh, by: deputy }),
  ])
  expect(starts.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})
