import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../platform/contract/ids.ts'
import type { BodyInput } from '../../../../platform/contract/endpoint.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { requestEndpoints as endpoints } from '../../contract/requests/index.ts'
import { anOffice, standsIn } from './testing/an-office.ts'
import { recordedRequest } from './testing/recorded-request.ts'

const house = await openHouse()
afterAll(() => house.close())
const { caseManager, colleague, coordinator, elsewhere } = await anOffice(house, house.a)
await anOffice(house, house.b)

const entry = { concern: 'Räumung', callerName: 'Frau Beispiel', callbackNumber: '02802 1', language: 'ar' }
const lastWeek = '2026-11-14'
const transfer = (user: TestUser, id: string, wish: Partial<BodyInput<typeof endpoints.transfer>> = {}) =>
  user.client.call(endpoints.transfer, {
    params: { id },
    body: { siteId: house.a.townSite, reason: 'residence', agreedOn: lastWeek, ...wish },
  })
const read = async (user: TestUser, id: string) => user.client.call(endpoints.read, { params: { id } })

describe('POST /api/requests/:id/transfer', () => {
  test('across employers: what was agreed travels, the sender sees it no longer, the age stays', async () => {
    const id = await recordedRequest(caseManager, { ...entry, take: true })
    const before = (await read(caseManager, id)).body
    const { status, body } = await transfer(caseManager, id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      from: { id: house.a.site },
      to: { name: 'Rathaus' },
      acrossEmployers: true,
      reason: 'residence',
      agreedOn: lastWeek,
      withConcern: true,
      withContact: true,
      by: 'Kim Adler',
    })
    for (const user of [caseManager, colleague, coordinator]) expect((await read(user, id)).status).toBe(404)
    const there = await read(elsewhere, id)
    expect(there.body).toMatchObject({
      state: 'open',
      relation: 'queue',
      assignedTo: null,
      receivedAt: before.receivedAt,
      deleteAfter: before.deleteAfter,
      concern: 'Räumung',
      callerName: 'Frau Beispiel',
      callbackNumber: '02802 1',
      transfers: [{ id: body.id, reason: 'residence' }],
    })
    expect(
      (await elsewhere.client.call(endpoints.assign, { params: { id }, body: { to: 'me' } })).status,
    ).toBe(200)
  })

  test('what the person did not agree to is gone', async () => {
    const id = await recordedRequest(caseManager, entry)
    await transfer(caseManager, id, { withConcern: false, withContact: false })
    expect((await read(elsewhere, id)).body).toMatchObject({
      concern: null,
      callerName: null,
      callbackNumber: null,
      language: 'ar',
    })
    const left = await house.system(house.a, (tx) =>
      tx.selectFrom('request_contact').select('request_id').where('request_id', '=', id).execute(),
    )
    expect(left).toEqual([])
  })

  test('across employers not without the agreement, with its day; inside one employer nobody is asked', async () => {
    const id = await recordedRequest(caseManager, entry)
    const body = { siteId: house.a.townSite, reason: 'residence' as const }
    const missing = await caseManager.client.call(endpoints.transfer, { params: { id }, body })
    expect(missing).toMatchObject({
      status: 400,
      problem: { fields: [{ path: 'agreedOn', code: 'agreementMissing' }] },
    })
    const later = await transfer(caseManager, id, { agreedOn: '2099-01-01' })
    expect(later).toMatchObject({ status: 400, problem: { fields: [{ code: 'agreementLater' }] } })
    const second = newId()
    await house.system(house.a, async (tx) => {
      await tx
        .insertInto('site')
        .values({
          id: second,
          key: 'nebenstelle',
          label: 'Nebenstelle',
          kind: 'site',
          state: 'active',
          organisation_id: house.a.kreis,
          municipality_id: house.a.municipality,
          region_id: house.a.region,
          position: 3,
        })
        .execute()
    })
    const near = await house.user(house.a, {
      roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: second }],
    })
    const moved = await caseManager.client.call(endpoints.transfer, {
      params: { id },
      body: { siteId: second, reason: 'capacity', withContact: false },
    })
    expect(moved.body).toMatchObject({ acrossEmployers: false, agreedOn: null, withContact: true })
    expect((await read(near, id)).body).toMatchObject({ callerName: 'Frau Beispiel' })
  })

  test('not to the own site, not to one where nobody is at work, not to another district', async () => {
    const id = await recordedRequest(caseManager, entry)
    for (const siteId of [house.a.site, newId(), house.b.site, house.b.townSite]) {
      const { status, problem } = await transfer(caseManager, id, { siteId })
      expect({ status, field: problem.fields?.[0] }).toMatchObject({
        status: 400,
        field: { path: 'siteId', code: 'noTarget' },
      })
    }
    const targets = await caseManager.client.call(endpoints.transferTargets, { params: { id } })
    expect(targets.body.rows.map(({ name }) => name)).not.toContain('Kreishaus')
  })

  test('by the coordinator with oversight and by the deputy, not by a colleague; closed ones stay', async () => {
    const [overseen, stoodIn, done] = [
      await recordedRequest(caseManager, { ...entry, take: true }),
      await recordedRequest(caseManager, { ...entry, take: true }),
      await recordedRequest(caseManager, { ...entry, outcome: { kind: 'advised' } }),
    ]
    expect((await transfer(colleague, overseen)).status).toBe(404)
    expect((await transfer(coordinator, overseen)).status).toBe(200)
    await standsIn(house, colleague, caseManager)
    expect((await transfer(colleague, stoodIn)).status).toBe(200)
    const written = await house.system(house.a, (tx) =>
      tx
        .selectFrom('audit_event')
        .select('deputy_of')
        .where('object_id', '=', stoodIn)
        .where('action', '=', 'request.transferred')
        .execute(),
    )
    expect(written).toEqual([{ deputy_of: caseManager.id }])
    expect(await transfer(caseManager, done)).toMatchObject({
      status: 409,
      problem: { code: 'requestClosed' },
    })
  })

  test('400 for an unknown reason', async () => {
    const id = await recordedRequest(caseManager, entry)
    const raw = await caseManager.client.raw('POST', `/api/requests/${id}/transfer`, {
      body: { siteId: house.a.townSite, reason: 'weil', extra: 1 },
    })
    expect(raw.status).toBe(400)
    expect(raw.problem.fields?.map(({ path }) => path).sort()).toEqual(['extra', 'reason'])
  })

  test('a change of the site across employers is refused: it would leave no step', async () => {
    const both = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    const id = await recordedRequest(both, { ...entry, take: true })
    const change = await both.client.call(endpoints.change, {
      params: { id },
      body: { siteId: house.a.townSite },
      ifMatch: 1,
    })
    expect(change).toMatchObject({
      status: 400,
      problem: { fields: [{ path: 'siteId', code: 'otherEmployer' }] },
    })
  })
})
