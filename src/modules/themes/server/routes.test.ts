import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBarrierRow, aReconstructionRow, aThemePath, aThemeRow } from '../../../testing/a-theme.ts'
import { aCase } from '../../../testing/a-case.ts'
import { aCourse, courseStations } from '../../../testing/a-course.ts'
import { enoughCases } from '../../../testing/a-problem.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import type { EndpointSpec } from '../../../platform/contract/endpoint.ts'
import { checkDistrict, loadDistrict } from '../../tenancy/server/index.ts'
import { readFileSync } from 'node:fs'
import { reconstructionEndpoints, themeEndpoints } from '../contract/endpoints.ts'
import type { ThemeView } from '../contract/themes.ts'

const house = await openHouse()
afterAll(() => house.close())
let anna: TestUser
let lead: TestUser
let manager: TestUser
let administration: TestUser
let stranger: TestUser
let region: string
let organisation: string

beforeAll(async () => {
  const checked = checkDistrict(
    readFileSync(new URL('../../../../districts/warendorf.yaml', import.meta.url), 'utf8'),
  )
  if ('problems' in checked) throw new Error('the file is faulty')
  await house.system(house.a, (tx) => loadDistrict(tx, checked.district, { today: '2026-11-21' }))
  await aThemePath(house, house.b)
  const someone = (role: 'coordinator' | 'kimLead' | 'caseManager' | 'administration', tenant = house.a) =>
    house.user(tenant, { roles: [{ role }] })
  anna = await someone('coordinator')
  lead = await someone('kimLead')
  manager = await someone('caseManager')
  administration = await someone('administration')
  stranger = await someone('coordinator', house.b)
  const options = await anna.client.call(themeEndpoints.options)
  region = options.body.regions[0]!.id
  organisation = options.body.organisations.at(-1)!.id
})

const view = { state: 'asked' as const, words: 'Gespräch mit der Elterngruppe', on: '2026-11-10' }
async function aTheme(more: object = {}, barriers = 2): Promise<ThemeView> {
  const barrierIds = await Promise.all(Array.from({ length: barriers }, () => aBarrierRow(house, house.a)))
  const body = { title: 'Kursplätze', regionId: region, targetGroupView: view, barrierIds, ...more }
  const answer = await anna.client.call(themeEndpoints.create, { body })
  expect(answer.problem?.fields ?? [], 'created').toEqual([])
  return answer.body
}
const move = (theme: ThemeView, key: string, said: object = {}, who = anna) =>
  who.client.call(themeEndpoints.move, {
    params: { id: theme.id },
    ifMatch: theme.version,
    body: { move: key, ...said },
  })
/** Moves that must succeed, one after another. */
async function walk(theme: ThemeView, ...steps: [key: string, said?: object][]): Promise<ThemeView> {
  let current = theme
  for (const [key, said] of steps) {
    const answer = await move(current, key, said)
    expect([key, answer.status, answer.problem?.fields]).toEqual([key, 200, undefined])
    current = answer.body
  }
  return current
}
const committeeOf = async (kind: string) =>
  (await anna.client.call(themeEndpoints.options)).body.committees.find((one) => one.kind === kind)!.id
const fieldsOf = (answer: { problem: { fields?: readonly { path: string }[] } }) =>
  answer.problem.fields?.map((field) => field.path)

describe('every route', () => {
  const all = { ...themeEndpoints, ...prefixed(reconstructionEndpoints) } as Record<string, EndpointSpec>
  const bodies: Record<string, object> = {
    create: { title: 'Neu' },
    change: { title: 'Neu' },
    move: { move: 'aufbereiten' },
    addBarriers: { barrierIds: [crypto.randomUUID()] },
    nameOrganisation: { organisationId: crypto.randomUUID() },
    askOrganisation: { state: 'asked', on: '2026-11-20' },
    'r.create': { title: 'Fall' },
    'r.change': { title: 'Fall' },
    'r.decline': { words: 'Nein' },
    'r.end': { result: 'noStructuralCause', words: 'Einzelfall' },
  }
  async function ask(who: TestUser | undefined, key: string, body = bodies[key]): Promise<number> {
    const spec = all[key]!
    const id = key.startsWith('r.') ? await aReconstructionRow(house, house.a) : await aThemeRow(house, anna)
    const path = spec.path.replace(':id', id).replaceAll(/:(barrier|organisation)Id/g, crypto.randomUUID())
    const { status } = await (who?.client ?? house.anonymous).raw(spec.method, path, {
      ...(body && { body }),
      ...(spec.ifMatch && { ifMatch: 1 }),
    })
    return status
  }
  test.for(Object.keys(all))(
    '%s: 401 without a session, 403 without the right, 400 for what no form sends',
    async (key) => {
      expect(await ask(undefined, key)).toBe(401)
      expect(await ask(administration, key)).toBe(403)
      if (key in bodies) expect(await ask(anna, key, { nobody: 'asked' })).toBe(400)
    },
  )
  test.for(Object.keys(all).filter((key) => all[key]!.path.includes(':id')))(
    '%s: 404 for another Kreis',
    async (key) => {
      expect(await ask(stranger, key)).toBe(404)
    },
  )
})

