import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import type { BodyInput } from '../../../platform/contract/endpoint.ts'
import { notificationEndpoints } from '../../staff/index.ts'
import { disclosureEndpoints } from '../contract/disclosures.ts'

const house = await openHouse()
afterAll(() => house.close())

const people = {} as Record<
  | 'manager'
  | 'second'
  | 'third'
  | 'overseer'
  | 'welfare'
  | 'officer'
  | 'partner'
  | 'administration'
  | 'stranger',
  TestUser
>
let file: TestCase
beforeAll(async () => {
  await aCatalogue(house, house.a)
  const manager = (organisation = house.a.kreis) =>
    house.user(house.a, { roles: [{ role: 'caseManager' }], organisation })
  people.manager = await manager()
  people.second = await manager()
  people.third = await manager()
  people.welfare = await manager(house.a.welfare)
  people.overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.officer = await house.user(house.a, { roles: [{ role: 'dataProtectionOfficer' }] })
  people.partner = await house.user(house.a, { roles: [{ role: 'partner' }] })
  people.administration = await house.user(house.a, { roles: [{ role: 'administration' }] })
  people.stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.oversight(house, people.overseer, people.manager)
  file = await aCase({ responsible: people.manager, familyName: 'Geheimnis' })
})

type Wish = BodyInput<typeof disclosureEndpoints.ask>
const wish = (change: Partial<Wish> = {}): Wish => ({
  personId: file.personId!,
  ground: 'childProtectionKkg',
  recipientKind: 'youthOffice',
  dataCategories: ['identity'],
  reason: 'Kanarienvogel: das Kind war allein in der Wohnung.',
  content: 'Dass ein Besuch nötig ist.',
  secondUserId: people.second.id,
  ...change,
})
const ask = (change: Partial<Wish> = {}, who = people.manager) =>
  who.client.call(disclosureEndpoints.ask, { params: { id: file.id }, body: wish(change) })
const answer = (id: string, agrees: boolean, who = people.second, ifMatch = 1) =>
  who.client.call(disclosureEndpoints.answer, { params: { id }, ifMatch, body: { agrees, note: 'Gelesen' } })
const carryOut = (id: string, ifMatch = 2, change: object = {}) =>
  people.manager.client.call(disclosureEndpoints.carryOut, {
    params: { id },
    ifMatch,
    body: { clientInformed: 'not', notInformedReason: 'wouldEndanger', ...change },
  })
const texts = async (who: TestUser) =>
  (await who.client.call(notificationEndpoints.list)).body.rows.map((row) => row.text)

