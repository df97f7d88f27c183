import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { createPool, type Pool } from '../../../platform/server/db/pool.ts'
import { deleteExpiredRequests } from '../../cases/server/index.ts'
import { retentionJob } from './index.ts'

const house = await openHouse()
const job = retentionJob([deleteExpiredRequests])
let pool: Pool
let anna: TestUser
beforeAll(async () => {
  pool = createPool(house.urls.jobs, 2)
  anna = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
})
afterAll(async () => {
  await pool.end()
  await house.close()
})

type State = 'open' | 'advised' | 'converted'
async function request({
  state,
  deleteAfter,
  deleteOn,
}: {
  state: State
  deleteAfter: string
  deleteOn: string
}) {
  const id = newId()
  await house.system(house.a, async (tx) => {
    const desk = state === 'open' ? {} : { assigned_to: anna.id, closed_at: '2026-05-01T10:00:00Z' }
    const row = { id, channel: 'phone', site_id: house.a.site, state, delete_after: deleteAfter, ...desk }
    await tx.insertInto('request').values(row).execute()
    await tx
      .insertInto('request_contact')
      .values({ request_id: id, callback_number: '0170 1', delete_on: deleteOn })
      .execute()
  })
  return id
}
const left = () =>
  house.system(house.a, async (tx) => ({
    requests: (await tx.selectFrom('request').select('id').execute()).map(({ id }) => id).sort(),
    contacts: (await tx.selectFrom('request_contact').select('request_id as id').execute())
      .map(({ id }) => id)
      .sort(),
  }))
const events = () =>
  house.system(house.a, (tx) =>
    tx
      .selectFrom('audit_event')
      .select(['action', 'object_id', 'details'])
      .where('object_kind', 'in', ['request', 'retention'])
      .execute(),
  )

const now = () => Temporal.Now.instant()
const day = (days: number) => now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days }).toString()

beforeEach(() =>
  house.system(house.a, async (tx) => {
    await sql`delete from request`.execute(tx)
    await sql`insert into retention_clock (seen_at) values (now()) on conflict (tenant_id) do update set seen_at = now(), held_until = null`.execute(
      tx,
    )
  }),
)

test('call-back numbers go on their day, closed requests without a case when their time is over', async () => {
  const gone = await request({ state: 'advised', deleteAfter: day(-1), deleteOn: day(-1) })
  const waiting = await request({ state: 'open', deleteAfter: day(-30), deleteOn: day(-1) })
  const lastDay = await request({ state: 'advised', deleteAfter: day(0), deleteOn: day(0) })
  const aCase = await request({ state: 'converted', deleteAfter: day(-30), deleteOn: day(5) })
  await job.run({ pool, now: now() })
  expect(await left()).toEqual({
    requests: [waiting, lastDay, aCase].sort(),
    contacts: [lastDay, aCase].sort(),
  })
  const deleted = (await events()).filter(({ action }) => /Deleted|deleted/.test(action))
  expect(deleted).toEqual(
    expect.arrayContaining([
      { action: 'request.deleted', object_id: gone, details: {} },
      { action: 'request.contactDeleted', object_id: waiting, details: {} },
    ]),
  )
})

test.each([
  ['a year ahead', { hours: 24 * 365 }],
  ['a year back', { hours: -24 * 365 }],
])('F7 with the clock %s nothing is deleted, and it is noted', async (_name, jump) => {
  await request({ state: 'advised', deleteAfter: day(30), deleteOn: day(10) })
  await request({ state: 'advised', deleteAfter: day(-400), deleteOn: day(-400) })
  const before = await left()
  await job.run({ pool, now: now().add(jump) })
  expect(await left()).toEqual(before)
  expect((await events()).map(({ action }) => action)).toContain('retention.held')
  // The clock put right: it waits, and says so in its mark.
  await job.run({ pool, now: now() })
  expect(await left()).toEqual(before)
})
