import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../platform/contract/ids.ts'
import { aCase } from '../../../../testing/a-case.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { notificationEndpoints } from '../../contract/notifications.ts'
import { oversightEndpoints as endpoints } from '../../contract/oversights.ts'

const house = await openHouse()
afterAll(() => house.close())
let lead: TestUser
let coordinator: TestUser
let manager: TestUser
let foreign: TestUser
beforeAll(async () => {
  lead = await house.user(house.a, { roles: [{ role: 'kimLead' }] })
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }], familyName: 'Koord' })
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }], familyName: 'Fall' })
  foreign = await house.user(house.b, { roles: [{ role: 'administrator' }] })
})

const wish = (overrides: object = {}) => ({
  coordinatorId: coordinator.id,
  caseManagerId: manager.id,
  ...overrides,
})
const arrange = (body: ReturnType<typeof wish>, by = lead) => by.client.call(endpoints.arrange, { body })
const end = (id: string, by = lead) => by.client.call(endpoints.end, { params: { id } })

describe('professional oversight', () => {
  test('opens structured data at once and closes at once; both sides are told', async () => {
    const file = await aCase({ responsible: manager })
    const sees = async () =>
      (await coordinator.tx((tx) => tx.selectFrom('case_file').select('id').execute())).some(
        (row) => row.id === file.id,
      )
    expect((await lead.client.call(endpoints.list)).body.without.map((row) => row.id)).toEqual([manager.id])
    expect(await sees()).toBe(false)
    const { status, body } = await arrange(wish())
    expect(status).toBe(201)
    expect(body).toMatchObject({
      coordinator: { name: 'Kim Koord' },
      caseManager: { name: 'Kim Fall' },
      effective: true,
    })
    expect(await sees()).toBe(true)
    const list = (await lead.client.call(endpoints.list)).body
    expect(list.rows).toEqual([body])
    expect(list.without).toEqual([])
    expect((await arrange(wish())).problem.code).toBe('oversightArranged')
    expect((await end(body.id)).status).toBe(204)
    expect((await end(body.id)).status).toBe(204)
    expect(await sees()).toBe(false)
    const told = (await manager.client.call(notificationEndpoints.list)).body.rows
    expect(told.map((row) => row.text)).toEqual([
      'Eine Fachaufsicht, die Sie betrifft, wurde beendet.',
      'Ihre Fachaufsicht hat sich geändert.',
    ])
  })

  test('only between people who hold the roles, never over oneself, never for oneself', async () => {
    const fields = async (overrides: object) =>
      (await arrange(wish(overrides))).problem.fields?.map(({ path, code }) => `${path} ${code}`)
    expect(await fields({ coordinatorId: manager.id })).toEqual(['coordinatorId samePerson'])
    expect(await fields({ coordinatorId: foreign.id })).toEqual(['coordinatorId roleMissing'])
    expect(await fields({ caseManagerId: newId() })).toEqual(['caseManagerId roleMissing'])
    expect(await fields({ caseManagerId: 'x' })).toEqual(['caseManagerId invalid_format'])
    const both = await house.user(house.a, { roles: [{ role: 'coordinator' }, { role: 'kimLead' }] })
    expect((await arrange(wish({ coordinatorId: both.id }), both)).problem.code).toBe('ownOversight')
  })

  test('arranged by lead and administrator alone', async () => {
    const { body } = await arrange(wish())
    for (const user of [coordinator, manager]) {
      expect((await user.client.call(endpoints.list)).status).toBe(403)
      expect((await arrange(wish(), user)).status).toBe(403)
      expect((await end(body.id, user)).status).toBe(403)
    }
    expect((await house.anonymous.call(endpoints.list)).status).toBe(401)
    expect((await house.anonymous.call(endpoints.arrange, { body: wish() })).status).toBe(401)
    expect((await house.anonymous.call(endpoints.end, { params: { id: body.id } })).status).toBe(401)
    expect((await end(body.id, foreign)).status).toBe(404)
    expect((await lead.client.raw('POST', '/api/oversights/x/end')).status).toBe(400)
    expect((await foreign.client.call(endpoints.list)).body.rows).toEqual([])
  })
})
