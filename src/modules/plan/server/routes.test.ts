import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aDraftAgreement, aGoal, aSignedAgreement, aStep } from '../../../testing/a-plan.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import type { EndpointSpec } from '../../../platform/contract/endpoint.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { agreementEndpoints } from '../contract/agreement.ts'
import { planEndpoints } from '../contract/plan.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

const caseManager = (tenant = house.a) =>
  house.user(tenant, { roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: tenant.site }] })
const TODAY = '2026-11-21'

let manager: TestUser
let colleague: TestUser
let stranger: TestUser
let administration: TestUser
let file: TestCase

beforeAll(async () => {
  manager = await caseManager()
  colleague = await caseManager()
  stranger = await caseManager(house.b)
  administration = await house.user(house.a, { roles: [{ role: 'administration' }] })
  file = await aCase({ responsible: manager })
  await house.system(house.a, (tx) =>
    tx
      .insertInto('catalogue_entry')
      .values({ id: newId(), kind: 'lifeDomain', key: 'housing', label: 'Wohnsituation', position: 1 })
      .execute(),
  )
})

const inCase = () => ({ params: { id: file.id } })
const planOf = async (caseId = file.id) =>
  (await manager.client.call(planEndpoints.read, { params: { id: caseId } })).body

describe('goals', () => {
  test('a goal is added in the words of the client and shown in the plan', async () => {
    const { status, body, headers } = await manager.client.call(planEndpoints.addGoal, {
      ...inCase(),
      body: {
        wording: '  Ich möchte eine Wohnung mit Platz für alle.  ',
        clientWording: 'أريد شقة',
        clientLanguage: 'ar',
        indicator: 'Der Mietvertrag ist unterschrieben.',
        lifeDomains: ['housing'],
        personId: file.personId!,
        targetOn: '2027-05-31',
      },
    })
    expect(status).toBe(201)
    expect(headers['etag']).toBe('"1"')
    expect(body).toMatchObject({
      state: 'open',
      stateOn: TODAY,
      setInEpisode: 1,
      lifeDomains: ['housing'],
      text: { wording: 'Ich möchte eine Wohnung mit Platz für alle.', clientLanguage: 'ar' },
    })
    const plan = await planOf()
    expect(plan.goals.map((goal) => goal.id)).toContain(body.id)
    expect(plan).toMatchObject({ can: ['write', 'readTexts'], lifeDomains: [{ label: 'Wohnsituation' }] })
    expect(plan.persons).toMatchObject([{ isMain: true, name: 'Amina Beispiel' }])
  })

  test('all wrong references are named at once', async () => {
    const { status, problem } = await manager.client.call(planEndpoints.addGoal, {
      ...inCase(),
      body: { wording: 'Ziel', lifeDomains: ['zirkus'], personId: newId(), clientLanguage: 'xx' },
    })
    expect(status).toBe(400)
    expect(problem.fields?.map((field) => field.path)).toEqual(['lifeDomains', 'personId', 'clientLanguage'])
  })

  test('BC-26: characters the database refuses are refused before it', async () => {
    for (const body of [{ wording: 'Ziel\u0000' }, { wording: 'Ziel', lifeDomains: ['a\u0000'] }]) {
      expect((await manager.client.call(planEndpoints.addGoal, { ...inCase(), body })).status).toBe(400)
    }
  })

  test('a goal is settled, taken up again and keeps its identity and its history', async () => {
    const goal = await aGoal(manager, file.id)
    const change = (version: number, body: object) =>
      manager.client.call(planEndpoints.changeGoal, { params: { id: goal.id }, ifMatch: version, body })
    expect((await change(1, { state: 'dropped' })).problem.code).toBe('droppedReasonMissing')
    const dropped = await change(1, { state: 'dropped', droppedReason: 'notPossible' })
    expect(dropped.body).toMatchObject({ state: 'dropped', droppedReason: 'notPossible', version: 2 })
    const open = await change(2, { state: 'open', wording: 'Anders' })
    expect(open.body).toMatchObject({
      id: goal.id,
      state: 'open',
      droppedReason: null,
      text: { wording: 'Anders' },
    })
    const history = await manager.tx((tx) =>
      tx
        .selectFrom('goal_state_change')
        .select(['to_state', 'reason'])
        .where('goal_id', '=', goal.id)
        .orderBy('at')
        .execute(),
    )
    expect(history.map((row) => row.to_state)).toEqual(['open', 'dropped', 'open'])
  })

  test('F9: a stale change meets the goal as it is now, a missing If-Match is refused', async () => {
    const goal = await aGoal(manager, file.id)
    const options = { params: { id: goal.id }, body: { indicator: 'Neu' } }
    await manager.client.call(planEndpoints.changeGoal, { ...options, ifMatch: 1 })
    const { status, problem } = await manager.client.call(planEndpoints.changeGoal, {
      ...options,
      ifMatch: 1,
    })
    expect(status).toBe(412)
    expect(problem.current).toMatchObject({ version: 2, text: { indicator: 'Neu' } })
    expect((await manager.client.call(planEndpoints.changeGoal, options)).status).toBe(428)
  })

  test('open goals are put into a new order; an outdated list is refused', async () => {
    const other = await aCase({ responsible: manager })
    const ids = [await aGoal(manager, other.id), await aGoal(manager, other.id)].map((goal) => goal.id)
    const order = (list: string[]) =>
      manager.client.call(planEndpoints.orderGoals, { params: { id: other.id }, body: { ids: list } })
    expect((await order(ids.toReversed())).status).toBe(204)
    expect((await planOf(other.id)).goals.map((goal) => goal.id)).toEqual(ids.toReversed())
    expect((await order(ids.slice(1))).problem.code).toBe('planOrderOutdated')
  })

  test('nothing is added to a closed case', async () => {
    const other = await aCase({ responsible: manager })
    await manager.tx((tx) =>
      tx
        .updateTable('case_file')
        .set({ closed_on: TODAY, closure_reason: 'x' })
        .where('id', '=', other.id)
        .execute(),
    )
    const { status, problem } = await manager.client.call(planEndpoints.addGoal, {
      params: { id: other.id },
      body: { wording: 'Ziel' },
    })
    expect([status, problem.code]).toEqual([409, 'caseClosed'])
    expect((await planOf(other.id)).can).toEqual(['readTexts'])
  })
})

