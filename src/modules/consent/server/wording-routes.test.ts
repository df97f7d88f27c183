import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { wordingEndpoints as endpoints, type WordingView } from '../contract/wording.ts'
import { german } from './consent-languages.ts'

const house = await openHouse()
afterAll(() => house.close())

let administrator: TestUser, manager: TestUser, immigration: TestUser, stranger: TestUser
beforeAll(async () => {
  administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  immigration = await house.user(house.a, {
    roles: [{ role: 'immigrationOfficer' }],
    unit: house.a.immigrationUnit,
  })
  stranger = await house.user(house.b, { roles: [{ role: 'administrator' }] })
})

const complete = {
  ...german.wording.consent,
  controller: 'Telefon 01234 567890',
  protectionOfficer: 'datenschutz@example.org',
}
const save = (sections: object = complete, { by = administrator, kind = 'consent', language = 'de' } = {}) =>
  by.client.call(endpoints.save, { body: { kind, language, sections } as never })
const saved = async (sections: object = complete, options = {}): Promise<WordingView> => {
  const { status, body } = await save(sections, options)
  expect(status).toBe(201)
  return body
}
const activate = (one: Pick<WordingView, 'id' | 'version'>, body = {}, by = administrator) =>
  by.client.call(endpoints.activate, { params: { id: one.id }, ifMatch: one.version, body })

describe('GET /api/consent-wordings', () => {
  test('answers the versions without words, the defaults with what they lack, and who may write', async () => {
    await saved(complete, { language: 'en' })
    for (const by of [administrator, manager]) {
      const { body } = await by.client.call(endpoints.list)
      expect(body.versions.find(({ language }) => language === 'en')).toMatchObject({
        kind: 'consent',
        number: 1,
        state: 'draft',
      })
      expect(body.defaults).toHaveLength(10)
      expect(body.defaults[0]!.missing.map(({ section }) => section)).toEqual([
        'controller',
        'protectionOfficer',
      ])
      expect(body.can).toEqual(by === administrator ? ['write'] : [])
    }
  })
  test('401, 403; another tenant sees none', async () => {
    expect((await house.anonymous.call(endpoints.list)).status).toBe(401)
    expect((await immigration.client.call(endpoints.list)).status).toBe(403)
    expect((await stranger.client.call(endpoints.list)).body.versions).toEqual([])
  })
})

describe('POST /api/consent-wordings', () => {
  test('every save is a new version, also two at once', async () => {
    const one = { language: 'tr' }
    const both = await Promise.all([saved(complete, one), saved({ ...complete, refusal: '' }, one)])
    expect(both.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([1, 2])
    expect(both.find(({ sections }) => sections.refusal === '')!.missing).toEqual([
      { section: 'refusal', code: 'empty' },
    ])
  })
  test('401, 403, 400, another tenant counts for itself', async () => {
    const call = { body: { kind: 'consent', language: 'de', sections: complete } } as const
    expect((await house.anonymous.call(endpoints.save, call)).status).toBe(401)
    for (const by of [manager, immigration])
      expect((await by.client.call(endpoints.save, call)).status).toBe(403)
    expect((await save({ ...complete, extra: 'x' })).status).toBe(400)
    expect((await save({ ...complete, purpose: 'x'.repeat(2001) })).status).toBe(400)
    expect((await save(complete, { language: 'xx' })).status).toBe(400)
    expect((await saved(complete, { by: stranger })).number).toBe(1)
  })
})

describe('GET /api/consent-wordings/:id', () => {
  test('answers words and what is missing, to readers without actions', async () => {
    const { id } = await saved({ ...complete, period: 'Immer.' }, { language: 'uk' })
    const { body } = await manager.client.call(endpoints.read, { params: { id } })
    expect(body).toMatchObject({
      sections: { period: 'Immer.' },
      missing: [{ section: 'period', code: 'placeholderMissing' }],
      can: [],
    })
  })
  test('401, 403, 400, 404', async () => {
    const { id } = await saved(complete, { language: 'uk' })
    const call = { params: { id } }
    expect((await house.anonymous.call(endpoints.read, call)).status).toBe(401)
    expect((await immigration.client.call(endpoints.read, call)).status).toBe(403)
    expect((await manager.client.call(endpoints.read, { params: { id: 'x' } })).status).toBe(400)
    expect((await stranger.client.call(endpoints.read, call)).status).toBe(404)
    expect((await manager.client.call(endpoints.read, { params: { id: newId() } })).status).toBe(404)
  })
})

describe('POST /api/consent-wordings/:id/activation', () => {
  test('puts a version to use and retires the one before, which stays readable', async () => {
    const kind = { kind: 'secrecyRelease' }
    const first = await saved(complete, kind)
    expect((await activate(first)).body).toMatchObject({
      state: 'active',
      legallyCheckedBy: null,
      can: [],
    })
    const second = await saved(complete, kind)
    const { body } = await activate(second, { legallyCheckedBy: 'Rechtsamt' })
    expect(body).toMatchObject({ state: 'active', legallyCheckedBy: 'Rechtsamt', number: 2 })
    expect(body.activatedBy).not.toBeNull()
    const { body: old } = await manager.client.call(endpoints.read, { params: { id: first.id } })
    expect(old).toMatchObject({ state: 'retired', sections: complete })
    expect((await activate(old)).problem.code).toBe('wordingNotDraft')
  })
  test('a text that lacks an element is refused, and the answer says which', async () => {
    const one = await saved({ ...complete, withdrawalWays: '', controller: 'Der Kreis.' })
    const { status, problem } = await activate(one)
    expect([status, problem.code]).toEqual([409, 'wordingIncomplete'])
    expect(problem.fields).toMatchObject([
      { path: 'sections.withdrawalWays', code: 'empty' },
      { path: 'sections.controller', code: 'contactMissing' },
    ])
  })
  test('401, 403, 400, 404, 412, 428', async () => {
    const one = await saved()
    const call = { params: { id: one.id }, ifMatch: 1, body: {} }
    expect((await house.anonymous.call(endpoints.activate, call)).status).toBe(401)
    expect((await activate(one, {}, manager)).status).toBe(403)
    expect((await activate(one, { legallyCheckedBy: 'x'.repeat(201) })).status).toBe(400)
    expect((await activate(one, {}, stranger)).status).toBe(404)
    expect((await activate({ ...one, version: 7 })).status).toBe(412)
    const { status } = await administrator.client.call(endpoints.activate, {
      params: { id: one.id },
      body: {},
    })
    expect(status).toBe(428)
  })
})
