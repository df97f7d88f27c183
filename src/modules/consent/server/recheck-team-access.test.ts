import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aGivenConsent, teamConsent } from '../../../testing/a-consent.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { createPool, type Pool } from '../../../platform/server/db/pool.ts'
import { recheckTeamAccessJob } from './recheck-team-access-job.ts'

const house = await openHouse()
let pool: Pool
let manager: TestUser, overseer: TestUser
beforeAll(async () => {
  pool = createPool(house.urls.jobs, 2)
  await aCatalogue(house, house.a)
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  await arrange.oversight(house, overseer, manager)
})
afterAll(async () => {
  await pool.end()
  await house.close()
})

const run = () => recheckTeamAccessJob.run({ pool, now: Temporal.Now.instant() })
const birthday = (age: number, days = 0) =>
  Temporal.Now.plainDateISO('Europe/Berlin').subtract({ years: age }).add({ days }).toString()

const born = (on: string) => ({
  birth_precision: 'exact',
  birth_date: on,
  birth_year: Number(on.slice(0, 4)),
})

/** A household of one adult who named the team, and a child born on that day. */
async function household(bornOn: string) {
  const file = await aCase({ responsible: manager })
  await aGivenConsent(manager, file, {
    organisationId: null,
    unitId: null,
    ...teamConsent(file.personId!),
  })
  const child = newId()
  await house.system(house.a, async (tx) => {
    const name = { given_name: 'Junis', family_name: 'Beispiel', search_name: 'junis', phonetic: '' }
    await tx
      .insertInto('person')
      .values({ id: child, created_by: manager.id, ...name, ...born(bornOn) })
      .execute()
    await tx
      .insertInto('case_person')
      .values({
        id: newId(),
        case_id: file.id,
        person_id: child,
        role: 'child',
        valid_from: '2026-01-01',
        age_group: '14-17',
      })
      .execute()
  })
  return { ...file, child }
}
const stored = (caseId: string) =>
  house.system(house.a, async (tx) => {
    const { rows } = await sql<{ during: string; open: boolean }>`
      select valid_during::text as during, valid_during @> now() as open from team_consent where case_id = ${caseId}`.execute(
      tx,
    )
    return rows
  })
const noted = (caseId: string) =>
  house.system(house.a, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit_event
      where case_id = ${caseId} and action = 'teamAccess.rechecked'`.execute(tx)
    return rows[0]!.n
  })
const words = (caseId: string) =>
  overseer.tx((tx) => tx.selectFrom('case_text').select('kind').where('case_id', '=', caseId).execute())

test('who comes of age decides for themselves: the access ends, once, and nothing else is written', async () => {
  const grown = await household(birthday(18, 1))
  await run()
  expect(await stored(grown.id)).toMatchObject([{ open: true }])
  expect(await words(grown.id)).not.toEqual([])
  // The night before the eighteenth birthday is over.
  await house.system(house.a, (tx) =>
    tx
      .updateTable('person')
      .set(born(birthday(18)))
      .where('id', '=', grown.child)
      .execute(),
  )
  await run()
  expect(await stored(grown.id)).toMatchObject([{ open: false }])
  expect(await words(grown.id)).toEqual([])
  expect(await noted(grown.id)).toBe(1)
  const before = await stored(grown.id)
  await run()
  expect([await stored(grown.id), await noted(grown.id)]).toEqual([before, 1])
})

test('where nobody came of age, a run changes nothing, not even when the access began', async () => {
  const young = await household(birthday(10))
  const before = await stored(young.id)
  await run()
  expect([await stored(young.id), await noted(young.id)]).toEqual([before, 0])
})
