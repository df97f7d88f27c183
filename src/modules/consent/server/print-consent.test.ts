import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePdf } from '../../../platform/server/documents/index.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aConsentDraft, aGivenConsent } from '../../../testing/a-consent.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { consentEndpoints, secrecyReleaseEndpoints } from '../contract/endpoints.ts'
import { wordingEndpoints } from '../contract/wording.ts'
import { german } from './consent-languages.ts'

const house = await openHouse()
afterAll(async () => {
  closePdf()
  await house.close()
})

let administrator: TestUser, manager: TestUser, colleague: TestUser, overseer: TestUser, partner: TestUser
let stranger: TestUser
let file: TestCase
beforeAll(async () => {
  await aCatalogue(house, house.a)
  administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  colleague = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  partner = await house.user(house.a, { roles: [{ role: 'partner' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.oversight(house, overseer, manager)
  file = await aCase({ responsible: manager })
})

async function activeText(kind: 'consent' | 'secrecyRelease', language: 'de' | 'ar' = 'de') {
  const sections = {
    ...german.wording[kind],
    controller: 'Telefon 01234 567890',
    protectionOfficer: 'datenschutz@example.org',
  }
  const { body } = await administrator.client.call(wordingEndpoints.save, {
    body: { kind, language, sections },
  })
  const active = await administrator.client.call(wordingEndpoints.activate, {
    params: { id: body.id },
    ifMatch: 1,
    body: {},
  })
  expect(active.status).toBe(200)
  return body
}
const versions = (id: string) =>
  house.system(house.a, (tx) =>
    tx
      .selectFrom('consent')
      .select(['text_version', 'wording_id', 'language_wording_id'])
      .where('id', '=', id)
      .executeTakeFirst(),
  )

describe('the version a consent keeps', () => {
  test('the program’s default while the tenant has none; then the active one, also after a newer one', async () => {
    const before = await aGivenConsent(manager, file)
    expect(await versions(before.id)).toMatchObject({ text_version: 'de-2026-11', wording_id: null })
    const first = await activeText('consent')
    const foreign = await activeText('consent', 'ar')
    const given = await aGivenConsent(manager, file)
    await activeText('consent')
    expect(await versions(given.id)).toEqual({
      text_version: 'Fassung 1',
      wording_id: first.id,
      language_wording_id: foreign.id,
    })
    expect((await versions(before.id))!.wording_id).toBeNull()
    const { body } = await manager.client.call(consentEndpoints.options, { params: { id: file.id } })
    expect(body.texts).toMatchObject({
      consent: { label: 'Fassung 2', checked: false, missing: [] },
      secrecyRelease: { label: 'de-2026-11', checked: false },
    })
  })
})

describe.each([
  ['consent', consentEndpoints],
  ['secrecyRelease', secrecyReleaseEndpoints],
] as const)('GET pdf and receipt of a %s', (kind, endpoints) => {
  test('both are PDF/UA in German and the language it was explained in; the names say nothing of the person', async () => {
    const { id } = await aGivenConsent(manager, file, {}, {}, endpoints as typeof consentEndpoints)
    for (const endpoint of [endpoints.pdf, endpoints.receipt]) {
      const { status, bytes, headers } = await manager.client.call(endpoint, { params: { id } })
      expect(status).toBe(200)
      const text = bytes.toString('latin1')
      expect(text).toMatch(/pdfuaid:part>1</)
      expect(text).toMatch(/\/Lang\s*\(ar\)/)
      expect(headers['content-disposition']).toContain(file.fileNumber)
      expect(headers['content-disposition']).not.toMatch(/Amina|Beispiel/)
    }
    const actions = await house.system(house.a, (tx) =>
      tx.selectFrom('audit_event').select('action').where('object_id', '=', id).execute(),
    )
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining([`${kind}.printed`, `${kind}.receiptPrinted`]),
    )
  })
  test('a draft prints to be signed and has no receipt yet; a withdrawal has one', async () => {
    const draft = await aConsentDraft(manager, file, {}, endpoints as typeof consentEndpoints)
    const params = { params: { id: draft.id } }
    expect((await manager.client.call(endpoints.pdf, params)).status).toBe(200)
    expect((await manager.client.call(endpoints.receipt, params)).problem.code).toBe('receiptBeforeGiven')
    const given = await aGivenConsent(manager, file, {}, {}, endpoints as typeof consentEndpoints)
    await manager.client.call(endpoints.withdraw, {
      params: { id: given.id },
      body: { withdrawnAs: 'oral' },
    })
    expect((await manager.client.call(endpoints.receipt, { params: { id: given.id } })).status).toBe(200)
  })
  test('401, 403, 400, 404, also for oversight, who sees that there is one', async () => {
    const { id } = await aGivenConsent(manager, file, {}, {}, endpoints as typeof consentEndpoints)
    for (const endpoint of [endpoints.pdf, endpoints.receipt]) {
      const call = { params: { id } }
      expect((await house.anonymous.call(endpoint, call)).status).toBe(401)
      expect((await partner.client.call(endpoint, call)).status).toBe(403)
      expect((await manager.client.call(endpoint, { params: { id: 'x' } })).status).toBe(400)
      for (const by of [overseer, colleague, stranger])
        expect((await by.client.call(endpoint, call)).status).toBe(404)
    }
  })
})
