import { afterAll, expect, test } from 'vitest'
import { newId } from '../../../../platform/contract/ids.ts'
import { Refusal } from '../../../../platform/server/http/refusal.ts'
import { aCase } from '../../../../testing/a-case.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { requestEndpoints as endpoints } from '../../contract/requests/index.ts'
import { markConverted } from './mark-converted.ts'
import { anOffice } from './testing/an-office.ts'
import { recordedRequest } from './testing/recorded-request.ts'

const house = await openHouse()
afterAll(() => house.close())
const { caseManager, colleague, coordinator } = await anOffice(house, house.a)

const convert = (user: TestUser, requestId: string, caseId: string) =>
  user.tx((tx, actor) => markConverted(tx, actor, requestId, caseId, Temporal.Now.instant()))
const codeOf = (work: Promise<void>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  )

test('out of the queue into a case: taken, closed, and the concern has moved', async () => {
  const requestId = await recordedRequest(colleague, { concern: 'Wohnung', callerName: 'Beispiel' })
  const { id: caseId } = await aCase({ responsible: caseManager })
  await house.system(house.a, (tx) => tx.deleteFrom('case_text').where('case_id', '=', caseId).execute())
  await convert(caseManager, requestId, caseId)
  const { body } = await caseManager.client.call(endpoints.read, { params: { id: requestId } })
  expect(body).toMatchObject({
    state: 'converted',
    caseId,
    relation: 'own',
    concern: null,
    callerName: 'Beispiel',
    can: [],
  })
  const texts = await caseManager.tx((tx) =>
    tx
      .selectFrom('case_text')
      .select(['kind', 'content'])
      .where('case_id', '=', caseId)
      .where('kind', '=', 'concern')
      .execute(),
  )
  expect(texts).toEqual([{ kind: 'concern', content: 'Wohnung' }])
  expect(await codeOf(convert(caseManager, requestId, caseId))).toBe('requestClosed')
})

test('a concern the case already has stays', async () => {
  const requestId = await recordedRequest(caseManager, { concern: 'Wohnung' })
  const { id: caseId } = await aCase({ responsible: caseManager, concern: 'Wohnung und Arbeit' })
  await convert(caseManager, requestId, caseId)
  const text = await caseManager.tx((tx) =>
    tx.selectFrom('case_text').select('content').where('case_id', '=', caseId).executeTakeFirst(),
  )
  expect(text).toEqual({ content: 'Wohnung und Arbeit' })
})

test('only whoever may see and work it', async () => {
  const { id: caseId } = await aCase({ responsible: caseManager })
  const taken = await recordedRequest(caseManager, { take: true })
  expect(await codeOf(convert(colleague, taken, caseId))).toBe('notFound')
  expect(await codeOf(convert(coordinator, taken, caseId))).toBe('requestNotYours')
  expect(await codeOf(convert(caseManager, newId(), caseId))).toBe('notFound')
})
