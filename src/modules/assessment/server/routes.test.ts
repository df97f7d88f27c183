import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { anAssessment, assessmentSettings } from '../../../testing/an-assessment.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { assessmentEndpoints as endpoints } from '../contract/endpoints.ts'

let clock = '2026-11-21T09:42:00Z'
const house = await openHouse({ now: () => Temporal.Instant.from(clock) })
afterAll(() => house.close())

let manager: TestUser, colleague: TestUser, partner: TestUser, coordinator: TestUser, stranger: TestUser

beforeAll(async () => {
  await assessmentSettings(house, house.a)
  await assessmentSettings(house, house.b, false)
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  colleague = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  partner = await house.user(house.a, { roles: [{ role: 'partner' }] })
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.oversight(house, coordinator, manager)
})

const begin = async (file: TestCase, body = {}, by = manager) => {
  const { status, body: screen } = await by.client.call(endpoints.start, { params: { id: file.id }, body })
  expect(status).toBe(201)
  return screen.current!
}
const read = async (file: TestCase, by = manager) =>
  (await by.client.call(endpoints.ofCase, { params: { id: file.id } })).body
const rate = (id: string, lifeDomain: string, body: object, { ifMatch = 0, by = manager, query = {} } = {}) =>
  by.client.call(endpoints.rate, { params: { id, lifeDomain }, query, body: body as never, ifMatch })
const recordBasis = (file: TestCase, kind: string) =>
  manager.tx((tx) =>
    tx
      .insertInto('processing_basis')
      .values({
        id: newId(),
        case_id: file.id,
        kind,
        basis: 'task',
        informed_on: '2026-11-02',
        information_language: 'de',
      })
      .execute(),
  )
const endBasis = (file: TestCase) =>
  manager.tx((tx) =>
    tx
      .updateTable('processing_basis')
      .set({ ended_on: '2026-11-21' })
      .where('case_id', '=', file.id)
      .execute(),
  )
const audited = async (caseId: string) =>
  house.system(house.a, async (tx) =>
    (
      await tx
        .selectFrom('audit_event')
        .select('action')
        .where('case_id', '=', caseId)
        .orderBy('at')
        .execute()
    ).map((one) => one.action),
  )

describe('GET /api/cases/:id/assessments', () => {
  test('answers domains, scale and what can be done before the first assessment; the read is audited', async () => {
    const file = await aCase({ responsible: manager })
    const screen = await read(file)
    expect(screen).toMatchObject({ current: null, previous: null, history: [], can: ['start'] })
    expect(screen.domains.map((one) => [one.key, one.locked?.reason ?? null, one.section87])).toEqual([
      ['family', null, false],
      ['health', 'basisMissing', false],
      ['migration', 'basisMissing', true],
      ['housing', null, false],
      ['language', null, false],
    ])
    expect(screen.subjects).toEqual([{ personId: file.personId, isMain: true, name: 'Amina Beispiel' }])
    expect(screen.scale?.steps).toHaveLength(5)
    expect(screen.reassessment).toEqual({ dueOn: null, months: 6, isDefault: true })
    expect(await audited(file.id)).toContain('assessment.read')
  })
  test('oversight sees values, no words and no names, and may do nothing', async () => {
    const file = await aCase({ responsible: manager })
    await anAssessment({ of: file, by: manager })
    const screen = await read(file, coordinator)
    expect(screen.current!.ratings).toMatchObject([{ lifeDomain: 'housing', need: 4, text: null }])
    expect(screen.current!.summary).toMatchObject({ content: null, withheld: 'noAccess' })
    expect(screen.subjects).toMatchObject([{ name: null }])
    expect(screen.can).toEqual([])
    expect(JSON.stringify(screen)).not.toMatch(/Zimmer|Wohnung\.|Amina/)
  })
  test('values of a locked domain never leave, neither as last time’s nor in a summary that rests on them', async () => {
    const file = await aCase({ responsible: manager })
    await anAssessment({ of: file, by: manager, lifeDomain: 'health', finishedOn: '2026-11-10' })
    await anAssessment({ of: file, by: manager, lifeDomain: 'health' })
    const locked = await read(file)
    expect(locked.current).toMatchObject({
      ratings: [],
      summary: { content: null, withheld: 'basisMissing' },
    })
    expect(locked.previous).toMatchObject({ ratings: [] })
    await recordBasis(file, 'health')
    const open = await read(file)
    expect(open.current).toMatchObject({
      ratings: [{ lifeDomain: 'health' }],
      summary: { content: 'Es geht um die Wohnung.', withheld: null },
    })
    expect(open.previous!.ratings).toMatchObject([{ lifeDomain: 'health', need: 4 }])
    await endBasis(file)
    expect((await read(file)).current!.ratings).toEqual([])
  })
  test('401, 403, 400, 404', async () => {
    const file = await aCase({ responsible: manager })
    const call = { params: { id: file.id } }
    expect((await house.anonymous.call(endpoints.ofCase, call)).status).toBe(401)
    expect((await partner.client.call(endpoints.ofCase, call)).status).toBe(403)
    expect((await manager.client.call(endpoints.ofCase, { params: { id: 'nonsense' } })).status).toBe(400)
    expect((await colleague.client.call(endpoints.ofCase, call)).status).toBe(404)
    expect((await stranger.client.call(endpoints.ofCase, call)).status).toBe(404)
  })
})

