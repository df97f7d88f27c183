import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../platform/contract/ids.ts'
import { aCase } from '../../../../testing/a-case.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { areaEndpoints } from '../../contract/administration/area.ts'
import { configurationEndpoints } from '../../contract/administration/configuration.ts'
import {
  organisationEntries,
  positionEntries,
  regionEntries,
  siteEntries,
  unitEntries,
} from '../../contract/administration/entries.ts'

// Days in rules are compared with a clock that stands still.
const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())
let administrator: TestUser
let caseManager: TestUser
let stranger: TestUser
beforeAll(async () => {
  administrator = await house.user(house.a, { roles: [{ role: 'administrator' }], familyName: 'Verwalter' })
  caseManager = await house.user(house.a, {
    organisation: house.a.town,
    unit: house.a.kimUnitOfTown,
    roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.townSite }],
  })
  stranger = await house.user(house.b, { roles: [{ role: 'administrator' }] })
})

const held = { validFrom: null, validTo: null, remark: null }
const organisation = {
  name: 'Neuer Verein',
  kind: 'welfare',
  municipalityId: null,
  publicEmployer: false,
  churchLaw: null,
  placeholder: false,
  serves: null,
  ...held,
} as const
const unit = () => ({
  organisationId: house.a.town,
  label: 'Team West',
  kind: 'kim' as const,
  mark: null,
  buildingBlocks: ['B2' as const],
  parentId: house.a.kimUnitOfTown,
  municipalityId: null,
  ...held,
})
const site = () => ({
  label: 'Treff',
  kind: 'consultationHours' as const,
  state: 'building' as const,
  municipalityId: house.a.municipality,
  regionId: null,
  organisationId: house.a.town,
  unitId: house.a.kimUnitOfTown,
  since: '2026-10',
  hours: [{ weekday: 'mo' as const, from: '09:00', to: '11:30', remark: 'nur mit Termin' }],
  ...held,
})
const position = () => ({
  label: 'Case Management Stadt',
  buildingBlock: 'B2' as const,
  role: 'caseManagement' as const,
  fte: 1.5,
  count: 2,
  employerId: house.a.town,
  unitId: house.a.kimUnitOfTown,
  regionId: house.a.region,
  municipalityId: null,
  professionalOversight: null,
  asOf: '2026',
  staffing: 'advertised' as const,
  outsideServices: true,
  outsideEvidence: 'Az. 1',
  forwardingReason: null,
  forwardingConsentOn: null,
  ...held,
})
const region = { label: 'Ostkreis', ...held }
const read = async (user = administrator) => (await user.client.call(configurationEndpoints.read)).body
const paths = (answer: { problem: { fields?: readonly { path: string }[] } }) =>
  answer.problem.fields?.map(({ path }) => path).toSorted()

/** Each kind with a whole request, and one in which every other field is wrong. */
const kinds = [
  [
    'organisations',
    organisationEntries,
    () => organisation,
    { name: '', kind: 'club', publicEmployer: 'ja' },
  ],
  ['units', unitEntries, unit, { label: ' ', kind: 'club', buildingBlocks: ['B7'] }],
  ['sites', siteEntries, site, { label: '', hours: [], state: 'closed' }],
  ['positions', positionEntries, position, { label: '', fte: 0, count: 1.5 }],
  ['regions', regionEntries, () => region, { label: '', validFrom: 'heute', validTo: '31.12.' }],
] as const

