import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { notificationEndpoints as endpoints } from '../contract/notifications.ts'
import { notify } from './notify.ts'

const house = await openHouse()
afterAll(() => house.close())
let user: TestUser
let colleague: TestUser
beforeAll(async () => {
  user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  colleague = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  for (const kind of ['deputy.arranged', 'oversight.arranged', 'something.new']) {
    await colleague.tx((tx) => notify(tx, { userId: user.id, kind, objectKind: 'deputy', objectId: user.id }))
  }
})

const list = async (query: { limit?: number; after?: string } = {}) =>
  (await user.client.call(endpoints.list, { query })).body

test('newest first, page by page, in words and without names', async () => {
  const all = (await list()).rows
  expect(all.map((row) => row.text)).toEqual([
    'Zu einem Ihrer Vorgänge gibt es etwas Neues.',
    'Ihre Fachaufsicht hat sich geändert.',
    'Sie sind als Vertretung eingetragen.',
  ])
  const first = await list({ limit: 2 })
  expect(first.rows).toEqual(all.slice(0, 2))
  const second = await list({ limit: 2, after: first.next! })
  expect(second).toEqual({ rows: all.slice(2) })
})

test('read all at once: those that were there, the own ones alone', async () => {
  const call = (by: TestUser, until: string) => by.client.call(endpoints.readAll, { body: { until } })
  expect((await call(colleague, new Date(Date.now() + 1000).toISOString())).status).toBe(204)
  expect((await call(user, '2020-01-01T00:00:00Z')).status).toBe(204)
  expect((await list()).rows.some((row) => row.read)).toBe(false)
  expect((await call(user, new Date(Date.now() + 1000).toISOString())).status).toBe(204)
  expect((await list()).rows.every((row) => row.read)).toBe(true)
})

test('nothing without a session, without the right or of others; a wrong cursor or instant is refused', async () => {
  const nobody = await house.user(house.a)
  const foreign = await house.user(house.b, { roles: [{ role: 'partner' }] })
  const body = { until: '2026-01-01T00:00:00Z' }
  expect((await house.anonymous.call(endpoints.list)).status).toBe(401)
  expect((await house.anonymous.call(endpoints.readAll, { body })).status).toBe(401)
  expect((await nobody.client.call(endpoints.list)).status).toBe(403)
  expect((await nobody.client.call(endpoints.readAll, { body })).status).toBe(403)
  expect((await foreign.client.call(endpoints.list)).body.rows).toEqual([])
  expect((await user.client.call(endpoints.list, { query: { after: 'x~y' } })).status).toBe(400)
  expect((await user.client.call(endpoints.readAll, { body: { until: 'gestern' } })).status).toBe(400)
})