describe('POST /api/cases/:id/assessments', () => {
  test('starts a first one, later a re-assessment with last time’s values', async () => {
    const file = await aCase({ responsible: manager })
    const first = await begin(file, { startedOn: '2026-11-05' })
    expect(first).toMatchObject({
      kind: 'first',
      episode: 1,
      startedOn: '2026-11-05',
      finishedOn: null,
      version: 1,
      ratings: [],
    })
    expect(first.by.id).toBe(manager.id)
    await rate(first.id, 'housing', { need: 5, resource: 1 })
    await manager.client.call(endpoints.complete, { params: { id: first.id }, ifMatch: 1 })
    const second = await begin(file)
    expect(second).toMatchObject({ kind: 're', ratings: [] })
    const screen = await read(file)
    expect(screen.previous).toMatchObject({
      finishedOn: '2026-11-21',
      ratings: [{ lifeDomain: 'housing', need: 5, resource: 1 }],
    })
    expect(screen.history.map((one) => one.kind)).toEqual(['re', 'first'])
  })
  test('409 while one is open, also for two at once', async () => {
    const file = await aCase({ responsible: manager })
    const start = () => manager.client.call(endpoints.start, { params: { id: file.id }, body: {} })
    const answers = await Promise.all([start(), start()])
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect(answers.find((answer) => answer.status === 409)!.problem.code).toBe('assessmentOpen')
  })
  test('works without scale where the district allows it, and only there', async () => {
    const file = await aCase({ responsible: manager })
    const current = await begin(file, { withScale: false })
    expect(current.scale).toBeNull()
    const refused = await rate(current.id, 'housing', { need: 2 })
    expect(refused.problem.fields).toMatchObject([{ path: 'need', code: 'noScale' }])
    expect((await rate(current.id, 'housing', { note: 'Zimmer zu dritt.' })).status).toBe(200)
    const strict = await aCase({ responsible: stranger })
    const { problem } = await stranger.client.call(endpoints.start, {
      params: { id: strict.id },
      body: { withScale: false },
    })
    expect(problem.code).toBe('scaleRequired')
  })
  test('401, 403 (also for who only reads), 400, 404', async () => {
    const file = await aCase({ responsible: manager })
    const call = { params: { id: file.id }, body: {} }
    expect((await house.anonymous.call(endpoints.start, call)).status).toBe(401)
    expect((await coordinator.client.call(endpoints.start, call)).status).toBe(403)
    expect(
      (await manager.client.call(endpoints.start, { ...call, body: { kind: 're' } as never })).status,
    ).toBe(400)
    const late = await manager.client.call(endpoints.start, { ...call, body: { startedOn: '2026-11-22' } })
    expect(late.problem.fields).toMatchObject([{ path: 'startedOn', code: 'startInFuture' }])
    expect((await colleague.client.call(endpoints.start, call)).status).toBe(404)
    expect((await stranger.client.call(endpoints.start, call)).status).toBe(404)
  })
})

describe('GET /api/assessments/:id', () => {
  test('answers an earlier one as it was, with nothing to do but what the case allows', async () => {
    const file = await aCase({ responsible: manager })
    const { id } = await anAssessment({ of: file, by: manager, finishedOn: '2026-11-10' })
    await anAssessment({ of: file, by: manager })
    const { body, status } = await manager.client.call(endpoints.read, { params: { id } })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      caseId: file.id,
      current: { id, finishedOn: '2026-11-10' },
      previous: null,
      can: [],
    })
  })
  test('401, 403, 400, 404', async () => {
    const file = await aCase({ responsible: manager })
    const { id } = await anAssessment({ of: file, by: manager })
    expect((await house.anonymous.call(endpoints.read, { params: { id } })).status).toBe(401)
    expect((await partner.client.call(endpoints.read, { params: { id } })).status).toBe(403)
    expect((await manager.client.call(endpoints.read, { params: { id: '7' } })).status).toBe(400)
    expect((await colleague.client.call(endpoints.read, { params: { id } })).status).toBe(404)
    expect((await stranger.client.call(endpoints.read, { params: { id } })).status).toBe(404)
  })
})

