import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../../testing/a-case.ts'
import { arrange } from '../../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { duplicateEndpoints as endpoints } from '../../contract/duplicates.ts'
import { personEndpoints } from '../../contract/endpoints.ts'

const house = await openHouse()
afterAll(() => house.close())

let manager: TestUser
let neighbour: TestUser
let coordinator: TestUser
let stranger: TestUser
let file: TestCase
const yildiz = { familyName: 'Yıldız', givenName: 'Ayşe', birthDate: '1990-05-04' }
const typed = {
  familyName: 'Yildiz',
  givenName: 'Aysche',
  birthDate: { precision: 'exact' as const, date: '1990-05-04' },
}

beforeAll(async () => {
  const { a, b } = house
  const roles = [{ role: 'caseManager' as const }]
  manager = await house.user(a, { roles })
  neighbour = await house.user(a, { organisation: a.town, roles })
  coordinator = await house.user(a, { roles: [{ role: 'coordinator' }], familyName: 'Uhlenbrock' })
  stranger = await house.user(b, { roles })
  await arrange.oversight(house, coordinator, manager)
  file = await aCase({ responsible: manager, ...yildiz })
})

const events = (user: TestUser) =>
  house.system(house.a, (tx) =>
    tx
      .selectFrom('audit_event')
      .select(['action', 'details'])
      .where('actor_id', '=', user.id)
      .where('action', '=', 'person.duplicatesChecked')
      .execute(),
  )

describe('POST /api/persons/duplicates', () => {
  test('a person of the own access comes with birth date and case', async () => {
    const { status, body } = await manager.client.call(endpoints.check, { body: typed })
    expect(status).toBe(200)
    expect(body).toEqual({
      candidates: [
        {
          id: file.personId,
          familyName: 'Yıldız',
          givenName: 'Ayşe',
          birthDate: { precision: 'exact', date: '1990-05-04' },
          place: null,
          cases: [{ id: file.id, fileNumber: file.fileNumber, closedOn: null }],
        },
      ],
      restricted: [],
      elsewhere: null,
    })
  })

  test('BC-05 outside the own access only that a file could exist and whom to ask; logged without the name', async () => {
    const { body, bytes } = await neighbour.client.call(endpoints.check, { body: typed })
    // The office is the same whoever's file it is: the coordinator's name would tell who oversees it.
    expect(body.candidates).toEqual([])
    expect(body.elsewhere).toEqual({ office: expect.stringMatching(/KIM/), contact: null })
    expect(bytes.toString()).not.toMatch(new RegExp(`${file.id}|${file.personId}|${file.fileNumber}|ld[ıi]z`))
    const logged = await events(neighbour)
    expect(logged).toEqual([
      { action: 'person.duplicatesChecked', details: { candidates: 0, restricted: 0, elsewhere: true } },
    ])
    expect(JSON.stringify(logged)).not.toMatch(/yild|yıld|ays|1990/i)
  })

  test('BC-03 BC-05 more hidden persons, another day, another tenant: the same bytes', async () => {
    const ask = async (user: TestUser) =>
      (await user.client.raw('POST', '/api/persons/duplicates', { body: typed })).bytes.toString()
    const before = await ask(neighbour)
    for (let count = 0; count < 3; count++) await aCase({ responsible: manager, ...yildiz })
    expect(await ask(neighbour)).toBe(before)
    expect(await ask(stranger)).toBe('{"candidates":[],"restricted":[],"elsewhere":null}')
  })

  test('rate limit: the 61st check in ten minutes is refused with the time to wait, others go on', async () => {
    const busy = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    const nobody = { familyName: 'Niemand', givenName: 'Nirgends' }
    for (let count = 0; count < 60; count++) {
      expect((await busy.client.call(endpoints.check, { body: nobody })).status).toBe(200)
    }
    const refused = await busy.client.call(endpoints.check, { body: nobody })
    expect([refused.status, refused.problem.code]).toEqual([429, 'tooManyDuplicateChecks'])
    expect(refused.headers['retry-after']).toBe('600')
    expect((await busy.client.call(endpoints.check, { body: nobody })).status).toBe(429)
    expect((await manager.client.call(endpoints.check, { body: nobody })).status).toBe(200)
  })

  test('401, 403, 400', async () => {
    expect((await house.anonymous.call(endpoints.check, { body: typed })).status).toBe(401)
    expect((await coordinator.client.call(endpoints.check, { body: typed })).status).toBe(403)
    for (const body of [{ familyName: 'Y', givenName: 'Ayse' }, { ...typed, tenantId: house.b.id }, {}]) {
      expect((await manager.client.raw('POST', '/api/persons/duplicates', { body })).status).toBe(400)
    }
  })
})

