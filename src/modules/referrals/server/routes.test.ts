import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aConsentDraft, aGivenConsent } from '../../../testing/a-consent.ts'
import { aGoal } from '../../../testing/a-plan.ts'
import { completeReferral, aReferralDraft, aSentReferral } from '../../../testing/a-referral.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { secrecyReleaseEndpoints } from '../../consent/index.ts'
import { closureEndpoints } from '../../cases/index.ts'
import { referralEndpoints } from '../contract/endpoints.ts'

const house = await openHouse()
afterAll(() => house.close())

let anna: TestUser
let colleague: TestUser
let stranger: TestUser
let overseer: TestUser
let administration: TestUser
let file: TestCase

beforeAll(async () => {
  await aCatalogue(house, house.a)
  await aCatalogue(house, house.b)
  anna = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  colleague = await house.user(house.a, { roles: [{ role: 'caseManager' }], organisation: house.a.welfare })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  administration = await house.user(house.a, { roles: [{ role: 'administration' }] })
  await house.system(house.a, (tx) =>
    tx
      .insertInto('oversight')
      .values({ id: crypto.randomUUID(), coordinator_id: overseer.id, case_manager_id: anna.id })
      .execute(),
  )
  const reason = { kind: 'closureReason', key: 'goalsReached', label: 'Ziele erreicht', position: 0 }
  await house.system(house.a, (tx) =>
    tx
      .insertInto('catalogue_entry')
      .values({ id: crypto.randomUUID(), ...reason })
      .execute(),
  )
  file = await aCase({ responsible: anna })
  await aGivenConsent(anna, file)
})

const events = (id: string) =>
  house.system(house.a, async (tx) => {
    const rows = await tx.selectFrom('audit_event').select('action').where('object_id', '=', id).execute()
    return rows.map(({ action }) => action)
  })

/** 401, 403 and 404 are the same question for every route with an id. */
const routes = {
  list: { of: 'case' },
  options: { of: 'case' },
  draft: { of: 'case', body: (id: string) => completeReferral(anna, id) },
  change: { of: 'referral', body: () => ({ concern: 'anders' }) },
  discard: { of: 'referral' },
  send: { of: 'referral' },
  withdraw: { of: 'referral', body: () => ({ reason: 'clientWishes' }) },
  recordAnswer: { of: 'referral', body: () => ({ answer: { to: 'accepted' }, via: 'phone' }) },
  recordClientView: { of: 'referral', body: () => ({ clientView: 'helped' }) },
} as const satisfies Record<
  keyof typeof referralEndpoints,
  { of: 'case' | 'referral'; body?: (personId: string) => object }
>
const keys = Object.keys(routes) as (keyof typeof routes)[]

async function ask(who: TestUser | undefined, key: keyof typeof routes, body?: object): Promise<number> {
  const spec = referralEndpoints[key]
  const route: { of: string; body?: (personId: string) => object } = routes[key]
  const target = route.of === 'case' ? file.id : (await aReferralDraft(anna, file)).id
  const { status } = await (who?.client ?? house.anonymous).raw(
    spec.method,
    spec.path.replace(':id', target),
    {
      ...(spec.method === 'GET' ? {} : { body: body ?? route.body?.(file.personId!) ?? {} }),
      ...('ifMatch' in spec ? { ifMatch: 1 } : {}),
    },
  )
  return status
}

describe('every route', () => {
  test.for(keys)('%s: 401 without a session', async (key) => {
    expect(await ask(undefined, key)).toBe(401)
  })
  test.for(keys)('%s: 403 without the right', async (key) => {
    expect(await ask(administration, key)).toBe(403)
  })
  test.for(keys)('%s: 404 for another tenant and for another employer', async (key) => {
    expect([await ask(stranger, key), await ask(colleague, key)]).toEqual([404, 404])
  })
  test.for(keys.filter((key) => 'body' in routes[key]))('%s: 400 for what no form sends', async (key) => {
    expect(await ask(anna, key, { nobody: 'asked' })).toBe(400)
  })
})

