import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { contactEndpoints as endpoints } from '../contract/endpoints.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

let manager: TestUser, deputy: TestUser, colleague: TestUser, partner: TestUser, stranger: TestUser
let file: TestCase
const asManager = { roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }] } as const

beforeAll(async () => {
  await aCatalogue(house, house.a)
  manager = await house.user(house.a, asManager)
  deputy = await house.user(house.a, asManager)
  colleague = await house.user(house.a, asManager)
  partner = await house.user(house.a, { roles: [{ role: 'partner' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.deputy(manager, deputy)
  file = await aCase({ responsible: manager })
})

const aContact = async (body: object = {}) => {
  const answer = await manager.client.call(endpoints.create, {
    params: { id: file.id },
    body: { onDate: '2026-11-10', kind: 'phone', ...body },
  })
  expect(answer.status).toBe(201)
  return answer.body
}
const waiting = { wait: { organisationId: house.a.town, until: '2026-11-15' } }

/** The statuses of what every writing route refuses alike. */
const refusals = async (
  endpoint: (typeof endpoints)['change' | 'withdraw' | 'answer'],
  good: object,
  bad: object,
): Promise<number[]> => {
  const { id } = await aContact(waiting)
  const call = { params: { id }, body: good as never, ifMatch: 1 }
  const answers = [
    await house.anonymous.call(endpoint, call),
    await partner.client.call(endpoint, call),
    await manager.client.call(endpoint, { ...call, body: bad as never }),
    await colleague.client.call(endpoint, call),
    await stranger.client.call(endpoint, call),
    await manager.client.call(endpoint, { params: { id }, body: good as never }),
    await manager.client.call(endpoint, { ...call, ifMatch: 7 }),
  ]
  return answers.map((answer) => answer.status)
}
const refused = [401, 403, 400, 404, 404, 428, 412]

describe('PATCH /api/contacts/:id', () => {
  test('absent keeps, null clears', async () => {
    const { id } = await aContact({
      ...waiting,
      note: 'alt',
      place: 'Büro',
      minutes: 30,
      topics: ['housing'],
    })
    const first = await manager.client.call(endpoints.change, {
      params: { id },
      ifMatch: 1,
      body: { note: 'neu', minutes: null, share: 'systemic', persons: [file.personId!] },
    })
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({
      note: 'neu',
      place: 'Büro',
      topics: ['housing'],
      effort: { minutes: null, share: 'systemic' },
      persons: [{ id: file.personId }],
      wait: { until: '2026-11-15' },
      version: 2,
    })
    const second = await manager.client.call(endpoints.change, {
      params: { id },
      ifMatch: 2,
      body: { note: null, share: null, persons: [], wait: null },
    })
    expect(second.body).toMatchObject({ note: null, place: 'Büro', effort: null, persons: [], wait: null })
  })

  test('a wait moves with the day of its contact', async () => {
    const { id } = await aContact(waiting)
    const change = (onDate: string, ifMatch: number) =>
      manager.client.call(endpoints.change, { params: { id }, ifMatch, body: { onDate } })
    expect((await change('2026-11-16', 1)).problem.fields?.map((field) => field.path)).toEqual(['wait.until'])
    expect((await change('2026-11-12', 1)).body.wait?.since).toBe('2026-11-12')
  })

  test('only the own entry: a deputy works the case and does not change what others wrote', async () => {
    const { id } = await aContact()
    const call = { params: { id }, ifMatch: 1, body: { note: 'x' } }
    const { status, problem } = await deputy.client.call(endpoints.change, call)
    expect([status, problem.code]).toEqual([409, 'contactNotOwn'])
  })

  test('F9: of parallel editors exactly one is heard per version', async () => {
    const { id } = await aContact()
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        manager.client.call(endpoints.change, {
          params: { id },
          ifMatch: 1,
          body: { note: `Fassung ${index}` },
        }),
      ),
    )
    const saved = answers.filter((answer) => answer.status === 200)
    const stale = answers.filter((answer) => answer.status === 412)
    expect([saved.length, stale.length]).toEqual([1, 5])
  })

  test('401, 403, 400, 404, 428, 412', async () => {
    expect(await refusals(endpoints.change, { note: 'x' }, { onDate: '2026-13-01' })).toEqual(refused)
  })
})

describe('POST /api/contacts/:id/withdrawal', () => {
  test('stays as an entry with its reason, its content leaves the screen, nobody waits any more', async () => {
    const { id } = await aContact({ ...waiting, note: 'gehört zu jemand anderem' })
    const call = { params: { id }, ifMatch: 1, body: { reason: 'wrongCase' } as const }
    const { body } = await manager.client.call(endpoints.withdraw, call)
    expect(body).toMatchObject({ note: null, wait: null, withdrawn: { reason: 'wrongCase' }, can: [] })
    const again = await manager.client.call(endpoints.change, {
      params: { id },
      ifMatch: 2,
      body: { note: 'doch' },
    })
    expect([again.status, again.problem.code]).toEqual([409, 'contactWithdrawn'])
    const kept = await house.system(house.a, (tx) =>
      tx.selectFrom('contact_note').select('content').where('contact_id', '=', id).executeTakeFirst(),
    )
    expect(kept?.content).toBe('gehört zu jemand anderem')
  })

  test('401, 403, 400, 404, 428, 412', async () => {
    expect(await refusals(endpoints.withdraw, { reason: 'duplicate' }, { reason: 'because' })).toEqual(
      refused,
    )
  })
})

describe('POST /api/contacts/:id/answer', () => {
  test('a deputy notes the answer, and takes it back', async () => {
    const { id } = await aContact(waiting)
    const answer = (answeredOn: string | null, ifMatch: number) =>
      deputy.client.call(endpoints.answer, { params: { id }, ifMatch, body: { answeredOn } })
    expect((await answer('2026-11-20', 1)).body.wait).toMatchObject({ answeredOn: '2026-11-20', version: 2 })
    expect((await answer(null, 2)).body.wait).toMatchObject({ answeredOn: null, version: 3 })
    expect((await answer('2026-11-09', 3)).problem.fields?.[0]?.code).toBe('answerBeforeWait')
    expect((await answer('2026-11-22', 3)).problem.fields?.[0]?.code).toBe('answerInFuture')
  })

  test('409 where nobody waits', async () => {
    const { id } = await aContact()
    const { status, problem } = await manager.client.call(endpoints.answer, {
      params: { id },
      ifMatch: 1,
      body: { answeredOn: '2026-11-20' },
    })
    expect([status, problem.code]).toEqual([409, 'noWait'])
  })

  test('401, 403, 400, 404, 428, 412', async () => {
    expect(await refusals(endpoints.answer, { answeredOn: '2026-11-20' }, { answeredOn: 'gestern' })).toEqual(
      refused,
    )
  })
})
