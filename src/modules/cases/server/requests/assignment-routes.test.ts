import { afterAll, describe, expect, test } from 'vitest'
import { addDays, berlinDay } from '../../../../platform/contract/dates.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { recordedRequest } from './testing/recorded-request.ts'
import { openHouse } from '../../../../testing/house.ts'
import { requestEndpoints as endpoints } from '../../contract/requests/index.ts'
import { anOffice, standsIn } from './testing/an-office.ts'

const house = await openHouse()
afterAll(() => house.close())
const { caseManager, colleague, coordinator, elsewhere } = await anOffice(house, house.a)

const at = (id: string) => ({ params: { id } })
const take = (user: typeof caseManager, id: string) =>
  user.client.call(endpoints.assign, { ...at(id), body: { to: 'me' } })
const assign = (id: string, to: string) =>
  coordinator.client.call(endpoints.assign, { ...at(id), body: { to } })
const auditOf = (id: string) =>
  house.system(house.a, (tx) =>
    tx
      .selectFrom('audit_event')
      .select(['action', 'actor_id', 'deputy_of', 'details'])
      .where('object_id', '=', id)
      .orderBy('at')
      .execute(),
  )

describe('POST /api/requests/:id/assignment', () => {
  test('a case manager takes it; for colleagues it leaves the queue', async () => {
    const id = await recordedRequest(colleague)
    const { status, body } = await take(caseManager, id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      state: 'assigned',
      relation: 'own',
      assignedTo: { id: caseManager.id },
      version: 2,
    })
    const gone = await take(colleague, id)
    expect([gone.status, gone.problem.code]).toEqual([404, 'requestGone'])
    expect((await take(caseManager, id)).problem.code).toBe('requestTaken')
  })

  test('of two who take it at the same moment exactly one wins', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await recordedRequest(caseManager)
      const answers = await Promise.all([take(caseManager, id), take(colleague, id)])
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404])
      const winner = answers[0].status === 200 ? caseManager : colleague
      const row = await house.system(house.a, (tx) =>
        tx.selectFrom('request').select(['assigned_to', 'version']).where('id', '=', id).executeTakeFirst(),
      )
      expect(row).toEqual({ assigned_to: winner.id, version: 2 })
      expect((await auditOf(id)).filter(({ action }) => action === 'request.taken')).toHaveLength(1)
    }
  })

  test('the coordinator assigns to case managers of the site under own oversight only, and they are told', async () => {
    const id = await recordedRequest(caseManager)
    for (const to of [colleague.id, elsewhere.id, coordinator.id, newId()]) {
      const { status, problem } = await assign(id, to)
      expect([status, problem.fields?.[0]?.code]).toEqual([400, 'notAssignable'])
    }
    const { status, body } = await assign(id, caseManager.id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      relation: 'oversight',
      assignedTo: { id: caseManager.id },
      can: ['assign', 'return', 'transfer'],
    })
    const told = await caseManager.tx((tx) =>
      tx.selectFrom('notification').select('kind').where('object_id', '=', id).execute(),
    )
    expect(told).toEqual([{ kind: 'request.assigned' }])
  })

  test('case managers do not assign, coordinators do not take', async () => {
    const id = await recordedRequest(caseManager)
    const wrong = await caseManager.client.call(endpoints.assign, { ...at(id), body: { to: colleague.id } })
    expect(wrong.status).toBe(403)
    expect((await take(coordinator, id)).status).toBe(403)
    const shape = await caseManager.client.raw('POST', `/api/requests/${id}/assignment`, {
      body: { to: 'you' },
    })
    expect(shape.status).toBe(400)
  })
})

describe('POST /api/requests/:id/return', () => {
  test('back into the queue with its age; not twice', async () => {
    const id = await recordedRequest(caseManager, { take: true })
    const before = await caseManager.client.call(endpoints.read, at(id))
    const { status, body } = await caseManager.client.call(endpoints.return, at(id))
    expect(status).toBe(200)
    expect(body).toMatchObject({ state: 'open', assignedTo: null, receivedAt: before.body.receivedAt })
    expect((await caseManager.client.call(endpoints.return, at(id))).problem.code).toBe('requestNotAssigned')
    expect((await colleague.client.call(endpoints.read, at(id))).status).toBe(200)
  })

  test('the coordinator with oversight may fetch it back, the deputy of another site may not', async () => {
    const id = await recordedRequest(caseManager, { take: true })
    const deputy = await house.user(house.a, {
      roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.townSite }],
    })
    await standsIn(house, deputy, caseManager)
    const refused = await deputy.client.call(endpoints.return, at(id))
    expect([refused.status, refused.problem.code]).toEqual([403, 'requestNotYours'])
    expect((await coordinator.client.call(endpoints.return, at(id))).status).toBe(200)
  })
})

