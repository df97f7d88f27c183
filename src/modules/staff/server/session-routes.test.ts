import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../../testing/house.ts'
import { sessionEndpoints as endpoints } from '../contract/session.ts'

const house = await openHouse()
afterAll(() => house.close())

test('the session tells who is signed in, with the rights of the roles', async () => {
  const user = await house.user(house.a, {
    roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }],
  })
  const { status, body } = await user.client.call(endpoints.read)
  expect(status).toBe(200)
  expect(body).toMatchObject({ user: { id: user.id }, tenant: { key: 'kreis-a' }, roles: ['caseManager'] })
  expect(body.sites).toEqual([{ id: house.a.site, name: 'Kreishaus' }])
  expect(body.rights).toContain('case.open')
})

test('nobody without a session', async () => {
  expect((await house.anonymous.call(endpoints.read)).status).toBe(401)
})
