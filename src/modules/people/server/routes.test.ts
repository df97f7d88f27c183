import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase } from '../../../testing/a-case.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { personEndpoints as endpoints } from '../contract/endpoints.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

let manager: TestUser
let welfare: TestUser
let colleague: TestUser
let coordinator: TestUser
let stranger: TestUser
beforeAll(async () => {
  const { a, b } = house
  const roles = [{ role: 'caseManager' as const }]
  manager = await house.user(a, { roles })
  colleague = await house.user(a, { roles })
  welfare = await house.user(a, { organisation: a.welfare, roles })
  coordinator = await house.user(a, { roles: [{ role: 'coordinator' }] })
  stranger = await house.user(b, { roles })
  await arrange.oversight(house, coordinator, manager)
})

async function aPerson(
  user = manager,
  organisation = house.a.kreis,
): Promise<{ id: string; caseId: string }> {
  const file = await aCase({ responsible: user, organisation })
  return { id: file.personId!, caseId: file.id }
}
const basis = (user: TestUser, caseId: string) =>
  user.tx((tx) =>
    tx
      .insertInto('processing_basis')
      .values({
        id: newId(),
        case_id: caseId,
        kind: 'migration',
        basis: 'consent',
        informed_on: '2026-11-02',
        information_language: 'ar',
      })
      .execute(),
  )

describe('GET /api/persons/:id', () => {
  test('shows the person, audited; residence carries the notice and is locked without a basis', async () => {
    const { id } = await aPerson()
    const { status, body } = await manager.client.call(endpoints.read, { params: { id } })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      familyName: 'Beispiel',
      residence: { notice: 'section87', locked: 'basisMissing' },
      can: ['edit'],
    })
    expect(body.residence.choices.map((choice) => choice.code)).not.toContain('none')
    const reads = await house.system(house.a, (tx) =>
      tx.selectFrom('audit_event').select('action').where('person_id', '=', id).execute(),
    )
    expect(reads).toEqual([{ action: 'person.read' }])
  })

  test('401, 403, 404 for colleague, oversight and another district, 400', async () => {
    const { id } = await aPerson()
    const administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
    expect((await house.anonymous.call(endpoints.read, { params: { id } })).status).toBe(401)
    expect((await administrator.client.call(endpoints.read, { params: { id } })).status).toBe(403)
    for (const user of [colleague, coordinator, stranger]) {
      expect((await user.client.call(endpoints.read, { params: { id } })).status).toBe(404)
    }
    expect((await manager.client.raw('GET', '/api/persons/anna')).status).toBe(400)
  })
})

