import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aGivenConsent } from '../../../testing/a-consent.ts'
import { aProblem, aReport, aReportedProblem, enoughCases, words } from '../../../testing/a-problem.ts'
import { aGoal, aStep } from '../../../testing/a-plan.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { structureEndpoints } from '../../structure/index.ts'
import { ProblemOrigin } from '../contract/codes.ts'
import { gateEndpoints, impulseEndpoints, problemEndpoints } from '../contract/endpoints.ts'

const house = await openHouse()
afterAll(() => house.close())
let anna: TestUser
let colleague: TestUser
let stranger: TestUser
let overseer: TestUser
let partner: TestUser
let officer: TestUser
let administration: TestUser
let file: TestCase

beforeAll(async () => {
  await aCatalogue(house, house.a)
  await aCatalogue(house, house.b)
  anna = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  colleague = await house.user(house.a, { roles: [{ role: 'caseManager' }], organisation: house.a.welfare })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }, { role: 'coordinator' }] })
  overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  partner = await house.user(house.a, {
    roles: [{ role: 'partner' }],
    organisation: house.a.town,
    unit: house.a.socialOfficeOfTown,
  })
  officer = await house.user(house.a, { roles: [{ role: 'immigrationOfficer' }] })
  administration = await house.user(house.a, { roles: [{ role: 'administration' }] })
  await arrange.oversight(house, overseer, anna)
  await enoughCases(house, anna)
  file = await aCase({
    responsible: anna,
    familyName: 'Yıldırım',
    givenName: 'Şükran',
    birthDate: '1990-03-07',
    phone: '0281 123456',
  })
})

const all = { ...problemEndpoints, ...gateEndpoints }
type Key = keyof typeof all
const bodies: Partial<Record<Key, object>> = {
  record: { kind: 'gap' },
  change: { title: 'Anders' },
  level: { level: 2, reason: 'helpNotEnough' },
  state: { state: 'solved' },
  arrange: { organisationId: newId(), consentId: newId() },
  endArrangement: { outcome: 'failed' },
  call: {},
  answer: { answer: 'report' },
  checkPreparation: { situation: 'Text' },
  prepare: { situation: 'Text' },
  preview: words,
  report: { ...words, fingerprint: 'x' },
  checkText: { content: 'Text' },
  add: { content: 'Text' },
  reply: { content: 'Text' },
}
const keys = (Object.keys(all) as Key[]).filter((key) => key !== 'called')

async function ask(who: TestUser | undefined, key: Key, body?: object): Promise<number> {
  const spec = all[key]
  const target = spec.path.startsWith('/api/cases/') ? file.id : (await aProblem(anna, file)).id
  const path = spec.path.replace(':id', target).replace(/:\w+/, newId())
  const { status } = await (who?.client ?? house.anonymous).raw(spec.method, path, {
    ...(spec.method === 'GET' ? {} : { body: body ?? bodies[key] ?? {} }),
    ...('ifMatch' in spec ? { ifMatch: 1 } : {}),
  })
  return status
}

describe('every route of the case side', () => {
  test.for(keys)('%s: 401 without a session, 403 without the right, 404 for others', async (key) => {
    expect(await ask(undefined, key)).toBe(401)
    expect(await ask(administration, key)).toBe(403)
    expect(await ask(key === 'answer' ? overseer : colleague, key)).toBe(404)
    expect(await ask(stranger, key)).toBe(404)
  })
  test.for(keys.filter((key) => key in bodies))('%s: 400 for what no form sends', async (key) => {
    expect(await ask(key === 'answer' ? overseer : anna, key, { nobody: 'asked' })).toBe(400)
  })
})

