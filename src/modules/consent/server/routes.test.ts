import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aConsentDraft, aGivenConsent, completeConsent } from '../../../testing/a-consent.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import type { EndpointSpec } from '../../../platform/contract/endpoint.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { consentEndpoints, secrecyReleaseEndpoints } from '../contract/endpoints.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

const TODAY = '2026-11-21'
const caseManager = (tenant = house.a) =>
  house.user(tenant, { roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: tenant.site }] })

let manager: TestUser
let colleague: TestUser
let stranger: TestUser
let administration: TestUser
let file: TestCase

beforeAll(async () => {
  await aCatalogue(house, house.a)
  manager = await caseManager()
  colleague = await caseManager()
  stranger = await caseManager(house.b)
  administration = await house.user(house.a, { roles: [{ role: 'administration' }] })
  file = await aCase({ responsible: manager })
})

const confirm = (one: { id: string; version: number }, body: object = {}) =>
  manager.client.call(consentEndpoints.confirm, {
    params: { id: one.id },
    ifMatch: one.version,
    body: {
      givenOn: TODAY,
      givenAs: 'written',
      givers: [{ role: 'self' }],
      language: 'ar',
      mediator: 'none',
      ...body,
    },
  })
const withdraw = (id: string, body: object = {}) =>
  manager.client.call(consentEndpoints.withdraw, {
    params: { id },
    body: { withdrawnAs: 'oral', ...body },
  })
const setting = (key: string, value: unknown) =>
  house.system(house.a, (tx) =>
    tx
      .insertInto('tenant_setting')
      .values({ key, value: JSON.stringify(value) })
      .execute(),
  )

describe('drafting', () => {
  test('a draft needs the person and the recipient; the rest is told as missing', async () => {
    const { status, body, headers } = await manager.client.call(consentEndpoints.draft, {
      params: { id: file.id },
      body: { personId: file.personId!, recipientKind: 'organisation', organisationId: house.a.town },
    })
    expect(status).toBe(201)
    expect(headers['etag']).toBe('"1"')
    expect(body).toMatchObject({
      kind: 'consent',
      state: 'draft',
      direction: 'toRecipient',
      person: { id: file.personId, name: 'Amina Beispiel' },
      recipient: { label: 'Stadt Musterstadt', hasUnits: true },
      validFrom: TODAY,
      validTo: '2027-11-20',
      defaultPeriod: true,
      missing: [
        'recipientUnit',
        'purposes',
        'purpose',
        'lifeDomains',
        'dataCategories',
        'refusalConsequence',
      ],
      can: ['change', 'confirm', 'discard'],
    })
    const given = await confirm(body)
    expect(given.status).toBe(409)
    expect(given.problem.code).toBe('consentIncomplete')
    expect(given.problem.fields?.map((field) => field.path)).toContain('refusalConsequence')
  })

  test('all wrong references are named at once', async () => {
    const { status, problem } = await manager.client.call(consentEndpoints.draft, {
      params: { id: file.id },
      body: {
        personId: newId(),
        recipientKind: 'organisation',
        organisationId: house.b.town,
        unitId: house.a.immigrationUnit,
        lifeDomains: ['zirkus'],
        validTo: '2199-12-31',
      },
    })
    expect(status).toBe(400)
    expect(problem.fields?.map((field) => [field.path, field.code])).toEqual([
      ['personId', 'consentPersonUnknown'],
      ['organisationId', 'consentOrganisationUnknown'],
      ['unitId', 'consentUnitUnknown'],
      ['lifeDomains', 'consentLifeDomainUnknown'],
      ['validTo', 'periodTooLong'],
    ])
  })

  test('F9: a draft is changed under its version; a given one stays as it is', async () => {
    const draft = await aConsentDraft(manager, file)
    const change = (version: number, body: object) =>
      manager.client.call(consentEndpoints.change, { params: { id: draft.id }, ifMatch: version, body })
    const changed = await change(1, { specialCategories: ['health'], purpose: 'Aufgabenerledigung' })
    expect(changed.body).toMatchObject({
      version: 2,
      specialCategories: ['health'],
      missing: ['purposeVague'],
    })
    const stale = await change(1, { direction: 'mutual' })
    expect([stale.status, (stale.problem.current as { version: number }).version]).toEqual([412, 2])
    const vague = await confirm({ id: draft.id, version: 2 })
    expect(vague.problem.fields?.[0]).toMatchObject({ path: 'purpose', code: 'purposeVague' })
    const fixed = await change(2, { purpose: 'Wohngeldantrag vom November' })
    expect((await confirm(fixed.body)).body.state).toBe('valid')
    expect((await change(4, { direction: 'mutual' })).problem.code).toBe('consentAlreadyGiven')
    await expect(
      manager.tx((tx) =>
        tx.updateTable('consent').set({ purposes: [] }).where('id', '=', draft.id).execute(),
      ),
    ).rejects.toThrow(/not rewritten/)
  })

  test('a draft can be thrown away, what was given cannot', async () => {
    const draft = await aConsentDraft(manager, file)
    const discard = (id: string, version: number) =>
      manager.client.call(consentEndpoints.discard, { params: { id }, ifMatch: version })
    expect((await discard(draft.id, 1)).status).toBe(204)
    expect((await discard(draft.id, 1)).status).toBe(404)
    const given = await aGivenConsent(manager, file)
    expect((await discard(given.id, given.version)).problem.code).toBe('consentAlreadyGiven')
    const result = await manager.tx((tx) =>
      tx.deleteFrom('consent').where('id', '=', given.id).executeTakeFirst(),
    )
    expect(result.numDeletedRows).toBe(0n)
  })
})