describe('PATCH /api/persons/:id', () => {
  test('names, several nationalities and languages; the case follows with age group and origin', async () => {
    const { id, caseId } = await aPerson()
    const { status, body } = await manager.client.call(endpoints.change, {
      params: { id },
      ifMatch: 1,
      body: {
        familyName: 'Yıldız-Nguyễn',
        originalScript: 'يلدز',
        birthDate: { precision: 'exact', date: '2010-05-04' },
        nationalities: [{ code: '166' }, { code: '475', validTo: '2020-01-01' }],
        languages: [
          { code: 'uk', level: 'firstLanguage', script: 'otherScript', preferred: true },
          { code: 'de', level: 'A2' },
        ],
        phone: '0281 123456',
      },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      version: 2,
      familyName: 'Yıldız-Nguyễn',
      originalScript: 'يلدز',
      birthName: null,
    })
    expect(body.languages.map((language) => language.code)).toEqual(['uk', 'de'])
    const member = await manager.tx((tx) =>
      tx
        .selectFrom('case_person')
        .select(['age_group', 'origin_group'])
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow(),
    )
    expect(member).toEqual({ age_group: '14-17', origin_group: 'ukraine' })
    const { search_name: searchName } = await manager.tx((tx) =>
      tx.selectFrom('person').select('search_name').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(searchName).toBe('YILDIZ NGUYEN AMINA')
  })

  test('a stale version answers 412 with the person as it is now; null clears', async () => {
    const { id } = await aPerson()
    const change = (ifMatch: number, body: { phone: string | null }) =>
      manager.client.call(endpoints.change, { params: { id }, ifMatch, body })
    await change(1, { phone: '1' })
    const stale = await change(1, { phone: '2' })
    expect([stale.status, stale.problem.current]).toMatchObject([412, { phone: '1', version: 2 }])
    expect((await change(2, { phone: null })).body.phone).toBe(null)
  })

  test('401, 403, 404, 400, 428', async () => {
    const { id } = await aPerson()
    const options = { params: { id }, ifMatch: 1, body: { phone: '1' } }
    expect((await house.anonymous.call(endpoints.change, options)).status).toBe(401)
    expect((await coordinator.client.call(endpoints.change, options)).status).toBe(403)
    expect((await colleague.client.call(endpoints.change, options)).status).toBe(404)
    expect((await stranger.client.call(endpoints.change, options)).status).toBe(404)
    expect(
      (await manager.client.call(endpoints.change, { params: { id }, body: { phone: '1' } })).status,
    ).toBe(428)
    const wrong = await manager.client.call(endpoints.change, {
      ...options,
      body: { familyName: 'Анна', postalCode: '4' },
    })
    expect(wrong.problem.fields?.map((field) => field.path).sort()).toEqual(['familyName', 'postalCode'])
    const unborn = { birthDate: { precision: 'exact' as const, date: '2027-01-01' } }
    expect(
      (await manager.client.call(endpoints.change, { ...options, body: unborn })).problem.fields?.[0]?.path,
    ).toBe('birthDate')
  })
})

describe('residence status', () => {
  const wish = { code: 'p60a', validFrom: '2024-03-01', source: 'seen' } as const

  test('only after information; the status before ends, history stays', async () => {
    const { id, caseId } = await aPerson()
    const record = (body: object) => manager.client.raw('POST', `/api/persons/${id}/residences`, { body })
    expect((await record(wish)).problem.code).toBe('basisMissing')
    await basis(manager, caseId)
    expect((await record(wish)).status).toBe(201)
    const next = await record({ code: 'p25s5', validFrom: '2026-05-01', source: 'stated' })
    expect(next.body).toMatchObject({ label: 'Aufenthaltserlaubnis § 25 Abs. 5 (Ausreise unmöglich)' })
    const { body } = await manager.client.call(endpoints.read, { params: { id } })
    expect(body.residence.rows.map((row) => [row.code, row.validFrom, row.validTo])).toEqual([
      ['p25s5', '2026-05-01', null],
      ['p60a', '2024-03-01', '2026-04-30'],
    ])
    const residenceId = body.residence.rows[0]!.id
    const ended = await manager.client.call(endpoints.endResidence, {
      params: { id, residenceId },
      body: { validTo: '2027-04-30' },
    })
    expect(ended.body.validTo).toBe('2027-04-30')
    const empty = await manager.client.call(endpoints.endResidence, {
      params: { id, residenceId },
      body: { validTo: '2026-01-01' },
    })
    expect(empty.problem.code).toBe('residenceRangeEmpty')
  })

  test('"ohne Status" is off at public employers until the opinion allows it, on at a welfare association', async () => {
    const none = { code: 'none', source: 'stated' }
    const publicFile = await aPerson()
    await basis(manager, publicFile.caseId)
    const record = (user: TestUser, id: string) =>
      user.client.raw('POST', `/api/persons/${id}/residences`, { body: none })
    expect((await record(manager, publicFile.id)).problem.code).toBe('statusOff')
    const theirs = await aPerson(welfare, house.a.welfare)
    await basis(welfare, theirs.caseId)
    expect((await record(welfare, theirs.id)).status).toBe(201)
    const officer = await house.user(house.a, { roles: [{ role: 'dataProtectionOfficer' }] })
    await officer.tx((tx) =>
      tx
        .insertInto('protection_opinion')
        .values({
          id: newId(),
          topic: 'valueWithoutStatus',
          allows: true,
          reference: 'Stellungnahme',
          given_on: '2026-11-21',
        })
        .execute(),
    )
    expect((await record(manager, publicFile.id)).status).toBe(201)
  })

  test('401, 403, 404, 400', async () => {
    const { id, caseId } = await aPerson()
    await basis(manager, caseId)
    const options = { params: { id }, body: wish }
    expect((await house.anonymous.call(endpoints.recordResidence, options)).status).toBe(401)
    expect((await coordinator.client.call(endpoints.recordResidence, options)).status).toBe(403)
    expect((await colleague.client.call(endpoints.recordResidence, options)).status).toBe(404)
    expect((await stranger.client.call(endpoints.recordResidence, options)).status).toBe(404)
    expect(
      (await manager.client.raw('POST', `/api/persons/${id}/residences`, { body: { code: 'x' } })).status,
    ).toBe(400)
    const { body } = await manager.client.call(endpoints.recordResidence, options)
    const end = { params: { id, residenceId: body.id }, body: { validTo: '2026-11-21' } }
    expect((await house.anonymous.call(endpoints.endResidence, end)).status).toBe(401)
    expect((await coordinator.client.call(endpoints.endResidence, end)).status).toBe(403)
    expect((await colleague.client.call(endpoints.endResidence, end)).status).toBe(404)
    expect(
      (await manager.client.raw('PATCH', `/api/persons/${id}/residences/${body.id}`, { body: {} })).status,
    ).toBe(400)
    const other = await aPerson()
    expect(
      (
        await manager.client.call(endpoints.endResidence, {
          ...end,
          params: { id: other.id, residenceId: body.id },
        })
      ).status,
    ).toBe(404)
  })
})