describe('the four constellations of Warendorf', () => {
  test('1: two clicks, it stays in the case and is only counted', async () => {
    const view = await aProblem(anna, file)
    expect(view).toMatchObject({
      level: 1,
      state: 'open',
      reportedOn: null,
      barrier: null,
      text: { title: 'Lücke im Angebot' },
    })
    const params = { id: view.id }
    const { body } = await anna.client.call(problemEndpoints.state, {
      params,
      ifMatch: 1,
      body: { state: 'solved' },
    })
    expect(body).toMatchObject({
      state: 'solved',
      can: expect.arrayContaining(['reopen', 'report']) as unknown,
    })
    const call = await anna.client.call(problemEndpoints.call, { params, ifMatch: 2, body: {} })
    expect(call.problem.code).toBe('problemEnded')
    expect((await overseer.client.call(structureEndpoints.list)).body.rows).toEqual([])
  })

  test('2: with a partner, by name and with consent; where that fails the coordinator is called in, without words', async () => {
    const { id } = await aProblem(anna, file, {
      level: 2,
      description: 'Vertrauliche Worte',
      organisationIds: [house.a.town],
    })
    const params = { id }
    const consent = await aGivenConsent(anna, file)
    const office = { organisationId: house.a.town, unitId: house.a.socialOfficeOfTown }
    const wrong = await anna.client.call(problemEndpoints.arrange, {
      params,
      body: { ...office, organisationId: house.a.welfare, consentId: consent.id },
    })
    expect(wrong.problem.fields?.map(({ code }) => code)).toEqual(['problemConsentUnfit'])
    const { body: arranged } = await anna.client.call(problemEndpoints.arrange, {
      params,
      body: { ...office, consentId: consent.id, note: 'Termin' },
    })
    const early = await anna.client.call(problemEndpoints.call, {
      params,
      ifMatch: arranged.version,
      body: {},
    })
    expect(early.problem.code).toBe('coordinatorNotYet')
    const ending = {
      params: { id, arrangementId: arranged.arrangements[0]!.id },
      ifMatch: 1,
      body: { outcome: 'failed' as const },
    }
    const { body: failed } = await anna.client.call(problemEndpoints.endArrangement, ending)
    expect((await overseer.client.call(problemEndpoints.called)).body.rows).toEqual([])
    const { body: called } = await anna.client.call(problemEndpoints.call, {
      params,
      ifMatch: failed.version,
      body: {},
    })
    expect(called.coordinatorCalledOn).not.toBeNull()

    const { body: seen } = await overseer.client.call(problemEndpoints.called)
    expect(seen.rows.map(({ problem }) => problem.id)).toEqual([id])
    expect(JSON.stringify(seen)).not.toContain('Vertrauliche Worte')
    expect(seen.rows[0]!.problem).toMatchObject({ text: null, can: ['answer', 'prepare'] })
    const answer = { params, body: { answer: 'takesUp' as const, note: 'Ich rufe die Leitung an' } }
    expect((await overseer.client.call(problemEndpoints.answer, answer)).status).toBe(201)
    const prepare = (who: TestUser, ifMatch: number, situation: string) =>
      who.client.call(problemEndpoints.prepare, { params, ifMatch, body: { situation } })
    expect((await prepare(anna, 0, 'Frau Yıldırım wartet')).problem.code).toBe('gateTextNotClean')
    const check = { params, body: { situation: 'Frau Yıldırım wartet' } }
    const { body: checked } = await anna.client.call(problemEndpoints.checkPreparation, check)
    expect(checked).toMatchObject({ ready: false, marks: [{ field: 'situation', severity: 'stop' }] })
    expect((await prepare(anna, 0, 'Drei Stellen warten aufeinander')).status).toBe(200)
    expect((await prepare(overseer, 0, 'Zu spät')).status).toBe(412)
    const { body: joint } = await prepare(overseer, 1, 'Drei Stellen warten aufeinander, keine beginnt')
    expect(joint).toMatchObject({ text: null, preparation: { version: 2, question: null } })
    expect((await overseer.client.call(problemEndpoints.called)).body.rows[0]!.answered).toBe(true)
    const { body: list } = await anna.client.call(problemEndpoints.list, { params: { id: file.id } })
    const steps = list.rows.find((row) => row.id === id)!.steps
    expect(steps.at(-1)).toMatchObject({
      kind: 'coordinatorAnswered',
      to: 'takesUp',
      note: 'Ich rufe die Leitung an',
    })
  })

  test('3 and 4: each change dated with its reason; then the gate', async () => {
    const { id } = await aProblem(anna, file)
    const move = (ifMatch: number, level: 2 | 3 | 4, reason: 'arrangementFailed' | 'needsPrinciple') =>
      anna.client.call(problemEndpoints.level, { params: { id }, ifMatch, body: { level, reason } })
    expect((await move(1, 3, 'arrangementFailed')).problem.code).toBe('problemNoFailedArrangement')
    expect((await move(1, 4, 'needsPrinciple')).body.steps.at(-1)).toMatchObject({
      from: '1',
      to: '4',
      reason: 'needsPrinciple',
    })
    expect((await move(1, 2, 'needsPrinciple')).status).toBe(412)
    expect((await aReport(anna, id)).barrier).toMatchObject({ state: 'new', title: words.title })
    const { body } = await overseer.client.call(structureEndpoints.list)
    expect(
      (await overseer.client.call(structureEndpoints.read, { params: { id: body.rows[0]!.id } })).body.level,
    ).toBe(4)
  })
})