describe('giving', () => {
  test('says who, how, in which language, with whose help', async () => {
    const draft = await aConsentDraft(manager, file)
    const { status, body } = await confirm(draft, { mediator: 'professional' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      state: 'valid',
      givenOn: TODAY,
      givenAs: 'written',
      givenRoles: ['self'],
      givers: [{ role: 'self', personId: file.personId, name: 'Amina Beispiel' }],
      language: 'ar',
      mediator: 'professional',
      textVersion: 'de-2026-11',
      can: ['attachProof', 'withdraw'],
    })
    const row = await manager.tx((tx) =>
      tx.selectFrom('consent').select('confirmed_by').where('id', '=', body.id).executeTakeFirst(),
    )
    expect(row?.confirmed_by).toBe(manager.id)
  })

  test('for a minor the guardians do, and the minor besides', async () => {
    const family = await aCase({ responsible: manager })
    await manager.tx((tx) =>
      tx
        .updateTable('person')
        .set({ birth_precision: 'exact', birth_date: '2011-01-01', birth_year: 2011 })
        .where('id', '=', family.personId!)
        .execute(),
    )
    const draft = await aConsentDraft(manager, family)
    expect(draft.person.minor).toBe(true)
    expect((await confirm(draft)).problem.code).toBe('guardianMissing')
    const both = { givers: [{ role: 'self' }, { role: 'legalRepresentative', name: 'Leyla Beispiel' }] }
    expect((await confirm(draft, both)).body.givenRoles).toEqual(['self', 'legalRepresentative'])
  })

  test('by word of mouth only where the district says so, before a witness', async () => {
    const draft = await aConsentDraft(manager, file)
    const oral = { givenAs: 'oral', witness: 'Frau Dolmetscherin' }
    expect((await confirm(draft, oral)).problem.code).toBe('oralNotAllowed')
    await setting('oralConsent', true)
    expect((await confirm(draft, { givenAs: 'oral' })).problem.code).toBe('witnessMissing')
    expect((await confirm(draft, oral)).body).toMatchObject({
      givenAs: 'oral',
      text: { witness: 'Frau Dolmetscherin' },
    })
  })

  test('two at once: one wins, the other hears that it was given', async () => {
    const draft = await aConsentDraft(manager, file)
    const answers = await Promise.all([confirm(draft), confirm(draft)])
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 412])
  })
})