function prefixed(endpoints: typeof reconstructionEndpoints) {
  // Of an own case: asked below.
  const { offered: _, offer: _offer, checkOffer: _check, proposals: _proposed, ...rest } = endpoints
  return Object.fromEntries(Object.entries(rest).map(([key, spec]) => [`r.${key}`, spec]))
}

describe('a theme', () => {
  test('begins where the district says, tells its evidence without a person, and keeps its history', async () => {
    const ids = [
      await aBarrierRow(house, house.a, { kind: 'interface', daysLost: 'upTo90' }),
      await aBarrierRow(house, house.a, { source: 'interview', regionId: region }),
    ]
    const theme = await aTheme({ barrierIds: ids, purposes: ['rechtskreise'], traits: ['ofPrinciple'] })
    expect(theme).toMatchObject({
      state: { key: 'erkannt', label: 'Aus Fällen erkannt', stage: 'preparing' },
      traits: ['ofPrinciple'],
      purposes: [{ key: 'rechtskreise' }],
      evidence: { barriers: 2, cases: null, interviews: 1, from: '2026-07-01', to: '2026-09-30' },
      can: ['change', 'move'],
    })
    expect(theme.evidence.regions).toHaveLength(1)
    expect(theme.steps).toMatchObject([{ label: null, from: null, to: 'Aus Fällen erkannt' }])
    const seen = await manager.client.call(themeEndpoints.read, { params: { id: theme.id } })
    expect(seen.body).toMatchObject({ can: [], title: 'Kursplätze' })
    const dropped = { params: { id: theme.id, barrierId: ids[0]! } }
    expect((await anna.client.call(themeEndpoints.dropBarrier, dropped)).status).toBe(204)
    expect((await anna.client.call(themeEndpoints.dropBarrier, dropped)).status).toBe(404)
    const again = { params: { id: theme.id }, body: { barrierIds: ids } }
    expect((await anna.client.call(themeEndpoints.addBarriers, again)).body.evidence.barriers).toBe(2)
  })

  test('a barrier says that it stands in a theme, and is looked at again when no theme rests on it', async () => {
    const [barrier, merged] = [await aBarrierRow(house, house.a), await aBarrierRow(house, house.a)]
    const stateOf = async (id: string) =>
      (
        await house.system(house.a, (tx) =>
          tx.selectFrom('barrier').select('state').where('id', '=', id).executeTakeFirstOrThrow(),
        )
      ).state
    const body = { barrierIds: [barrier] }
    const first = { params: { id: await aThemeRow(house, anna) }, body }
    const second = { params: { id: await aThemeRow(house, anna) }, body }
    for (const theme of [first, second, first])
      expect((await anna.client.call(themeEndpoints.addBarriers, theme)).status).toBe(200)
    expect(await stateOf(barrier)).toBe('inTheme')
    const drop = (from: typeof first) =>
      anna.client.call(themeEndpoints.dropBarrier, { params: { ...from.params, barrierId: barrier } })
    await drop(first)
    expect(await stateOf(barrier), 'the other theme still rests on it').toBe('inTheme')
    await drop(second)
    expect(await stateOf(barrier)).toBe('reviewing')
    const steps = await house.system(house.a, (tx) =>
      tx
        .selectFrom('barrier_step')
        .select('to_state')
        .where('barrier_id', '=', barrier)
        .orderBy('id')
        .execute(),
    )
    expect(steps.map((step) => step.to_state)).toEqual(['inTheme', 'reviewing'])
    await house.system(house.a, (tx) =>
      tx
        .updateTable('barrier')
        .set({ state: 'merged', merged_into: barrier })
        .where('id', '=', merged)
        .execute(),
    )
    const refused = await anna.client.call(themeEndpoints.addBarriers, {
      ...first,
      body: { barrierIds: [merged] },
    })
    expect([refused.status, refused.problem.code]).toEqual([409, 'barrierMergedAlready'])
  })

  test('refuses what is not there, all at once', async () => {
    const body = {
      title: 'x',
      regionId: crypto.randomUUID(),
      exampleKey: 'nichts',
      purposes: ['nichts'],
      ownerId: manager.id,
      barrierIds: [await aBarrierRow(house, house.b)],
      targetGroupView: { ...view, on: '2027-01-01' },
    }
    const answer = await anna.client.call(themeEndpoints.create, { body })
    expect(answer.status).toBe(400)
    expect(fieldsOf(answer)).toEqual([
      'regionId',
      'exampleKey',
      'purposes',
      'ownerId',
      'barrierIds',
      'targetGroupView.on',
    ])
  })

  test('is changed with its version; a stale one is shown what stands there now', async () => {
    const theme = await aTheme()
    const change = (body: object, ifMatch = theme.version) =>
      lead.client.call(themeEndpoints.change, { params: { id: theme.id }, ifMatch, body })
    const changed = await change({
      regionId: null,
      goal: 'Jede wartet höchstens vier Wochen',
      targetGroupView: null,
    })
    expect(changed.body).toMatchObject({
      region: null,
      traits: ['kreisWide'],
      targetGroupView: null,
      version: 2,
    })
    const stale = await change({ title: 'anders' })
    expect([stale.status, stale.problem.current]).toMatchObject([
      412,
      { goal: 'Jede wartet höchstens vier Wochen' },
    ])
  })

  test('Warendorf: regional project group, paper, work and effect; the steering group is not asked', async () => {
    const committeeId = await committeeOf('projectGroup')
    const end = await walk(
      await aTheme(),
      ['aufbereiten'],
      ['an-projektgruppe', { committeeId }],
      ['papier', { solution: 'Schnittstellenpapier Kursträger' }],
      ['umsetzen'],
      ['wirkung-pruefen', { effect: 'partly' }],
    )
    expect(end).toMatchObject({
      state: { stage: 'checked' },
      effect: 'partly',
      committee: { id: committeeId },
    })
    expect(end.steps.map((step) => step.decidedBy).every((by) => by === null)).toBe(true)
    const steered = await move(await walk(await aTheme(), ['aufbereiten']), 'an-lenkungsgruppe')
    expect([steered.status, steered.problem.code]).toEqual([409, 'themeNeedsTrait'])
  })

  test('Warendorf: what concerns the whole Kreis goes through the steering group first', async () => {
    const theme = await walk(await aTheme({ regionId: null }), ['aufbereiten'])
    expect((await move(theme, 'an-projektgruppe')).problem.code).toBe('themeMatterForCommittee')
    expect(theme.moves.find((one) => one.key === 'an-projektgruppe')?.blocked).toMatch(/Lenkungsgruppe/)
    const steered = await walk(theme, ['an-lenkungsgruppe'])
    expect(fieldsOf(await move(steered, 'auftrag', { decidedOn: '2099-01-01' }))).toEqual(['decidedOn'])
    const worked = await walk(
      steered,
      ['auftrag', { decidedOn: '2026-11-18' }],
      ['papier', { solution: 'Papier' }],
      ['umsetzen'],
    )
    expect(worked.steps.map((step) => step.decidedBy).filter(Boolean)).toEqual(['steeringGroup'])
  })

  test('nothing is presented without evidence, view of the target group and the organisations it names', async () => {
    const theme = await walk(await aTheme({ targetGroupView: null }, 1), ['aufbereiten'])
    const params = { id: theme.id, organisationId: organisation }
    const named = await anna.client.call(themeEndpoints.nameOrganisation, {
      params: { id: theme.id },
      body: { organisationId: organisation },
    })
    const refused = await move(named.body, 'an-projektgruppe')
    expect([refused.status, fieldsOf(refused)]).toEqual([
      400,
      ['singleReason', 'targetGroupView', 'organisationsAsked', 'committeeId'],
    ])
    const ask = (ifMatch: number, body: object) =>
      anna.client.call(themeEndpoints.askOrganisation, {
        params,
        ifMatch,
        body: body as { state: 'asked'; on: string },
      })
    expect((await ask(1, { state: 'asked', on: '2026-11-15' })).status).toBe(200)
    expect((await ask(1, { state: 'answered', on: '2026-11-20', answer: 'Ja' })).status).toBe(412)
    expect(fieldsOf(await ask(2, { state: 'answered', on: '2026-11-20' }))).toEqual(['answer'])
    expect((await anna.client.call(themeEndpoints.dropOrganisation, { params })).problem.code).toBe(
      'themeOrganisationAsked',
    )
    const answered = await ask(2, { state: 'answered', on: '2026-11-20', answer: 'Wir sehen es auch so.' })
    const notYet = { state: 'notYet' as const, words: 'Die Gruppe trifft sich erst im Dezember.' }
    const ready = await anna.client.call(themeEndpoints.change, {
      params: { id: theme.id },
      ifMatch: answered.body.version,
      body: { targetGroupView: notYet },
    })
    const said = { committeeId: await committeeOf('projectGroup'), singleReason: 'Ein Kind ohne Schule' }
    expect((await move(ready.body, 'an-projektgruppe', said)).status).toBe(200)
  })

  test('is deferred with a day and comes back; is reported to the Land; ends with a reason', async () => {
    const theme = await aTheme()
    expect(fieldsOf(await move(theme, 'zurueckstellen'))).toEqual(['reason', 'resubmitOn'])
    const later = await walk(theme, ['zurueckstellen', { reason: 'Haushalt', resubmitOn: '2027-03-01' }])
    expect(later).toMatchObject({ state: { stage: 'deferred' }, resubmitOn: '2027-03-01' })
    const back = await walk(later, ['wieder-vorlegen'])
    expect(back).toMatchObject({ state: { key: 'erkannt' }, resubmitOn: null })
    expect((await walk(back, ['an-land-melden', { reason: 'Landesrecht' }])).state.stage).toBe('reported')
    expect((await move(back, 'erfunden')).status).toBe(412)
  })

  test('is found, filtered, sorted and paged without gaps; the board counts each state', async () => {
    await Promise.all(
      ['Alpha 100%', 'Beta 100%', 'Gamma 100%'].map((title) =>
        aTheme({ title, purposes: ['regelangebote'] }, 0),
      ),
    )
    const found: string[] = []
    let after: string | undefined
    do {
      const query = {
        search: '100%',
        purpose: 'regelangebote',
        sort: 'title' as const,
        limit: 2,
        ...(after && { after }),
      }
      const { body } = await manager.client.call(themeEndpoints.list, { query })
      found.push(...body.rows.map((row) => row.title))
      after = body.next
    } while (after !== undefined)
    expect(found).toEqual(['Alpha 100%', 'Beta 100%', 'Gamma 100%'])
    for (const sort of ['changed', 'evidence'] as const) {
      const one = await manager.client.call(themeEndpoints.list, { query: { sort, limit: 1 } })
      const two = await manager.client.call(themeEndpoints.list, {
        query: { sort, limit: 1, after: one.body.next! },
      })
      expect(two.body.rows[0]!.id).not.toBe(one.body.rows[0]!.id)
    }
    const board = await manager.client.call(themeEndpoints.board)
    expect(board.body.columns.find((column) => column.state.key === 'erkannt')!.total).toBeGreaterThan(2)
    expect(board.body.can).toEqual([])
  })
})

