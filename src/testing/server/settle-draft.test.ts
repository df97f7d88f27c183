import { afterAll, expect, test } from 'vitest'
import { requestEndpoints } from '../../modules/cases/contract/requests/index.ts'
import { anOffice } from '../../modules/cases/server/requests/testing/an-office.ts'
import { draftEndpoints, draftHeader } from '../../platform/contract/draft.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
afterAll(() => house.close())
const { caseManager, colleague } = await anOffice(house, house.a)

const params = { key: 'request:new' }
const typed = { content: { values: { concern: 'Angefangen' } } }
const { method, path } = requestEndpoints.record
const draftOf = async (who: typeof caseManager) =>
  (await who.client.call(draftEndpoints.read, { params })).body.draft
const headers = { [draftHeader]: params.key }

test('what is saved for good is no draft any more; refused input and drafts of others stay', async () => {
  for (const user of [caseManager, colleague]) {
    expect((await user.client.call(draftEndpoints.save, { params, body: typed })).status).toBe(200)
  }
  const refused = await caseManager.client.raw(method, path, { body: { channel: 'phone' }, headers })
  expect(refused.status).toBe(400)
  expect(await draftOf(caseManager)).toBeTruthy()

  const body = { channel: 'phone', siteId: house.a.site }
  expect((await caseManager.client.raw(method, path, { body, headers })).status).toBe(201)
  expect(await draftOf(caseManager)).toBeNull()
  expect(await draftOf(colleague)).toBeTruthy()
})