describe('withdrawing', () => {
  test('takes effect at once, needs no reason and no version, once', async () => {
    const given = await aGivenConsent(manager, file)
    const { status, body } = await withdraw(given.id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      consent: { state: 'withdrawn', withdrawnOn: TODAY, withdrawnAs: 'oral', can: ['attachProof'] },
      closedFor: [],
    })
    expect((await withdraw(given.id)).problem.code).toBe('consentAlreadyWithdrawn')
    const draft = await aConsentDraft(manager, file)
    expect((await withdraw(draft.id)).problem.code).toBe('consentNotGiven')
  })

  test('two at once: the lock lets one through', async () => {
    const given = await aGivenConsent(manager, file)
    const answers = await Promise.all([withdraw(given.id), withdraw(given.id), withdraw(given.id)])
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  })

  test('closing the case ends what still holds; it can be withdrawn even then', async () => {
    const other = await aCase({ responsible: manager })
    const given = await aGivenConsent(manager, other)
    const release = await aGivenConsent(manager, other, {}, {}, secrecyReleaseEndpoints)
    const { endSharing } = await import('./end-sharing.ts')
    await manager.tx((tx) => endSharing(tx, other.id, Temporal.Instant.from('2026-11-21T12:00:00Z')))
    const list = await manager.client.call(consentEndpoints.list, { params: { id: other.id } })
    expect(list.body.rows).toMatchObject([{ id: given.id, state: 'ended', endedOn: TODAY }])
    const releases = await manager.client.call(secrecyReleaseEndpoints.list, { params: { id: other.id } })
    expect(releases.body.rows).toMatchObject([{ id: release.id, state: 'ended' }])
    expect((await withdraw(given.id)).body.consent.state).toBe('withdrawn')
  })
})

describe('reading', () => {
  test('the two objects stand apart, the summary counts both', async () => {
    const other = await aCase({ responsible: manager })
    await aGivenConsent(manager, other)
    const gone = await aGivenConsent(manager, other, {
      organisationId: house.a.kreis,
      unitId: house.a.immigrationUnit,
    })
    await withdraw(gone.id)
    await aGivenConsent(manager, other, { direction: 'fromRecipient' }, {}, secrecyReleaseEndpoints)
    await aConsentDraft(manager, other)
    const list = await manager.client.call(consentEndpoints.list, { params: { id: other.id } })
    expect(list.body.rows.map((row) => row.state)).toEqual(['draft', 'withdrawn', 'valid'])
    expect(list.body.can).toEqual(['write'])
    const releases = await manager.client.call(secrecyReleaseEndpoints.list, { params: { id: other.id } })
    expect(releases.body.rows).toMatchObject([{ kind: 'secrecyRelease', direction: 'fromRecipient' }])
    const summary = await manager.client.call(consentEndpoints.summary, { params: { id: other.id } })
    expect(summary.body).toEqual({ valid: 2, total: 3, runsOut: 0, drafts: 1 })
  })

  test('the form gets persons, recipients with their units, domains and the marked default length', async () => {
    const { body } = await manager.client.call(consentEndpoints.options, { params: { id: file.id } })
    expect(body).toMatchObject({
      months: 12,
      monthsAreDefault: true,
      validFrom: TODAY,
      validTo: '2027-11-20',
    })
    expect(body.persons).toMatchObject([{ id: file.personId, name: 'Amina Beispiel' }])
    const town = body.organisations.find((one) => one.id === house.a.town)
    expect(town?.units.map((unit) => unit.label)).toEqual(['KIM-Stelle', 'Sozialamt'])
    expect(body.lifeDomains.map((domain) => domain.key)).toContain('housing')
  })

  test('what runs out stands in Mein Tag until it is renewed', async () => {
    const other = await aCase({ responsible: manager })
    const groups = async () => {
      const answer = await manager.client.raw('GET', '/api/day')
      return JSON.stringify((answer.body as { groups: unknown }).groups)
    }
    await aGivenConsent(manager, other, { validTo: '2026-12-10' })
    expect(await groups()).toContain(`/faelle/${other.id}/einwilligungen`)
    await aGivenConsent(manager, other)
    expect(await groups()).not.toContain(`/faelle/${other.id}/einwilligungen`)
  })

  test('BC-33, BC-34: writes and reads are audited, without words', async () => {
    const other = await aCase({ responsible: manager })
    const given = await aGivenConsent(manager, other)
    await withdraw(given.id)
    await manager.client.call(consentEndpoints.list, { params: { id: other.id } })
    const events = await house.system(house.a, (tx) =>
      tx
        .selectFrom('audit_event')
        .select(['action', 'details', 'person_id'])
        .where('case_id', '=', other.id)
        .orderBy('at')
        .execute(),
    )
    // The withdrawal and the letter it drafts are one transaction: one instant, in no order.
    expect(events.map((event) => event.action).toSorted()).toEqual([
      'consent.drafted',
      'consent.given',
      'consent.listed',
      'consent.withdrawn',
      'withdrawalLetter.drafted',
    ])
    expect(JSON.stringify(events)).not.toContain('Wohngeld')
  })
})

