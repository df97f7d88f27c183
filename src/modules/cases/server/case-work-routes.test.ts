import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { accessEndpoints } from '../contract/access.ts'
import { duplicateEndpoints } from '../../people/index.ts'
import { caseEndpoints } from '../contract/cases.ts'
import { closureEndpoints } from '../contract/closure.ts'
import { intakeEndpoints } from '../contract/intake.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

let manager: TestUser
let colleague: TestUser
let coordinator: TestUser
let townCoordinator: TestUser
let stranger: TestUser
let administrator: TestUser
beforeAll(async () => {
  const { a, b } = house
  const at = (site: string) => ({
    roles: [{ role: 'caseManager' as const, scopeKind: 'site' as const, scopeId: site }],
  })
  manager = await house.user(a, at(a.site))
  colleague = await house.user(a, at(a.site))
  coordinator = await house.user(a, { roles: [{ role: 'coordinator' }], familyName: 'Aufsicht' })
  // The same oversight, at another employer.
  townCoordinator = await house.user(a, { organisation: a.town, roles: [{ role: 'coordinator' }] })
  administrator = await house.user(a, { roles: [{ role: 'administrator' }] })
  stranger = await house.user(b, at(b.site))
  await arrange.oversight(house, coordinator, manager)
  await arrange.oversight(house, townCoordinator, manager)
  await house.system(a, (tx) =>
    tx
      .insertInto('catalogue_entry')
      .values([
        { id: newId(), kind: 'closureReason', key: 'goalsReached', label: 'Ziele erreicht', position: 0 },
        { id: newId(), kind: 'closureReason', key: 'left', label: 'Ausreise', position: 1 },
      ])
      .execute(),
  )
})

const information = { on: '2026-11-20', language: 'de', basis: 'task' } as const
const person = (givenName = 'Amina') => ({ givenName, familyName: 'Beispiel' })
async function open(more: { secrecy203?: boolean } = {}): Promise<string> {
  const body = {
    intensity: 'caseManagement' as const,
    persons: [{ person: person() }],
    information,
    concern: 'Wohnung',
    ...more,
  }
  const answer = await manager.client.call(caseEndpoints.open, { body })
  expect(answer.status).toBe(201)
  return answer.body.id
}
const read = async (id: string, user = manager) =>
  (await user.client.call(caseEndpoints.read, { params: { id } })).body

/** Statuses of the same call by nobody, somebody without the right, a colleague and another district. */
async function refused(
  call: (user: { client: TestUser['client'] }) => Promise<{ status: number }>,
): Promise<number[]> {
  const users = [{ client: house.anonymous }, administrator, colleague, stranger]
  const statuses: number[] = []
  for (const user of users) statuses.push((await call(user)).status)
  return statuses
}

describe('household', () => {
  test('a person is added, changed, made the main person; an ended one stays readable', async () => {
    const id = await open()
    const add = await manager.client.call(caseEndpoints.addPerson, {
      params: { id },
      body: {
        person: { ...person('Bilal'), birthDate: { precision: 'exact', date: '2015-03-02' } },
        role: 'child',
      },
    })
    expect(add.body).toMatchObject({ role: 'child', isMain: false, ageGroup: '6-13', version: 1 })
    const change = (ifMatch: number, body: object) =>
      manager.client.call(caseEndpoints.changePerson, {
        params: { id, casePersonId: add.body.id },
        ifMatch,
        body,
      })
    expect((await change(1, { isMain: true })).body).toMatchObject({ isMain: true, version: 2 })
    expect((await change(1, { role: 'parent' })).status).toBe(412)
    expect((await change(2, { validTo: '2026-11-21' })).problem.code).toBe('mainPersonStays')
    const view = await read(id)
    expect(view.shortName).toBe('Beispiel, Familie')
    expect(view.persons.map((member) => member.isMain)).toEqual([true, false])
  })

  test('a person of another own case joins by id, the same one not twice, a colleague’s never', async () => {
    const first = await open()
    const known = (await read(first)).persons[0]!.personId!
    const id = await open()
    const join = (user: TestUser, personId: string, caseId = id) =>
      user.client.call(caseEndpoints.addPerson, {
        params: { id: caseId },
        body: { personId, role: 'sibling' },
      })
    expect((await join(manager, known)).status).toBe(201)
    expect((await join(manager, known)).problem.code).toBe('personAlreadyInCase')
    const theirs = await colleague.client.call(caseEndpoints.open, { body: { intensity: 'briefAdvice' } })
    expect((await join(colleague, known, theirs.body.id)).status).toBe(404)
  })

  test('401, 403, 404, 400', async () => {
    const id = await open()
    const member = (await read(id)).persons[0]!.id
    const body = { person: person('Carla'), role: 'partner' as const }
    expect(
      await refused(({ client }) => client.call(caseEndpoints.addPerson, { params: { id }, body })),
    ).toEqual([401, 403, 404, 404])
    const change = { params: { id, casePersonId: member }, ifMatch: 1, body: { role: 'parent' as const } }
    expect(await refused(({ client }) => client.call(caseEndpoints.changePerson, change))).toEqual([
      401, 403, 404, 404,
    ])
    expect(
      (await manager.client.raw('POST', `/api/cases/${id}/persons`, { body: { role: 'child' } })).status,
    ).toBe(400)
    const foreign = await open()
    expect(
      (
        await manager.client.call(caseEndpoints.changePerson, {
          ...change,
          params: { id: foreign, casePersonId: member },
        })
      ).status,
    ).toBe(404)
  })
})