describe('steps', () => {
  test('a step is added, done and taken back', async () => {
    const goal = await aGoal(manager, file.id)
    const step = await aStep(manager, goal.id, {
      responsible: 'authority',
      organisationId: house.a.town,
      who: 'Frau Beispiel',
      dueOn: '2026-12-01',
    })
    expect(step).toMatchObject({ organisation: { name: 'Stadt Musterstadt' }, state: 'open' })
    const set = (version: number, state: 'done' | 'open') =>
      manager.client.call(planEndpoints.changeStep, {
        params: { id: step.id },
        ifMatch: version,
        body: { state },
      })
    expect((await set(1, 'done')).body).toMatchObject({ state: 'done', stateOn: TODAY, version: 2 })
    expect((await set(2, 'open')).body).toMatchObject({ state: 'open', version: 3 })
    expect((await set(2, 'done')).status).toBe(412)
  })

  test('steps are put into a new order', async () => {
    const goal = await aGoal(manager, file.id)
    const ids = [await aStep(manager, goal.id), await aStep(manager, goal.id)].map((step) => step.id)
    const { status } = await manager.client.call(planEndpoints.orderSteps, {
      params: { id: goal.id },
      body: { ids: ids.toReversed() },
    })
    expect(status).toBe(204)
    const shown = (await planOf()).goals.find((one) => one.id === goal.id)!
    expect(shown.steps.map((step) => step.id)).toEqual(ids.toReversed())
  })

  test('an organisation of another district is unknown; a settled goal takes no step', async () => {
    const goal = await aGoal(manager, file.id)
    const add = (body: object) =>
      manager.client.call(planEndpoints.addStep, {
        params: { id: goal.id },
        body: { wording: 'Schritt', responsible: 'partner', ...body },
      })
    expect((await add({ organisationId: house.b.town })).problem.fields?.[0]?.path).toBe('organisationId')
    await manager.client.call(planEndpoints.changeGoal, {
      params: { id: goal.id },
      ifMatch: 1,
      body: { state: 'reached' },
    })
    expect((await add({})).problem.code).toBe('goalNotOpen')
  })
})

