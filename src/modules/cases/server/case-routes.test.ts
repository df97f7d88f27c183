import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { caseEndpoints as endpoints } from '../contract/cases.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

const role = (name: 'caseManager' | 'coordinator', siteId = house.a.site) => ({
  roles: [{ role: name, scopeKind: 'site' as const, scopeId: siteId }],
})
let manager: TestUser
let colleague: TestUser
let coordinator: TestUser
let stranger: TestUser
beforeAll(async () => {
  manager = await house.user(house.a, role('caseManager'))
  colleague = await house.user(house.a, { ...role('caseManager'), familyName: 'Beispiel' })
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  stranger = await house.user(house.b, {
    roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.b.site }],
  })
  await house.system(house.a, async (tx) => {
    for (const overseen of [manager, colleague]) {
      await tx
        .insertInto('oversight')
        .values({ id: newId(), coordinator_id: coordinator.id, case_manager_id: overseen.id })
        .execute()
    }
  })
})

const information = { on: '2026-11-20', language: 'ar', basis: 'task' } as const
const anna = (familyName = 'Çelik') => ({
  person: {
    givenName: 'Anna',
    familyName,
    birthDate: { precision: 'yearOnly' as const, year: 1990 },
    nationalities: [{ code: '475' }],
    languages: [
      {
        code: 'ar' as const,
        level: 'firstLanguage' as const,
        script: 'otherScript' as const,
        preferred: true,
      },
    ],
  },
  role: 'client' as const,
})

const open = async (familyName?: string, more: object = {}) => {
  const body = {
    intensity: 'caseManagement' as const,
    siteId: house.a.site,
    persons: [anna(familyName)],
    information,
    concern: 'Sucht eine Wohnung',
    ...more,
  }
  const answer = await manager.client.call(endpoints.open, { body })
  expect(answer.problem).not.toHaveProperty('code')
  return answer.body
}

describe('POST /api/cases', () => {
  test('opens a case with number, person, basis and concern', async () => {
    const { id, fileNumber } = await open()
    expect(fileNumber).toMatch(/^KRE-2026-\d{4}$/)
    const { body } = await manager.client.call(endpoints.read, { params: { id } })
    expect(body).toMatchObject({
      shortName: 'Çelik, Anna',
      phase: 'intake',
      phaseSince: '2026-11-21',
      site: { name: 'Kreishaus' },
      texts: { concern: 'Sucht eine Wohnung' },
      persons: [{ isMain: true, ageGroup: '27-44', originGroup: 'thirdCountry', name: { birthYear: 1990 } }],
      intake: { bases: [{ kind: 'counselling', basis: 'task', informedOn: '2026-11-20' }] },
      access: { basis: 'assignment', work: true },
    })
    expect(body.stepper.phases.map(({ phase, state }) => `${phase} ${state}`).slice(1, 4)).toEqual([
      'screening done',
      'intake current',
      'assessment open',
    ])
    expect(body.can).toContain('close')
  })

  test('brief advice needs no name and no information', async () => {
    const { status, body } = await manager.client.call(endpoints.open, { body: { intensity: 'briefAdvice' } })
    expect(status).toBe(201)
    const read = await manager.client.call(endpoints.read, { params: { id: body.id } })
    expect(read.body).toMatchObject({ shortName: body.fileNumber, phase: 'implementation', persons: [] })
  })

  test('file numbers count up without gaps, also in parallel', async () => {
    const opened = await Promise.all([open('Eins'), open('Zwei'), open('Drei')])
    const numbers = opened.map(({ fileNumber }) => Number(fileNumber.slice(-4))).sort((a, b) => a - b)
    expect(numbers[2]! - numbers[0]!).toBe(2)
  })

  test('401 without a session, 403 without the right', async () => {
    const body = { intensity: 'briefAdvice' as const }
    expect((await house.anonymous.call(endpoints.open, { body })).status).toBe(401)
    expect((await coordinator.client.call(endpoints.open, { body })).status).toBe(403)
  })

  test('400 names every wrong field', async () => {
    const wrong = {
      ...anna(),
      person: {
        ...anna().person,
        familyName: 'Müller4',
        birthDate: { precision: 'exact', date: '2026-02-30' },
      },
    }
    const { status, problem } = await manager.client.raw('POST', '/api/cases', {
      body: { intensity: 'none', persons: [wrong], tenantId: house.b.id },
    })
    expect(status).toBe(400)
    expect(problem.fields?.map((field) => field.path).sort()).toEqual([
      'intensity',
      'persons.0.person.birthDate.date',
      'persons.0.person.familyName',
      'tenantId',
    ])
  })

  test('400 without a person, without information, with another district’s site, with a birth in the future', async () => {
    const refused = async (body: object) => {
      const { status, problem } = await manager.client.raw('POST', '/api/cases', { body })
      return [status, problem.fields?.map((field) => field.path)]
    }
    expect(await refused({ intensity: 'caseManagement' })).toEqual([400, ['persons']])
    expect(await refused({ intensity: 'accompaniment', persons: [anna()] })).toEqual([400, ['information']])
    expect(await refused({ intensity: 'briefAdvice', siteId: house.b.site })).toEqual([400, ['siteId']])
    const unborn = {
      ...anna(),
      person: { ...anna().person, birthDate: { precision: 'yearOnly', year: 2100 } },
    }
    expect(await refused({ intensity: 'briefAdvice', persons: [unborn], information })).toEqual([
      400,
      ['persons.0.person.birthDate'],
    ])
  })
})