describe('involved organisations', () => {
  test('added and ended; an unknown one is named at its field', async () => {
    const id = await open()
    const add = (organisationId: string) =>
      manager.client.call(caseEndpoints.addOrganisation, {
        params: { id },
        body: { organisationId, role: 'counselling', note: 'Schuldnerberatung, Frau Beispiel' },
      })
    const added = await add(house.a.welfare)
    expect(added.body).toMatchObject({
      organisation: { name: 'Wohlfahrtsverband' },
      validTo: null,
      note: 'Schuldnerberatung, Frau Beispiel',
    })
    expect((await add(house.b.welfare)).problem.fields?.[0]?.path).toBe('organisationId')
    const params = { id, caseOrganisationId: added.body.id }
    const ended = await manager.client.call(caseEndpoints.changeOrganisation, {
      params,
      body: { validTo: '2026-11-21' },
    })
    expect(ended.body).toMatchObject({ validTo: '2026-11-21', role: 'counselling', note: added.body.note })
    const cleared = await manager.client.call(caseEndpoints.changeOrganisation, {
      params,
      body: { note: null },
    })
    expect(cleared.body.note).toBeNull()
    const change = { params, body: { role: 'legal' } } as const
    expect(await refused(({ client }) => client.call(caseEndpoints.changeOrganisation, change))).toEqual([
      401, 403, 404, 404,
    ])
    const again = { params: { id }, body: { organisationId: house.a.welfare, role: 'legal' } } as const
    expect(await refused(({ client }) => client.call(caseEndpoints.addOrganisation, again))).toEqual([
      401, 403, 404, 404,
    ])
    expect((await manager.client.raw('POST', `/api/cases/${id}/organisations`, { body: {} })).status).toBe(
      400,
    )
  })
})