describe('a disclosure without consent', () => {
  test('is asked, agreed to by the second person, carried out; everything dated and logged', async () => {
    const { body: asked, status } = await ask()
    expect([status, asked.state, asked.can]).toEqual([201, 'asked', ['drop']])
    expect(await texts(people.second)).toContain('Sie sind als zweite Person zu einer Übermittlung gefragt.')
    const early = await carryOut(asked.id, 1)
    expect(early.problem.code).toBe('disclosureNotAnswered')
    const question = await people.second.client.call(disclosureEndpoints.asked)
    expect(question.body.rows[0]).toMatchObject({
      id: asked.id,
      text: { content: 'Dass ein Besuch nötig ist.' },
    })
    expect(JSON.stringify(question.body)).not.toContain('Geheimnis')
    expect((await answer(asked.id, true)).status).toBe(204)
    expect((await people.second.client.call(disclosureEndpoints.asked)).body.rows).toEqual([])
    const done = await carryOut(asked.id)
    expect(done.body).toMatchObject({
      state: 'carriedOut',
      clientInformed: 'not',
      notInformedReason: 'wouldEndanger',
      text: { secondNote: 'Gelesen' },
      can: [],
    })
    const log = await house.system(house.a, (tx) =>
      tx.selectFrom('audit_event').select(['action', 'details']).where('object_id', '=', asked.id).execute(),
    )
    expect(log.map(({ action }) => action)).toEqual([
      'disclosure.asked',
      'disclosure.agreed',
      'disclosure.carriedOut',
    ])
    expect(JSON.stringify(log)).not.toContain('Kanarienvogel')
  })

  test('refused, it is never carried out; an answer is given once, by the person asked', async () => {
    const { id } = (await ask()).body
    expect((await answer(id, true, people.third)).status).toBe(404)
    expect((await answer(id, true, people.second, 9)).status).toBe(412)
    await answer(id, false)
    expect((await answer(id, true, people.second, 2)).problem.code).toBe('disclosureAlreadyAnswered')
    expect((await carryOut(id)).problem.code).toBe('disclosureNotAgreed')
  })

  test('says why the person was not informed, or when', async () => {
    const { id } = (await ask()).body
    await answer(id, true)
    expect((await carryOut(id, 2, { notInformedReason: null })).problem.code).toBe('notInformedReasonMissing')
    const when = { clientInformed: 'before', notInformedReason: null }
    expect((await carryOut(id, 2, when)).problem.code).toBe('clientInformedOnMissing')
    expect((await carryOut(id, 9)).status).toBe(412)
  })

  test('is dropped as long as nothing was told', async () => {
    const { id } = (await ask()).body
    const drop = (ifMatch: number) =>
      people.manager.client.call(disclosureEndpoints.drop, { params: { id }, ifMatch })
    expect((await drop(1)).body.state).toBe('dropped')
    expect((await drop(2)).problem.code).toBe('disclosureSettled')
  })

  test('is never asked of oneself, of another employer, of a coordinator elsewhere', async () => {
    for (const second of [people.manager, people.welfare, people.stranger, people.partner]) {
      const { problem } = await ask({ secondUserId: second.id })
      expect(problem.fields?.map(({ code }) => code)).toEqual(['secondPersonUnknown'])
    }
    const { body } = await people.manager.client.call(disclosureEndpoints.list, { params: { id: file.id } })
    expect(body.seconds.map(({ id }) => id).sort()).toEqual(
      [people.second.id, people.third.id, people.overseer.id].sort(),
    )
  })

  test('where an employer has one professional, the coordinator with oversight is asked, unless the district says no', async () => {
    const alone = await house.user(house.a, { roles: [{ role: 'caseManager' }], organisation: house.a.town })
    const single = await aCase({ responsible: alone, organisation: house.a.town })
    const list = async () =>
      (await alone.client.call(disclosureEndpoints.list, { params: { id: single.id } })).body
    expect(await list()).toMatchObject({ seconds: [], cannotAsk: 'noSecondPerson', can: [] })
    await arrange.oversight(house, people.overseer, alone)
    expect(await list()).toMatchObject({
      seconds: [{ id: people.overseer.id, outside: true }],
      cannotAsk: null,
      can: ['ask'],
    })
    const asked = await alone.client.call(disclosureEndpoints.ask, {
      params: { id: single.id },
      body: wish({ secondUserId: people.overseer.id, personId: single.personId! }),
    })
    expect(asked.status).toBe(201)
    const { body } = await people.overseer.client.call(disclosureEndpoints.asked)
    const mine = body.rows.find(({ id }) => id === asked.body.id)
    expect(mine?.text.reason).toBe(asked.body.text?.reason)
    expect(JSON.stringify(mine)).not.toMatch(new RegExp(`${single.id}|Amina|Beispiel`))
    await house.system(house.a, (tx) =>
      sql`insert into tenant_setting (key, value) values ('secondPersonByOversight', 'false'::jsonb)`.execute(
        tx,
      ),
    )
    expect(await list()).toMatchObject({ cannotAsk: 'noSecondPerson', can: [] })
    // Who only reads is told nothing about who could be asked.
    const read = await people.overseer.client.call(disclosureEndpoints.list, { params: { id: single.id } })
    expect(read.body).toMatchObject({ seconds: [], cannotAsk: null, can: [] })
  })

  test('never goes to the immigration authority', async () => {
    const abh = { recipientKind: 'organisation', organisationId: house.a.kreis } as const
    for (const to of [
      { ...abh, unitId: house.a.immigrationUnit },
      { ...abh, unitId: null },
      { recipientKind: 'police', ground: 'necessity', recipientName: 'Ausländerbehörde' } as const,
    ]) {
      const { problem } = await ask(to)
      expect(problem.fields?.map(({ code }) => code)).toEqual(['disclosureNeverToImmigration'])
    }
  })

  test('the data protection officer reads the fact: no words, no case, no person', async () => {
    const { id } = (await ask()).body
    const { body } = await people.officer.client.call(disclosureEndpoints.register, { query: { limit: 1 } })
    expect(body.rows[0]).toMatchObject({
      id,
      ground: 'childProtectionKkg',
      state: 'asked',
      organisation: 'Kreis',
    })
    expect(body.next).toBeTypeOf('string')
    const words = JSON.stringify(body)
    for (const hidden of ['Kanarienvogel', file.id, file.personId!, 'Geheimnis'])
      expect(words).not.toContain(hidden)
    const after = body.next!
    const next = await people.officer.client.call(disclosureEndpoints.register, {
      query: { limit: 1, after },
    })
    expect(next.body.rows[0]!.id).not.toBe(id)
  })

  test('oversight sees where and why by code, not the words', async () => {
    const { body } = await people.overseer.client.call(disclosureEndpoints.list, { params: { id: file.id } })
    expect(body.rows[0]).toMatchObject({ ground: 'childProtectionKkg', text: null, person: null, can: [] })
    expect(JSON.stringify(body)).not.toContain('Kanarienvogel')
  })
})

test('401, 403, 404, 400 of every route', async () => {
  const { id } = (await ask()).body
  const routes = [
    ['GET', `/api/cases/${file.id}/disclosures`, undefined],
    ['POST', `/api/cases/${file.id}/disclosures`, wish()],
    ['POST', `/api/disclosures/${id}/execution`, { clientInformed: 'not', notInformedReason: 'other' }],
    ['POST', `/api/disclosures/${id}/dropping`, undefined],
    ['POST', `/api/asked-disclosures/${id}/answer`, { agrees: true }],
    ['GET', '/api/asked-disclosures', undefined],
    ['GET', '/api/disclosure-register', undefined],
  ] as const
  const statuses = (client: TestUser['client'], list: readonly (typeof routes)[number][] = routes) =>
    Promise.all(
      list.map(async ([method, path, body]) => {
        const answerOf = await client.raw(method, path, { ...(body ? { body } : {}), ifMatch: 1 })
        return answerOf.status
      }),
    )
  expect(await statuses(house.anonymous)).toEqual(routes.map(() => 401))
  expect(await statuses(people.administration.client)).toEqual(routes.map(() => 403))
  expect(await statuses(people.stranger.client, routes.slice(0, 5))).toEqual([404, 404, 404, 404, 404])
  expect(await statuses(people.welfare.client, routes.slice(0, 5))).toEqual([404, 404, 404, 404, 404])
  const nonsense = routes.filter(([, , body]) => body).map(([method, path]) => [method, path, { x: 1 }])
  expect(await statuses(people.manager.client, nonsense as never)).toEqual([400, 400, 400])
  expect((await people.officer.client.raw('GET', '/api/disclosure-register?after=x')).status).toBe(400)
})
