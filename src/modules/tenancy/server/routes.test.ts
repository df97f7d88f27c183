import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { openHouse, type TestTenant, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import type { CatalogueEntry } from '../contract/catalogue-entry.ts'
import { catalogueEndpoints as catalogues } from '../contract/catalogue-entry.ts'
import { tenancyEndpoints as tenancy } from '../contract/overview.ts'
import { checkDistrict } from './check-district.ts'
import { loadDistrict } from './load-district.ts'
import { districtFile } from './testing/district-file.ts'

const house = await openHouse()
afterAll(() => house.close())

let administrator: TestUser
let caseManager: TestUser
let officer: TestUser
let stranger: TestUser

async function load(tenant: TestTenant, key: string) {
  const result = checkDistrict(districtFile(key))
  if ('problems' in result) throw new Error('the file is faulty')
  await house.system(tenant, (tx) => loadDistrict(tx, result.district, { today: '2026-11-21' }))
}

beforeAll(async () => {
  await load(house.a, 'wesel')
  await load(house.b, 'coesfeld')
  administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
  caseManager = await house.user(house.a, {
    roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }],
  })
  officer = await house.user(house.a, {
    roles: [{ role: 'immigrationOfficer' }],
    unit: house.a.immigrationUnit,
  })
  stranger = await house.user(house.b, { roles: [{ role: 'administrator' }] })
})

const entryOf = async (
  user: TestUser,
  kind: CatalogueEntry['kind'],
  key: string,
): Promise<CatalogueEntry> => {
  const { body } = await user.client.call(catalogues.list)
  return body.catalogues[kind]!.find((entry) => entry.key === key)!
}

describe('GET /api/tenancy/overview', () => {
  test('shows the facts of the concept with their source', async () => {
    const { status, body } = await caseManager.client.call(tenancy.overview)
    expect(status).toBe(200)
    expect(body.municipalities.filter((m) => m.ags.startsWith('05170')).length).toBeGreaterThanOrEqual(13)
    expect(body.positionSums).toEqual([
      { buildingBlock: 'B1', fte: 3, linesWithoutFigure: 2 },
      { buildingBlock: 'B2', fte: 16, linesWithoutFigure: 0 },
      { buildingBlock: 'B3', fte: 0, linesWithoutFigure: 1 },
    ])
    const steering = body.committees.find((c) => c.key === 'lenkungsgruppe')!
    expect(steering).toMatchObject({
      authority: 'deciding',
      convenedOn: '2021-08-10',
      source: 'WES 4; WES 7; R125; R125b',
    })
    expect(steering.functions).toHaveLength(20)
    expect(body.sites.find((s) => s.key === 'sprechzeit-alpen')!.hours).toEqual([
      {
        weekday: null,
        from: null,
        to: null,
        remark: 'Wöchentlich; das Konzept nennt weder Tag noch Uhrzeit.',
      },
    ])
    const dinslaken = body.organisations.find((o) => o.key === 'stadt-dinslaken')!
    expect(dinslaken.units.map((u) => u.kind)).toEqual([
      'kim',
      'department',
      'socialOffice',
      'immigrationAuthority',
      'youthOffice',
    ])
    expect(body.naming['buildingBlock']).toBe('Baustein')
  })
  test('keeps both values where the concepts contradict each other', async () => {
    const { body } = await stranger.client.call(tenancy.overview)
    const b3 = body.positions.find((p) => p.key === 'b3-abh-ebh')!
    expect(b3).toMatchObject({ fte: 2, alternatives: [{ field: 'fte', value: 1.5, source: 'C2' }] })
  })
  test('refuses without session and without right', async () => {
    expect((await house.anonymous.call(tenancy.overview)).status).toBe(401)
    expect((await officer.client.call(tenancy.overview)).status).toBe(403)
  })
  test('shows nothing of another tenant', async () => {
    const { body } = await stranger.client.call(tenancy.overview)
    expect(JSON.stringify(body)).not.toContain('Dinslaken')
  })
})

