import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../platform/contract/ids.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { protectionEndpoints as endpoints } from '../../contract/protection.ts'

const house = await openHouse({ now: () => Temporal.Now.instant() })
afterAll(() => house.close())
let officer: TestUser
let admin: TestUser
let manager: TestUser
let foreign: TestUser
beforeAll(async () => {
  officer = await house.user(house.a, { roles: [{ role: 'dataProtectionOfficer' }] })
  admin = await house.user(house.a, { roles: [{ role: 'administrator' }] })
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  foreign = await house.user(house.b, {
    roles: [{ role: 'administrator' }, { role: 'dataProtectionOfficer' }],
  })
})

const opinion = (overrides: object = {}) => ({
  topic: 'valueWithoutStatus' as const,
  allows: true,
  reference: 'DSB 4/2026',
  givenOn: '2026-02-01',
  ...overrides,
})
const basis = (overrides: object = {}) => ({
  organisationId: house.a.kreis,
  council: 'personalrat' as const,
  reference: 'DV 1/2026',
  agreedOn: '2026-01-15',
  ...overrides,
})

describe('opinions', () => {
  test('recorded by the data protection officer; the last one of a topic decides', async () => {
    const first = await officer.client.call(endpoints.recordOpinion, { body: opinion() })
    expect(first).toMatchObject({ status: 201, body: { allows: true, current: true } })
    await officer.client.call(endpoints.recordOpinion, { body: opinion({ allows: false }) })
    const { rows } = (await admin.client.call(endpoints.opinions)).body
    expect(rows.map((row) => [row.allows, row.current])).toEqual([
      [false, true],
      [true, false],
    ])
    expect((await foreign.client.call(endpoints.opinions)).body.rows).toEqual([])
  })

  test('not by others, not in the future, not without a reference', async () => {
    expect((await house.anonymous.call(endpoints.recordOpinion, { body: opinion() })).status).toBe(401)
    expect((await house.anonymous.call(endpoints.opinions)).status).toBe(401)
    for (const user of [admin, manager])
      expect((await user.client.call(endpoints.recordOpinion, { body: opinion() })).status).toBe(403)
    expect((await manager.client.call(endpoints.opinions)).status).toBe(403)
    const refused = (overrides: object) =>
      officer.client.call(endpoints.recordOpinion, { body: opinion(overrides) })
    expect((await refused({ givenOn: '2199-01-01' })).problem.code).toBe('opinionLater')
    expect((await refused({ reference: ' ', topic: 'x' })).problem.fields?.map((f) => f.path)).toEqual([
      'topic', 'reference',
    ]) // oxfmt-ignore
  })
})

describe('agreements with staff councils', () => {
  test('every employer of case managers is listed; registered once', async () => {
    const list = async (user: TestUser) => (await user.client.call(endpoints.staffDataBases)).body.rows
    expect((await list(officer)).map((row) => [row.organisation, row.basis])).toEqual([
      ['Kreis', null],
      ['Stadt Musterstadt', null],
      ['Wohlfahrtsverband', null],
    ])
    const { status, body } = await admin.client.call(endpoints.registerStaffDataBasis, { body: basis() })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      organisation: 'Kreis',
      basis: { council: 'personalrat', agreedOn: '2026-01-15' },
    })
    const again = await admin.client.call(endpoints.registerStaffDataBasis, { body: basis() })
    expect(again.problem.code).toBe('basisRegistered')
    expect((await list(foreign)).every((row) => row.basis === null)).toBe(true)
  })

  test('by the administrator alone, for an employer of the own tenant, not in the future', async () => {
    const register = (user: TestUser, overrides: object = {}) =>
      user.client.call(endpoints.registerStaffDataBasis, { body: basis(overrides) })
    expect((await house.anonymous.call(endpoints.registerStaffDataBasis, { body: basis() })).status).toBe(401)
    expect((await house.anonymous.call(endpoints.staffDataBases)).status).toBe(401)
    for (const user of [officer, manager]) expect((await register(user)).status).toBe(403)
    expect((await manager.client.call(endpoints.staffDataBases)).status).toBe(403)
    for (const organisationId of [house.b.kreis, newId()])
      expect((await register(admin, { organisationId })).problem.fields?.[0]?.path).toBe('organisationId')
    expect(
      (await register(admin, { organisationId: house.a.town, agreedOn: '2199-01-01' })).problem.code,
    ).toBe('agreementLater')
    expect((await register(admin, { council: 'rat' })).status).toBe(400)
  })
})
