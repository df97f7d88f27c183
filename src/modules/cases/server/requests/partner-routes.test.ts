import { afterAll, expect, test } from 'vitest'
import { newId } from '../../../../platform/contract/ids.ts'
import { aPartnerRequest } from '../../../../testing/a-partner-request.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { dayEndpoints } from '../../../calendar/index.ts'
import { notificationEndpoints } from '../../../staff/index.ts'
import { partnerRequestEndpoints as endpoints, requestEndpoints } from '../../contract/requests/index.ts'
import { deleteExpiredRequests } from './delete-expired-requests.ts'
import { anOffice } from './testing/an-office.ts'

const house = await openHouse()
afterAll(() => house.close())
const { caseManager, colleague, coordinator } = await anOffice(house, house.a)
const foreign = (await anOffice(house, house.b)).caseManager
const partnerOf = (unit: string, organisation = house.a.town) =>
  house.user(house.a, { organisation, unit, roles: [{ role: 'partner' }] })
const partner = await partnerOf(house.a.socialOfficeOfTown)
const deskmate = await partnerOf(house.a.socialOfficeOfTown)
const other = await partnerOf(house.a.kimUnitOfTown)

const list = async (user: TestUser) => (await user.client.call(endpoints.list, { query: {} })).body.rows
const take = (id: string) =>
  caseManager.client.call(requestEndpoints.assign, { params: { id }, body: { to: 'me' } })
const withdraw = (user: Pick<TestUser, 'client'>, id: string) =>
  user.client.raw('POST', `/api/partner-requests/${id}/withdrawal`)
const TODAY = Temporal.Now.plainDateISO('Europe/Berlin').toString()
const inDays = (days: number) => Temporal.PlainDate.from(TODAY).add({ days }).toString()
const answer = (user: Pick<TestUser, 'client'>, id: string, body: object = { answer: 'accepted' }) =>
  user.client.raw('POST', `/api/requests/${id}/partner-answer`, { body })

test('a partner asks, the queue shows who asked on what consent, the office learns the short answer and no more', async () => {
  const { id, requestId } = await aPartnerRequest(partner)
  const queue = await caseManager.client.call(requestEndpoints.list, { query: {} })
  expect(queue.body.rows.find((row) => row.id === requestId)).toMatchObject({
    channel: 'partner',
    partner: expect.stringContaining('Stadt Musterstadt'),
    concern: 'Sucht eine größere Wohnung.',
    can: expect.arrayContaining(['take']),
  })
  expect((await answer(caseManager, requestId)).problem.code).toBe('requestNotYours')
  await take(requestId)
  const read = await caseManager.client.call(requestEndpoints.read, { params: { id: requestId } })
  expect(read.body).toMatchObject({
    callerName: 'Amina Beispiel',
    partnerRequest: {
      reference: 'Zeichen 4711',
      consentForm: 'oral',
      consentBy: 'self',
      answerAgreed: true,
      answer: null,
      can: ['answer'],
    },
  })
  const waiting = { id, reference: 'Zeichen 4711', answer: null, answeredOn: null }
  expect(await list(partner)).toMatchObject([waiting])
  const day = await caseManager.client.call(dayEndpoints.read)
  expect(JSON.stringify(day.body)).toContain('Partnerstelle antworten, ob KIM übernimmt')

  const answered = await answer(caseManager, requestId, { answer: 'declined', declineReason: 'noCapacity' })
  expect({ status: answered.status, body: answered.body }).toMatchObject({
    status: 200,
    body: { answer: 'declined', declineReason: 'noCapacity', can: [] },
  })
  expect((await answer(caseManager, requestId)).problem.code).toBe('partnerAlreadyAnswered')
  // The unit shares it; another unit of the same town and another tenant see nothing.
  for (const user of [partner, deskmate]) {
    const [row] = await list(user)
    expect(row).toEqual({
      id,
      sentOn: expect.any(String),
      site: 'Kreishaus',
      reference: 'Zeichen 4711',
      answerAgreed: true,
      answer: 'declined',
      declineReason: 'noCapacity',
      answeredOn: expect.any(String),
      withdrawnOn: null,
      can: [],
    })
  }
  expect(await list(other)).toEqual([])
  const told = await partner.client.call(notificationEndpoints.list)
  expect(told.body.rows.map(({ text }) => text)).toEqual([
    'KIM hat auf eine Anfrage Ihrer Stelle geantwortet.',
  ])
  for (const path of [`/api/requests/${requestId}`, '/api/requests', '/api/cases'])
    expect((await partner.client.raw('GET', path)).status).toBe(403)
})

const whole = {
  siteId: house.a.site,
  name: 'Amina Beispiel',
  concern: 'Wohnung',
  consentedOn: '2026-11-01',
  consentForm: 'written',
  consentBy: 'legalRepresentative',
  answerAgreed: true,
}