describe('POST /api/persons/:id/duplicate-decisions', () => {
  test('the pair is not offered again, and stands in the history of both persons', async () => {
    const first = await aCase({ responsible: manager, familyName: 'Zwilling', givenName: 'Tom' })
    const second = await aCase({ responsible: manager, familyName: 'Zwilling', givenName: 'Tom' })
    const check = async () => {
      const body = { familyName: 'Zwilling', givenName: 'Tom', personId: first.personId! }
      return (await manager.client.call(endpoints.check, { body })).body.candidates.map(({ id }) => id)
    }
    expect(await check()).toEqual([second.personId])
    const decide = { params: { id: first.personId! }, body: { otherPersonId: second.personId! } }
    expect((await manager.client.call(endpoints.decide, decide)).status).toBe(204)
    // Twice is once.
    expect((await manager.client.call(endpoints.decide, decide)).status).toBe(204)
    expect(await check()).toEqual([])
    for (const id of [first.personId!, second.personId!]) {
      const { body } = await manager.client.call(personEndpoints.read, { params: { id } })
      expect(body.duplicateDecisions).toMatchObject([
        { decision: 'other', about: 'Zwilling, Tom', by: 'Kim Muster' },
      ])
    }
  })

  test('two that turn out to be one: both files name the other, whoever sees only one learns nothing', async () => {
    const names = { familyName: 'Doppelt', givenName: 'Dina' }
    const first = await aCase({ responsible: manager, ...names })
    const second = await aCase({ responsible: manager, ...names })
    const about = (otherPersonId: string, decision: 'other' | 'duplicate') => ({
      params: { id: first.personId! },
      body: { otherPersonId, decision },
    })
    // Told apart too early: the later decision counts, the earlier stays readable.
    for (const decision of ['other', 'duplicate', 'duplicate'] as const) {
      const answer = await manager.client.call(endpoints.decide, about(second.personId!, decision))
      expect(answer.status).toBe(204)
    }
    for (const [mine, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const { body } = await manager.client.call(personEndpoints.read, { params: { id: mine.personId! } })
      expect(body.duplicateDecisions).toMatchObject([
        {
          decision: 'duplicate',
          about: 'Doppelt, Dina',
          cases: [{ id: other.id, fileNumber: other.fileNumber, closedOn: null }],
          otherPersonId: other.personId,
        },
        { decision: 'other', cases: [], otherPersonId: null },
      ])
    }
    const check = { familyName: 'Doppelt', givenName: 'Dina', personId: first.personId! }
    expect((await manager.client.call(endpoints.check, { body: check })).body.candidates).toEqual([])
    const theirs = await aCase({ responsible: neighbour, organisation: house.a.town, ...names })
    const hidden = await manager.client.call(endpoints.decide, about(theirs.personId!, 'duplicate'))
    expect(hidden.status).toBe(404)
  })

  test('401, 403, 404 for colleague, another district and a hidden second person, 400', async () => {
    const mine = await aCase({ responsible: manager })
    const other = await aCase({ responsible: manager })
    const theirs = await aCase({ responsible: neighbour, organisation: house.a.town })
    const call = (user: Pick<TestUser, 'client'>, id: string, otherPersonId: string) =>
      user.client.call(endpoints.decide, { params: { id }, body: { otherPersonId } })
    const pair = [mine.personId!, other.personId!] as const
    expect((await call({ client: house.anonymous }, ...pair)).status).toBe(401)
    expect((await call(coordinator, ...pair)).status).toBe(403)
    expect((await call(neighbour, ...pair)).status).toBe(404)
    expect((await call(stranger, ...pair)).status).toBe(404)
    expect((await call(manager, mine.personId!, theirs.personId!)).status).toBe(404)
    expect((await call(manager, mine.personId!, newId())).status).toBe(404)
    const wrong = await manager.client.raw('POST', `/api/persons/${mine.personId}/duplicate-decisions`, {
      body: {},
    })
    expect(wrong.status).toBe(400)
  })
})