describe('a reconstruction', () => {
  const params = (id: string) => ({ params: { id } })
  const station = {
    title: 'Antrag beim Jobcenter',
    month: 1,
    actors: 'Jobcenter',
    waitingWeeks: 6,
    marks: ['waiting' as const],
  }

  test('is worked on, draws both chains, ends in a theme and is printed as PDF/UA', async () => {
    const { body: begun } = await anna.client.call(reconstructionEndpoints.create, {
      body: { title: 'Fall B' },
    })
    const early = {
      ...params(begun.id),
      ifMatch: 1,
      body: { result: 'noStructuralCause' as const, words: 'x' },
    }
    expect(fieldsOf(await anna.client.call(reconstructionEndpoints.end, early))).toEqual(['result'])
    const change = (ifMatch: number, body: object) =>
      anna.client.call(reconstructionEndpoints.change, { ...params(begun.id), ifMatch, body })
    const dated = await change(1, { stations: [station, { title: 'Termin am 3.4.2026' }] })
    expect(fieldsOf(dated)).toEqual(['stations.1.title'])
    const [other, barrier] = [await aReconstructionRow(house, house.a), await aBarrierRow(house, house.a)]
    const worked = await change(1, {
      stations: [station, { title: 'Kurs', legalDomains: ['languageCourses'] }],
      hypothesis: 'Kurs und Kita sind nicht abgestimmt.',
      comparisons: [{ label: 'Fall C', alike: 'same', reconstructionId: other, barrierId: barrier }],
      targetChain: [{ label: 'Antrag beim Jobcenter', organisation: 'Jobcenter', waitingWeeks: 1 }],
      stepsDone: [2, 1, 2],
    })
    expect(worked.body).toMatchObject({ stepsDone: [1, 2], version: 2, can: ['change', 'end'] })
    expect(worked.body.chains.differences).toContain('Entfällt: Kurs.')
    const beside = { steps: 1, organisations: 1, waitingWeeks: 6, breaks: 1 }
    expect(worked.body.comparisons).toMatchObject([{ figures: beside, barrier: { daysLost: 'upTo30' } }])
    expect((await change(1, {})).status).toBe(412)
    const theme = await aTheme()
    const end = (body: object) =>
      lead.client.call(reconstructionEndpoints.end, {
        ...params(begun.id),
        ifMatch: 2,
        body: { result: 'theme', words: 'Drei Fälle gleich', ...body } as { result: 'theme'; words: string },
      })
    expect(fieldsOf(await end({}))).toEqual(['themeId'])
    expect(fieldsOf(await end({ themeId: await aThemeRow(house, stranger) }))).toEqual(['themeId'])
    expect((await end({ themeId: theme.id })).body).toMatchObject({ state: 'done', theme: { id: theme.id } })
    const told = await manager.client.call(themeEndpoints.read, params(theme.id))
    expect(told.body.reconstructions).toMatchObject([{ id: begun.id, title: 'Fall B' }])
    const pdf = await manager.client.call(reconstructionEndpoints.protocol, params(begun.id))
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.headers['content-disposition']).toContain('Fallrekonstruktion-')
    const open = await anna.client.call(reconstructionEndpoints.reopen, { ...params(begun.id), ifMatch: 3 })
    expect(open.body).toMatchObject({ state: 'running', result: null, theme: null })
  })

  test('an offered one is taken or not, with words for who offered it', async () => {
    const [first, second] = [
      await aReconstructionRow(house, house.a, 'offered'),
      await aReconstructionRow(house, house.a, 'offered'),
    ]
    await manager.tx((tx) =>
      tx.insertInto('reconstruction_offer').values({ reconstruction_id: second }).execute(),
    )
    const taken = await anna.client.call(reconstructionEndpoints.take, { ...params(first), ifMatch: 1 })
    expect(taken.body).toMatchObject({ state: 'running', moderator: 'Kim Muster' })
    const again = await anna.client.call(reconstructionEndpoints.take, { ...params(first), ifMatch: 2 })
    expect(again.problem.code).toBe('reconstructionNotOffered')
    const no = { ...params(second), ifMatch: 1, body: { words: 'Schon besprochen' } }
    expect((await anna.client.call(reconstructionEndpoints.decline, no)).body.state).toBe('declined')
    const { body } = await manager.client.call(reconstructionEndpoints.offered)
    expect(body.rows).toMatchObject([{ id: second, state: 'declined', words: 'Schon besprochen' }])
    const list = await manager.client.call(reconstructionEndpoints.list, { query: { limit: 1 } })
    const rest = await manager.client.call(reconstructionEndpoints.list, {
      query: { after: list.body.next! },
    })
    expect(rest.body.rows.map((row) => row.id)).not.toContain(list.body.rows[0]!.id)
  })

  test('an own case is offered: texts pass the gate, and nothing leads back to the case', async () => {
    const own = { familyName: 'Haddadin', phone: '0281 998877' }
    const file = await aCase({ responsible: manager, ...own })
    const story = { ...station, happened: 'Niemand wusste, wer zuständig ist.' }
    const told = { title: 'Frau sucht Arbeit', situation: 'Eine Frau mit Ausbildung.', stations: [story] }
    const offer = (body: object = {}, who = manager) =>
      who.client.raw('POST', `/api/cases/${file.id}/reconstructions`, {
        body: { ...told, consent: true, ...body },
      })
    const alone = await offer()
    expect([alone.status, alone.problem.code]).toEqual([409, 'gateTooFewCases'])
    await enoughCases(house, manager)

    const colleague = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    const propose = (who: TestUser) => who.client.call(reconstructionEndpoints.proposals, params(file.id))
    expect([(await propose(manager)).body.rows, (await propose(colleague)).status]).toEqual([[], 404])
    await aCourse(house, file.id, manager)
    const known = (await propose(manager)).body
    expect(known.rows.map((one) => [one.title, one.durationWeeks, one.waitingWeeks])).toEqual(courseStations)
    expect(JSON.stringify(known)).not.toMatch(/Haddadin|Frau|2026-|"more":true/)
    expect((await offer({}, anna)).status).toBe(403)
    expect((await offer({}, colleague)).status).toBe(404)
    const foreign = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
    expect((await offer({}, foreign)).status).toBe(404)
    const check = (body: typeof told, who = manager) =>
      who.client.call(reconstructionEndpoints.checkOffer, { ...params(file.id), body })
    expect([(await check(told, anna)).status, (await check(told, colleague)).status]).toEqual([403, 404])
    const path = `/api/cases/${file.id}/reconstruction`
    const nobody = (door: string, body: object) => house.anonymous.raw('POST', path + door, { body })
    expect((await nobody('s', { ...told, consent: true })).status).toBe(401)
    expect((await nobody('-checks', told)).status).toBe(401)
    expect(fieldsOf(await offer({ consent: false }))).toEqual(['consent'])
    const dated = [{ ...story, happened: 'Bescheid am 3.4.2026' }]
    expect((await offer({ stations: dated })).problem.fields).toMatchObject([
      { path: 'stations.0.happened', code: 'reconstructionWithDates' },
    ])
    const names = { ...told, stations: [{ ...story, happened: 'Haddadin rief 0281/998877 an.' }] }
    const checked = (await check(names)).body
    expect(checked.ready).toBe(false)
    expect(checked.marks.map(({ field, text }) => [field, text])).toEqual([
      ['stations.0.happened', 'Haddadin'],
      ['stations.0.happened', '0281/998877'],
    ])
    expect((await offer({ ...names, accepted: ['Haddadin', '0281/998877'] })).problem.fields).toMatchObject([
      { path: 'stations.0.happened', code: 'gateTextNotClean' },
    ])

    const offered = await offer()
    expect([offered.status, offered.body]).toMatchObject([201, { title: told.title, state: 'offered' }])
    const { id } = offered.body as { id: string }
    expect(id[14], 'a random id tells no time').toBe('4')
    const [row, trail] = await house.system(house.a, async (tx) => [
      await tx.selectFrom('reconstruction').selectAll().where('id', '=', id).executeTakeFirst(),
      await tx
        .selectFrom('audit_event')
        .selectAll()
        .where('action', 'like', 'reconstruction.offer%')
        .execute(),
    ])
    expect(JSON.stringify(row)).not.toContain(file.id)
    expect(JSON.stringify(row)).not.toContain(manager.id)
    expect(trail.map((one) => [one.action, one.case_id])).toContainEqual(['reconstruction.offered', file.id])
    expect(JSON.stringify(trail)).not.toMatch(new RegExp(`${id}|Frau sucht`))
    const seen = await anna.client.call(reconstructionEndpoints.read, params(id))
    expect(seen.body).toMatchObject({ origin: 'offered', moderator: null, can: ['take', 'decline'] })
    const mine = async (who: TestUser) => (await who.client.call(reconstructionEndpoints.offered)).body.rows
    expect((await mine(manager)).map((one) => one.id)).toContain(id)
    expect(await mine(colleague)).toEqual([])
    const closure = { body: { reason: 'goalsReached', goals: 'fully' } }
    expect((await manager.client.raw('POST', `/api/cases/${file.id}/closure`, closure)).status).toBeLessThan(
      300,
    )
    expect((await offer()).problem.code).toBe('caseClosed')
  })
})