describe.each(kinds)('%s', (name, endpoints, body, wrong) => {
  const path = `/api/${name}`
  const add = async (user = administrator) => user.client.raw('POST', path, { body: body() })
  const added = async () =>
    (await add()).body as { id: string; version: number; decided: string; isDefault: boolean }

  test('added and changed by the administrator, each with its line in the audit trail', async () => {
    const first = await added()
    expect(first).toMatchObject({
      ...body(),
      isDefault: false,
      decided: '2026-11-21',
      editedBy: 'Kim Verwalter',
      version: 1,
    })
    const change = { params: { id: first.id }, ifMatch: first.version, body: { remark: 'Beschluss vom Mai' } }
    const { status, body: after } = await administrator.client.call(endpoints.change, change)
    expect(status).toBe(200)
    expect(after).toMatchObject({ ...body(), remark: 'Beschluss vom Mai', version: 2 })
    const events = await house.system(house.a, (tx) =>
      tx
        .selectFrom('audit_event')
        .select(['action', 'details'])
        .where('object_id', '=', first.id)
        .orderBy('at')
        .execute(),
    )
    const kind = name.slice(0, -1)
    expect(events).toEqual([
      { action: `${kind}.added`, details: {} },
      { action: `${kind}.changed`, details: { fields: ['remark'] } },
    ])
  })

  test('a stale change is shown what stands there now; without a version none is taken', async () => {
    const { id, version } = await added()
    const change = { params: { id }, body: { remark: 'Neu' } }
    expect((await administrator.client.call(endpoints.change, change)).status).toBe(428)
    const stale = await administrator.client.call(endpoints.change, { ...change, ifMatch: version + 4 })
    expect([stale.status, stale.problem.current]).toMatchObject([412, { id, remark: null }])
  })

  test('every wrong field is named at once, unknown ones are refused', async () => {
    const { id, version } = await added()
    const refused = await administrator.client.raw('POST', path, {
      body: { ...body(), ...wrong, tenantId: house.b.id },
    })
    expect(refused.status).toBe(400)
    expect(paths(refused)?.map((one) => one.split('.')[0])).toEqual(
      expect.arrayContaining([...Object.keys(wrong), 'tenantId']),
    )
    const changed = await administrator.client.raw('PATCH', `${path}/${id}`, {
      body: wrong,
      ifMatch: version,
    })
    expect([changed.status, paths(changed)?.map((one) => one.split('.')[0])]).toEqual([
      400,
      Object.keys(wrong).toSorted(),
    ])
    const period = { validFrom: '2026-12-01', validTo: '2026-12-01' }
    const empty = await administrator.client.raw('PATCH', `${path}/${id}`, { body: period, ifMatch: version })
    expect([empty.status, paths(empty)]).toEqual([400, ['validTo']])
  })

  test('nobody without session or right, nothing of another tenant', async () => {
    const { id, version } = await added()
    const change = { body: { remark: 'x' }, ifMatch: version }
    expect((await house.anonymous.raw('POST', path, { body: body() })).status).toBe(401)
    expect((await add(caseManager)).status).toBe(403)
    expect((await house.anonymous.raw('PATCH', `${path}/${id}`, change)).status).toBe(401)
    expect((await caseManager.client.raw('PATCH', `${path}/${id}`, change)).status).toBe(403)
    expect((await stranger.client.raw('PATCH', `${path}/${id}`, change)).status).toBe(404)
    expect((await stranger.client.raw('PATCH', `${path}/${newId()}`, change)).status).toBe(404)
  })
})

test('the configuration shows everything, ended entries too, to the administrator of the tenant alone', async () => {
  const all = await read()
  expect(all.organisations.map((one) => one.name)).toEqual(
    expect.arrayContaining(['Kreis', 'Stadt Musterstadt']),
  )
  expect(all.sites.find((one) => one.id === house.a.site)).toMatchObject({
    label: 'Kreishaus',
    hours: null,
    version: 1,
  })
  const { body: other } = await stranger.client.call(configurationEndpoints.read)
  expect(other.sites.map((one) => one.id).toSorted()).toEqual([house.b.site, house.b.townSite].toSorted())
  expect((await caseManager.client.call(configurationEndpoints.read)).status).toBe(403)
  expect((await house.anonymous.call(configurationEndpoints.read)).status).toBe(401)
})

