import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { contactEndpoints as endpoints } from '../contract/endpoints.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(() => house.close())

let manager: TestUser, colleague: TestUser, partner: TestUser, stranger: TestUser
let file: TestCase
const asManager = { roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }] } as const

beforeAll(async () => {
  await aCatalogue(house, house.a)
  manager = await house.user(house.a, asManager)
  colleague = await house.user(house.a, asManager)
  partner = await house.user(house.a, { roles: [{ role: 'partner' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  file = await aCase({ responsible: manager })
})

const talk = { onDate: '2026-11-18', kind: 'onSite' } as const
const aContact = async (by = manager, body: object = {}) => {
  const answer = await by.client.call(endpoints.create, {
    params: { id: file.id },
    body: { ...talk, ...body },
  })
  expect(answer.status).toBe(201)
  return answer.body
}

describe('GET /api/own-work', () => {
  test('open cases, availability and own share, of nobody else', async () => {
    const own = await house.user(house.a, asManager)
    const mine = await aCase({ responsible: own })
    for (const [share, minutes] of [
      ['individual', 30],
      ['systemic', 20],
    ] as const)
      await own.client.call(endpoints.create, {
        params: { id: mine.id },
        body: { ...talk, minutes, share },
      })
    const read = async (user: TestUser) => (await user.client.call(endpoints.ownWork)).body
    expect(await read(own)).toEqual({
      openCases: 1,
      availability: null,
      effort: { since: '2026-08-22', contacts: 2, individual: 30, systemic: 20, intended: null },
    })
    expect(await read(stranger)).toMatchObject({ openCases: 0, effort: { contacts: 0 } })
  })

  test('401, 403; there is nothing to get wrong', async () => {
    expect((await house.anonymous.call(endpoints.ownWork)).status).toBe(401)
    expect((await partner.client.call(endpoints.ownWork)).status).toBe(403)
  })
})

describe('POST /api/cases/:id/contacts', () => {
  const params = () => ({ id: file.id })

  test('records everything in one go and moves the date of the last contact forward', async () => {
    const contact = await aContact(manager, {
      atTime: '09:30',
      siteId: house.a.site,
      place: 'Beratungsraum 2',
      language: 'ar',
      mediator: 'volunteer',
      persons: [file.personId!],
      topics: ['housing'],
      activities: ['application'],
      note: 'Wohnungsantrag besprochen.',
      secrecy203: true,
      minutes: 45,
      share: 'individual',
      wait: { organisationId: house.a.town, label: 'Frau Beispiel', until: '2026-12-01' },
    })
    expect(contact).toMatchObject({
      atTime: '09:30',
      site: { name: 'Kreishaus' },
      persons: [{ id: file.personId, name: 'Amina Beispiel' }],
      note: 'Wohnungsantrag besprochen.',
      secrecy203: true,
      effort: { minutes: 45, share: 'individual' },
      wait: { organisation: { name: 'Stadt Musterstadt' }, label: 'Frau Beispiel', since: '2026-11-18' },
      can: ['change', 'withdraw', 'answer'],
    })
    await aContact(manager, { onDate: '2026-10-01' })
    const row = await manager.tx((tx) =>
      tx
        .selectFrom('case_file')
        .select('last_contact_on')
        .where('id', '=', file.id)
        .executeTakeFirstOrThrow(),
    )
    expect(row.last_contact_on).toBe('2026-11-18')
  })

  test('the same Idempotency-Key records one contact', async () => {
    const quiet = await aCase({ responsible: manager })
    const send = () =>
      manager.client.call(endpoints.create, {
        params: { id: quiet.id },
        body: talk,
        idempotencyKey: 'same-key-1',
      })
    const answers = await Promise.all([send(), send(), send()])
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    const list = await manager.client.call(endpoints.list, { params: { id: quiet.id } })
    expect(list.body.rows).toHaveLength(1)
  })

  test('all wrong fields at once, in German', async () => {
    const other = await aCase({ responsible: manager })
    const { status, problem } = await manager.client.call(endpoints.create, {
      params: params(),
      body: {
        onDate: '2026-11-22',
        kind: 'telepathy',
        topics: ['housing', 'nonsense'],
        persons: [other.personId!],
        siteId: house.b.site,
        wait: { organisationId: house.b.town, until: '2026-11-01' },
      },
    })
    expect(status).toBe(400)
    expect(problem.fields!.map((field) => field.path).sort()).toEqual(
      ['kind', 'onDate', 'persons', 'siteId', 'topics', 'wait.organisationId', 'wait.until'].sort(),
    )
  })

  test('400 for unknown fields and a wait for nobody', async () => {
    const body = { ...talk, createdBy: colleague.id, wait: {} } as never
    const { status, problem } = await manager.client.call(endpoints.create, { params: params(), body })
    expect(status).toBe(400)
    expect(problem.fields).toHaveLength(2)
    expect(problem.fields!.map((field) => field.path)).toContain('wait.organisationId')
  })

  test('401, 403, 404', async () => {
    const call = { params: params(), body: talk }
    expect((await house.anonymous.call(endpoints.create, call)).status).toBe(401)
    expect((await partner.client.call(endpoints.create, call)).status).toBe(403)
    expect((await colleague.client.call(endpoints.create, call)).status).toBe(404)
    expect((await stranger.client.call(endpoints.create, call)).status).toBe(404)
  })

  test('a deputy records, and the audit says for whom', async () => {
    const deputy = await house.user(house.a, asManager)
    await arrange.deputy(manager, deputy)
    const contact = await aContact(deputy)
    const rows = await house.system(house.a, (tx) =>
      tx.selectFrom('audit_event').selectAll().where('object_id', '=', contact.id).execute(),
    )
    expect(rows.map((row) => [row.action, row.actor_id, row.deputy_of])).toEqual([
      ['contact.recorded', deputy.id, manager.id],
    ])
  })

  test('a closed case takes none, a case in aftercare does', async () => {
    const closed = await aCase({ responsible: manager })
    const set = (phase: string) =>
      manager.tx((tx) =>
        tx
          .updateTable('case_file')
          .set({ closed_on: '2026-11-20', closure_reason: 'goalsReached', phase })
          .where('id', '=', closed.id)
          .execute(),
      )
    await set('closed')
    const refused = await manager.client.call(endpoints.create, { params: { id: closed.id }, body: talk })
    expect([refused.status, refused.problem.code]).toEqual([409, 'caseClosed'])
    await set('aftercare')
    expect(
      (await manager.client.call(endpoints.create, { params: { id: closed.id }, body: talk })).status,
    ).toBe(201)
  })
})

describe('GET /api/cases/:id/contacts', () => {
  test('newest first, paged without gaps or repetition', async () => {
    const paged = await aCase({ responsible: manager })
    const days = ['2026-11-03', '2026-11-05', '2026-11-05', '2026-11-04', '2026-11-01']
    for (const onDate of days)
      await manager.client.call(endpoints.create, { params: { id: paged.id }, body: { ...talk, onDate } })
    const seen: string[] = []
    let after: string | undefined
    do {
      const { body } = await manager.client.call(endpoints.list, {
        params: { id: paged.id },
        query: { limit: 2, ...(after ? { after } : {}) },
      })
      seen.push(...body.rows.map((row) => row.onDate))
      after = body.next
    } while (after)
    expect(seen).toEqual([...days].sort().reverse())
  })

  test('the effort of a colleague never shows', async () => {
    await aContact(manager, { minutes: 33 })
    const deputy = await house.user(house.a, asManager)
    await arrange.deputy(manager, deputy)
    const { body } = await deputy.client.call(endpoints.list, { params: { id: file.id } })
    expect(body.rows.length).toBeGreaterThan(0)
    expect(body.rows.every((row) => row.effort === null)).toBe(true)
  })

  test('401, 403, 400, 404', async () => {
    const call = { params: { id: file.id } }
    expect((await house.anonymous.call(endpoints.list, call)).status).toBe(401)
    expect((await partner.client.call(endpoints.list, call)).status).toBe(403)
    expect((await manager.client.call(endpoints.list, { ...call, query: { limit: 0 } })).status).toBe(400)
    expect((await manager.client.call(endpoints.list, { ...call, query: { after: 'x' } })).status).toBe(400)
    expect((await colleague.client.call(endpoints.list, call)).status).toBe(404)
    expect((await stranger.client.call(endpoints.list, call)).status).toBe(404)
  })
})

describe('GET /api/contacts/:id', () => {
  test('works; the read is audited', async () => {
    const { id } = await aContact()
    expect((await manager.client.call(endpoints.read, { params: { id } })).body.id).toBe(id)
    const rows = await house.system(house.a, (tx) =>
      tx.selectFrom('audit_event').select('action').where('object_id', '=', id).execute(),
    )
    expect(rows.map((row) => row.action)).toContain('contact.read')
  })

  test('401, 403, 400, 404', async () => {
    const { id } = await aContact()
    expect((await house.anonymous.call(endpoints.read, { params: { id } })).status).toBe(401)
    expect((await partner.client.call(endpoints.read, { params: { id } })).status).toBe(403)
    expect((await manager.client.raw('GET', '/api/contacts/nonsense')).status).toBe(400)
    expect((await colleague.client.call(endpoints.read, { params: { id } })).status).toBe(404)
    expect((await stranger.client.call(endpoints.read, { params: { id } })).status).toBe(404)
    expect((await manager.client.call(endpoints.read, { params: { id: newId() } })).status).toBe(404)
  })
})

describe('GET /api/cases/:id/contact-form and /api/contacts/cases', () => {
  test('the form starts with the persons of the case and what the last contact was in', async () => {
    const fresh = await aCase({ responsible: manager, familyName: 'Neumann' })
    const params = { id: fresh.id }
    await manager.client.call(endpoints.create, {
      params,
      body: { ...talk, language: 'uk', mediator: 'professional' },
    })
    const { body } = await manager.client.call(endpoints.form, { params })
    expect(body).toMatchObject({ name: 'Neumann, Amina', language: 'uk', mediator: 'professional' })
    expect(body.persons).toEqual([{ id: fresh.personId, name: 'Amina Neumann', isMain: true }])
    expect(body.sites.map((site) => site.name)).toEqual(['Kreishaus'])
    expect(body.organisations).toHaveLength(3)
  })

  test('own and deputised open cases can be chosen, no others', async () => {
    const mine = await manager.client.call(endpoints.cases)
    expect(mine.body.rows.map((row) => row.id)).toContain(file.id)
    expect((await colleague.client.call(endpoints.cases)).body.rows).toEqual([])
    expect((await stranger.client.call(endpoints.cases)).body.rows).toEqual([])
  })

  test('401, 403, 400, 404', async () => {
    const call = { params: { id: file.id } }
    expect((await house.anonymous.call(endpoints.form, call)).status).toBe(401)
    expect((await house.anonymous.call(endpoints.cases)).status).toBe(401)
    expect((await partner.client.call(endpoints.form, call)).status).toBe(403)
    expect((await partner.client.call(endpoints.cases)).status).toBe(403)
    expect((await manager.client.raw('GET', '/api/cases/nonsense/contact-form')).status).toBe(400)
    expect((await colleague.client.call(endpoints.form, call)).status).toBe(404)
    expect((await stranger.client.call(endpoints.form, call)).status).toBe(404)
  })
})