describe('PUT /api/assessments/:id/ratings/:lifeDomain', () => {
  test('writes a row for the family and another for a person, and replaces it', async () => {
    const file = await aCase({ responsible: manager })
    const { id } = await begin(file)
    const family = await rate(id, 'housing', {
      need: 4,
      clientView: 2,
      urgency: 'urgent',
      note: ' Zimmer zu dritt. ',
      clientWords: 'Zu eng.',
    })
    expect(family.status).toBe(200)
    expect(family.body).toMatchObject({
      version: 1,
      need: 4,
      resource: null,
      text: { note: 'Zimmer zu dritt.', clientWords: 'Zu eng.' },
    })
    expect(family.headers['etag']).toBe('"1"')
    const query = { personId: file.personId! }
    expect((await rate(id, 'housing', { resource: 3 }, { query })).body).toMatchObject({
      personId: file.personId,
      version: 1,
    })
    const again = await rate(id, 'housing', { state: 'notDiscussed' }, { ifMatch: 1 })
    expect(again.body).toMatchObject({ state: 'notDiscussed', need: null, version: 2, text: { note: null } })
    const stored = (await read(file)).current!.ratings
    expect(stored).toHaveLength(2)
    expect(stored).toContainEqual(again.body)
    expect(await audited(file.id)).toEqual(expect.arrayContaining(['assessment.started', 'assessment.rated']))
  })
  test('412 with the row as it is now, also for the second of two first writes; 428 without If-Match', async () => {
    const { id } = await begin(await aCase({ responsible: manager }))
    const both = await Promise.all([rate(id, 'language', { need: 1 }), rate(id, 'language', { need: 2 })])
    expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 412])
    const stale = both.find((answer) => answer.status === 412)!
    expect(stale.problem.current).toMatchObject({ lifeDomain: 'language', version: 1 })
    const ghost = await rate(id, 'housing', { need: 1 }, { ifMatch: 4 })
    expect(ghost.problem.current).toMatchObject({ version: 0, need: null })
    const bare = await manager.client.raw('PUT', `/api/assessments/${id}/ratings/housing`, { body: {} })
    expect(bare.status).toBe(428)
  })
  test.each(['health', 'migration'])(
    '%s is refused until its basis is recorded, and again when it ends',
    async (domain) => {
      const file = await aCase({ responsible: manager })
      const { id } = await begin(file)
      const refused = await rate(id, domain, { need: 2 })
      expect([refused.status, refused.problem.code]).toEqual([409, 'basisMissing'])
      await recordBasis(file, domain)
      expect((await rate(id, domain, { need: 2 })).status).toBe(200)
      await endBasis(file)
      expect((await rate(id, domain, { need: 3 }, { ifMatch: 1 })).problem.code).toBe('basisMissing')
    },
  )
  test('409 when finished or closed', async () => {
    const file = await aCase({ responsible: manager })
    const { id } = await anAssessment({ of: file, by: manager, finishedOn: '2026-11-10' })
    expect((await rate(id, 'housing', { need: 1 }, { ifMatch: 1 })).problem.code).toBe('assessmentFinished')
    await manager.tx((tx) =>
      tx
        .updateTable('case_file')
        .set({ closed_on: '2026-11-20', closure_reason: 'x' })
        .where('id', '=', file.id)
        .execute(),
    )
    expect((await rate(id, 'housing', { need: 1 }, { ifMatch: 1 })).problem.code).toBe('caseClosed')
  })
  test('400 with all wrong fields: off the scale, a person of another case', async () => {
    const { id } = await begin(await aCase({ responsible: manager }))
    const other = await aCase({ responsible: manager })
    const { status, problem } = await rate(
      id,
      'housing',
      { need: 9, resource: 0 },
      { query: { personId: other.personId! } },
    )
    expect(status).toBe(400)
    expect(problem.fields!.map((field) => field.path)).toEqual(['resource', 'need', 'personId'])
    expect((await rate(id, 'housing', { need: 1, assessor: colleague.id })).status).toBe(400)
  })
  test('401, 403, 404', async () => {
    const { id } = await begin(await aCase({ responsible: manager }))
    const call = { params: { id, lifeDomain: 'housing' }, query: {}, body: { need: 1 }, ifMatch: 0 }
    expect((await house.anonymous.call(endpoints.rate, call)).status).toBe(401)
    expect((await coordinator.client.call(endpoints.rate, call)).status).toBe(403)
    expect((await rate(id, 'nonsense', { need: 1 })).status).toBe(404)
    for (const by of [colleague, stranger])
      expect((await rate(id, 'housing', { need: 1 }, { by })).status).toBe(404)
  })
})

