import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aGivenConsent } from '../../../testing/a-consent.ts'
import { answered, aPartner, aSentReferral } from '../../../testing/a-referral.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { createPool, type Pool } from '../../../platform/server/db/pool.ts'
import { dayEndpoints } from '../../calendar/index.ts'
import { notificationEndpoints } from '../../staff/index.ts'
import { referralEndpoints } from '../contract/endpoints.ts'
import { unansweredReferralsJob } from './unanswered-job.ts'

const house = await openHouse()
let pool: Pool
let anna: TestUser
let partner: TestUser
let file: { id: string; personId: string | undefined }
beforeAll(async () => {
  pool = createPool(house.urls.jobs, 2)
  await aCatalogue(house, house.a)
  anna = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  partner = await aPartner(house)
  file = await aCase({ responsible: anna })
  await aGivenConsent(anna, file)
})
afterAll(async () => {
  await pool.end()
  await house.close()
})

const inDays = (days: number) => Temporal.Now.instant().add({ hours: 24 * days })
const run = (days: number) => unansweredReferralsJob.run({ pool, now: inDays(days) })
const told = async (who: TestUser, text: string) => {
  const { body } = await who.client.call(notificationEndpoints.list)
  return body.rows.filter((row) => row.text === text).length
}
const waiting = 'Ein Verweis an Ihre Stelle wartet auf Antwort.'
const unanswered = 'Ein Verweis ist ohne Antwort geblieben.'
const stepsOf = async (id: string) => {
  const { body } = await anna.client.call(referralEndpoints.list, { params: { id: file.id } })
  return body.rows.find((row) => row.id === id)!.steps.map((step) => step.kind)
}

test('nobody answers: the recipient is reminded once, then it comes back to the sender once', async () => {
  const { id } = await aSentReferral(anna, file)
  await run(6)
  expect(await stepsOf(id)).toEqual(['state'])
  await run(7)
  await run(8)
  expect([await stepsOf(id), await told(partner, waiting), await told(anna, unanswered)]).toEqual([
    ['state', 'reminded'],
    1,
    0,
  ])
  await run(14)
  await run(15)
  expect([await stepsOf(id), await told(partner, waiting), await told(anna, unanswered)]).toEqual([
    ['state', 'reminded', 'returned'],
    1,
    1,
  ])
  // A late answer still counts.
  expect((await answered(partner, id, { to: 'accepted' })).state).toBe('accepted')
})

test('what is answered is left alone', async () => {
  const { id } = await aSentReferral(anna, file)
  await answered(partner, id, { to: 'accepted' })
  await run(30)
  expect(await stepsOf(id)).toEqual(['state', 'state'])
})

test('Mein Tag shows it by the dates alone, also where no job has run', async () => {
  const { id } = await aSentReferral(anna, file)
  const open = async () => {
    const { body } = await anna.client.call(dayEndpoints.read)
    return body.sections.flatMap((section) =>
      section.items.map((item) => ({ ...item, section: section.key })),
    )
  }
  const found = (await open()).find((item) => item.id === id)!
  expect(found).toMatchObject({ source: 'referralUnanswered', what: 'Verweis: Stadt Musterstadt, Sozialamt' })
  await house.owner.query(`alter table referral disable trigger referral_moves`)
  await house.system(house.a, (tx) =>
    tx.updateTable('referral').set({ return_on: '2020-01-01' }).where('id', '=', id).execute(),
  )
  await house.owner.query(`alter table referral enable trigger referral_moves`)
  expect((await open()).find((item) => item.id === id)).toMatchObject({
    what: 'Verweis ohne Antwort: Stadt Musterstadt, Sozialamt',
  })
})

test('the district decides after how many days', async () => {
  await house.system(house.a, (tx) =>
    tx
      .insertInto('tenant_setting')
      .values([
        { key: 'referralReminderDays', value: JSON.stringify(3) },
        { key: 'referralReturnDays', value: JSON.stringify(1) },
      ])
      .execute(),
  )
  const { body } = await anna.client.call(referralEndpoints.options, { params: { id: file.id } })
  expect(body).toMatchObject({ reminderDays: 3, returnDays: 3 })
})
