import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase } from '../../../testing/a-case.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { caseEndpoints } from '../contract/cases.ts'
import { handoverEndpoints as endpoints } from '../contract/handovers.ts'

const house = await openHouse()
afterAll(() => house.close())
let leaver: TestUser
let successor: TestUser
let outside: TestUser
let coordinator: TestUser
let foreign: TestUser
beforeAll(async () => {
  const roles = [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }] as const
  leaver = await house.user(house.a, { roles, familyName: 'Gehtbald' })
  successor = await house.user(house.a, { roles, familyName: 'Bleibt' })
  outside = await house.user(house.a, { roles })
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  foreign = await house.user(house.b, { roles: [{ role: 'caseManager' }, { role: 'coordinator' }] })
  for (const manager of [leaver, successor]) await arrange.oversight(house, coordinator, manager)
})

const list = (user: TestUser, from?: string) =>
  user.client.call(endpoints.list, { query: from === undefined ? {} : { from } })
const handOver = (user: TestUser, cases: string[], to = successor.id) =>
  user.client.call(endpoints.handOver, { body: { cases, to, reason: 'staffChange' } })
const restrict = (id: string) =>
  house.system(house.a, (tx) =>
    tx
      .updateTable('case_file')
      .set({ closed_on: '2026-06-01', closure_reason: 'goalsReached', restricted_on: '2026-09-01' })
      .where('id', '=', id)
      .execute(),
  )
const responsibleOf = async (id: string) =>
  (
    await house.system(house.a, (tx) =>
      tx.selectFrom('case_file').select('responsible_user_id').where('id', '=', id).executeTakeFirstOrThrow(),
    )
  ).responsible_user_id

describe('GET /api/case-handovers', () => {
  test('the own open cases; the coordinator sees those under oversight, without names', async () => {
    const { id } = await aCase({ responsible: leaver })
    const own = await list(leaver)
    expect(own.body.from).toEqual({ id: leaver.id, name: 'Kim Gehtbald' })
    expect(own.body.cases.map((row) => row.id)).toEqual([id])
    expect(own.body.cases[0]!.initials).toMatch(/^\p{L}\. \p{L}\.$/u)
    expect(own.body.candidates.map((one) => one.id)).toContain(outside.id)
    const above = await list(coordinator, leaver.id)
    expect(above.body.cases).toMatchObject([{ id, initials: null }])
    expect(above.body.candidates.map((one) => one.id)).toEqual([successor.id])
    expect(above.body.people.map((one) => one.id).toSorted()).toEqual([leaver.id, successor.id].toSorted())
  })

  test('closed files are counted, for oneself and for who oversees', async () => {
    const gone = await house.user(house.a, { roles: [{ role: 'caseManager' }], familyName: 'Vorbei' })
    await arrange.oversight(house, coordinator, gone)
    const { id } = await aCase({ responsible: gone })
    await restrict(id)
    for (const user of [gone, coordinator]) {
      const { body } = await list(user, gone.id)
      expect(body).toMatchObject({ cases: [], closed: 1 })
    }
    expect((await list(coordinator, gone.id)).body.candidates.map((one) => one.id)).toContain(successor.id)
  })

  test('401, 403, 400, 404 for somebody else’s cases and another district', async () => {
    expect((await house.anonymous.call(endpoints.list, { query: {} })).status).toBe(401)
    const partner = await house.user(house.a, { roles: [{ role: 'partner' }] })
    expect((await list(partner)).status).toBe(403)
    expect((await leaver.client.raw('GET', '/api/case-handovers?from=x')).status).toBe(400)
    expect((await list(outside, leaver.id)).status).toBe(404)
    expect((await list(foreign, leaver.id)).status).toBe(404)
  })
})