describe('what hangs together', () => {
  const change = (endpoint: (typeof kinds)[number][1]['change'], id: string, version: number, body: object) =>
    administrator.client.raw('PATCH', endpoint.path.replace(':id', id), { body, ifMatch: version })
  const versionOf = async (list: 'organisations' | 'units' | 'sites' | 'regions', id: string) =>
    (await read())[list].find((one) => one.id === id)!.version

  test('an organisation, a unit, a site with work does not end, and says what hangs on it without names', async () => {
    const clerk = await house.user(house.a, {
      organisation: house.a.town,
      unit: house.a.kimUnitOfTown,
      roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.townSite }],
    })
    await aCase({ responsible: clerk, organisation: house.a.town })
    const end = { validTo: '2026-12-31' }
    for (const [list, endpoint, id, wanted] of [
      [
        'organisations',
        organisationEntries.change,
        house.a.town,
        /2 aktive Konten, .*Stellen.*Standort.*ein offener Fall/,
      ],
      ['units', unitEntries.change, house.a.kimUnitOfTown, /2 aktive Konten/],
      ['sites', siteEntries.change, house.a.townSite, /2 Aufgaben von Beschäftigten/],
    ] as const) {
      const refused = await change(endpoint, id, await versionOf(list, id), end)
      expect([refused.status, refused.problem.code]).toEqual([409, 'stillInUse'])
      expect(refused.problem.fields![0]).toMatchObject({
        path: 'validTo',
        message: expect.stringMatching(wanted) as string,
      })
      expect(refused.problem.fields![0]!.message).not.toMatch(/Muster/)
    }
    const employs = await change(
      organisationEntries.change,
      house.a.town,
      await versionOf('organisations', house.a.town),
      { serves: null },
    )
    expect([employs.status, paths(employs)]).toEqual([409, ['serves']])
  })

  test('what nothing hangs on ends, is refused to others then, and comes back', async () => {
    const { body: one } = await administrator.client.call(organisationEntries.add, { body: organisation })
    const ended = await change(organisationEntries.change, one.id, one.version, { validTo: '2026-11-21' })
    expect([ended.status, ended.body]).toMatchObject([200, { validTo: '2026-11-21' }])
    const late = await administrator.client.call(unitEntries.add, {
      body: { ...unit(), organisationId: one.id, parentId: null },
    })
    expect([late.status, late.problem.fields]).toMatchObject([
      400,
      [{ path: 'organisationId', code: 'referenceEnds' }],
    ])
    const back = await change(organisationEntries.change, one.id, one.version + 1, { validTo: null })
    expect(back.body).toMatchObject({ validTo: null })
    const actions = await house.system(house.a, (tx) =>
      tx.selectFrom('audit_event').select('action').where('object_id', '=', one.id).orderBy('at').execute(),
    )
    expect(actions.map(({ action }) => action)).toEqual([
      'organisation.added',
      'organisation.ended',
      'organisation.reopened',
    ])
  })

  test('references lead somewhere in the own district; a unit lies in its organisation and never under itself', async () => {
    const far = {
      employerId: house.b.town,
      unitId: house.b.kimUnitOfTown,
      regionId: house.b.region,
      municipalityId: newId(),
    }
    const foreign = await administrator.client.call(positionEntries.add, { body: { ...position(), ...far } })
    expect([foreign.status, paths(foreign)]).toEqual([400, Object.keys(far).toSorted()])
    const elsewhere = await administrator.client.call(siteEntries.add, {
      body: { ...site(), organisationId: house.a.kreis },
    })
    expect(elsewhere.problem.fields).toMatchObject([{ path: 'unitId', code: 'unitElsewhere' }])
    const { body: below } = await administrator.client.call(unitEntries.add, { body: unit() })
    const circle = await change(
      unitEntries.change,
      house.a.kimUnitOfTown,
      await versionOf('units', house.a.kimUnitOfTown),
      {
        parentId: below.id,
      },
    )
    expect(circle.problem.fields).toMatchObject([{ path: 'parentId', code: 'parentIsBelow' }])
  })

  test('the times of a site are replaced together; an end before the beginning is named at its place', async () => {
    const { body: one } = await administrator.client.call(siteEntries.add, { body: site() })
    const twice = [
      { weekday: 'di', from: '08:00', to: '10:00', remark: null },
      { weekday: 'do', from: '14:00', to: null, remark: null },
    ]
    expect((await change(siteEntries.change, one.id, 1, { hours: twice })).body).toMatchObject({
      hours: twice,
    })
    const wrong = [twice[0], { weekday: 'fr', from: '12:00', to: '09:00', remark: null }]
    expect(paths(await change(siteEntries.change, one.id, 2, { hours: wrong }))).toEqual(['hours.1.to'])
    expect((await change(siteEntries.change, one.id, 2, { hours: null })).body).toMatchObject({
      hours: null,
      version: 3,
    })
  })
})