describe('GET /api/tenancy/district-file', () => {
  test('is the configuration as a file that can be loaded again', async () => {
    const answer = await stranger.client.call(tenancy.districtFile)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-disposition']).toContain('attachment')
    const text = answer.bytes.toString('utf8')
    expect(parse(text)).toMatchObject({ district: { key: 'coesfeld' } })
    expect(text).not.toContain('Dinslaken')
  })
  test('refuses without session and without right', async () => {
    expect((await house.anonymous.call(tenancy.districtFile)).status).toBe(401)
    expect((await caseManager.client.call(tenancy.districtFile)).status).toBe(403)
  })
})

describe('GET /api/catalogues', () => {
  test('gives every list, the scale and the settings', async () => {
    const { status, body } = await caseManager.client.call(catalogues.list)
    expect(status).toBe(200)
    expect(body.catalogues.lifeDomain!.map((e) => e.key)).toEqual([
      'family', 'health', 'migration', 'housing', 'language', 'occupation', 'livelihood', 'mobility', 'participation',
    ]) // oxfmt-ignore
    expect(body.catalogues.targetGap).toHaveLength(4)
    expect(body.catalogues.intensity![0]).toMatchObject({ key: 'briefAdvice', active: true, isDefault: true })
    expect(body.assessmentScale!.steps).toHaveLength(5)
    expect(body.settings).toMatchObject({
      reassessmentMonths: 6,
      naming: 'Baustein',
      withoutStatusForPublicEmployers: false,
    })
  })
  test('refuses without session and without right; another tenant has its own', async () => {
    expect((await house.anonymous.call(catalogues.list)).status).toBe(401)
    expect((await officer.client.call(catalogues.list)).status).toBe(403)
    const { body } = await stranger.client.call(catalogues.list)
    expect(body.catalogues.targetGap).toEqual([])
  })
})

describe('POST /api/catalogues', () => {
  const wish = { kind: 'entryRoute', label: 'Bürgerbüro' } as const
  test('adds at the end of the list, with a key made from the label', async () => {
    const { status, body } = await administrator.client.call(catalogues.create, { body: wish })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      key: 'buergerbuero',
      label: 'Bürgerbüro',
      active: true,
      edited: true,
      version: 1,
    })
    const again = await administrator.client.call(catalogues.create, { body: wish })
    expect(again.body.key).toBe('buergerbuero-2')
    expect(again.body.position).toBe(body.position + 1)
    const taken = await administrator.client.call(catalogues.create, {
      body: { ...wish, key: 'buergerbuero' },
    })
    expect([taken.status, taken.problem.code]).toEqual([409, 'catalogueKeyTaken'])
  })
  test('refuses without session and without right', async () => {
    expect((await house.anonymous.call(catalogues.create, { body: wish })).status).toBe(401)
    expect((await caseManager.client.call(catalogues.create, { body: wish })).status).toBe(403)
  })
  test('names every wrong field', async () => {
    const body = { kind: 'entryRoute', label: ' ', key: 'Mit Leerzeichen', tenant_id: house.b.id }
    const { status, problem } = await administrator.client.raw('POST', '/api/catalogues', { body })
    expect(status).toBe(400)
    expect(problem.fields!.map((f) => f.path)).toEqual(expect.arrayContaining(['label', 'key']))
  })
  test('checks the settings of the kind', async () => {
    const body = {
      kind: 'cooperationAgreement',
      label: 'Neu',
      settings: { concerns: 'other', parties: ['stadt-duisburg'], state: 'signed', signedOn: 'unknown' },
    } as const
    const { status, problem } = await administrator.client.call(catalogues.create, { body })
    expect([status, problem.fields]).toMatchObject([400, [{ path: 'settings.parties' }]])
  })
  test('does not add to a list with fixed keys, nor departure as closure reason', async () => {
    const intensity = await administrator.client.call(catalogues.create, {
      body: { kind: 'intensity', label: 'Neu' },
    })
    expect([intensity.status, intensity.problem.code]).toEqual([409, 'catalogueClosed'])
    const departure = await administrator.client.call(catalogues.create, {
      body: { kind: 'closureReason', label: 'Ausreise' },
    })
    expect([departure.status, departure.problem.code]).toEqual([409, 'departureNeedsOpinion'])
  })
  test('departure may be named once the opinion is recorded', async () => {
    const dpo = await house.user(house.b, { roles: [{ role: 'dataProtectionOfficer' }] })
    await dpo.tx((tx) =>
      tx
        .insertInto('protection_opinion')
        .values({
          id: newId(),
          topic: 'closureByDeparture',
          allows: true,
          reference: 'Stellungnahme 1',
          given_on: '2026-11-01',
        })
        .execute(),
    )
    const { status } = await stranger.client.call(catalogues.create, {
      body: { kind: 'closureReason', label: 'Ausreise' },
    })
    expect(status).toBe(201)
  })
})

