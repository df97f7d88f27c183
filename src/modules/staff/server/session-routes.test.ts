import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../../testing/house.ts'
import { sessionEndpoints as endpoints } from '../contract/session.ts'
import { hashPassword } from './sign-in/password.ts'

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

test('the page that loads first asks without an error: null for a stranger, the session for who is signed in', async () => {
  const stranger = await house.anonymous.call(endpoints.current)
  expect(stranger).toMatchObject({ status: 200, body: { session: null } })
  const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  const { body } = await user.client.call(endpoints.current)
  expect(body.session).toEqual((await user.client.call(endpoints.read)).body)
  await house.owner.query('update auth.session set revoked_at = now() where token_hash = $1', [
    user.sessionHash,
  ])
  expect((await user.client.call(endpoints.current)).body).toEqual({ session: null })
})

test('until a password set by somebody else is changed, nothing but the session and the change is served', async () => {
  const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  await house.owner.query(
    `insert into auth.account (user_id, tenant_id, login_name, password_hash, must_change) values ($1, $2, $3, $4, true)`,
    [user.id, house.a.id, 'muss-aendern', await hashPassword('Vorlaeufig-2026-x')],
  )
  expect((await user.client.call(endpoints.read)).status).toBe(200)
  const refused = await user.client.call(endpoints.list)
  expect(refused).toMatchObject({ status: 403, problem: { code: 'mustChangePassword' } })
  const body = { current: 'Vorlaeufig-2026-x', next: 'ein ganz anderes Kennwort' }
  expect((await user.client.call(endpoints.changePassword, { body })).status).toBe(204)
  expect((await user.client.call(endpoints.list)).status).toBe(200)
})