describe('municipalities', () => {
  const move = (
    id: string,
    ifMatch: number,
    body: { regionId: string | null; from: string },
    user = administrator,
  ) => user.client.call(areaEndpoints.move, { params: { id }, ifMatch, body })
  const town = async () => (await read()).municipalities.find((one) => one.id === house.a.municipality)!

  test('what is known about one is changed; its name and key are not offered', async () => {
    const { id, version } = await town()
    const call = (body: object, user = administrator) =>
      user.client.raw('PATCH', `/api/municipalities/${id}`, { body, ifMatch: version })
    const known = {
      ownYouthOffice: true,
      integrationCouncil: false,
      population: { count: 4200, asOf: '2025-12-31' },
    }
    expect((await call({ name: 'Andersstadt', size: 'tiny' })).status).toBe(400)
    expect((await call(known, caseManager)).status).toBe(403)
    expect((await call(known, stranger)).status).toBe(404)
    expect(
      (await house.anonymous.raw('PATCH', `/api/municipalities/${id}`, { body: known, ifMatch: version }))
        .status,
    ).toBe(401)
    expect((await call(known)).body).toMatchObject({ ...known, size: null, name: 'Musterstadt' })
  })

  test('moves between regions over time; its sites follow, its past stays (R002)', async () => {
    const { id, version } = await town()
    const { body: east } = await administrator.client.call(regionEntries.add, { body: region })
    const first = await move(id, version, { regionId: house.a.region, from: '2026-01-01' })
    expect([first.status, first.body.memberships]).toEqual([
      201,
      [{ regionId: house.a.region, label: 'Nord', from: '2026-01-01', to: null }],
    ])
    const later = await move(id, version + 1, { regionId: east.id, from: '2026-11-01' })
    expect(later.body.memberships.map(({ label, from, to }) => [label, from, to])).toEqual([
      ['Nord', '2026-01-01', '2026-11-01'],
      ['Ostkreis', '2026-11-01', null],
    ])
    expect((await read()).sites.find((one) => one.id === house.a.townSite)).toMatchObject({
      regionId: east.id,
    })
    const refusal = async (body: { regionId: string | null; from: string }) => {
      const { status, problem } = await move(id, version + 2, body)
      return [status, problem.fields?.[0]?.code]
    }
    expect(await refusal({ regionId: house.a.region, from: '2026-12-24' })).toEqual([400, 'futureMove'])
    expect(await refusal({ regionId: house.a.region, from: '2026-05-01' })).toEqual([400, 'beforeCurrent'])
    expect(await refusal({ regionId: east.id, from: '2026-11-20' })).toEqual([400, 'sameRegion'])
    expect(await refusal({ regionId: house.b.region, from: '2026-11-20' })).toEqual([400, 'unknownReference'])
    expect((await move(id, version, { regionId: null, from: '2026-11-20' })).status).toBe(412)
    expect((await move(id, version + 2, { regionId: null, from: '2026-11-20' }, caseManager)).status).toBe(
      403,
    )
    expect((await move(id, version + 2, { regionId: null, from: '2026-11-20' }, stranger)).status).toBe(404)
    // Corrected on the day it began: the same membership names another region.
    expect(
      (await move(id, version + 2, { regionId: house.a.region, from: '2026-11-01' })).body.memberships,
    ).toHaveLength(2)
  })
})