describe('every route', () => {
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    ids['case'] = file.id
    ids['consent'] = (await aConsentDraft(manager, file)).id
    ids['release'] = (await aConsentDraft(manager, file, {}, secrecyReleaseEndpoints)).id
  })
  const given = {
    givenOn: TODAY,
    givenAs: 'written',
    givers: [{ role: 'self' }],
    language: 'de',
    mediator: 'none',
  }
  const both = (['consent', 'release'] as const).flatMap<
    [string, EndpointSpec, string, (() => object) | undefined, object]
  >((target) => {
    const spec = target === 'consent' ? consentEndpoints : secrecyReleaseEndpoints
    const draft = () => completeConsent(manager, file.personId!)
    return [
      [`list ${target}s`, spec.list, 'case', undefined, {}],
      [`draft ${target}`, spec.draft, 'case', draft, { recipientKind: 'kimTeam', tenant_id: newId() }],
      [`change ${target}`, spec.change, target, () => ({ purposes: [] }), { givenOn: TODAY }],
      [`confirm ${target}`, spec.confirm, target, () => given, { ...given, givers: [] }],
      [`withdraw ${target}`, spec.withdraw, target, () => ({ withdrawnAs: 'oral' }), { withdrawnAs: 'x' }],
      [`attach ${target}`, spec.attachProof, target, () => ({ documentId: newId() }), {}],
      [`discard ${target}`, spec.discard, target, undefined, {}],
    ]
  })
  const routes: typeof both = [
    ['summary', consentEndpoints.summary, 'case', undefined, {}],
    ['options', consentEndpoints.options, 'case', undefined, {}],
    ...both,
  ]
  const send = (user: { client: TestUser['client'] }, spec: EndpointSpec, id: string, body?: object) =>
    user.client.raw(spec.method, spec.path.replace(':id', id), {
      ...(body ? { body } : {}),
      ...(spec.ifMatch ? { ifMatch: 1 } : {}),
    })

  test.for(routes)('%s: 401 without a session', async ([, spec, target, body]) => {
    expect((await send({ client: house.anonymous }, spec, ids[target]!, body?.())).status).toBe(401)
  })
  test.for(routes)('%s: 403 without the right', async ([, spec, target, body]) => {
    expect((await send(administration, spec, ids[target]!, body?.())).status).toBe(403)
  })
  test.for(routes)('%s: 400 for a wrong request', async ([, spec, target, body, wrong]) => {
    const answer = body
      ? await send(manager, spec, ids[target]!, wrong)
      : await send(manager, spec, 'keine-id')
    expect(answer.status).toBe(400)
  })
  test.for(routes)('BC-01 %s: 404 for a colleague and for another tenant', async ([, spec, target, body]) => {
    const nothing = await send(colleague, spec, newId(), body?.())
    for (const user of [colleague, stranger]) {
      const answer = await send(user, spec, ids[target]!, body?.())
      expect(answer.status).toBe(404)
      expect(answer.body).toEqual(nothing.body)
    }
  })
})
