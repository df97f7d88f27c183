import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../../testing/a-case.ts'
import { arrange } from '../../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { newId } from '../../../../platform/contract/ids.ts'

// Codes where oversight reads, own words where it does not.

const house = await openHouse()
let anna: TestUser
let colleague: TestUser
let coordinator: TestUser
let foreign: TestUser
let file: TestCase
beforeAll(async () => {
  const roles = [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }] as const
  anna = await house.user(house.a, { roles })
  colleague = await house.user(house.a, { roles })
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  foreign = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.oversight(house, coordinator, anna)
  file = await aCase({ responsible: anna })
})
afterAll(() => house.close())

const run = (user: TestUser, statement: string) => user.tx((tx) => sql.raw(statement).execute(tx))
const count = async (user: TestUser, table: string) =>
  (await run(user, `select 1 from ${table} where case_id = '${file.id}'`)).rows.length

test('case_step: the reason is a code of its kind, never text', async () => {
  const step = (kind: string, reason: string) =>
    run(
      anna,
      `insert into case_step (id, case_id, episode, kind, to_value, on_date, reason)
       values ('${newId()}', '${file.id}', 1, '${kind}', 'done', '2026-11-04', '${reason}')`,
    )
  const refused = { code: '23514' }
  await expect(step('intensity', 'Frau M. ist krank')).rejects.toMatchObject(refused)
  await expect(step('handover', 'needsGrew')).rejects.toMatchObject(refused)
  await expect(step('firstTalk', 'needsGrew')).rejects.toMatchObject(refused)
  await step('intensity', 'needsGrew')
  await step('closed', 'goalsReached')
  const assignment = `update case_assignment set reason = 'weil' where case_id = '${file.id}'`
  await expect(house.system(house.a, (tx) => sql.raw(assignment).execute(tx))).rejects.toMatchObject(refused)
})

test.for(['case_step_text', 'case_organisation_text'] as const)(
  '%s: own words are read and written by who works the case, not by oversight',
  async (table) => {
    const id = newId()
    await run(
      anna,
      table === 'case_step_text'
        ? `insert into case_step (id, case_id, episode, kind, to_value, on_date) values ('${id}', '${file.id}', 1, 'firstTalk', 'done', '2026-11-04')`
        : `insert into case_organisation (id, case_id, organisation_id, role, valid_from) values ('${id}', '${file.id}', '${house.a.welfare}', 'legal', '2026-11-03')`,
    )
    const key = table === 'case_step_text' ? 'step_id' : 'case_organisation_id'
    const write = (user: TestUser) =>
      run(user, `insert into ${table} (${key}, case_id, note) values ('${id}', '${file.id}', 'Eigene Worte')`)
    for (const user of [coordinator, colleague, foreign])
      await expect(write(user)).rejects.toMatchObject({ code: '42501' })
    await write(anna)
    const seen = await Promise.all([anna, coordinator, colleague, foreign].map((user) => count(user, table)))
    expect(seen).toEqual([1, 0, 0, 0])
    expect(await count(coordinator, table === 'case_step_text' ? 'case_step' : 'case_organisation')).not.toBe(
      0,
    )
  },
)
