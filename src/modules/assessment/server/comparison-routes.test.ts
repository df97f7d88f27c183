import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { anAssessment, assessmentSettings } from '../../../testing/an-assessment.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { assessmentEndpoints as endpoints } from '../contract/endpoints.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

let manager: TestUser, deputy: TestUser, colleague: TestUser, partner: TestUser, coordinator: TestUser
let stranger: TestUser

beforeAll(async () => {
  await assessmentSettings(house, house.a)
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  deputy = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  colleague = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  partner = await house.user(house.a, { roles: [{ role: 'partner' }] })
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.oversight(house, coordinator, manager)
  await arrange.deputy(manager, deputy)
})

const compare = (file: TestCase, by = manager) =>
  by.client.call(endpoints.compare, { params: { id: file.id } })
const discard = (id: string, { by = manager, ifMatch = 1 } = {}) =>
  by.client.call(endpoints.discard, { params: { id }, ifMatch })

describe('GET /api/cases/:id/assessment-comparison', () => {
  test('all assessments, oldest first, with who judged; values without words, also for oversight', async () => {
    const file = await aCase({ responsible: manager })
    await anAssessment({ of: file, by: manager, need: 5, finishedOn: '2026-11-05' })
    const again = await anAssessment({ of: file, by: deputy, need: 2 })
    for (const by of [manager, coordinator]) {
      const { body } = await compare(file, by)
      expect(body).toMatchObject({
        caseId: file.id,
        leftOut: 0,
        assessments: [
          { finishedOn: '2026-11-05', by: { id: manager.id }, finishedBy: { id: manager.id } },
          { id: again.id, finishedOn: null, by: { id: deputy.id }, finishedBy: null },
        ],
      })
      expect(body.assessments.map(({ ratings }) => ratings.map((one) => one.need))).toEqual([[5], [2]])
      expect(JSON.stringify(body)).not.toMatch(/Zimmer|Wohnung\./)
    }
    expect((await compare(file, coordinator)).body.subjects).toMatchObject([{ name: null }])
    const actions = await house.system(house.a, (tx) =>
      tx.selectFrom('audit_event').select('action').where('case_id', '=', file.id).execute(),
    )
    expect(actions.map(({ action }) => action)).toContain('assessment.compared')
  })
  test('values of a locked domain never leave', async () => {
    const file = await aCase({ responsible: manager })
    await anAssessment({ of: file, by: manager, lifeDomain: 'health', finishedOn: '2026-11-05' })
    const { body } = await compare(file)
    expect(body.assessments).toMatchObject([{ ratings: [] }])
    expect(body.domains.find(({ key }) => key === 'health')?.locked).toMatchObject({ basis: 'health' })
  })
  test('leaves the oldest out beyond 24 and says how many', async () => {
    const file = await aCase({ responsible: manager })
    for (let at = 0; at < 26; at += 1)
      await anAssessment({ of: file, by: manager, need: (at % 5) + 1, finishedOn: '2026-11-05' })
    const { body } = await compare(file)
    expect(body.leftOut).toBe(2)
    expect(body.assessments).toHaveLength(24)
    expect(body.assessments[0]!.ratings[0]!.need).toBe(3)
  })
  test('401, 403, 400, 404', async () => {
    const file = await aCase({ responsible: manager })
    const call = { params: { id: file.id } }
    expect((await house.anonymous.call(endpoints.compare, call)).status).toBe(401)
    expect((await partner.client.call(endpoints.compare, call)).status).toBe(403)
    expect((await manager.client.call(endpoints.compare, { params: { id: 'x' } })).status).toBe(400)
    for (const by of [colleague, stranger]) expect((await compare(file, by)).status).toBe(404)
  })
})

describe('DELETE /api/assessments/:id', () => {
  test('discards what was begun by mistake and answers the one before it; the due date stays', async () => {
    const file = await aCase({ responsible: manager })
    const first = await anAssessment({ of: file, by: manager, finishedOn: '2026-11-05' })
    await manager.tx((tx) =>
      tx
        .updateTable('case_file')
        .set({ reassessment_due_on: '2027-05-05' })
        .where('id', '=', file.id)
        .execute(),
    )
    const second = await anAssessment({ of: file, by: manager })
    const { status, body } = await discard(second.id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      current: { id: first.id },
      reassessment: { dueOn: '2027-05-05' },
      can: ['start'],
    })
    expect(body.history).toHaveLength(1)
    const [event] = await house.system(house.a, (tx) =>
      tx
        .selectFrom('audit_event')
        .select(['action', 'details'])
        .where('object_id', '=', second.id)
        .where('action', '=', 'assessment.discarded')
        .execute(),
    )
    expect(event!.details).toMatchObject({ answered: 1 })
  })
  test('409 for a finished one, 412 for an old version', async () => {
    const file = await aCase({ responsible: manager })
    const done = await anAssessment({ of: file, by: manager, finishedOn: '2026-11-05' })
    expect((await discard(done.id)).problem.code).toBe('assessmentFinishedStays')
    const open = await anAssessment({ of: file, by: manager })
    expect((await discard(open.id, { ifMatch: 4 })).status).toBe(412)
  })
  test('401, 403, 400, 404, 428', async () => {
    const { id } = await anAssessment({ of: await aCase({ responsible: manager }), by: manager })
    const call = { params: { id }, ifMatch: 1 }
    expect((await house.anonymous.call(endpoints.discard, call)).status).toBe(401)
    expect((await coordinator.client.call(endpoints.discard, call)).status).toBe(403)
    expect((await discard('x')).status).toBe(400)
    expect((await manager.client.call(endpoints.discard, { params: { id } })).status).toBe(428)
    for (const by of [colleague, stranger]) expect((await discard(id, { by })).status).toBe(404)
  })
})