describe('GET /api/cases/:id', () => {
  test('the coordinator with oversight sees structured data only', async () => {
    const { id } = await open('Geheim')
    const { status, body } = await coordinator.client.call(endpoints.read, { params: { id } })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      texts: null,
      access: { basis: 'oversight', identity: false, texts: false, work: false },
      persons: [{ name: null, personId: null, ageGroup: '27-44' }],
      can: ['handOver', 'clearAccess'],
    })
    expect(JSON.stringify(body)).not.toMatch(/Geheim|Anna|Wohnung/)
  })

  test('404 for a colleague and for another district, 401, 400', async () => {
    const { id } = await open()
    expect((await colleague.client.call(endpoints.read, { params: { id } })).status).toBe(404)
    expect((await stranger.client.call(endpoints.read, { params: { id } })).status).toBe(404)
    expect((await house.anonymous.call(endpoints.read, { params: { id } })).status).toBe(401)
    expect((await manager.client.raw('GET', '/api/cases/17')).status).toBe(400)
  })

  test('the read is audited', async () => {
    const { id } = await open()
    await manager.client.call(endpoints.read, { params: { id } })
    const reads = await house.system(house.a, (tx) =>
      tx
        .selectFrom('audit_event')
        .select('actor_id')
        .where('case_id', '=', id)
        .where('action', '=', 'case.read')
        .execute(),
    )
    expect(reads).toEqual([{ actor_id: manager.id }])
  })
})

describe('GET /api/cases', () => {
  test('own cases only, paged by keyset in every order, without gaps or doubles', async () => {
    const own = await house.user(house.a, role('caseManager'))
    for (const familyName of ['Öztürk', 'Adam', 'Nguyễn', 'Zech', 'Baum']) {
      const body = { intensity: 'accompaniment' as const, persons: [anna(familyName)], information }
      await own.client.call(endpoints.open, { body })
    }
    const names = async (sort: 'name' | 'phaseSince' | 'lastContact') => {
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await own.client.call(endpoints.list, {
          query: { sort, limit: 2, ...(after ? { after } : {}) },
        })
        seen.push(...page.body.rows.map((row) => row.name!.familyName))
        after = page.body.next
        if (after) expect(after).not.toMatch(/adam|baum|zech/i)
      } while (after)
      return seen
    }
    expect(await names('name')).toEqual(['Adam', 'Baum', 'Nguyễn', 'Öztürk', 'Zech'])
    expect((await names('phaseSince')).sort()).toEqual(['Adam', 'Baum', 'Nguyễn', 'Zech', 'Öztürk'])
    expect((await names('lastContact')).length).toBe(5)
  })

  test('the coordinator lists overseen cases without names; a stranger lists none', async () => {
    await open('Unsichtbar')
    const { body } = await coordinator.client.call(endpoints.list, { query: { scope: 'oversight' } })
    expect(body.rows.length).toBeGreaterThan(0)
    expect(body.rows.every((row) => row.name === null && row.basis === 'oversight')).toBe(true)
    expect((await stranger.client.call(endpoints.list, { query: { scope: 'mine' } })).body.rows).toEqual([])
  })

  test('401, 403, 400', async () => {
    const administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
    expect((await house.anonymous.call(endpoints.list, { query: {} })).status).toBe(401)
    expect((await administrator.client.call(endpoints.list, { query: {} })).status).toBe(403)
    expect((await manager.client.raw('GET', '/api/cases', { query: { sort: 'secret' } })).status).toBe(400)
    expect((await manager.client.raw('GET', '/api/cases', { query: { after: "' or 1=1" } })).status).toBe(400)
  })
})