describe('intake', () => {
  const criteria = {
    complexNeed: 'yes',
    severalProviders: 'yes',
    standardFails: 'yes',
    lacksResources: 'yes',
    clientAgrees: 'yes',
  } as const

  test('criteria suggest an intensity with reasons; the version protects', async () => {
    const id = await open()
    const options = {
      params: { id },
      ifMatch: 1,
      body: { servedElsewhere: 'yes' as const, servedElsewhereBy: 'MBE Musterstadt', criteria },
    }
    const { body } = await manager.client.call(intakeEndpoints.change, options)
    expect(body).toMatchObject({
      version: 2,
      servedElsewhere: 'yes',
      suggestion: { intensity: 'caseManagement', reason: 'allMet' },
    })
    expect((await manager.client.call(intakeEndpoints.change, options)).status).toBe(412)
    expect((await read(id)).texts).toMatchObject({ servedElsewhere: 'MBE Musterstadt' })
    expect(await refused(({ client }) => client.call(intakeEndpoints.change, options))).toEqual([
      401, 403, 404, 404,
    ])
    expect(
      (await manager.client.raw('PUT', `/api/cases/${id}/intake`, { ifMatch: 2, body: { criteria: {} } }))
        .status,
    ).toBe(400)
  })

  test('the first talk is a dated step, never in the future', async () => {
    const id = await open()
    const options = { params: { id }, body: { on: '2026-11-21' } }
    expect((await manager.client.call(intakeEndpoints.recordFirstTalk, options)).body.firstTalkOn).toBe(
      '2026-11-21',
    )
    const later = await manager.client.call(intakeEndpoints.recordFirstTalk, {
      params: { id },
      body: { on: '2026-11-22' },
    })
    expect(later.problem.code).toBe('firstTalkLater')
    expect(await refused(({ client }) => client.call(intakeEndpoints.recordFirstTalk, options))).toEqual([
      401, 403, 404, 404,
    ])
    expect((await manager.client.raw('POST', `/api/cases/${id}/first-talk`, { body: {} })).status).toBe(400)
  })

  test('one basis per kind; a new one replaces, ending locks again', async () => {
    const id = await open()
    const body = {
      kind: 'health',
      basis: 'consent',
      informedOn: '2026-11-21',
      informationLanguage: 'ar',
    } as const
    const record = (change: object = {}) =>
      manager.client.call(intakeEndpoints.recordBasis, { params: { id }, body: { ...body, ...change } })
    const first = await record()
    expect(first.status).toBe(201)
    const second = await record({ basis: 'task' })
    expect((await read(id)).intake.bases.filter((basis) => basis.kind === 'health')).toEqual([second.body])
    expect((await record({ basis: 'contract' })).problem.code).toBe('basisContractSpecial')
    expect((await record({ informedOn: '2026-11-22' })).problem.code).toBe('basisInformedLater')
    expect(
      await refused(({ client }) => client.call(intakeEndpoints.recordBasis, { params: { id }, body })),
    ).toEqual([401, 403, 404, 404])
    expect((await manager.client.raw('POST', `/api/cases/${id}/bases`, { body: { kind: 'x' } })).status).toBe(
      400,
    )
    const end = { params: { id, basisId: second.body.id } }
    expect(await refused(({ client }) => client.call(intakeEndpoints.endBasis, end))).toEqual([
      401, 403, 404, 404,
    ])
    expect((await manager.client.call(intakeEndpoints.endBasis, end)).status).toBe(204)
    expect((await manager.client.call(intakeEndpoints.endBasis, end)).status).toBe(404)
    expect((await manager.client.raw('POST', `/api/cases/${id}/bases/x/end`)).status).toBe(400)
  })
})

