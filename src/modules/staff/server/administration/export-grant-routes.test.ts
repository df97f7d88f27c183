import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, berlinDay } from '../../../../platform/contract/dates.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { exportGrantEndpoints } from '../../contract/export-grants.ts'
import { userEndpoints } from '../../contract/users.ts'

const house = await openHouse()
afterAll(() => house.close())
const today = berlinDay(Temporal.Now.instant())

let administrator: TestUser
let manager: TestUser
let foreign: TestUser
beforeAll(async () => {
  administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  foreign = await house.user(house.b, { roles: [{ role: 'administrator' }] })
})

const give = (by: TestUser, userId: string, change: object = {}) =>
  by.client.call(exportGrantEndpoints.give, {
    params: { id: userId },
    body: { reason: 'Verwendungsnachweis', lastDay: addDays(today, 30), ...change },
  })
const end = (by: TestUser, id: string, ifMatch: number) =>
  by.client.call(exportGrantEndpoints.end, { params: { id }, ifMatch })
const someone = () => house.user(house.a, { roles: [{ role: 'caseManager' }] })

test('POST /api/users/:id/export-grants: works, stands in the account, the person is told', async () => {
  const user = await someone()
  const { status, body } = await give(administrator, user.id)
  expect(status).toBe(201)
  expect(body).toMatchObject({
    reason: 'Verwendungsnachweis',
    state: 'current',
    by: 'Kim Muster',
    version: 1,
  })
  const read = await administrator.client.call(userEndpoints.read, { params: { id: user.id } })
  expect(read.body.exportGrants).toEqual([body])
  const told = await user.tx((tx) => tx.selectFrom('notification').select('kind').execute())
  expect(told).toEqual([{ kind: 'exportGrant.given' }])
})

test('POST /api/users/:id/export-grants: 401, 403, 400 with the field, 404 in another tenant', async () => {
  const params = { id: manager.id }
  const body = { reason: 'x', lastDay: today }
  expect((await house.anonymous.call(exportGrantEndpoints.give, { params, body })).status).toBe(401)
  expect((await give(manager, manager.id)).status).toBe(403)
  for (const [change, path] of [
    [{ reason: ' ' }, 'reason'],
    [{ lastDay: addDays(today, -1) }, 'lastDay'],
    [{ lastDay: addDays(today, 400) }, 'lastDay'],
  ] as const) {
    const { status, problem } = await give(administrator, manager.id, change)
    expect([status, problem.fields?.[0]?.path]).toEqual([400, path])
  }
  expect((await give(foreign, manager.id)).status).toBe(404)
  expect((await give(administrator, newId())).status).toBe(404)
})

test('POST /api/users/:id/export-grants: never to oneself, not twice, not to a closed account', async () => {
  expect((await give(administrator, administrator.id)).problem.code).toBe('ownExportGrant')
  const user = await someone()
  await give(administrator, user.id)
  expect((await give(administrator, user.id)).problem.code).toBe('exportGrantHeld')
  const gone = await someone()
  await house.system(house.a, (tx) =>
    tx.updateTable('staff_user').set({ active: false }).where('id', '=', gone.id).execute(),
  )
  expect((await give(administrator, gone.id)).problem.code).toBe('userInactive')
})

test('POST /api/export-grants/:id/end: works at once, twice is the same, and can be given again', async () => {
  const user = await someone()
  const { body: grant } = await give(administrator, user.id)
  const ended = await end(administrator, grant.id, 1)
  expect(ended.body).toMatchObject({ state: 'ended', version: 2 })
  expect((await end(administrator, grant.id, 2)).body).toEqual(ended.body)
  expect((await give(administrator, user.id)).status).toBe(201)
})

test('POST /api/export-grants/:id/end: 401, 403, 400, 404 elsewhere, 412 when stale, 428 without version', async () => {
  const { body: grant } = await give(administrator, (await someone()).id)
  const path = `/api/export-grants/${grant.id}/end`
  expect((await house.anonymous.raw('POST', path, { ifMatch: 1 })).status).toBe(401)
  expect((await end(manager, grant.id, 1)).status).toBe(403)
  expect((await administrator.client.raw('POST', '/api/export-grants/x/end', { ifMatch: 1 })).status).toBe(
    400,
  )
  expect((await end(foreign, grant.id, 1)).status).toBe(404)
  expect((await end(administrator, grant.id, 7)).status).toBe(412)
  expect((await administrator.client.raw('POST', path)).status).toBe(428)
})