describe('the gate', () => {
  const preview = async (wish: object, problem?: string) => {
    const id = problem ?? (await aProblem(anna, file)).id
    return anna.client.call(gateEndpoints.preview, { params: { id }, body: { ...words, ...wish } })
  }
  test.for([
    ['a name', 'Şükran kommt nicht weiter', 'ownName'],
    ['a name otherwise written', 'Die YILDIRIM wartet', 'ownName'],
    ['a telephone number', 'Anruf unter 0281/12 34 56', 'number'],
    ['a date of birth', 'geboren 7.3.1990', 'birth'],
    ['an official', 'Sachbearbeiterin Krause lehnt ab', 'official'],
  ] as const)('stops %s', async ([, description, kind]) => {
    const { id } = await aProblem(anna, file)
    const { body } = await preview({ description }, id)
    expect(body).toMatchObject({
      ready: false,
      marks: expect.arrayContaining([expect.objectContaining({ kind, severity: 'stop' })]) as unknown,
    })
    const accepted = body.marks.map(({ text }) => text)
    const sent = { ...words, description, accepted, fingerprint: body.fingerprint }
    const answer = await anna.client.call(gateEndpoints.report, { params: { id }, body: sent })
    expect(answer).toMatchObject({ status: 400, problem: { code: 'gateTextNotClean' } })
  })

  test('stops a rare nationality in a small town, in the text until somebody confirms it, as an attribute always', async () => {
    const { id } = await aProblem(anna, file)
    await house.system(house.a, (tx) =>
      tx
        .insertInto('person_nationality')
        .values({ id: newId(), person_id: file.personId!, code: '224', valid_from: '2020-01-01' })
        .execute(),
    )
    const { body } = await preview(
      { description: 'eine eritreische Familie', attributes: ['nationality'] },
      id,
    )
    expect(body).toMatchObject({ leaves: null, refusal: 'gateAttributesTooRare', ready: false })
    expect(body.attributes).toContainEqual({ kind: 'nationality', value: '224' })
    const text = (await preview({ description: 'eine eritreische Familie' }, id)).body
    expect(text).toMatchObject({
      refusal: null,
      ready: false,
      marks: [{ text: 'eritreische', severity: 'check' }],
    })
    expect(
      (await preview({ description: 'eine eritreische Familie', accepted: ['eritreische'] }, id)).body.ready,
    ).toBe(true)
  })

  test('leaves exactly what was seen: anything else in between asks again; twice is refused', async () => {
    const { id } = await aProblem(anna, file)
    const { body } = await preview({}, id)
    await anna.client.call(problemEndpoints.change, { params: { id }, ifMatch: 1, body: { daysLost: 20 } })
    const send = (fingerprint: string) =>
      anna.client.call(gateEndpoints.report, { params: { id }, body: { ...words, fingerprint } })
    expect((await send(body.fingerprint)).problem.code).toBe('gateChanged')
    const again = (await preview({}, id)).body
    expect(again.leaves).toMatchObject({ daysLost: 'upTo30', attributes: [] })
    expect((await send(again.fingerprint)).status).toBe(200)
    expect((await send(again.fingerprint)).problem.code).toBe('problemReportedAlready')
  })

  test('later additions and answers pass again; the question is blind in both directions', async () => {
    const reported = await aReportedProblem(anna, file)
    const params = { id: reported.id }
    const asked = await overseer.client.call(structureEndpoints.ask, {
      params: { id: reported.barrier!.id },
      body: { question: 'Seit wann?' },
    })
    expect(asked.status).toBe(201)
    const dirty = await anna.client.call(gateEndpoints.add, { params, body: { content: 'Şükran sagt' } })
    expect(dirty.problem.code).toBe('gateTextNotClean')
    expect(
      (await anna.client.call(gateEndpoints.checkText, { params, body: { content: 'Şükran sagt' } })).body
        .ready,
    ).toBe(false)
    expect(
      (await anna.client.call(gateEndpoints.add, { params, body: { content: 'Auch abends kein Platz' } }))
        .status,
    ).toBe(201)
    const questionId = asked.body.questions[0]!.id
    const reply = () =>
      anna.client.call(gateEndpoints.reply, {
        params: { ...params, questionId },
        body: { content: 'Seit dem Sommer' },
      })
    expect((await reply()).status).toBe(200)
    expect((await reply()).problem.code).toBe('questionAnswered')
    const { body: barrier } = await overseer.client.call(structureEndpoints.read, {
      params: { id: reported.barrier!.id },
    })
    expect(barrier).toMatchObject({
      additions: ['Auch abends kein Platz'],
      questions: [{ answer: 'Seit dem Sommer' }],
    })
    for (const secret of [anna.id, file.id, file.fileNumber, reported.id])
      expect(JSON.stringify(barrier)).not.toContain(secret)
  })

  test('the case manager reads in the case what came of it (R096)', async () => {
    const reported = await aReportedProblem(anna, file)
    const move = { to: 'noAction' as const, reason: 'notOurs' as const, answer: 'An das Land gemeldet' }
    await overseer.client.call(structureEndpoints.move, {
      params: { id: reported.barrier!.id },
      ifMatch: 1,
      body: move,
    })
    const { body } = await anna.client.call(problemEndpoints.list, { params: { id: file.id } })
    expect(body.rows.find(({ id }) => id === reported.id)!.barrier).toMatchObject({
      state: 'noAction',
      answers: [{ kind: 'barrier', state: 'noAction', words: 'An das Land gemeldet' }],
    })
  })
})