describe('a draft', () => {
  test('needs person and recipient, says what it lacks and shares nothing', async () => {
    const body = { personId: file.personId!, organisationId: house.a.town }
    const { status, body: view } = await anna.client.call(referralEndpoints.draft, {
      params: { id: file.id },
      body,
    })
    expect(status).toBe(201)
    expect(view).toMatchObject({ state: 'draft', can: ['change', 'send', 'discard'], steps: [] })
    const sent = await anna.client.call(referralEndpoints.send, { params: { id: view.id }, ifMatch: 1 })
    expect(sent.status).toBe(400)
    expect(sent.problem.fields?.map((field) => field.path)).toEqual([
      'unitId',
      'purpose',
      'lifeDomains',
      'dataCategories',
      'concern',
    ])
    expect(await events(view.id)).toEqual(['referral.drafted'])
  })

  test('refuses what does not exist here, and the immigration authority', async () => {
    const answer = await anna.client.call(referralEndpoints.draft, {
      params: { id: file.id },
      body: {
        ...completeReferral(anna, stranger.id),
        organisationId: house.a.kreis,
        unitId: house.a.immigrationUnit,
        lifeDomains: ['nowhere'],
      },
    })
    expect(answer.problem.fields?.map((field) => field.code)).toEqual([
      'referralPersonUnknown',
      'recipientIsImmigration',
      'referralLifeDomainUnknown',
    ])
  })

  test('is changed with its version, and only while it is a draft', async () => {
    const draft = await aReferralDraft(anna, file)
    const change = (ifMatch: number) =>
      anna.client.call(referralEndpoints.change, {
        params: { id: draft.id },
        ifMatch,
        body: { concern: 'Wohngeld nachrechnen', service: 'Wohngeldstelle' },
      })
    const { body } = await change(1)
    expect(body).toMatchObject({
      version: 2,
      text: { concern: 'Wohngeld nachrechnen', service: 'Wohngeldstelle' },
    })
    expect((await change(1)).status).toBe(412)
    await anna.client.call(referralEndpoints.send, { params: { id: draft.id }, ifMatch: 2 })
    expect((await change(3)).problem.code).toBe('referralAlreadySent')
    const discard = await anna.client.call(referralEndpoints.discard, {
      params: { id: draft.id },
      ifMatch: 3,
    })
    expect(discard.problem.code).toBe('referralAlreadySent')
  })

  test('is thrown away', async () => {
    const { id } = await aReferralDraft(anna, file)
    const { status } = await anna.client.call(referralEndpoints.discard, { params: { id }, ifMatch: 1 })
    expect(status).toBe(204)
    const { body } = await anna.client.call(referralEndpoints.list, { params: { id: file.id } })
    expect(body.rows.map((row) => row.id)).not.toContain(id)
  })
})

describe('sending', () => {
  test('covered by a consent: sent, dated, by whom; the days of reminder and return are kept', async () => {
    const sent = await aSentReferral(anna, file)
    expect(sent).toMatchObject({ state: 'sent', can: ['recordAnswer', 'withdraw'] })
    expect(sent.steps).toMatchObject([{ kind: 'state', from: 'draft', to: 'sent', by: 'Kim Muster' }])
    expect(await events(sent.id)).toEqual(['referral.drafted', 'referral.sent'])
  })

  test('says exactly what the consent does not name', async () => {
    const draft = await aReferralDraft(anna, file, {
      lifeDomains: ['housing', 'work'],
      dataCategories: ['identity', 'contacts'],
    })
    expect(draft.coverage).toMatchObject([
      {
        kind: 'consent',
        until: null,
        missing: [
          { gap: 'lifeDomains', what: ['work'] },
          { gap: 'dataCategories', what: ['contacts'] },
        ],
      },
    ])
    const { problem } = await anna.client.call(referralEndpoints.send, {
      params: { id: draft.id },
      ifMatch: draft.version,
    })
    expect(problem.code).toBe('referralNotCovered')
  })

  test('a text that was never given covers nothing; another unit is another recipient', async () => {
    const other = await aCase({ responsible: anna })
    await aConsentDraft(anna, other)
    const draft = await aReferralDraft(anna, other)
    expect(draft.coverage[0]!.missing).toEqual([{ gap: 'notGiven', what: [] }])
    const elsewhere = await aReferralDraft(anna, other, { unitId: house.a.kimUnitOfTown })
    expect(elsewhere.coverage[0]).toMatchObject({ consentId: null, missing: [{ gap: 'noConsent' }] })
  })

  test('a file marked § 203 StGB needs the release from secrecy as well', async () => {
    const marked = await aCase({ responsible: anna, secrecy203: true })
    await aGivenConsent(anna, marked)
    const draft = await aReferralDraft(anna, marked)
    expect(draft.coverage.map(({ kind, missing }) => [kind, missing.length])).toEqual([
      ['consent', 0],
      ['secrecyRelease', 1],
    ])
    const send = () =>
      anna.client.call(referralEndpoints.send, { params: { id: draft.id }, ifMatch: draft.version })
    expect((await send()).problem.code).toBe('referralNotCovered')
    await aGivenConsent(anna, marked, {}, {}, secrecyReleaseEndpoints)
    expect((await send()).body.state).toBe('sent')
  })

  test('goals go along as worded then, when the data of the plan are named', async () => {
    const goal = await aGoal(anna, file.id, { wording: 'Ich möchte eine Wohnung' })
    const draft = await aReferralDraft(anna, file, { goalIds: [goal.id] })
    const { problem } = await anna.client.call(referralEndpoints.send, {
      params: { id: draft.id },
      ifMatch: draft.version,
    })
    expect(problem.fields?.map((field) => field.code)).toEqual(['referralGoalsNeedPlan'])
    expect(draft.goals).toEqual([{ id: goal.id, wording: 'Ich möchte eine Wohnung' }])
  })
})

