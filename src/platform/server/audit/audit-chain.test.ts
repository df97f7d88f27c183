import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { audit } from '../audit.ts'
import { connect } from '../db/connect.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const house = await openHouse()
let anna: TestUser
let bert: TestUser
beforeAll(async () => {
  anna = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  bert = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
})
afterAll(() => house.close())

const write = (user: TestUser, times: number) =>
  user.tx(async (tx) => {
    for (let n = 0; n < times; n += 1)
      await audit(tx, { action: 'case.read', objectKind: 'case', details: { n } })
  })
const verify = (expected?: { seq: number; hash: string }) => verifyAudit(house.owner, house.a.id, expected)

/** As somebody with the owner's password, past every policy. */
async function tamper(statement: string): Promise<void> {
  const client = await connect(house.urls.owner)
  try {
    await client.query(
      'begin; alter table audit_event no force row level security; alter table audit_seal no force row level security',
    )
    await client.query(statement)
    await client.query(
      'alter table audit_event force row level security; alter table audit_seal force row level security; commit',
    )
  } finally {
    await client.end()
  }
}

beforeEach(async () => {
  await tamper('delete from audit_seal; delete from audit_event')
  await write(anna, 5)
  await write(bert, 2)
})

test('BC-33 sealed rows of a tenant verify, and the chain goes on where it ended', async () => {
  expect(await sealAudit(house.owner, house.a.id)).toBe(5)
  expect(await sealAudit(house.owner, house.a.id)).toBe(0)
  await write(anna, 3)
  expect(await sealAudit(house.owner, house.a.id)).toBe(3)
  const verdict = await verify()
  expect(verdict).toMatchObject({ sealed: 8, faults: [], unsealed: { count: 0 }, last: { seq: 8 } })
  expect((await verifyAudit(house.owner, house.b.id)).sealed).toBe(0)
})

test('more rows than one batch are sealed in one go', async () => {
  await house.system(house.a, (tx) =>
    sql`insert into audit_event (id, action, object_kind) select gen_random_uuid(), 'x', 'x' from generate_series(1, 2500)`.execute(
      tx,
    ),
  )
  expect(await sealAudit(house.owner, house.a.id)).toBe(2505)
  expect(await verify()).toMatchObject({ sealed: 2505, faults: [] })
})

test('the unsealed tail is named', async () => {
  await sealAudit(house.owner, house.a.id)
  await write(anna, 2)
  const { unsealed, faults } = await verify()
  expect(faults).toEqual([])
  expect(unsealed).toMatchObject({ count: 2, ids: [expect.any(String), expect.any(String)] })
})

describe('BC-33 one changed byte is found', () => {
  const third = `(select event_id from audit_seal where tenant_id = '$a' and seq = 3)`
  const changes: Record<string, [statement: string, fault: string]> = {
    'another action': [`update audit_event set action = 'case.reaD' where id = ${third}`, 'changed'],
    'another person': [`update audit_event set actor_id = gen_random_uuid() where id = ${third}`, 'changed'],
    'a microsecond later': [
      `update audit_event set at = at + interval '1 microsecond' where id = ${third}`,
      'changed',
    ],
    'a detail': [`update audit_event set details = '{"n": 9}' where id = ${third}`, 'changed'],
    'null for empty': [`update audit_event set reason = '' where id = ${third}`, 'changed'],
    'a row deleted': [`delete from audit_event where id = ${third}`, 'missing'],
    'a row deleted with its seal': [
      `delete from audit_event where id = ${third}; delete from audit_seal where tenant_id = '$a' and seq = 3`,
      'gap',
    ],
  }
  test.each(Object.keys(changes))('%s', async (name) => {
    await sealAudit(house.owner, house.a.id)
    const [statement, kind] = changes[name]!
    await tamper(statement.replaceAll('$a', house.a.id))
    const { faults } = await verify()
    expect(faults).toEqual([{ kind, seq: kind === 'gap' ? 4 : 3, eventId: expect.any(String) }])
  })

  test('a row put in between shows as one that was never sealed', async () => {
    await sealAudit(house.owner, house.a.id)
    await tamper(`insert into audit_event (tenant_id, id, actor_id, action, object_kind, at)
      select tenant_id, gen_random_uuid(), actor_id, 'invented', 'case', min(at) from audit_event where tenant_id = '${house.a.id}' group by 1, 3`)
    expect(await verify()).toMatchObject({ faults: [], unsealed: { count: 1 } })
  })

  test('the end cut off is found with a seal noted before', async () => {
    await sealAudit(house.owner, house.a.id)
    const { last } = await verify()
    await tamper(`delete from audit_event where id = (select event_id from audit_seal where tenant_id = '${house.a.id}' and seq = 5);
      delete from audit_seal where tenant_id = '${house.a.id}' and seq = 5`)
    expect((await verify()).faults).toEqual([])
    expect((await verify(last)).faults).toEqual([{ kind: 'gap', seq: 5, eventId: '' }])
  })
})

test('rows that commit late are sealed all the same', async () => {
  let finish = () => {}
  const open = new Promise<void>((done) => (finish = done))
  let started = () => {}
  const begun = new Promise<void>((done) => (started = done))
  const late = anna.tx(async (tx) => {
    await audit(tx, { action: 'late', objectKind: 'case' })
    started()
    await open
  })
  await begun
  await write(anna, 1)
  expect(await sealAudit(house.owner, house.a.id)).toBe(6)
  finish()
  await late
  expect(await sealAudit(house.owner, house.a.id)).toBe(1)
  expect(await verify()).toMatchObject({ sealed: 7, faults: [] })
})

test('a row from before the window (a clock set back) is found by the look at everything', async () => {
  await sealAudit(house.owner, house.a.id)
  await tamper(`insert into audit_event (tenant_id, id, actor_id, action, object_kind, at)
    values ('${house.a.id}', gen_random_uuid(), gen_random_uuid(), 'old', 'case', now() - interval '1 year')`)
  expect(await sealAudit(house.owner, house.a.id)).toBe(0)
  expect(await sealAudit(house.owner, house.a.id, { everything: true })).toBe(1)
  expect((await verify()).faults).toEqual([])
})

test('two processes at once make one chain', async () => {
  await write(anna, 300)
  const both = await Promise.all([sealAudit(house.owner, house.a.id), sealAudit(house.owner, house.a.id)])
  expect(both.reduce((sum, count) => sum + count, 0)).toBe(305)
  expect(await verify()).toMatchObject({ sealed: 305, faults: [] })
})