test('a step of the plan proposes its life domain, every origin answers, and an unknown one proposes nothing', async () => {
  const goal = await aGoal(anna, file.id, { lifeDomains: ['language'] })
  const step = await aStep(anna, goal.id)
  const proposal = async (origin: ProblemOrigin, originId: string) => {
    const query = { origin, originId }
    const answer = await anna.client.call(problemEndpoints.options, { params: { id: file.id }, query })
    expect(answer.status, origin).toBe(200)
    return answer.body.proposal
  }
  expect(await proposal('step', step.id)).toMatchObject({ kind: 'obstacle', lifeDomain: 'language' })
  for (const origin of ProblemOrigin.options) {
    expect((await proposal(origin, newId()))?.lifeDomain ?? null, origin).toBeNull()
  }
})

test('a referral that came to nothing proposes the barrier: the ledger of unmet need', async () => {
  const params = { id: file.id }
  const query = { origin: 'referral' as const, originId: newId() }
  expect((await anna.client.call(problemEndpoints.options, { params, query })).body.proposal).toBeNull()
  const referral = newId()
  await house.system(house.a, (tx) =>
    tx
      .insertInto('referral')
      .values({
        id: referral,
        case_id: file.id,
        person_id: file.personId!,
        organisation_id: house.a.welfare,
        life_domains: ['language'],
        state_on: '2026-11-02',
        created_by: anna.id,
      })
      .execute(),
  )
  const { body } = await anna.client.call(problemEndpoints.options, {
    params,
    query: { ...query, originId: referral },
  })
  const gap = { kind: 'gap', lifeDomain: 'language', organisationIds: [house.a.welfare] }
  expect(body.proposal).toMatchObject(gap)
  const consent_id = (await aGivenConsent(anna, file)).id
  const of = { case_id: file.id, person_id: file.personId!, organisation_id: house.a.welfare, consent_id }
  const days = {
    state_on: '2026-11-02',
    sent_on: '2026-11-02',
    remind_on: '2026-11-05',
    return_on: '2026-11-09',
  }
  for (const [reason, unmet] of [
    ['noCapacity', 'noPlace'],
    ['outsideCriteria', 'eligibility'],
    ['noLanguage', 'language'],
    ['tooFar', 'distance'],
    ['tooExpensive', 'cost'],
    ['waitingTooLong', 'waiting'],
    [null, 'waiting'],
  ] as const) {
    const id = newId()
    const end = { state: reason === null ? 'sent' : 'declined', reason, ended_on: reason && '2026-11-08' }
    const what = { purpose: 'counselling', data_categories: ['identity'], created_by: anna.id }
    const row = { id, ...of, ...days, ...end, ...what }
    await house.system(house.a, (tx) => tx.insertInto('referral').values(row).execute())
    const again = { params, query: { ...query, originId: id } }
    expect((await anna.client.call(problemEndpoints.options, again)).body.proposal?.unmet).toBe(unmet)
  }
  expect((await aProblem(anna, file, { origin: 'referral', originId: referral })).origin).toBe('referral')
  const other = await anna.client.call(problemEndpoints.record, {
    params,
    body: { kind: 'gap', origin: 'referral', originId: newId() },
  })
  expect(other.problem.fields?.map(({ code }) => code)).toEqual(['problemOriginUnknown'])
})