describe('POST /api/case-handovers', () => {
  test('all closed files of who is gone, by oversight over both: with trace, notice and one audit row', async () => {
    const gone = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    await arrange.oversight(house, coordinator, gone)
    const [open, closed] = [await aCase({ responsible: gone }), await aCase({ responsible: gone })]
    await restrict(closed.id)
    await house.system(house.a, (tx) =>
      tx.updateTable('staff_user').set({ active: false }).where('id', '=', gone.id).execute(),
    )
    const hand = (user: TestUser, body: object) => user.client.raw('POST', '/api/case-handovers', { body })
    const wish = { to: successor.id, reason: 'staffChange', closedOf: gone.id }
    expect((await hand(outside, wish)).problem.code).toBe('handoverRefused')
    expect((await hand(coordinator, { ...wish, to: outside.id })).problem.code).toBe('handoverRefused')
    const { status, body } = await hand(coordinator, { ...wish, cases: [open.id] })
    expect({ status, body }).toMatchObject({ status: 200, body: { handedOver: 1, closed: 1 } })
    expect(await responsibleOf(closed.id)).toBe(successor.id)
    expect((await hand(coordinator, wish)).problem.code).toBe('handoverRefused')
    const trace = await house.system(house.a, async (tx) => [
      (await tx.selectFrom('case_step').select('reason').where('case_id', '=', closed.id).execute()).length,
      await tx
        .selectFrom('audit_event')
        .select('details')
        .where('action', '=', 'case.closedHandedOver')
        .where('object_id', '=', gone.id)
        .execute(),
    ])
    expect(trace).toEqual([1, [{ details: { to: successor.id, cases: [closed.id] } }]])
    const { body: listed } = await successor.client.raw('GET', '/api/restricted-cases')
    expect(listed).toMatchObject({ rows: [{ id: closed.id }] })
  })

  test('several at once, each with its step, notice and audit row', async () => {
    const cases = [(await aCase({ responsible: leaver })).id, (await aCase({ responsible: leaver })).id]
    expect(await handOver(leaver, cases)).toMatchObject({ status: 200, body: { handedOver: 2, closed: 0 } })
    for (const id of cases) {
      expect(await responsibleOf(id)).toBe(successor.id)
      expect((await leaver.client.call(caseEndpoints.read, { params: { id } })).status).toBe(404)
      const trace = await house.system(house.a, async (tx) => [
        await tx
          .selectFrom('case_step')
          .select('reason')
          .where('case_id', '=', id)
          .where('kind', '=', 'handover')
          .execute(),
        await tx.selectFrom('notification').select('user_id').where('case_id', '=', id).execute(),
        await tx
          .selectFrom('audit_event')
          .select('reason')
          .where('case_id', '=', id)
          .where('action', '=', 'case.handedOver')
          .execute(),
      ])
      expect(trace).toEqual([
        [{ reason: 'staffChange' }],
        [{ user_id: successor.id }],
        [{ reason: 'staffChange' }],
      ])
    }
  })

  test('by the coordinator inside the own oversight only; all or none', async () => {
    const cases = [(await aCase({ responsible: leaver })).id, (await aCase({ responsible: outside })).id]
    expect((await handOver(coordinator, cases)).status).toBe(404)
    expect(await responsibleOf(cases[0]!)).toBe(leaver.id)
    const toOutside = await handOver(coordinator, [cases[0]!], outside.id)
    expect(toOutside).toMatchObject({
      status: 409,
      problem: { code: 'handoverRefused', fields: [{ path: 'cases.0', code: 'handoverRefused' }] },
    })
    expect((await handOver(coordinator, [cases[0]!])).body).toEqual({ handedOver: 1, closed: 0 })
  })

  test('401, 403, 400, 404', async () => {
    const { id } = await aCase({ responsible: leaver })
    const body = { cases: [id], to: successor.id, reason: 'staffChange' as const }
    expect((await house.anonymous.call(endpoints.handOver, { body })).status).toBe(401)
    const partner = await house.user(house.a, { roles: [{ role: 'partner' }] })
    expect((await handOver(partner, [id])).status).toBe(403)
    for (const wrong of [
      { ...body, cases: [] },
      { ...body, reason: 'weil' },
    ])
      expect((await leaver.client.raw('POST', '/api/case-handovers', { body: wrong })).status).toBe(400)
    for (const user of [outside, foreign]) expect((await handOver(user, [id])).status).toBe(404)
    expect((await handOver(leaver, [newId()])).status).toBe(404)
  })
})