describe('POST /api/cases/search', () => {
  test('finds by the beginning of a name in another spelling and by file number; hidden names match nothing', async () => {
    const { id, fileNumber } = await open('Öğretmen-Schulz')
    const find = async (user: TestUser, text: string, scope: 'mine' | 'oversight' = 'mine') => {
      const { body } = await user.client.call(endpoints.search, { body: { text, scope } })
      return body.rows.map((row) => row.id)
    }
    expect(await find(manager, 'oegr')).toEqual([id])
    expect(await find(manager, 'schulz')).toEqual([id])
    expect(await find(manager, fileNumber.toLowerCase())).toEqual([id])
    expect(await find(coordinator, 'oegr', 'oversight')).toEqual([])
    expect(await find(colleague, 'oegr')).toEqual([])
  })

  test('401, 403, 400', async () => {
    const administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
    expect((await house.anonymous.call(endpoints.search, { body: { text: 'ab' } })).status).toBe(401)
    expect((await administrator.client.call(endpoints.search, { body: { text: 'ab' } })).status).toBe(403)
    expect((await manager.client.call(endpoints.search, { body: { text: 'a' } })).status).toBe(400)
  })
})

describe('PATCH /api/cases/:id', () => {
  test('changes facts, keeps the rest; a stale version shows the row as it is now', async () => {
    const { id } = await open()
    const { status, body } = await manager.client.call(endpoints.change, {
      params: { id },
      ifMatch: 1,
      body: { urgency: 'urgent', hardshipUntil: '2027-03-31', concern: null, clientView: 'Arbeit zuerst' },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      version: 2,
      urgency: 'urgent',
      hardshipUntil: '2027-03-31',
      texts: { clientView: 'Arbeit zuerst' },
    })
    expect(body.texts).not.toHaveProperty('concern')
    const stale = await manager.client.call(endpoints.change, {
      params: { id },
      ifMatch: 1,
      body: { urgency: 'soon' },
    })
    expect(stale.status).toBe(412)
    expect(stale.problem.current).toMatchObject({ urgency: 'urgent', version: 2 })
  })

  test('428 without version, 401, 403, 404, 400', async () => {
    const { id } = await open()
    const body = { urgency: 'soon' as const }
    expect((await manager.client.call(endpoints.change, { params: { id }, body })).status).toBe(428)
    const options = { params: { id }, ifMatch: 1, body }
    expect((await house.anonymous.call(endpoints.change, options)).status).toBe(401)
    expect((await coordinator.client.call(endpoints.change, options)).status).toBe(403)
    expect((await colleague.client.call(endpoints.change, options)).status).toBe(404)
    expect((await stranger.client.call(endpoints.change, options)).status).toBe(404)
    expect(
      (await manager.client.call(endpoints.change, { ...options, body: { gapMarkers: ['nowhere'] } })).status,
    ).toBe(400)
  })
})

describe('POST /api/cases/:id/phase', () => {
  test('goes on by the state machine and says why not', async () => {
    const { id } = await open()
    const to = async (phase: 'assessment' | 'implementation' | 'closed' | 'planning') =>
      manager.client.call(endpoints.changePhase, { params: { id }, body: { to: phase } })
    expect((await to('implementation')).problem.code).toBe('phaseNotNext')
    expect((await to('closed')).problem.code).toBe('phaseByClosure')
    expect((await to('assessment')).body).toMatchObject({ phase: 'assessment', version: 2 })
    expect(
      (await to('planning')).body.stepper.phases.find((entry) => entry.phase === 'assessment'),
    ).toMatchObject({
      state: 'done',
      since: '2026-11-21',
    })
  })

  test('an incomplete intake does not go on', async () => {
    const { body } = await manager.client.call(endpoints.open, {
      body: { intensity: 'briefAdvice', persons: [anna()], information },
    })
    const up = await manager.client.call(endpoints.changeIntensity, {
      params: { id: body.id },
      body: { to: 'caseManagement', reason: 'needsGrew' },
    })
    expect(up.body).toMatchObject({ intensity: 'caseManagement', phase: 'intake' })
    await manager.tx((tx) =>
      tx
        .updateTable('processing_basis')
        .set({ ended_on: '2026-11-21' })
        .where('case_id', '=', body.id)
        .execute(),
    )
    const refused = await manager.client.call(endpoints.changePhase, {
      params: { id: body.id },
      body: { to: 'assessment' },
    })
    expect([refused.status, refused.problem.code]).toEqual([409, 'phaseIncomplete'])
  })

  test('401, 403, 404, 400', async () => {
    const { id } = await open()
    const options = { params: { id }, body: { to: 'assessment' as const } }
    expect((await house.anonymous.call(endpoints.changePhase, options)).status).toBe(401)
    expect((await coordinator.client.call(endpoints.changePhase, options)).status).toBe(403)
    expect((await colleague.client.call(endpoints.changePhase, options)).status).toBe(404)
    expect(
      (await manager.client.raw('POST', `/api/cases/${id}/phase`, { body: { to: 'gone' } })).status,
    ).toBe(400)
  })
})