describe('POST /api/requests/:id/outcome', () => {
  test.each([
    [
      { kind: 'advised', minutes: 20 },
      { state: 'advised', ownMinutes: 20 },
    ],
    [
      { kind: 'signposted', organisationId: house.a.welfare, service: ' MBE-Beratung ' },
      { state: 'signposted', signpostedTo: { name: 'Wohlfahrtsverband' }, signpostedService: 'MBE-Beratung' },
    ],
    [
      { kind: 'withdrawn', reason: 'notReached' },
      { state: 'withdrawn', withdrawalReason: 'notReached' },
    ],
  ] as const)('$0.kind', async (outcome, expected) => {
    const id = await recordedRequest(colleague)
    const body = { outcome, language: 'ar', lifeDomains: ['work'] }
    const answer = await caseManager.client.call(endpoints.close, { ...at(id), body })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      ...expected,
      language: 'ar',
      lifeDomains: ['work'],
      relation: 'own',
      can: [],
    })
    // Closed out of the queue: it belongs to whoever closed it, the colleagues stop reading it.
    expect((await colleague.client.call(endpoints.read, at(id))).status).toBe(404)
    const again = await caseManager.client.call(endpoints.close, { ...at(id), body })
    expect(again.problem.code).toBe('requestClosed')
  })

  test('signposting names where to; departure is no reason', async () => {
    const id = await recordedRequest(caseManager)
    const nowhere = await caseManager.client.call(endpoints.close, {
      ...at(id),
      body: { outcome: { kind: 'signposted', service: ' ' } },
    })
    expect(nowhere.problem.fields?.map(({ path }) => path)).toEqual(['outcome.service'])
    const body = { outcome: { kind: 'withdrawn', reason: 'leftTheCountry' } }
    expect((await caseManager.client.raw('POST', `/api/requests/${id}/outcome`, { body })).status).toBe(400)
  })

  test('a deputy closes in the name of the absent person, and the minutes stay with the deputy', async () => {
    const deputy = await house.user(house.a, {
      roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }],
    })
    const id = await recordedRequest(colleague, { take: true })
    await standsIn(house, deputy, colleague)
    const body = { outcome: { kind: 'advised', minutes: 30 } } as const
    const { body: view } = await deputy.client.call(endpoints.close, { ...at(id), body })
    expect(view).toMatchObject({ assignedTo: { id: colleague.id }, relation: 'deputy', ownMinutes: 30 })
    expect((await colleague.client.call(endpoints.read, at(id))).body.ownMinutes).toBeNull()
    const [entry] = (await auditOf(id)).filter(({ action }) => action === 'request.advised')
    expect(entry).toMatchObject({ actor_id: deputy.id, deputy_of: colleague.id })
  })

  test('the coordinator does not counsel', async () => {
    const id = await recordedRequest(caseManager)
    const answer = await coordinator.client.call(endpoints.close, {
      ...at(id),
      body: { outcome: { kind: 'advised' } },
    })
    expect(answer.status).toBe(403)
  })
})

describe('GET /api/requests/:id/assignees', () => {
  test('what each has set, and nothing measured', async () => {
    const soon = addDays(berlinDay(Temporal.Now.instant()), 2)
    await caseManager.tx(async (tx) => {
      const languages = ['ar', 'de']
      await tx
        .insertInto('availability')
        .values({ user_id: caseManager.id, state: 'tight', languages })
        .execute()
      const during = `[${soon},${soon}]`
      await tx.insertInto('absence').values({ id: newId(), user_id: caseManager.id, during }).execute()
    })
    const id = await recordedRequest(caseManager, { language: 'ar' })
    const { status, body } = await coordinator.client.call(endpoints.assignees, at(id))
    expect(status).toBe(200)
    expect(body.rows).toEqual([
      {
        id: caseManager.id,
        name: 'Kim Adler',
        organisation: 'Kreis',
        availability: 'tight',
        languages: ['ar', 'de'],
        speaksLanguage: true,
        absentToday: false,
        absences: [{ from: soon, to: soon }],
      },
    ])
  })

  test('colleagues and their case managers see none of it; hidden requests are 404', async () => {
    const id = await recordedRequest(caseManager)
    expect((await colleague.client.call(endpoints.assignees, at(id))).status).toBe(403)
    const town = await recordedRequest(elsewhere, { siteId: house.a.townSite })
    expect((await coordinator.client.call(endpoints.assignees, at(town))).status).toBe(404)
  })
})

test('reading a request is recorded, without what it says', async () => {
  const id = await recordedRequest(caseManager, { concern: 'Kanarienvogel', callerName: 'Kanarienvogel' })
  await caseManager.client.call(endpoints.read, at(id))
  const entries = await auditOf(id)
  expect(entries.map(({ action }) => action)).toEqual(['request.recorded', 'request.read'])
  expect(JSON.stringify(entries)).not.toContain('Kanarienvogel')
})