describe('PATCH /api/catalogues/:id', () => {
  test('changes what is sent, keeps the rest, and writes the audit row', async () => {
    const entry = await entryOf(administrator, 'contactKind', 'letter')
    const { status, body } = await administrator.client.call(catalogues.change, {
      params: { id: entry.id },
      ifMatch: entry.version,
      body: { label: 'Brief oder Fax', validTo: '2026-11-21' },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      label: 'Brief oder Fax',
      key: 'letter',
      active: false,
      version: entry.version + 1,
      edited: true,
    })
    const events = await house.system(house.a, (tx) =>
      tx.selectFrom('audit_event').select(['action', 'details']).where('object_id', '=', entry.id).execute(),
    )
    expect(events).toEqual([
      { action: 'catalogueEntry.changed', details: { kind: 'contactKind', fields: ['label', 'validTo'] } },
    ])
  })
  test('needs the version, and shows the present state when it is stale', async () => {
    const entry = await entryOf(administrator, 'contactKind', 'phone')
    const change = { params: { id: entry.id }, body: { label: 'Telefonat' } }
    expect((await administrator.client.call(catalogues.change, change)).status).toBe(428)
    const stale = await administrator.client.call(catalogues.change, {
      ...change,
      ifMatch: entry.version + 1,
    })
    expect([stale.status, stale.problem.current]).toMatchObject([412, { label: 'Telefon' }])
  })
  test('refuses without session, without right, another tenant', async () => {
    const entry = await entryOf(administrator, 'contactKind', 'video')
    const change = { params: { id: entry.id }, ifMatch: entry.version, body: { label: 'x' } }
    expect((await house.anonymous.call(catalogues.change, change)).status).toBe(401)
    expect((await caseManager.client.call(catalogues.change, change)).status).toBe(403)
    expect((await stranger.client.call(catalogues.change, change)).status).toBe(404)
    expect(
      (await stranger.client.call(catalogues.change, { ...change, params: { id: newId() } })).status,
    ).toBe(404)
  })
  test('names every wrong field, and an end before the beginning', async () => {
    const { id, version: ifMatch } = await entryOf(administrator, 'contactKind', 'video')
    const wrong = await administrator.client.raw('PATCH', `/api/catalogues/${id}`, {
      ifMatch,
      body: { label: '', position: -1, key: 'neu' },
    })
    expect(wrong.status).toBe(400)
    expect(wrong.problem.fields!.map((f) => f.path)).toEqual(expect.arrayContaining(['label', 'position']))
    const body = { validFrom: '2026-12-01', validTo: '2026-11-01' }
    const period = await administrator.client.call(catalogues.change, { params: { id }, ifMatch, body })
    expect([period.status, period.problem.fields]).toMatchObject([400, [{ path: 'validTo' }]])
  })
  test('a locked life domain stays locked', async () => {
    const { id, version: ifMatch } = await entryOf(administrator, 'lifeDomain', 'health')
    const open = await administrator.client.call(catalogues.change, {
      params: { id },
      ifMatch,
      body: { settings: {} },
    })
    expect([open.status, open.problem.code]).toEqual([409, 'lockedStaysLocked'])
  })
})