test('fields: all wrong ones at once', async () => {
  const body = {
    kind: 'gap' as const,
    lifeDomain: 'nowhere',
    organisationIds: [newId()],
    municipalityId: newId(),
    noticedOn: '2027-01-01',
    since: '2027-02-01',
  }
  const answer = await anna.client.call(problemEndpoints.record, { params: { id: file.id }, body })
  expect(answer.problem.fields?.map(({ path }) => path)).toEqual([
    'noticedOn',
    'since',
    'lifeDomain',
    'municipalityId',
    'organisationIds',
  ])
})

describe('impulses without a case (R168)', () => {
  const wish = {
    source: 'immigrationHint' as const,
    kind: 'interface' as const,
    title: 'Termine werden doppelt vergeben',
    municipalityId: null,
  }
  const give = async (who: TestUser, over: object = {}) => {
    const body = { ...wish, ...over }
    const { body: seen } = await who.client.call(impulseEndpoints.preview, { body })
    return who.client.call(impulseEndpoints.give, { body: { ...body, fingerprint: seen.fingerprint ?? '' } })
  }
  test('B3 and partners give one, read what came of it, and nobody else learns who gave it', async () => {
    for (const who of [officer, partner]) {
      const { status, body } = await give(who)
      expect(status).toBe(201)
      expect((await who.client.call(impulseEndpoints.list)).body.rows.map(({ id }) => id)).toEqual([body.id])
      expect((await who.client.call(structureEndpoints.list)).status).toBe(403)
      const params = { id: body.barrier.id }
      const asked = await overseer.client.call(structureEndpoints.ask, { params, body: { question: 'Wo?' } })
      expect(JSON.stringify(asked.body)).not.toContain(who.id)
      const reply = {
        params: { id: body.id, questionId: asked.body.questions[0]!.id },
        body: { content: 'Im Kreishaus' },
      }
      expect((await anna.client.call(impulseEndpoints.reply, reply)).status).toBe(404)
      expect((await who.client.call(impulseEndpoints.reply, reply)).body.barrier.questions[0]!.answer).toBe(
        'Im Kreishaus',
      )
    }
    expect((await anna.client.call(impulseEndpoints.list)).body.rows).toEqual([])
  })
  test('the same gate: names stop, too few cases stop; 401, 403, 400', async () => {
    expect((await give(officer, { description: 'Herr Krause vergibt doppelt' })).problem.code).toBe(
      'gateTextNotClean',
    )
    const alone = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
    expect((await give(alone)).problem.code).toBe('gateTooFewCases')
    const status = async (client: TestUser['client'], body: object) =>
      (await client.raw('POST', '/api/impulses/gate', { body })).status
    expect([
      await status(house.anonymous, wish),
      await status(administration.client, wish),
      await status(officer.client, {}),
    ]).toEqual([401, 403, 400])
  })
  test('interviews (R084): the coordination records them, with consent, by the service that held the talk', async () => {
    const body = {
      kind: 'gap' as const,
      title: 'Kein Dolmetscher',
      conductedBy: house.a.welfare,
      guide: 'access' as const,
      consent: true as const,
    }
    const { body: seen } = await overseer.client.call(impulseEndpoints.interviewPreview, { body })
    const { status, body: made } = await overseer.client.call(impulseEndpoints.interview, {
      body: { ...body, fingerprint: seen.fingerprint },
    })
    expect(status).toBe(201)
    const { body: barrier } = await overseer.client.call(structureEndpoints.read, {
      params: { id: made.barrierId },
    })
    expect(barrier).toMatchObject({
      source: 'interview',
      interview: { organisation: { id: house.a.welfare }, guide: 'access' },
    })
    const ask = { params: { id: made.barrierId }, body: { question: 'Wer?' } }
    expect((await overseer.client.call(structureEndpoints.ask, ask)).problem.code).toBe(
      'barrierHasNoReporter',
    )
    expect((await anna.client.raw('POST', '/api/interviews/gate', { body })).status).toBe(403)
    expect(
      (await overseer.client.raw('POST', '/api/interviews/gate', { body: { ...body, consent: false } }))
        .status,
    ).toBe(400)
  })
})

test('every step stands in the log of the case, without words', async () => {
  const { id } = await aReportedProblem(anna, file)
  const log = await house.system(house.a, (tx) =>
    tx.selectFrom('audit_event').selectAll().where('object_id', '=', id).execute(),
  )
  expect(log.every(({ case_id }) => case_id === file.id)).toBe(true)
  expect(JSON.stringify(log)).not.toContain('Sprachkurs')
})
