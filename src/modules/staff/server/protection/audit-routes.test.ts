import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAuditNightly } from '../../../../platform/server/jobs/verify-audit-nightly.ts'
import { sealAudit } from '../../../../platform/server/audit/seal-audit.ts'
import { aCase, type TestCase } from '../../../../testing/a-case.ts'
import { arrange } from '../../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { protectionAuditEndpoints as endpoints } from '../../contract/protection-audit.ts'

const house = await openHouse()
afterAll(() => house.close())
const month = Temporal.Now.zonedDateTimeISO('Europe/Berlin').toPlainDate().toString().slice(0, 7)
let officer: TestUser
let manager: TestUser
let coordinator: TestUser
let foreign: TestUser
let file: TestCase
beforeAll(async () => {
  officer = await house.user(house.a, { roles: [{ role: 'dataProtectionOfficer' }] })
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }], familyName: 'Adler' })
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }], familyName: 'Berg' })
  foreign = await house.user(house.b, { roles: [{ role: 'dataProtectionOfficer' }] })
  await arrange.oversight(house, coordinator, manager)
  file = await aCase({ responsible: manager })
  const body = { reason: 'danger', parts: ['identity'], hours: 24 }
  const opened = await coordinator.client.raw('POST', `/api/cases/${file.id}/clear-access/reason`, { body })
  if (opened.status >= 300) throw new Error(JSON.stringify(opened.problem))
  await coordinator.client.raw('GET', `/api/users/${manager.id}`)
  await manager.client.raw('GET', `/api/cases/${file.id}`)
})

const accesses = (user: TestUser, query: object = {}) =>
  user.client.call(endpoints.accesses, { query: { month, ...query } as never })

describe('GET /api/protection/accesses', () => {
  test('who opened what for which reason; nothing of everyday work, nothing of content', async () => {
    const { status, body } = await accesses(officer)
    expect(status).toBe(200)
    const opened = body.rows.find(({ action }) => action === 'clearAccess.openedForReason')
    expect(opened).toMatchObject({
      actor: 'Kim Berg',
      openedFor: 'Kim Berg',
      reason: 'danger',
      fileNumber: expect.any(String),
    })
    expect(body.rows.map(({ action }) => action)).toContain('access.refused')
    expect(body.rows.map(({ action }) => action)).not.toContain('case.read')
    expect(JSON.stringify(body)).not.toContain('Kim Adler')
  })

  test('pages without repeating, narrowed by kind, other months are empty; reading it is on record', async () => {
    const first = await accesses(officer, { limit: 1 })
    expect(first.body.rows).toHaveLength(1)
    const second = await accesses(officer, { limit: 1, after: first.body.next })
    expect(second.body.rows[0]!.id).not.toBe(first.body.rows[0]!.id)
    const only = await accesses(officer, { action: 'clearAccess.openedForReason' })
    expect(only.body.rows).toHaveLength(1)
    expect((await accesses(officer, { month: '2020-01' })).body.rows).toEqual([])
    expect((await accesses(officer, { action: 'protection.accessesRead' })).body.rows.length).toBeGreaterThan(
      1,
    )
  })

  test('401, 403, 400; another district sees its own alone', async () => {
    expect((await house.anonymous.call(endpoints.accesses, { query: { month } as never })).status).toBe(401)
    for (const user of [manager, coordinator]) expect((await accesses(user)).status).toBe(403)
    for (const query of ['month=2026-13', `month=${month}&after=x`, `month=${month}&action=case.read`])
      expect((await officer.client.raw('GET', `/api/protection/accesses?${query}`)).status, query).toBe(400)
    expect((await accesses(foreign)).body.rows.every(({ actor }) => actor !== 'Kim Berg')).toBe(true)
  })
})

describe('GET /api/protection/audit-summary', () => {
  const summary = (user: TestUser) => user.client.call(endpoints.summary, { query: { month } })

  test('figures by kind and reason without persons, and what the night found', async () => {
    expect((await summary(officer)).body.check).toBeNull()
    await sealAudit(house.owner, house.a.id, { everything: true })
    await verifyAuditNightly.run({ pool: house.owner, now: Temporal.Now.instant() })
    const { body } = await summary(officer)
    expect(body.check).toMatchObject({ faults: 0, seal: expect.stringMatching(/^kreis-a:\d+:[0-9a-f]{64}$/) })
    expect(body.counts.find(({ action }) => action === 'case.read')).toMatchObject({
      entries: expect.any(Number),
    })
    expect(JSON.stringify(body.counts)).not.toMatch(/Adler|Berg|[0-9a-f]{8}-/)
    expect((await summary(foreign)).body.check).toMatchObject({
      seal: expect.not.stringContaining('kreis-a'),
    })
  })

  test('401, 403, 400', async () => {
    expect((await house.anonymous.call(endpoints.summary, { query: { month } })).status).toBe(401)
    expect((await summary(manager)).status).toBe(403)
    expect((await officer.client.raw('GET', '/api/protection/audit-summary?month=heute')).status).toBe(400)
  })
})

test('app.access_events() and app.audit_counts(): empty for everybody but the data protection officer of the tenant', async () => {
  const rows = (user: TestUser, call: string) =>
    user.tx(async (tx) => (await sql.raw(`select * from ${call}`).execute(tx)).rows.length)
  const events = `app.access_events('${month}-15', null, null, 50)`
  const counts = `app.audit_counts('${month}-15')`
  for (const call of [events, counts]) {
    expect(await rows(officer, call)).toBeGreaterThan(0)
    for (const user of [manager, coordinator]) expect(await rows(user, call)).toBe(0)
  }
  await expect(officer.tx((tx) => sql`select actor_id from audit_event`.execute(tx))).rejects.toMatchObject({
    code: '42501',
  })
})