describe('agreement', () => {
  const freshCase = async () => {
    const fresh = await aCase({ responsible: manager })
    const goal = await aGoal(manager, fresh.id, { lifeDomains: ['housing'] })
    return { ...fresh, goal }
  }
  const signature = {
    signedOn: TODAY,
    kind: 'screen' as const,
    signatories: [
      { role: 'client' as const, name: 'Amina Beispiel' },
      { role: 'caseManager' as const, name: 'Kim Muster' },
    ],
    readLanguages: ['ar', 'de'],
    mediatorKind: 'none' as const,
  }
  const sign = (agreement: { id: string; version: number }, body: object = {}) =>
    manager.client.call(agreementEndpoints.sign, {
      params: { id: agreement.id },
      ifMatch: agreement.version,
      body: { ...signature, ...body },
    })

  test('is a snapshot: the plan may change, what was agreed does not', async () => {
    const { id, goal } = await freshCase()
    const draft = await aDraftAgreement(manager, id, 'ar')
    expect(draft).toMatchObject({ number: 1, state: 'draft', language: 'ar', can: ['sign', 'print'] })
    const signed = await sign(draft)
    expect(signed.body).toMatchObject({ state: 'signed', signedRoles: ['client', 'caseManager'] })
    await manager.client.call(planEndpoints.changeGoal, {
      params: { id: goal.id },
      ifMatch: 1,
      body: { wording: 'Ich möchte ein Haus.' },
    })
    const { body } = await manager.client.call(agreementEndpoints.read, { params: { id: draft.id } })
    expect(body.content?.goals[0]?.wording).toBe(goal.text!.wording)
    expect((await planOf(id)).changes).toMatchObject({
      signedOn: TODAY,
      changes: [{ kind: 'goalChanged', wording: 'Ich möchte ein Haus.' }],
    })
  })

  test('a new draft replaces a draft at once and a signed version only when it is signed', async () => {
    const { id } = await freshCase()
    const states = async () => (await planOf(id)).agreements.map((one) => [one.number, one.state])
    const first = await aDraftAgreement(manager, id)
    await aDraftAgreement(manager, id)
    expect((await sign(first)).status).toBe(412)
    expect((await sign({ id: first.id, version: 2 })).problem.code).toBe('agreementNotDraft')
    await aSignedAgreement(manager, id)
    const next = await aDraftAgreement(manager, id)
    expect(await states()).toEqual([
      [4, 'draft'],
      [3, 'signed'],
      [2, 'superseded'],
      [1, 'superseded'],
    ])
    await sign(next)
    expect((await states()).slice(0, 2)).toEqual([
      [4, 'signed'],
      [3, 'superseded'],
    ])
  })

  test('needs a goal, the right people and a possible date', async () => {
    const empty = await aCase({ responsible: manager })
    const none = await manager.client.call(agreementEndpoints.draft, {
      params: { id: empty.id },
      body: { language: null },
    })
    expect([none.status, none.problem.code]).toEqual([409, 'planHasNoOpenGoal'])
    const draft = await aDraftAgreement(manager, (await freshCase()).id)
    expect((await sign(draft, { signedOn: '2026-11-22' })).problem.code).toBe('signatureInFuture')
    const { problem } = await sign(draft, { signatories: [{ role: 'client', name: 'Amina' }] })
    expect(problem.code).toBe('signatureCaseManagerMissing')
  })

  test('is ended at any time, without a reason', async () => {
    const agreement = await aSignedAgreement(manager, (await freshCase()).id)
    const { body } = await manager.client.call(agreementEndpoints.end, {
      params: { id: agreement.id },
      ifMatch: agreement.version,
      body: { endedOn: TODAY, endedBy: 'client' },
    })
    expect(body).toMatchObject({ state: 'ended', endedBy: 'client', can: ['scan', 'print'] })
  })

  test('is downloaded as PDF under a name without personal data', async () => {
    const { id, fileNumber } = await freshCase()
    const draft = await aDraftAgreement(manager, id, 'ti')
    const { status, headers, bytes } = await manager.client.call(agreementEndpoints.pdf, {
      params: { id: draft.id },
    })
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/pdf')
    expect(headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${fileNumber}-Vereinbarung-1.pdf`,
    )
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('its fixed texts say whether they have been checked', async () => {
    const texts = async (language: 'de' | 'ti') =>
      (await manager.client.call(agreementEndpoints.texts, { params: { language } })).body
    expect(await texts('de')).toMatchObject({ checked: true, words: { title: 'Integrationsvereinbarung' } })
    expect(await texts('ti')).toMatchObject({ checked: false, lang: 'ti' })
    expect((await manager.client.raw('GET', '/api/agreement-texts/xx')).status).toBe(400)
  })

  test('BC-33: each write and each read leaves exactly one entry, BC-34: without wording', async () => {
    const { id } = await freshCase()
    const agreement = await aSignedAgreement(manager, id)
    await manager.client.call(agreementEndpoints.read, { params: { id: agreement.id } })
    await manager.client.call(agreementEndpoints.pdf, { params: { id: agreement.id } })
    const events = await house.system(house.a, (tx) =>
      tx
        .selectFrom('audit_event')
        .select(['action', 'details'])
        .where('case_id', '=', id)
        .orderBy('at')
        .execute(),
    )
    expect(events.map((event) => event.action)).toEqual([
      'goal.added',
      'agreement.drafted',
      'agreement.signed',
      'agreement.read',
      'agreement.printed',
    ])
    expect(JSON.stringify(events)).not.toContain('Wohnung')
  })
})

describe('every route', () => {
  const end = { endedOn: TODAY, endedBy: 'client' }
  const step = { wording: 'x', responsible: 'client' }
  const signed = {
    signedOn: TODAY,
    kind: 'paper',
    signatories: [{ role: 'client', name: null }],
    readLanguages: ['de'],
    mediatorKind: 'none',
  }
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    const goal = await aGoal(manager, file.id)
    const own = await aStep(manager, goal.id)
    const agreement = await aDraftAgreement(manager, file.id)
    Object.assign(ids, { case: file.id, goal: goal.id, step: own.id, agreement: agreement.id })
  })
  const routes: [
    name: string,
    spec: EndpointSpec,
    target: string,
    body: object | undefined,
    wrong: object,
  ][] = [
    ['read plan', planEndpoints.read, 'case', undefined, {}],
    ['add goal', planEndpoints.addGoal, 'case', { wording: 'x' }, { wording: '', version: 7 }],
    ['order goals', planEndpoints.orderGoals, 'case', { ids: [newId()] }, { ids: 'x' }],
    ['change goal', planEndpoints.changeGoal, 'goal', { wording: 'x' }, { tenant_id: newId() }],
    ['add step', planEndpoints.addStep, 'goal', step, { ...step, created_by: newId() }],
    ['order steps', planEndpoints.orderSteps, 'goal', { ids: [newId()] }, { ids: [] }],
    ['change step', planEndpoints.changeStep, 'step', { wording: 'x' }, { state: 'finished' }],
    ['draft', agreementEndpoints.draft, 'case', { language: null }, { language: 'xx' }],
    ['read agreement', agreementEndpoints.read, 'agreement', undefined, {}],
    ['sign', agreementEndpoints.sign, 'agreement', signed, { ...signed, readLanguages: [] }],
    ['end', agreementEndpoints.end, 'agreement', end, { ...end, endedOn: '31.12.2026' }],
    ['pdf', agreementEndpoints.pdf, 'agreement', undefined, {}],
  ]
  const send = (user: { client: TestUser['client'] }, spec: EndpointSpec, id: string, body?: object) =>
    user.client.raw(spec.method, spec.path.replace(':id', id), {
      ...(body ? { body } : {}),
      ...(spec.ifMatch ? { ifMatch: 1 } : {}),
    })

  test.for(routes)('%s: 401 without a session', async ([, spec, target, body]) => {
    expect((await send({ client: house.anonymous }, spec, ids[target]!, body)).status).toBe(401)
  })
  test.for(routes)('%s: 403 without the right', async ([, spec, target, body]) => {
    expect((await send(administration, spec, ids[target]!, body)).status).toBe(403)
  })
  test.for(routes)('%s: 400 for a wrong request', async ([, spec, target, body, wrong]) => {
    const answer = body
      ? await send(manager, spec, ids[target]!, wrong)
      : await send(manager, spec, 'keine-id')
    expect(answer.status).toBe(400)
  })
  test.for(routes)('BC-01 %s: 404 for a colleague and for another tenant', async ([, spec, target, body]) => {
    const nothing = await send(colleague, spec, newId(), body)
    for (const user of [colleague, stranger]) {
      const answer = await send(user, spec, ids[target]!, body)
      expect(answer.status).toBe(404)
      expect(answer.body).toEqual(nothing.body)
    }
  })
})