describe('afterwards', () => {
  test('an answer by telephone is written down with its day; the end asks for the view of the person', async () => {
    const { id } = await aSentReferral(anna, file)
    const record = (answer: object, ifMatch: number) =>
      anna.client.call(referralEndpoints.recordAnswer, {
        params: { id },
        ifMatch,
        body: { answer, via: 'phone' } as never,
      })
    expect((await record({ to: 'completed', result: 'reached' }, 2)).problem.code).toBe('referralMoveUnknown')
    await record({ to: 'accepted' }, 2)
    await record({ to: 'running' }, 3)
    const early = await anna.client.call(referralEndpoints.recordClientView, {
      params: { id },
      ifMatch: 4,
      body: { clientView: 'helped' },
    })
    expect(early.problem.code).toBe('referralNotEnded')
    const { body } = await record({ to: 'completed', result: 'reached', note: 'Bescheid liegt vor' }, 4)
    expect(body).toMatchObject({ state: 'completed', result: 'reached', can: ['recordClientView'] })
    expect(body.steps.at(-1)).toMatchObject({ via: 'phone', byPartner: false, note: 'Bescheid liegt vor' })
    const view = await anna.client.call(referralEndpoints.recordClientView, {
      params: { id },
      ifMatch: 5,
      body: { clientView: 'partly', note: 'Es hat lange gedauert' },
    })
    expect(view.body).toMatchObject({ clientView: 'partly', version: 6 })
  })

  test('an answer cannot be of tomorrow', async () => {
    const { id } = await aSentReferral(anna, file)
    const { problem } = await anna.client.call(referralEndpoints.recordAnswer, {
      params: { id },
      ifMatch: 2,
      body: { answer: { to: 'accepted' }, via: 'phone', onDate: '2099-01-01' },
    })
    expect(problem.code).toBe('answerInFuture')
  })

  test('is withdrawn with a reason', async () => {
    const { id } = await aSentReferral(anna, file)
    const withdraw = (ifMatch: number) =>
      anna.client.call(referralEndpoints.withdraw, {
        params: { id },
        ifMatch,
        body: { reason: 'clientWishes', note: 'Geht selbst hin' },
      })
    expect((await withdraw(2)).body).toMatchObject({ state: 'withdrawn', reason: 'clientWishes' })
    expect((await withdraw(3)).problem.code).toBe('referralEnded')
    expect(await events(id)).toContain('referral.withdrawn')
  })

  test('nothing stays open when the case closes', async () => {
    const closing = await aCase({ responsible: anna })
    await aGivenConsent(anna, closing)
    const sent = await aSentReferral(anna, closing)
    const draft = await aReferralDraft(anna, closing)
    const { status } = await anna.client.call(closureEndpoints.close, {
      params: { id: closing.id },
      body: { reason: 'goalsReached', goals: 'partly', openNeeds: 'Keine', clientView: 'Gut' },
    })
    const { body } = await anna.client.call(referralEndpoints.list, { params: { id: closing.id } })
    expect([status, body.rows.map(({ id, state, reason }) => [id, state, reason])]).toEqual([
      200,
      [[sent.id, 'withdrawn', 'caseClosed']],
    ])
    expect(body.rows.map(({ id }) => id)).not.toContain(draft.id)
  })

  test('the overseeing coordinator sees where to and how it stands, not the words', async () => {
    const { id } = await aSentReferral(anna, file)
    const { body } = await overseer.client.call(referralEndpoints.list, { params: { id: file.id } })
    const row = body.rows.find((one) => one.id === id)!
    expect(row).toMatchObject({ state: 'sent', text: null, goals: null, can: [], person: { name: null } })
    expect(JSON.stringify(body)).not.toContain('zu fünft')
    expect((await overseer.client.call(referralEndpoints.options, { params: { id: file.id } })).status).toBe(
      403,
    )
  })

  test('the form offers units without the immigration authority, and who reads in Lotse', async () => {
    const { body } = await anna.client.call(referralEndpoints.options, { params: { id: file.id } })
    const units = body.organisations.flatMap((organisation) => organisation.units)
    expect(units.map(({ id }) => id)).toEqual([house.a.kimUnitOfTown, house.a.socialOfficeOfTown])
    expect(body).toMatchObject({ reminderDays: 7, returnDays: 14, persons: [{ id: file.personId }] })
  })
})
