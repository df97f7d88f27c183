import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestEndpoints } from '../../src/modules/cases/index.ts'
import { newId } from '../../src/platform/contract/ids.ts'
import { sealAudit } from '../../src/platform/server/audit/seal-audit.ts'
import { verifyAudit } from '../../src/platform/server/audit/verify-audit.ts'
import { openHouse, type TestUser } from '../../src/testing/house.ts'

// What deletes nothing at a jump is proved beside the job: src/modules/records/server/retention-job.test.ts.
let clock = Temporal.Now.instant()
const house = await openHouse({ now: () => clock })
let anna: TestUser
beforeAll(async () => {
  anna = await house.user(house.a, {
    roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }],
  })
})
afterAll(() => house.close())

const today = Temporal.Now.instant()
test.each([
  ['a year ahead', today.add({ hours: 24 * 365 })],
  ['a year back', today.subtract({ hours: 24 * 365 })],
  ['on 29 February, shortly before midnight', Temporal.Instant.from('2028-02-29T22:59:30Z')],
  ['in the hour that does not exist', Temporal.Instant.from('2027-03-28T01:00:00Z')],
  ['in the hour that comes twice, the first time', Temporal.Instant.from('2027-10-31T00:30:00Z')],
  ['in the hour that comes twice, the second time', Temporal.Instant.from('2027-10-31T01:30:00Z')],
])('F7 with the clock %s people go on working', async (name, at) => {
  clock = at
  const recorded = await anna.client.call(requestEndpoints.record, {
    body: { channel: 'phone', siteId: house.a.site, concern: name, callbackNumber: '0201 1' },
  })
  expect([recorded.status, recorded.problem.code]).toEqual([201, undefined])
  const read = await anna.client.call(requestEndpoints.read, { params: { id: recorded.body.id } })
  expect([read.status, read.body.concern]).toEqual([200, name])
  for (const path of ['/api/day', '/api/requests?view=unassigned', '/api/tasks']) {
    expect([path, (await anna.client.raw('GET', path)).status]).toEqual([path, 200])
  }
})

test('F7 the audit is ordered by its sequence: a row with an old time comes where it was written', async () => {
  const write = (at: string) =>
    house.system(house.a, async (tx) => {
      const id = newId()
      const event = { action: 'test.clock', object_kind: 'request' }
      await tx
        .insertInto('audit_event')
        .values({ id, at, ...event })
        .execute()
      return id
    })
  await sealAudit(house.owner, house.a.id, { everything: true })
  const written: string[] = []
  for (const days of [0, -365, 365, -1]) {
    written.push(await write(today.add({ hours: 24 * days }).toString()))
    await sealAudit(house.owner, house.a.id, { everything: true })
  }
  const sealed = await house.system(house.a, (tx) =>
    tx.selectFrom('audit_seal').select('event_id').orderBy('seq').execute(),
  )
  expect(sealed.map(({ event_id: id }) => id).slice(-4)).toEqual(written)
  expect(await verifyAudit(house.owner, house.a.id)).toMatchObject({ faults: [], unsealed: { count: 0 } })
})
