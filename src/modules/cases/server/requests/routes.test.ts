import { afterAll, describe, expect, test } from 'vitest'
import { addDays, berlinDay } from '../../../../platform/contract/dates.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import type { EndpointSpec } from '../../../../platform/contract/endpoint.ts'
import { recordedRequest } from './testing/recorded-request.ts'
import { openHouse } from '../../../../testing/house.ts'
import type { Client } from '../../../../testing/client.ts'
import { requestEndpoints as endpoints } from '../../contract/requests/index.ts'
import { anOffice, standsIn } from './testing/an-office.ts'

const house = await openHouse()
afterAll(() => house.close())
const { caseManager, colleague, coordinator, elsewhere, immigration, partner } = await anOffice(
  house,
  house.a,
)
const foreign = (await anOffice(house, house.b)).caseManager

const at = (id: string) => ({ params: { id } })
const advised = { outcome: { kind: 'advised' as const } }

describe('every route', () => {
  const routes: [EndpointSpec, { body?: unknown; ifMatch?: number }][] = [
    [endpoints.record, { body: { channel: 'phone', siteId: house.a.site } }],
    [endpoints.list, {}],
    [endpoints.waiting, {}],
    [endpoints.read, {}],
    [endpoints.change, { body: { urgency: 'soon' }, ifMatch: 1 }],
    [endpoints.assign, { body: { to: 'me' } }],
    [endpoints.return, {}],
    [endpoints.close, { body: advised }],
    [endpoints.assignees, {}],
    [endpoints.transferTargets, {}],
    [endpoints.transfer, { body: { siteId: newId(), reason: 'language' } }],
  ]
  const calling = (client: Client, [spec, options]: (typeof routes)[number], id: string) =>
    client.raw(spec.method, spec.path.replace(':id', id), options)

  test.each(routes)(
    '$method $path: nobody without a session, no right for B3 and partners',
    async (...route) => {
      expect((await calling(house.anonymous, route, newId())).status).toBe(401)
      expect((await calling(immigration.client, route, newId())).status).toBe(403)
      expect((await calling(partner.client, route, newId())).status).toBe(403)
    },
  )

  test('hidden by another desk, site or tenant is the same 404 as never there', async () => {
    const hidden = await recordedRequest(caseManager, { take: true })
    for (const route of routes.filter(
      ([spec]) => spec.path.includes(':id') && spec !== endpoints.assignees,
    )) {
      const invented = await calling(colleague.client, route, newId())
      expect(invented.status).toBe(404)
      for (const { client } of [colleague, elsewhere, foreign]) {
        const { status, body } = await calling(client, route, hidden)
        expect({ status, body }).toEqual({ status: 404, body: invented.body })
      }
    }
  })
})