describe('who sees the case, release and reasons', () => {
  test('everyone with the sentence and its source; 401, 403, 404, 400', async () => {
    const id = await open()
    const { body } = await manager.client.call(accessEndpoints.list, { params: { id } })
    expect(body.entries.map((entry) => [entry.user.name, entry.basis])).toEqual([
      ['Kim Muster', 'assignment'],
      ['Kim Aufsicht', 'oversight'],
      ['Kim Muster', 'oversight'],
    ])
    expect(body.entries[1]!.sentence).toContain('nur strukturierte Daten')
    expect(body.can).toEqual(['release'])
    expect(await refused(({ client }) => client.call(accessEndpoints.list, { params: { id } }))).toEqual([
      401, 403, 404, 404,
    ])
    expect((await manager.client.raw('GET', '/api/cases/x/access')).status).toBe(400)
  })

  test('a release opens the named parts to the coordinator, and ends with one click', async () => {
    const id = await open()
    const release = { params: { id }, body: { to: coordinator.id, parts: ['identity' as const], days: 7 } }
    const { body } = await manager.client.call(accessEndpoints.release, release)
    expect(await read(id, coordinator)).toMatchObject({
      access: { basis: 'release', identity: true, texts: false, work: false },
      texts: null,
    })
    const end = { params: { id, accessId: body.id } }
    expect(await refused(({ client }) => client.call(accessEndpoints.end, end))).toEqual([401, 403, 404, 404])
    expect((await manager.client.call(accessEndpoints.end, end)).status).toBe(204)
    expect((await read(id, coordinator)).access.identity).toBe(false)
    expect(
      (await manager.client.call(accessEndpoints.release, { ...release, body: { to: colleague.id } })).problem
        .code,
    ).toBe('releaseNotCoordinator')
    expect(await refused(({ client }) => client.call(accessEndpoints.release, release))).toEqual([
      401, 403, 404, 404,
    ])
    expect(
      (await manager.client.raw('POST', `/api/cases/${id}/clear-access`, { body: { to: 'x' } })).status,
    ).toBe(400)
    expect((await manager.client.raw('POST', `/api/cases/${id}/clear-access/x/end`)).status).toBe(400)
  })

  test('BC-36 a listed reason opens for hours and is reported; not across employers, not where § 203 is marked', async () => {
    const id = await open()
    const options = (caseId: string) => ({
      params: { id: caseId },
      body: { reason: 'danger' as const, parts: ['contactNotes' as const], hours: 72 },
    })
    const { status } = await coordinator.client.call(accessEndpoints.openForReason, options(id))
    expect(status).toBe(201)
    expect((await read(id, coordinator)).texts).toEqual({ concern: 'Wohnung' })
    const told = await manager.tx((tx) =>
      tx.selectFrom('notification').select(['kind', 'details']).where('case_id', '=', id).execute(),
    )
    expect(told).toEqual([{ kind: 'case.openedForReason', details: { reason: 'danger' } }])
    const foreign = await townCoordinator.client.call(accessEndpoints.openForReason, options(id))
    expect(foreign.problem.code).toBe('clearAccessOtherEmployer')
    const secret = await coordinator.client.call(
      accessEndpoints.openForReason,
      options(await open({ secrecy203: true })),
    )
    expect(secret.problem.code).toBe('clearAccessSecrecy')
    expect(await refused(({ client }) => client.call(accessEndpoints.openForReason, options(id)))).toEqual([
      401, 403, 403, 403,
    ])
    const others = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
    expect((await others.client.call(accessEndpoints.openForReason, options(id))).status).toBe(404)
    const tooLong = { reason: 'danger', parts: ['identity'], hours: 73 }
    expect(
      (await coordinator.client.raw('POST', `/api/cases/${id}/clear-access/reason`, { body: tooLong }))
        .status,
    ).toBe(400)
  })

  test('BC-36 what was opened ends by itself, with the next request; also where a day has 23 or 25 hours', async () => {
    const id = await open()
    const { body } = await coordinator.client.call(accessEndpoints.openForReason, {
      params: { id },
      body: { reason: 'danger', parts: ['contactNotes'], hours: 72 },
    })
    const move = (during: string) =>
      house.system(house.a, (tx) =>
        tx.updateTable('clear_access').set({ valid_during: during }).where('id', '=', body.id).execute(),
      )
    const texts = async () => (await read(id, coordinator)).texts
    expect(await texts()).toEqual({ concern: 'Wohnung' })
    // Its last second, and the moment it is over.
    const now = Temporal.Now.instant()
    await move(`[${String(now.subtract({ hours: 71 }))},${String(now.add({ hours: 1 }))})`)
    expect(await texts()).toEqual({ concern: 'Wohnung' })
    await move(`[${String(now.subtract({ hours: 72 }))},${String(now.subtract({ seconds: 1 }))})`)
    expect(await texts()).toBeNull()
    // 72 hours are hours that pass: three days by the clock are 73 in autumn, which the database refuses.
    await move('[2027-10-29T22:00:00Z,2027-11-01T22:00:00Z)')
    await expect(
      move('[2027-10-29 00:00 Europe/Berlin,2027-11-01 00:00 Europe/Berlin)'),
    ).rejects.toMatchObject({
      constraint: 'at_most_72_hours',
    })
  })
})