describe('POST /api/cases/:id/intensity', () => {
  test('dated with a reason; a nameless case stays brief advice', async () => {
    const nameless = await manager.client.call(endpoints.open, { body: { intensity: 'briefAdvice' } })
    const change = (id: string, to: 'accompaniment' | 'caseManagement') =>
      manager.client.call(endpoints.changeIntensity, {
        params: { id },
        body: { to, reason: 'needsGrew', on: '2026-11-21', note: 'Nach dem Umzug' },
      })
    expect((await change(nameless.body.id, 'accompaniment')).problem.code).toBe('personMissing')
    const { id } = await open()
    expect((await change(id, 'caseManagement')).problem.code).toBe('intensityUnchanged')
    const down = await change(id, 'accompaniment')
    expect(down.body).toMatchObject({ intensity: 'accompaniment', phase: 'intake' })
    expect(down.body.steps.at(-1)).toMatchObject({
      kind: 'intensity',
      from: 'caseManagement',
      to: 'accompaniment',
      reason: 'needsGrew',
    })
  })

  test('401, 403, 404, 400', async () => {
    const { id } = await open()
    const options = { params: { id }, body: { to: 'briefAdvice', reason: 'needsShrank' } as const }
    expect((await house.anonymous.call(endpoints.changeIntensity, options)).status).toBe(401)
    expect((await coordinator.client.call(endpoints.changeIntensity, options)).status).toBe(403)
    expect((await stranger.client.call(endpoints.changeIntensity, options)).status).toBe(404)
    expect(
      (await manager.client.raw('POST', `/api/cases/${id}/intensity`, { body: { to: 'briefAdvice' } }))
        .status,
    ).toBe(400)
  })
})

describe('POST /api/cases/:id/handover', () => {
  test('by the case manager: the new one is told and works on, the old one sees nothing more', async () => {
    const { id } = await open()
    const body = { to: colleague.id, reason: 'siteChange' as const, note: 'Termin am 1.12.' }
    expect((await manager.client.call(endpoints.handOver, { params: { id }, body })).status).toBe(204)
    expect((await manager.client.call(endpoints.read, { params: { id } })).status).toBe(404)
    const read = await colleague.client.call(endpoints.read, { params: { id } })
    expect(read.body).toMatchObject({
      responsible: { id: colleague.id },
      texts: { handover: 'Termin am 1.12.' },
    })
    expect(read.body.steps.at(-1)).toMatchObject({
      kind: 'handover',
      from: 'Kim Muster',
      to: 'Kim Beispiel',
      reason: 'siteChange',
    })
    const notes = await colleague.tx((tx) =>
      tx.selectFrom('notification').select('kind').where('case_id', '=', id).execute(),
    )
    expect(notes).toEqual([{ kind: 'case.handedOver' }])
  })

  test('by the coordinator between two overseen case managers, never to others', async () => {
    const { id } = await open()
    const hand = (to: string) =>
      coordinator.client.call(endpoints.handOver, { params: { id }, body: { to, reason: 'absence' } })
    expect((await hand(coordinator.id)).problem.code).toBe('handoverRefused')
    const foreign = await house.user(house.a, role('caseManager'))
    expect((await hand(foreign.id)).problem.code).toBe('handoverRefused')
    expect((await hand(manager.id)).problem.code).toBe('handoverToSame')
    expect((await hand(colleague.id)).status).toBe(204)
  })

  test('offers whom it may go to', async () => {
    const { id } = await open()
    const list = (user: TestUser) => user.client.call(endpoints.handoverCandidates, { params: { id } })
    expect((await list(coordinator)).body.rows).toEqual([
      { id: colleague.id, name: 'Kim Beispiel', organisation: 'Kreis', organisationId: house.a.kreis },
    ])
    expect((await list(manager)).body.rows.map((row) => row.id)).toContain(colleague.id)
    expect((await list(colleague)).status).toBe(404)
    expect((await list(stranger)).status).toBe(404)
    const administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
    expect((await list(administrator)).status).toBe(403)
    expect((await house.anonymous.call(endpoints.handoverCandidates, { params: { id } })).status).toBe(401)
    expect((await manager.client.raw('GET', '/api/cases/x/handover-candidates')).status).toBe(400)
  })

  test('401, 403, 404, 400', async () => {
    const { id } = await open()
    const administrator = await house.user(house.a, { roles: [{ role: 'administrator' }] })
    const options = { params: { id }, body: { to: colleague.id, reason: 'absence' as const } }
    expect((await house.anonymous.call(endpoints.handOver, options)).status).toBe(401)
    expect((await administrator.client.call(endpoints.handOver, options)).status).toBe(403)
    expect((await colleague.client.call(endpoints.handOver, options)).status).toBe(404)
    expect((await stranger.client.call(endpoints.handOver, options)).status).toBe(404)
    expect(
      (
        await manager.client.raw('POST', `/api/cases/${id}/handover`, {
          body: { to: colleague.id, reason: 'weil' },
        })
      ).status,
    ).toBe(400)
  })
})