describe('POST /api/requests', () => {
  test('needs channel and site only; the rest has defaults', async () => {
    const id = await recordedRequest(caseManager)
    const { body } = await caseManager.client.call(endpoints.read, at(id))
    expect(body).toMatchObject({
      state: 'open',
      urgency: 'normal',
      relation: 'queue',
      site: { id: house.a.site, name: 'Kreishaus' },
      assignedTo: null,
      callerName: null,
      version: 1,
    })
    expect(body.can).toEqual(['edit', 'take', 'transfer', 'advise', 'signpost', 'withdraw', 'convert'])
  })

  test('keeps what was typed; name and number have their own day of deletion', async () => {
    const id = await recordedRequest(caseManager, {
      channel: 'partner',
      entryRoute: 'jobcenter',
      municipalityId: house.a.municipality,
      language: 'ar',
      urgency: 'urgent',
      lifeDomains: ['housing'],
      concern: '  Wohnung gekündigt.  ',
      callerName: 'Frau Beispiel',
      callbackNumber: '02802 123456',
    })
    const { body } = await caseManager.client.call(endpoints.read, at(id))
    expect(body).toMatchObject({
      channel: 'partner',
      entryRoute: 'jobcenter',
      municipality: { name: 'Musterstadt' },
      language: 'ar',
      lifeDomains: ['housing'],
      concern: 'Wohnung gekündigt.',
      callerName: 'Frau Beispiel',
      callbackNumber: '02802 123456',
    })
    const day = (days: number) => addDays(berlinDay(Temporal.Now.instant()), days).slice(0, 7)
    expect(body.callbackDeleteOn?.slice(0, 7)).toBe(day(30))
    expect(body.deleteAfter.slice(0, 7)).toBe(day(90))
  })

  test('the periods of the district win over the defaults of the program', async () => {
    await house.system(house.b, (tx) =>
      tx.insertInto('tenant_setting').values({ key: 'callbackNumberDays', value: '1' }).execute(),
    )
    const id = await recordedRequest(foreign, { callerName: 'Beispiel' })
    const { body } = await foreign.client.call(endpoints.read, at(id))
    expect(body.callbackDeleteOn).toBe(addDays(berlinDay(Temporal.Instant.from(body.receivedAt)), 1))
  })

  test('brief advice without a name is one form', async () => {
    const outcome = { kind: 'advised', minutes: 15 } as const
    const id = await recordedRequest(caseManager, {
      channel: 'walkIn',
      language: 'uk',
      lifeDomains: ['work'],
      outcome,
    })
    const { body } = await caseManager.client.call(endpoints.read, at(id))
    expect(body).toMatchObject({ state: 'advised', relation: 'own', ownMinutes: 15, can: [] })
    expect(body.closedAt).not.toBeNull()
  })

  test('the coordinator records for the queue but does not counsel', async () => {
    const id = await recordedRequest(coordinator, { callerName: 'Herr Beispiel' })
    const { body } = await coordinator.client.call(endpoints.read, at(id))
    expect(body).toMatchObject({ callerName: null, can: ['edit', 'assign', 'transfer'] })
    for (const extra of [{ take: true }, { outcome: { kind: 'advised' as const } }]) {
      const answer = await coordinator.client.call(endpoints.record, {
        body: { channel: 'phone', siteId: house.a.site, ...extra },
      })
      expect(answer.status).toBe(403)
    }
  })

  test('all wrong fields at once, in German', async () => {
    const shape = await caseManager.client.raw('POST', '/api/requests', {
      body: { channel: 'smoke', concern: 'x'.repeat(501), nationality: '475' },
    })
    expect(shape.status).toBe(400)
    // The field nobody may send is named as well.
    expect(shape.problem.fields?.map((field) => field.path).sort()).toEqual([
      'channel',
      'concern',
      'nationality',
      'siteId',
    ])
    const { status, problem } = await caseManager.client.call(endpoints.record, {
      body: {
        channel: 'phone',
        siteId: house.a.townSite,
        municipalityId: newId(),
        language: 'xx',
        entryRoute: 'xx',
        lifeDomains: ['housing', 'xx'],
        outcome: { kind: 'signposted', organisationId: house.b.welfare },
      },
    })
    expect(status).toBe(400)
    expect(problem.fields?.map((field) => field.path).sort()).toEqual([
      'entryRoute',
      'language',
      'lifeDomains',
      'municipalityId',
      'outcome.organisationId',
      'siteId',
    ])
  })

  test('locked life domains count in nameless advice and stay locked beside a name', async () => {
    await house.system(house.a, (tx) =>
      tx
        .updateTable('catalogue_entry')
        .set({ settings: '{"locked": true}' })
        .where('kind', '=', 'lifeDomain')
        .where('key', '=', 'health')
        .execute(),
    )
    const record = (entry: object) =>
      caseManager.client.call(endpoints.record, {
        body: { channel: 'phone', siteId: house.a.site, lifeDomains: ['health'], ...entry },
      })
    expect((await record({})).problem.fields).toMatchObject([{ path: 'lifeDomains', code: 'domainLocked' }])
    expect((await record({ ...advised, callerName: 'Beispiel' })).status).toBe(400)
    expect((await record(advised)).status).toBe(201)
    const named = await recordedRequest(caseManager, { callerName: 'Beispiel' })
    const body = { ...advised, lifeDomains: ['health'] }
    expect((await caseManager.client.call(endpoints.close, { ...at(named), body })).status).toBe(400)
    const nameless = await recordedRequest(caseManager)
    expect((await caseManager.client.call(endpoints.close, { ...at(nameless), body })).status).toBe(200)
  })

  test('the same key gives the same request', async () => {
    const options = { body: { channel: 'phone' as const, siteId: house.a.site }, idempotencyKey: newId() }
    const first = await caseManager.client.call(endpoints.record, options)
    expect((await caseManager.client.call(endpoints.record, options)).body).toEqual(first.body)
  })
})