describe('closure and reopening', () => {
  const close = {
    reason: 'goalsReached',
    goals: 'partly',
    openNeeds: 'Sprachkurs',
    clientView: 'Gut',
    aftercareOn: '2027-02-01',
  } as const

  test('closing ends sharing and sets the restriction; reopening starts a new episode and keeps the evaluation', async () => {
    const id = await open()
    await manager.client.call(accessEndpoints.release, { params: { id }, body: { to: coordinator.id } })
    const closed = await manager.client.call(closureEndpoints.close, { params: { id }, body: close })
    expect(closed.body).toMatchObject({
      phase: 'closed',
      closedOn: '2026-11-21',
      restrictedOn: '2027-02-02',
      can: ['reopen', 'phase'],
      closures: [{ episode: 1, goals: 'partly', openNeeds: true, texts: { clientView: 'Gut' } }],
    })
    expect((await read(id, coordinator)).access.basis).toBe('oversight')
    const again = await manager.client.call(closureEndpoints.close, { params: { id }, body: close })
    expect(again.problem.code).toBe('caseClosed')
    const reopened = await manager.client.call(closureEndpoints.reopen, {
      params: { id },
      body: { reason: 'newNeed' },
    })
    expect(reopened.body).toMatchObject({
      episode: 2,
      phase: 'intake',
      closedOn: null,
      closures: [{ episode: 1, reopeningReason: 'newNeed' }],
    })
    const twice = await manager.client.call(closureEndpoints.reopen, {
      params: { id },
      body: { reason: 'newNeed' },
    })
    expect(twice.problem.code).toBe('caseNotClosed')
  })

  test('without a date the district’s months count; departure and unknown reasons are refused', async () => {
    const id = await open()
    const call = (body: object) => manager.client.raw('POST', `/api/cases/${id}/closure`, { body })
    expect((await call({ reason: 'left', goals: 'noGoals' })).problem.code).toBe('closureNamesDeparture')
    expect((await call({ reason: 'nowhere', goals: 'noGoals' })).problem.fields?.[0]?.path).toBe('reason')
    expect((await call({ reason: 'goalsReached', goals: 'fully' })).body).toMatchObject({
      aftercareOn: '2027-05-21',
    })
  })

  test('after aftercare the own list has the file without its contents; reopening opens it, for nobody else', async () => {
    const ids = [await open(), await open(), await open()]
    await house.system(house.a, (tx) =>
      tx
        .updateTable('case_file')
        .set({ closed_on: '2026-11-21', closure_reason: 'goalsReached', restricted_on: '2026-11-22' })
        .where('id', 'in', ids)
        .execute(),
    )
    const list = (user: TestUser, query: object = {}) =>
      user.client.call(closureEndpoints.restricted, { query })
    const seen: string[] = []
    let after: string | undefined
    do {
      const { body } = await list(manager, { limit: 2, ...(after ? { after } : {}) })
      seen.push(...body.rows.map(({ id }) => id))
      after = body.next
    } while (after)
    expect(seen.toSorted()).toEqual(ids.toSorted())
    const [id = ''] = ids
    const [row] = (await list(manager, { id })).body.rows
    expect(row).toEqual({
      id,
      fileNumber: expect.any(String),
      initials: 'A. B.',
      birthYear: null,
      openedOn: '2026-11-21',
      closedOn: '2026-11-21',
      restrictedOn: '2026-11-22',
    })
    const hint = await manager.client.call(duplicateEndpoints.check, { body: person() })
    expect(hint.body.restricted.map((file) => file.id)).toContain(id)
    expect((await manager.client.call(caseEndpoints.read, { params: { id } })).status).toBe(404)
    expect((await list(colleague)).body.rows).toEqual([])
    expect((await list(stranger)).body.rows).toEqual([])
    const reopen = (user: TestUser, on: string) =>
      user.client.call(closureEndpoints.reopen, { params: { id }, body: { reason: 'clientReturned', on } })
    expect((await reopen(colleague, '2026-11-21')).status).toBe(404)
    expect((await reopen(manager, '2026-11-22')).problem.code).toBe('reopeningLater')
    expect((await reopen(manager, '2026-11-20')).problem.code).toBe('reopeningBeforeClosure')
    expect((await reopen(manager, '2026-11-21')).body).toMatchObject({ episode: 2, closedOn: null })
    expect((await list(manager, { id })).body.rows).toEqual([])
  })

  test('GET /api/restricted-cases: 401, 403, 400', async () => {
    expect((await house.anonymous.call(closureEndpoints.restricted, { query: {} })).status).toBe(401)
    expect((await coordinator.client.call(closureEndpoints.restricted, { query: {} })).status).toBe(403)
    for (const query of [{ id: 'x' }, { after: 'x' }])
      expect((await manager.client.raw('GET', '/api/restricted-cases', { query })).status).toBe(400)
  })

  test('two parallel closures: one wins', async () => {
    const id = await open()
    const both = await Promise.all(
      [1, 2].map(() => manager.client.call(closureEndpoints.close, { params: { id }, body: close })),
    )
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
  })

  test('401, 403, 404, 400', async () => {
    const id = await open()
    expect(
      await refused(({ client }) => client.call(closureEndpoints.close, { params: { id }, body: close })),
    ).toEqual([401, 403, 404, 404])
    const reopen = { params: { id }, body: { reason: 'newNeed' as const } }
    expect(await refused(({ client }) => client.call(closureEndpoints.reopen, reopen))).toEqual([
      401, 403, 404, 404,
    ])
    expect(
      (await manager.client.raw('POST', `/api/cases/${id}/closure`, { body: { reason: '' } })).status,
    ).toBe(400)
    expect(
      (await manager.client.raw('POST', `/api/cases/${id}/reopening`, { body: { reason: 'weil' } })).status,
    ).toBe(400)
    expect(
      (await coordinator.client.call(closureEndpoints.close, { params: { id }, body: close })).status,
    ).toBe(403)
  })
})