test('without the person’s word nothing goes back; what goes wrong is said all at once', async () => {
  const { requestId } = await aPartnerRequest(partner, { answerAgreed: false, number: null })
  await take(requestId)
  expect((await answer(caseManager, requestId)).problem.code).toBe('partnerAnswerNotAgreed')
  const send = async (body: object) => {
    const { status, problem } = await partner.client.raw('POST', '/api/partner-requests', { body })
    return [status, problem.fields?.map(({ path }) => path).toSorted()]
  }
  expect(await send({})).toEqual([
    400,
    ['answerAgreed', 'concern', 'consentBy', 'consentForm', 'consentedOn', 'siteId'],
  ])
  expect(await send({ ...whole, name: ' ' })).toEqual([400, ['name']])
  expect(await send({ ...whole, consentedOn: '2999-01-01' })).toEqual([400, ['consentedOn']])
  expect(await send({ ...whole, siteId: house.b.site })).toEqual([400, ['siteId']])
  expect(await send({ ...whole, municipalityId: house.b.municipality })).toEqual([400, ['municipalityId']])
})

test('the office takes it back while nobody has taken it: gone at once but for the fact, which the queue shows for a week', async () => {
  const reference = 'Zeichen 815'
  const { id, requestId } = await aPartnerRequest(partner, { reference })
  const rowOf = async (user: TestUser) => (await list(user)).find((row) => row.id === id)
  expect(await rowOf(deskmate)).toMatchObject({ withdrawnOn: null, can: ['withdraw'] })
  expect((await withdraw(deskmate, id)).status).toBe(204)
  expect(await rowOf(partner)).toMatchObject({ reference, answer: null, can: [], withdrawnOn: TODAY })
  expect((await withdraw(partner, id)).problem.code).toBe('partnerRequestWithdrawn')

  const queue = await caseManager.client.call(requestEndpoints.list, { query: {} })
  expect(queue.body.rows.at(-1)).toMatchObject({ id: requestId, state: 'withdrawn', concern: null, can: [] })
  expect((await take(requestId)).status).toBe(409)
  const { body } = await caseManager.client.call(requestEndpoints.read, { params: { id: requestId } })
  expect(body).toMatchObject({
    callerName: null,
    callbackNumber: null,
    concern: null,
    withdrawalReason: 'partnerWithdrew',
    deleteAfter: inDays(7),
    partnerRequest: { reference, withdrawnOn: TODAY, can: [] },
  })
  // Nobody waits there any more, and after its week the rest goes too.
  const waiting = await caseManager.client.call(requestEndpoints.waiting)
  expect(waiting.body.total).toBe(queue.body.rows.filter(({ state }) => state === 'open').length)
  await house.system(house.a, (tx) => deleteExpiredRequests(tx, inDays(8)))
  expect(await rowOf(partner)).toBeUndefined()
  const logged = await house.system(house.a, (tx) =>
    tx.selectFrom('audit_event').select(['action', 'details']).where('object_id', '=', requestId).execute(),
  )
  expect(logged.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['partnerRequest.sent', 'partnerRequest.withdrawn', 'request.deleted']),
  )
})

test('what somebody works on is not taken back, nor what another office asked', async () => {
  const { id, requestId } = await aPartnerRequest(partner)
  await take(requestId)
  const refused = await withdraw(partner, id)
  expect([refused.status, refused.problem.code]).toEqual([409, 'partnerRequestTaken'])
  expect((await withdraw({ client: house.anonymous }, id)).status).toBe(401)
  expect((await withdraw(caseManager, id)).status).toBe(403)
  expect((await withdraw(partner, 'x')).status).toBe(400)
  for (const one of [id, newId()]) expect((await withdraw(other, one)).status).toBe(404)
})

test('what was asked and answered is in the log without a name or a word', async () => {
  const { requestId } = await aPartnerRequest(partner, { concern: 'Kanarienvogel', name: 'Kanaria' })
  await take(requestId)
  await answer(caseManager, requestId, { answer: 'noContact' })
  const rows = await house.system(house.a, (tx) =>
    tx
      .selectFrom('audit_event')
      .select(['action', 'details'])
      .where('object_id', '=', requestId)
      .where('action', 'like', 'partnerRequest%')
      .orderBy('at')
      .execute(),
  )
  expect(rows.map(({ action }) => action)).toEqual(['partnerRequest.sent', 'partnerRequest.answered'])
  expect(JSON.stringify(rows)).not.toMatch(/kanari/i)
})

test('401, 403, 400, 404', async () => {
  const { requestId } = await aPartnerRequest(partner)
  await take(requestId)
  for (const path of ['/api/partner-requests', '/api/partner-requests/options']) {
    expect((await house.anonymous.raw('GET', path)).status).toBe(401)
    expect((await caseManager.client.raw('GET', path)).status).toBe(403)
    expect((await partner.client.raw('GET', path)).status).toBe(200)
  }
  expect((await partner.client.raw('GET', '/api/partner-requests', { query: { after: 'x' } })).status).toBe(
    400,
  )
  expect((await house.anonymous.raw('POST', '/api/partner-requests', { body: whole })).status).toBe(401)
  expect((await coordinator.client.raw('POST', '/api/partner-requests', { body: whole })).status).toBe(403)
  expect((await answer({ client: house.anonymous }, requestId)).status).toBe(401)
  expect((await answer(coordinator, requestId)).status).toBe(403)
  expect((await answer(colleague, requestId)).status).toBe(404)
  expect((await answer(foreign, requestId)).status).toBe(404)
  expect((await answer(caseManager, newId())).status).toBe(404)
  expect((await answer(caseManager, requestId, { answer: 'declined' })).problem.fields?.[0]?.path).toBe(
    'declineReason',
  )
})