describe('GET /api/requests', () => {
  test('most urgent and oldest first, overdue with the urgent ones, in pages that fit together', async () => {
    const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString()
    await house.system(house.a, (tx) => tx.deleteFrom('request').execute())
    const make = async (urgency: 'normal' | 'soon' | 'urgent', age: number) => {
      const id = await recordedRequest(caseManager, { urgency })
      await house.system(house.a, (tx) =>
        tx
          .updateTable('request')
          .set({ received_at: days(age) })
          .where('id', '=', id)
          .execute(),
      )
      return id
    }
    const normal = await make('normal', 1)
    const soon = await make('soon', 2)
    const urgent = await make('urgent', 0)
    const overdue = await make('normal', 8)
    const soonOlder = await make('soon', 3)
    const expected = [overdue, urgent, soonOlder, soon, normal]
    const all = await caseManager.client.call(endpoints.list)
    expect(all.body.rows.map((row) => row.id)).toEqual(expected)
    expect(all.body.rows.map((row) => row.overdue)).toEqual([true, false, false, false, false])
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await caseManager.client.call(endpoints.list, {
        query: after === undefined ? { limit: 2 } : { limit: 2, after },
      })
      seen.push(...page.body.rows.map((row) => row.id))
      after = page.body.next
    } while (after !== undefined)
    expect(seen).toEqual(expected)
    const { body } = await caseManager.client.call(endpoints.waiting)
    expect(body).toMatchObject({ total: 5, urgent: 2, sites: [{ id: house.a.site, waiting: 5 }] })
    expect((await elsewhere.client.call(endpoints.waiting)).body.total).toBe(0)
  })

  test('the views: mine with those I stand in for, assigned for oversight, done newest first', async () => {
    const mine = await recordedRequest(colleague, { take: true, language: 'ar' })
    const [first, second] = [
      await recordedRequest(colleague, advised),
      await recordedRequest(colleague, advised),
    ]
    const ids = async (user: typeof colleague, query: object) =>
      (await user.client.call(endpoints.list, { query })).body.rows.map((row) => row.id)
    expect(await ids(colleague, { view: 'mine' })).toEqual([mine])
    expect(await ids(colleague, { view: 'mine', language: 'uk' })).toEqual([])
    expect(await ids(colleague, { view: 'done' })).toEqual([second, first])
    const page = await colleague.client.call(endpoints.list, { query: { view: 'done', limit: 1 } })
    expect(await ids(colleague, { view: 'done', after: page.body.next })).toEqual([first])
    const overseen = await recordedRequest(caseManager, { take: true, concern: 'nur für die Bearbeitung' })
    const assigned = await coordinator.client.call(endpoints.list, { query: { view: 'assigned' } })
    expect(assigned.body.rows).toMatchObject([
      { id: overseen, concern: null, can: ['assign', 'return', 'transfer'] },
    ])
    const deputy = await house.user(house.a, {
      roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.townSite }],
    })
    await standsIn(house, deputy, caseManager)
    const standing = await deputy.client.call(endpoints.list, { query: { view: 'mine' } })
    expect(standing.body.rows).toMatchObject([{ id: overseen, relation: 'deputy' }])
    expect(standing.body.rows[0]!.can).not.toContain('return')
  })

  test.each([
    '%%%',
    btoa('["x",0,"y","z"]'),
    btoa('["2026-13-45 00:00:00+00",0,"2026-01-01 00:00:00+00",""]'),
  ])('a forged cursor is refused: %s', async (after) => {
    expect((await caseManager.client.call(endpoints.list, { query: { after } })).status).toBe(400)
  })

  test('an unknown filter is refused', async () => {
    const answer = await caseManager.client.raw('GET', '/api/requests', { query: { callerName: 'a' } })
    expect(answer.status).toBe(400)
  })
})

describe('PATCH /api/requests/:id', () => {
  test('absent keeps, null clears; the version goes up', async () => {
    const id = await recordedRequest(caseManager, {
      language: 'ar',
      concern: 'alt',
      callerName: 'Beispiel',
      take: true,
    })
    const change = { language: null, concern: 'neu', callerName: null, urgency: 'soon' as const }
    const { status, body } = await caseManager.client.call(endpoints.change, {
      ...at(id),
      body: change,
      ifMatch: 1,
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      language: null,
      concern: 'neu',
      callerName: null,
      urgency: 'soon',
      version: 2,
    })
    expect(body.callbackDeleteOn).toBeNull()
  })

  test('428 without, 412 with an old version and the row as it is', async () => {
    const id = await recordedRequest(caseManager)
    await caseManager.client.call(endpoints.change, { ...at(id), body: { urgency: 'soon' }, ifMatch: 1 })
    expect((await caseManager.client.call(endpoints.change, { ...at(id), body: {} })).status).toBe(428)
    const stale = await colleague.client.call(endpoints.change, {
      ...at(id),
      body: { urgency: 'urgent' },
      ifMatch: 1,
    })
    expect(stale.status).toBe(412)
    expect(stale.problem.current).toMatchObject({ id, version: 2, urgency: 'soon' })
  })

  test('no site of others, no columns of the table, nothing on a closed request', async () => {
    const id = await recordedRequest(caseManager)
    const moved = await caseManager.client.call(endpoints.change, {
      ...at(id),
      body: { siteId: house.a.townSite },
      ifMatch: 1,
    })
    expect(moved.problem.fields).toMatchObject([{ path: 'siteId', code: 'siteNotYours' }])
    const body = { tenant_id: house.b.id, state: 'advised', assigned_to: colleague.id, version: 9 }
    expect((await caseManager.client.raw('PATCH', `/api/requests/${id}`, { body, ifMatch: 1 })).status).toBe(
      400,
    )
    const closed = await recordedRequest(caseManager, advised)
    const answer = await caseManager.client.call(endpoints.change, { ...at(closed), body: {}, ifMatch: 1 })
    expect([answer.status, answer.problem.code]).toEqual([409, 'requestClosed'])
  })

  test('the coordinator changes what is structured, never name or number', async () => {
    const id = await recordedRequest(caseManager)
    const change = (body: object) =>
      coordinator.client.call(endpoints.change, { ...at(id), body, ifMatch: 1 })
    expect((await change({ callerName: 'Beispiel' })).problem.code).toBe('requestNotYours')
    expect((await change({ urgency: 'soon' })).status).toBe(200)
  })
})