describe('PUT /api/assessments/:id/summary', () => {
  const write = (id: string, content: string | null, ifMatch: number, by = manager) =>
    by.client.call(endpoints.summarise, { params: { id }, body: { content }, ifMatch })

  test('keeps an edited text and lets it write itself again', async () => {
    const file = await aCase({ responsible: manager })
    const { id } = await begin(file)
    await rate(id, 'housing', { need: 5 })
    expect((await write(id, 'Zuerst die Wohnung.', 0)).body).toEqual({
      content: 'Zuerst die Wohnung.',
      withheld: null,
      version: 1,
    })
    expect((await read(file)).current!.summary.content).toBe('Zuerst die Wohnung.')
    const stale = await write(id, 'Anders.', 0)
    expect([stale.status, stale.problem.current]).toEqual([
      412,
      { content: 'Zuerst die Wohnung.', withheld: null, version: 1 },
    ])
    expect((await write(id, null, 1)).body).toEqual({ content: null, withheld: null, version: 2 })
  })
  test('is withheld and not overwritten while a domain it rests on is locked', async () => {
    const file = await aCase({ responsible: manager })
    await recordBasis(file, 'health')
    const { id } = await begin(file)
    await rate(id, 'health', { need: 5 })
    await write(id, 'Braucht eine Ärztin.', 0)
    await endBasis(file)
    expect((await read(file)).current!.summary).toEqual({
      content: null,
      withheld: 'basisMissing',
      version: 1,
    })
    expect((await write(id, 'x', 1)).problem.code).toBe('basisMissing')
  })
  test('401, 403, 400, 404', async () => {
    const { id } = await begin(await aCase({ responsible: manager }))
    const call = { params: { id }, body: { content: 'x' }, ifMatch: 0 }
    expect((await house.anonymous.call(endpoints.summarise, call)).status).toBe(401)
    expect((await coordinator.client.call(endpoints.summarise, call)).status).toBe(403)
    expect((await write(id, 'x'.repeat(8001), 0)).status).toBe(400)
    for (const by of [colleague, stranger]) expect((await write(id, 'x', 0, by)).status).toBe(404)
  })
})

describe('completion', () => {
  const complete = (id: string, ifMatch = 1, by = manager) =>
    by.client.call(endpoints.complete, { params: { id }, ifMatch })
  const undo = (id: string, ifMatch = 2, by = manager) =>
    by.client.call(endpoints.undoCompletion, { params: { id }, ifMatch })

  test('finishes with open domains and sets the next date; undo on the same day puts the old date back', async () => {
    const file = await aCase({ responsible: manager })
    const { id } = await begin(file)
    await rate(id, 'housing', { need: 5 })
    const done = await complete(id)
    expect(done.body).toMatchObject({
      current: { finishedOn: '2026-11-21', version: 2 },
      reassessment: { dueOn: '2027-05-21' },
      can: ['start', 'undoCompletion'],
    })
    const back = await undo(id)
    expect(back.body).toMatchObject({
      current: { finishedOn: null, version: 3 },
      reassessment: { dueOn: null },
      can: ['rate', 'complete', 'discard'],
    })
    expect(await audited(file.id)).toEqual(
      expect.arrayContaining(['assessment.completed', 'assessment.reopened']),
    )
  })
  test('is refused without any answer, twice, and by an old version', async () => {
    const { id } = await begin(await aCase({ responsible: manager }))
    expect((await complete(id)).problem.code).toBe('nothingAnswered')
    await rate(id, 'housing', { state: 'notDiscussed' })
    expect((await complete(id, 7)).status).toBe(412)
    expect((await undo(id, 1)).problem.code).toBe('assessmentNotFinished')
    await complete(id)
    expect((await complete(id, 2)).problem.code).toBe('assessmentFinished')
  })
  test('is not taken back on another day, nor after a newer one was begun', async () => {
    const file = await aCase({ responsible: manager })
    const { id } = await begin(file)
    await rate(id, 'housing', { need: 5 })
    await complete(id)
    expect((await undo(id, 9)).status).toBe(412)
    clock = '2026-11-22T09:42:00Z'
    expect((await undo(id)).problem.code).toBe('undoTooLate')
    clock = '2026-11-21T09:42:00Z'
    await begin(file)
    expect((await undo(id)).problem.code).toBe('newerAssessment')
  })
  test('401, 403, 400, 404, 428 for both', async () => {
    const { id } = await begin(await aCase({ responsible: manager }))
    for (const endpoint of [endpoints.complete, endpoints.undoCompletion]) {
      const call = { params: { id }, ifMatch: 1 }
      expect((await house.anonymous.call(endpoint, call)).status).toBe(401)
      expect((await coordinator.client.call(endpoint, call)).status).toBe(403)
      expect((await manager.client.call(endpoint, { ...call, params: { id: 'x' } })).status).toBe(400)
      expect((await manager.client.call(endpoint, { params: { id } })).status).toBe(428)
      expect((await colleague.client.call(endpoint, call)).status).toBe(404)
      expect((await stranger.client.call(endpoint, call)).status).toBe(404)
    }
  })
})
