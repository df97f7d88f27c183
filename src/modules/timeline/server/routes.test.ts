import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aGivenConsent } from '../../../testing/a-consent.ts'
import { aHandout } from '../../../testing/a-handout.ts'
import { aProblem } from '../../../testing/a-problem.ts'
import { arrange } from '../../../testing/arrange.ts'
import { aGoal, aSignedAgreement, aStep } from '../../../testing/a-plan.ts'
import { anAssessment } from '../../../testing/an-assessment.ts'
import { agreementEndpoints, planEndpoints } from '../../plan/index.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { timelineEndpoints as endpoints, type TimelineEntry } from '../contract/timeline.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

let manager: TestUser, deputy: TestUser, colleague: TestUser, coordinator: TestUser
let partner: TestUser, stranger: TestUser
let file: TestCase
const asManager = (familyName: string) => ({
  roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site } as const],
  familyName,
})

beforeAll(async () => {
  await aCatalogue(house, house.a)
  manager = await house.user(house.a, asManager('Zuständig'))
  deputy = await house.user(house.a, asManager('Vertretung'))
  colleague = await house.user(house.a, asManager('Kollegin'))
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  partner = await house.user(house.a, { roles: [{ role: 'partner' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.deputy(manager, deputy)
  await arrange.oversight(house, coordinator, manager)
  file = await aCase({ responsible: manager })
  await deputy.client.raw('POST', `/api/cases/${file.id}/contacts`, {
    body: {
      onDate: '2026-11-18',
      kind: 'phone',
      note: 'Rückruf vereinbart.',
      wait: { organisationId: house.a.town },
    },
  })
  await manager.client.raw('POST', '/api/tasks', { body: { caseId: file.id, title: 'Unterlagen holen' } })
  await fillOtherModules()
})

/** A row of every other module, as its own use cases leave it. */
async function fillOtherModules() {
  const case_id = file.id
  // Given and confirmed in one row, which the application does in two steps.
  await house.system(house.a, async (tx) => {
    await tx
      .insertInto('consent')
      .values({
        id: newId(),
        case_id,
        person_id: file.personId!,
        direction: 'toRecipient',
        recipient_kind: 'organisation',
        organisation_id: house.a.town,
        purposes: ['coordination'],
        data_categories: ['contact'],
        valid_from: '2026-11-05',
        valid_to: '2027-11-04',
        text_version: '1',
        language: 'ar',
        mediator: 'none',
        given_on: '2026-11-05',
        given_as: 'written',
        given_roles: ['self'],
        confirmed_by: manager.id,
      })
      .execute()
  })
  await manager.tx(async (tx) => {
    await tx
      .insertInto('case_step')
      .values({
        id: newId(),
        case_id,
        episode: 1,
        kind: 'phase',
        to_value: 'assessment',
        on_date: '2026-11-10',
      })
      .execute()
    await tx
      .insertInto('assessment')
      .values({ id: newId(), case_id, episode: 1, kind: 'first', started_on: '2026-11-11' })
      .execute()
    const goal_id = newId()
    await tx
      .insertInto('goal')
      .values({ id: goal_id, case_id, state_on: '2026-11-12', set_in_episode: 1, position: 1 })
      .execute()
    await tx.insertInto('goal_text').values({ goal_id, case_id, wording: 'Eigene Wohnung' }).execute()
    await tx
      .insertInto('goal_state_change')
      .values({ id: newId(), case_id, goal_id, to_state: 'open', episode: 1, on_date: '2026-11-12' })
      .execute()
  })
}

const read = async (
  user: TestUser,
  query: {
    kinds?: string
    limit?: number
    after?: string
    from?: string
    to?: string
    lifeDomain?: string
  } = {},
) => {
  const { status, body } = await user.client.call(endpoints.read, { params: { id: file.id }, query })
  expect(status).toBe(200)
  return body
}
const what = (entry: TimelineEntry) => `${entry.kind}.${entry.event}`

describe('GET /api/cases/:id/timeline', () => {
  test('everything that happened, newest first, with who and when', async () => {
    const { rows } = await read(manager)
    expect(new Set(rows.map(what))).toEqual(
      new Set([
        'task.added',
        'contact.recorded',
        'plan.goalSet',
        'assessment.started',
        'case.phase',
        'consent.given',
        'case.opened',
        'household.personJoined',
      ]),
    )
    const days = rows.map((row) => row.onDate)
    expect(days).toEqual(days.toSorted().toReversed())
    expect(rows.every((row) => row.actor !== null || row.kind === 'household')).toBe(true)
    expect(rows.find((row) => row.kind === 'plan')?.text).toBe('Eigene Wohnung')
  })

  test('who finished, settled, signed, ended and withdrew is named, deputies included', async () => {
    const own = await aCase({ responsible: manager })
    const goal = await aGoal(manager, own.id)
    const step = await aStep(manager, goal.id)
    const doneBy = deputy.client
    await doneBy.call(planEndpoints.changeStep, {
      params: { id: step.id },
      ifMatch: step.version,
      body: { state: 'done' },
    })
    const signed = await aSignedAgreement(deputy, own.id)
    await doneBy.call(agreementEndpoints.end, {
      params: { id: signed.id },
      ifMatch: signed.version,
      body: { endedOn: signed.signedOn!, endedBy: 'client' },
    })
    await anAssessment({ of: own, by: deputy, finishedOn: '2026-11-20' })
    const { body } = await manager.client.call(endpoints.read, { params: { id: own.id }, query: {} })
    const by = Object.fromEntries(body.rows.map((row) => [what(row), row]))
    for (const event of ['plan.stepState', 'agreement.signed', 'agreement.ended', 'assessment.finished'])
      expect(by[event], event).toMatchObject({
        actor: { name: 'Kim Vertretung' },
        deputyOf: 'Kim Zuständig',
        at: expect.any(String),
      })
  })

  test('what a deputy did says for whom, and keeps saying it after a handover', async () => {
    const { rows } = await read(manager, { kinds: 'contact,task' })
    expect(rows.map((row) => [row.kind, row.actor?.name, row.deputyOf])).toEqual(
      expect.arrayContaining([
        ['contact', 'Kim Vertretung', 'Kim Zuständig'],
        ['task', 'Kim Zuständig', null],
      ]),
    )
    const moved = await aCase({ responsible: manager })
    await deputy.client.raw('POST', `/api/cases/${moved.id}/contacts`, {
      body: { onDate: '2026-11-18', kind: 'phone' },
    })
    await manager.tx(async (tx) => {
      await sql`select app.hand_over_case(${moved.id}, ${colleague.id}, ${newId()}, 'workload')`.execute(tx)
    })
    const after = await colleague.client.call(endpoints.read, { params: { id: moved.id } })
    const by = Object.fromEntries(after.body.rows.map((row) => [what(row), row]))
    expect(by['contact.recorded']).toMatchObject({ deputyOf: 'Kim Zuständig' })
    expect(by['case.handover']).toMatchObject({
      deputyOf: null,
      facts: { from: 'Kim Zuständig', to: 'Kim Kollegin', reason: 'workload' },
    })
  })

  test('oversight reads what happened and no free text', async () => {
    const { rows } = await read(coordinator)
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.every((row) => row.text === null)).toBe(true)
    expect(JSON.stringify(rows)).not.toMatch(/Rückruf|Unterlagen|Wohnung|Beispiel/)
  })

  test('no time of entry is made up where the record keeps the day only', async () => {
    const answered = await aCase({ responsible: manager })
    const made = await manager.client.raw('POST', `/api/cases/${answered.id}/contacts`, {
      body: { onDate: '2026-11-18', kind: 'phone', wait: { organisationId: house.a.town } },
    })
    const { id } = made.body as { id: string }
    await manager.client.raw('POST', `/api/contacts/${id}/answer`, {
      body: { answeredOn: '2026-11-20' },
      ifMatch: 1,
    })
    const { body } = await manager.client.call(endpoints.read, { params: { id: answered.id } })
    const by = Object.fromEntries(body.rows.map((row) => [what(row), row]))
    expect(by['contact.answered']).toMatchObject({ onDate: '2026-11-20', at: null, facts: { days: 2 } })
    expect(by['contact.recorded']?.at).toMatch(/^\d{4}-/)
    const consents = await read(manager, { kinds: 'consent' })
    expect(consents.rows[0]).toMatchObject({ onDate: '2026-11-05', at: null, deputyOf: null })
  })

  test('filtered by kind; pages without gaps or repetition', async () => {
    expect((await read(manager, { kinds: 'consent' })).rows.map(what)).toEqual(['consent.given'])
    const all = await read(manager)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await read(manager, { limit: 2, ...(after ? { after } : {}) })
      seen.push(...page.rows.map((row) => `${row.id} ${row.event}`))
      after = page.next
    } while (after)
    expect(seen).toEqual(all.rows.map((row) => `${row.id} ${row.event}`))
  })

  test('narrowed to a period and to a life domain', async () => {
    const { rows } = await read(manager, { from: '2026-11-10', to: '2026-11-11' })
    expect(rows.map(what)).toEqual(['assessment.started', 'case.phase'])
    const topical = await aCase({ responsible: manager })
    for (const topics of [['housing'], ['language']])
      await manager.client.raw('POST', `/api/cases/${topical.id}/contacts`, {
        body: { onDate: '2026-11-18', kind: 'phone', topics },
      })
    const { body } = await manager.client.call(endpoints.read, {
      params: { id: topical.id },
      query: { lifeDomain: 'housing' },
    })
    expect(body.rows.map((row) => row.facts['topics'])).toEqual([['housing']])
    for (const query of [{ from: 'gestern' }, { lifeDomain: '?' }])
      expect((await manager.client.raw('GET', `/api/cases/${file.id}/timeline`, { query })).status).toBe(400)
  })

  test('what was passed on, who takes part, on what it rests and what stood in the way', async () => {
    const own = await aCase({ responsible: manager })
    const consent = await aGivenConsent(manager, own)
    await aHandout(manager, own, { consentId: consent.id, onDate: '2026-11-21' })
    await manager.client.raw('POST', `/api/cases/${own.id}/organisations`, {
      body: { organisationId: house.a.welfare, role: 'counselling' },
    })
    await aProblem(manager, own)
    const asked = await manager.client.raw('POST', `/api/cases/${own.id}/disclosures`, {
      body: {
        personId: own.personId,
        ground: 'childProtectionKkg',
        recipientKind: 'youthOffice',
        dataCategories: ['identity'],
        reason: 'Das Kind ist in Gefahr.',
        content: 'Name und Anschrift',
        secondUserId: colleague.id,
      },
    })
    expect(asked.status).toBe(201)
    await manager.tx((tx) =>
      tx
        .insertInto('processing_basis')
        .values({
          id: newId(),
          case_id: own.id,
          kind: 'health',
          basis: 'consent',
          informed_on: '2026-11-20',
          information_language: 'ar',
        })
        .execute(),
    )
    await house.system(house.a, (tx) =>
      tx
        .insertInto('withdrawal_letter')
        .values({
          id: newId(),
          case_id: own.id,
          consent_id: consent.id,
          made_on: '2026-11-20',
          created_by: manager.id,
        })
        .execute(),
    )
    const of = async (user: TestUser) =>
      (await user.client.call(endpoints.read, { params: { id: own.id }, query: {} })).body.rows
    const rows = await of(manager)
    const by = Object.fromEntries(rows.map((row) => [what(row), row]))
    expect(by['sharing.handout']).toMatchObject({
      facts: { handoutKind: 'paper' },
      text: 'Brief zum Wohngeld',
    })
    expect(by['sharing.letterDrafted']?.facts).toMatchObject({ organisation: expect.any(String) })
    expect(by['sharing.disclosureAsked']).toMatchObject({
      text: 'Das Kind ist in Gefahr.',
      facts: { ground: 'childProtectionKkg', disclosureTo: 'youthOffice' },
    })
    expect(by['case.basisRecorded']?.facts).toMatchObject({ basisKind: 'health', language: 'ar' })
    expect(by['household.officeJoined']?.facts).toMatchObject({ part: 'counselling' })
    expect(by['household.personJoined']?.facts).toMatchObject({ name: 'Amina Beispiel', isMain: true })
    expect(by['problem.recorded']).toMatchObject({
      facts: { problemKind: 'gap' },
      actor: { name: 'Kim Zuständig' },
    })
    // Oversight: no words, no name, and no problem it was not called to.
    const seen = await of(coordinator)
    expect(seen.map(what)).not.toContain('problem.recorded')
    expect(seen.find((row) => what(row) === 'household.personJoined')?.facts['name']).toBeNull()
    expect(JSON.stringify(seen)).not.toMatch(/Amina|Wohngeld|in Gefahr/)
  })

  test('a contact says who took part, where, about what and on whom it waits in own words; oversight sees neither', async () => {
    const own = await aCase({ responsible: manager })
    await manager.client.raw('POST', `/api/cases/${own.id}/contacts`, {
      body: {
        onDate: '2026-11-18',
        kind: 'phone',
        siteId: house.a.site,
        place: 'Raum 3',
        persons: [own.personId],
        topics: ['housing'],
        wait: { label: 'Vermieterin', until: '2026-11-30' },
      },
    })
    const contactOf = async (user: TestUser) =>
      (await user.client.call(endpoints.read, { params: { id: own.id }, query: { kinds: 'contact' } })).body
        .rows[0]!.facts
    expect(await contactOf(manager)).toMatchObject({
      persons: ['Amina Beispiel'],
      site: 'Kreishaus',
      place: 'Raum 3',
      topics: ['housing'],
      waitsFor: 'Vermieterin',
      waitUntil: '2026-11-30',
    })
    expect(await contactOf(coordinator)).toMatchObject({ persons: [], place: null, waitsFor: '' })
  })

  test('an entry taken back as a mistake stays without its words', async () => {
    const mistaken = await aCase({ responsible: manager })
    const made = await manager.client.raw('POST', `/api/cases/${mistaken.id}/contacts`, {
      body: { onDate: '2026-11-18', kind: 'phone', note: 'von jemand anderem' },
    })
    const { id } = made.body as { id: string }
    await manager.client.raw('POST', `/api/contacts/${id}/withdrawal`, {
      body: { reason: 'wrongCase' },
      ifMatch: 1,
    })
    const { body } = await manager.client.call(endpoints.read, {
      params: { id: mistaken.id },
      query: { kinds: 'contact' },
    })
    expect(body.rows).toMatchObject([{ text: null, facts: { withdrawn: 'wrongCase' } }])
  })

  test('the read is audited', async () => {
    const rows = await house.system(house.a, (tx) =>
      tx
        .selectFrom('audit_event')
        .select('actor_id')
        .where('case_id', '=', file.id)
        .where('action', '=', 'timeline.read')
        .execute(),
    )
    expect(rows.map((row) => row.actor_id)).toContain(coordinator.id)
  })

  test('401, 403, 400, 404', async () => {
    const call = { params: { id: file.id } }
    expect((await house.anonymous.call(endpoints.read, call)).status).toBe(401)
    expect((await partner.client.call(endpoints.read, call)).status).toBe(403)
    expect((await manager.client.call(endpoints.read, { ...call, query: { kinds: 'gossip' } })).status).toBe(
      400,
    )
    expect((await manager.client.call(endpoints.read, { ...call, query: { after: 'x' } })).status).toBe(400)
    expect((await colleague.client.call(endpoints.read, call)).status).toBe(404)
    expect((await stranger.client.call(endpoints.read, call)).status).toBe(404)
  })
})
