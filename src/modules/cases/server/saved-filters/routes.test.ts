import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { savedFilterEndpoints as endpoints } from '../../contract/saved-filters.ts'

const house = await openHouse()
afterAll(() => house.close())

let manager: TestUser
let colleague: TestUser
let stranger: TestUser
beforeAll(async () => {
  const roles = [{ role: 'caseManager' as const }]
  manager = await house.user(house.a, { roles })
  colleague = await house.user(house.a, { roles })
  stranger = await house.user(house.b, { roles })
})

const filter = { scope: 'mine', state: 'open', overdue: true, sort: 'lastContact' } as const
const save = (user: TestUser, name: string, isDefault = false) =>
  user.client.call(endpoints.save, { body: { name, filter, isDefault } })
const list = async (user: TestUser) =>
  (await user.client.call(endpoints.list)).body.rows.map(({ name, isDefault }) => [name, isDefault])

describe('POST and GET /api/saved-filters', () => {
  test('kept for oneself, by name; a new default takes the place of the old', async () => {
    const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    expect((await save(user, 'Überfällig', true)).status).toBe(201)
    await save(user, 'Alle', true)
    const { body } = await user.client.call(endpoints.list)
    expect(body.rows.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Alle', true],
      ['Überfällig', false],
    ])
    expect(body.rows[0]).toMatchObject({ filter, version: 1 })
    expect(await list(colleague)).toEqual([])
  })

  test('the same name twice is said at the field; another person may use it', async () => {
    await save(manager, 'Meine')
    const again = await save(manager, 'meine')
    expect([again.status, again.problem.fields?.[0]?.path]).toEqual([400, 'name'])
    expect((await save(colleague, 'Meine')).status).toBe(201)
  })

  test('thirty filters are enough', async () => {
    const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    for (let count = 1; count <= 30; count++) await save(user, `Filter ${count}`)
    expect((await save(user, 'Filter 31')).problem.code).toBe('tooManySavedFilters')
  })

  test('401, 403, 400: nothing but keys and codes is kept, no searched text', async () => {
    expect((await house.anonymous.call(endpoints.list)).status).toBe(401)
    expect((await house.anonymous.call(endpoints.save, { body: { name: 'x', filter } })).status).toBe(401)
    const lead = await house.user(house.a, { roles: [{ role: 'kimLead' }] })
    expect((await lead.client.call(endpoints.list)).status).toBe(403)
    expect((await save(lead, 'x')).status).toBe(403)
    for (const body of [
      { name: '', filter },
      { name: 'x', filter: { ...filter, text: 'Yıldız' } },
      { name: 'x', filter: { ...filter, siteId: 'hier' } },
      { name: 'x' },
    ]) {
      expect((await manager.client.raw('POST', '/api/saved-filters', { body })).status).toBe(400)
    }
  })
})

describe('PATCH and DELETE /api/saved-filters/:id', () => {
  test('changed, removed, and saved again', async () => {
    const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    const { body } = await save(user, 'Vorläufig')
    const params = { id: body.id }
    const changed = await user.client.call(endpoints.change, {
      params,
      ifMatch: 1,
      body: { name: 'Endgültig', isDefault: true, filter: { ...filter, state: 'all' } },
    })
    expect(changed.body).toMatchObject({
      version: 2,
      name: 'Endgültig',
      isDefault: true,
      filter: { state: 'all' },
    })
    const stale = await user.client.call(endpoints.remove, { params, ifMatch: 1 })
    expect([stale.status, stale.problem.current]).toMatchObject([412, { version: 2 }])
    expect((await user.client.call(endpoints.remove, { params, ifMatch: 2 })).status).toBe(204)
    expect(await list(user)).toEqual([])
    expect((await save(user, 'Endgültig', true)).status).toBe(201)
  })

  test('401, 403, 404 for colleague and another district, 400, 428', async () => {
    const { body } = await save(manager, 'Nur meiner')
    const options = { params: { id: body.id }, ifMatch: 1 }
    const lead = await house.user(house.a, { roles: [{ role: 'kimLead' }] })
    for (const [client, status] of [
      [house.anonymous, 401],
      [lead.client, 403],
      [colleague.client, 404],
      [stranger.client, 404],
    ] as const) {
      expect((await client.call(endpoints.change, { ...options, body: { name: 'fremd' } })).status).toBe(
        status,
      )
      expect((await client.call(endpoints.remove, options)).status).toBe(status)
    }
    const path = `/api/saved-filters/${body.id}`
    expect(
      (await manager.client.raw('PATCH', path, { ifMatch: 1, body: { userId: colleague.id } })).status,
    ).toBe(400)
    expect((await manager.client.raw('DELETE', '/api/saved-filters/eins', { ifMatch: 1 })).status).toBe(400)
    expect((await manager.client.raw('PATCH', path, { body: { name: 'ohne' } })).status).toBe(428)
    expect((await manager.client.raw('DELETE', path)).status).toBe(428)
  })
})

test('every write of a filter is logged, without its name', async () => {
  const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  const { body } = await save(user, 'Familie Geheim')
  await user.client.call(endpoints.change, { params: { id: body.id }, ifMatch: 1, body: { isDefault: true } })
  await user.client.call(endpoints.remove, { params: { id: body.id }, ifMatch: 2 })
  const logged = await house.system(house.a, (tx) =>
    tx
      .selectFrom('audit_event')
      .select(['action', 'details'])
      .where('object_id', '=', body.id)
      .orderBy('at')
      .execute(),
  )
  expect(logged.map(({ action }) => action)).toEqual([
    'savedFilter.saved',
    'savedFilter.changed',
    'savedFilter.removed',
  ])
  expect(JSON.stringify(logged)).not.toContain('Geheim')
})
