import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../../../platform/contract/ids.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { recordedRequest } from './testing/recorded-request.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { anOffice, standsIn } from './testing/an-office.ts'

const house = await openHouse()
afterAll(() => house.close())
const office = await anOffice(house, house.a)
const { caseManager, colleague, coordinator, elsewhere, immigration, partner } = office
const foreign = (await anOffice(house, house.b)).caseManager
const socialOffice = await house.user(house.a, {
  organisation: house.a.town,
  unit: house.a.socialOfficeOfTown,
  roles: [{ role: 'townCoordinator' }],
})
const deputy = await house.user(house.a, {
  roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.townSite }],
})
await standsIn(house, deputy, caseManager)
// Another employer: without the client's word the desk of a colleague there stays closed (R060).
await standsIn(house, elsewhere, caseManager)

const entry = { concern: 'Sorge', callerName: 'Beispiel', callbackNumber: '02802 1' }
const waiting = await recordedRequest(caseManager, entry)
const taken = await recordedRequest(caseManager, { ...entry, take: true })
const done = await recordedRequest(caseManager, { ...entry, outcome: { kind: 'advised', minutes: 10 } })

type Table = 'request' | 'request_text' | 'request_contact' | 'request_effort'
const ofRequest = (table: Table) => sql.ref(table === 'request' ? 'id' : 'request_id')
const sees = (user: TestUser, table: Table) =>
  user.tx(async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select ${ofRequest(table)} as id from ${sql.table(table)}`.execute(tx)
    const names = { [waiting]: 'waiting', [taken]: 'taken', [done]: 'done' }
    return rows.map(({ id }) => names[id] ?? id).sort()
  })
const everybodyElse = { elsewhere, immigration, partner, socialOffice, foreign }

const all = ['done', 'taken', 'waiting']
test.each([
  ['request', { caseManager: all, colleague: ['waiting'], coordinator: all, deputy: ['done', 'taken'] }],
  [
    'request_text',
    { caseManager: all, colleague: ['waiting'], coordinator: ['waiting'], deputy: ['done', 'taken'] },
  ],
  [
    'request_contact',
    { caseManager: all, colleague: ['waiting'], coordinator: [], deputy: ['done', 'taken'] },
  ],
  ['request_effort', { caseManager: ['done'], colleague: [], coordinator: [], deputy: [] }],
] as const)('%s: who reads which', async (table, expected) => {
  const people = { caseManager, colleague, coordinator, deputy }
  for (const [name, rows] of Object.entries(expected)) {
    expect(await sees(people[name as keyof typeof people], table), name).toEqual(rows)
  }
  for (const [name, user] of Object.entries(everybodyElse)) expect(await sees(user, table), name).toEqual([])
})

/** Whether the database refused it, by policy or by missing grant. */
const denied = async (user: TestUser, work: (tx: Tx) => Promise<unknown>): Promise<boolean> => {
  const error: unknown = await user.tx(work).catch((thrown: unknown) => thrown)
  return error instanceof Error && /row-level security|permission denied/.test(error.message)
}
const aRow = (change: object = {}) => ({
  id: newId(),
  channel: 'phone',
  site_id: house.a.site,
  delete_after: '2027-01-01',
  ...change,
})

test('partner_request: app.ask_kim_in writes for partners alone; the own office and who sees the request read it', async () => {
  const ask = (user: TestUser, site = house.a.site) =>
    user.tx(async (tx) => {
      const id = newId()
      const facts = {
        name: 'Beispiel',
        concern: 'Sorge',
        consentedOn: '2026-11-01',
        consentForm: 'oral',
        consentBy: 'self',
        answerAgreed: true,
      }
      const { rows } = await sql<{ done: boolean }>`select app.ask_kim_in(${id}, ${newId()}, ${site},
        ${JSON.stringify(facts)}::jsonb, '2099-01-01', '2099-01-01') as done`.execute(tx)
      return { id, done: rows[0]!.done }
    })
  const ofWall = await house.user(house.a, { unit: house.a.immigrationUnit, roles: [{ role: 'partner' }] })
  for (const user of [caseManager, coordinator, immigration, ofWall, foreign])
    expect((await ask(user)).done).toBe(false)
  expect((await ask(partner, house.b.site)).done).toBe(false)
  const { id, done } = await ask(partner)
  expect(done).toBe(true)
  const reads = (user: TestUser) =>
    user.tx(async (tx) => (await sql`select 1 from partner_request where id = ${id}`.execute(tx)).rows.length)
  const desk = await house.user(house.a, { roles: [{ role: 'partner' }], organisation: house.a.kreis })
  const expected = {
    caseManager: 1,
    colleague: 1,
    coordinator: 1,
    partner: 1,
    elsewhere: 0,
    desk: 0,
    ofWall: 0,
    foreign: 0,
  }
  const people = { caseManager, colleague, coordinator, partner, elsewhere, desk, ofWall, foreign }
  for (const [name, count] of Object.entries(expected))
    expect(await reads(people[name as keyof typeof people]), name).toBe(count)
  // The office does not answer itself, and nobody writes a row by hand.
  const change = (user: TestUser) =>
    user.tx(async (tx) => {
      const set = sql`update partner_request set answer = 'accepted', answered_on = '2026-11-02' where id = ${id} returning id`
      return (await set.execute(tx)).rows.length
    })
  for (const user of [partner, coordinator, foreign]) expect(await change(user)).toBe(0)
  expect(
    await denied(partner, (tx) => sql`insert into partner_request (id) values (${newId()})`.execute(tx)),
  ).toBe(true)
  expect(await change(caseManager)).toBe(1)
})

test('partner_request: app.lock_kim_request and app.withdraw_kim_request serve the own office alone, and while it waits', async () => {
  const id = newId()
  const request = newId()
  const facts = { name: 'B', concern: 'S', consentedOn: '2026-11-01', consentForm: 'oral', consentBy: 'self' }
  await partner.tx((tx) =>
    sql`select app.ask_kim_in(${id}, ${request}, ${house.a.site}, ${JSON.stringify({ ...facts, answerAgreed: true })}::jsonb,
      '2099-01-01', '2099-01-01')`.execute(tx),
  )
  const lock = (user: TestUser) =>
    user.tx(async (tx) => (await sql`select * from app.lock_kim_request(${id})`.execute(tx)).rows)
  const withdraw = (user: TestUser) =>
    user.tx(async (tx) => {
      const { rows } = await sql<{
        done: boolean
      }>`select app.withdraw_kim_request(${id}, '2026-11-21', '2026-11-28') as done`.execute(tx)
      return rows[0]!.done
    })
  const desk = await house.user(house.a, { roles: [{ role: 'partner' }], organisation: house.a.kreis })
  for (const user of [caseManager, coordinator, immigration, desk, foreign]) {
    expect(await lock(user)).toEqual([])
    expect(await withdraw(user)).toBe(false)
  }
  expect(await lock(partner)).toEqual([{ request_id: request, state: 'open', withdrawn: false }])
  expect(await withdraw(partner)).toBe(true)
  expect(await withdraw(partner)).toBe(false)
  expect(await lock(partner)).toEqual([{ request_id: request, state: 'withdrawn', withdrawn: true }])
  for (const table of ['request_text', 'request_contact'] as const)
    expect(
      await house.system(house.a, (tx) =>
        tx.selectFrom(table).select('request_id').where('request_id', '=', request).execute(),
      ),
    ).toEqual([])
})

test('request: recorded at an own site only, never laid on the desk of somebody else', async () => {
  const insert = (user: TestUser, row: object) =>
    denied(user, (tx) => tx.insertInto('request').values(aRow(row)).execute())
  const assigned = { state: 'assigned', assigned_at: '2026-11-21T09:00:00Z' }
  expect(await insert(caseManager, { site_id: house.a.townSite })).toBe(true)
  expect(await insert(immigration, {})).toBe(true)
  expect(await insert(partner, {})).toBe(true)
  expect(await insert(caseManager, { ...assigned, assigned_to: colleague.id })).toBe(true)
  expect(await insert(coordinator, { ...assigned, assigned_to: coordinator.id })).toBe(true)
  expect(await insert(caseManager, { tenant_id: house.b.id })).toBe(true)
  expect(await insert(caseManager, { created_by: colleague.id })).toBe(true)
})

test('request: a case manager takes but does not push; the coordinator assigns under own oversight only', async () => {
  const push = (user: TestUser, to: string) =>
    denied(user, (tx) =>
      tx
        .updateTable('request')
        .set({ state: 'assigned', assigned_to: to })
        .where('id', '=', waiting)
        .execute(),
    )
  expect(await push(caseManager, colleague.id)).toBe(true)
  expect(await push(coordinator, colleague.id)).toBe(true)
  expect(await push(coordinator, elsewhere.id)).toBe(true)
})

test('request: what one does not see one does not change', async () => {
  for (const user of [colleague, elsewhere, immigration, foreign]) {
    const changed = await user.tx((tx) =>
      tx.updateTable('request').set({ urgency: 'soon' }).where('id', '=', taken).executeTakeFirst(),
    )
    expect(Number(changed.numUpdatedRows)).toBe(0)
  }
  expect(await denied(caseManager, (tx) => tx.deleteFrom('request').where('id', '=', taken).execute())).toBe(
    true,
  )
})

test('request: the states hold without the program', async () => {
  const write = (change: object) =>
    house.system(house.a, (tx) => tx.updateTable('request').set(change).where('id', '=', waiting).execute())
  await expect(write({ state: 'assigned' })).rejects.toThrow('open_means_unassigned')
  await expect(write({ closed_at: '2026-11-21T09:00:00Z' })).rejects.toThrow('closed_has_time')
})

test('request_text: oversight neither reads nor writes it', async () => {
  const row = { request_id: taken, concern: 'x' }
  expect(await denied(coordinator, (tx) => tx.insertInto('request_text').values(row).execute())).toBe(true)
  const changed = await coordinator.tx((tx) =>
    tx.updateTable('request_text').set({ concern: 'x' }).where('request_id', '=', taken).executeTakeFirst(),
  )
  expect(Number(changed.numUpdatedRows)).toBe(0)
  expect(await denied(colleague, (tx) => tx.insertInto('request_text').values(row).execute())).toBe(true)
})

test('request_contact: written by whoever sees the request, dropped by case managers', async () => {
  const row = { request_id: taken, caller_name: 'x', delete_on: '2027-01-01' }
  expect(await denied(colleague, (tx) => tx.insertInto('request_contact').values(row).execute())).toBe(true)
  const dropped = await coordinator.tx((tx) => tx.deleteFrom('request_contact').executeTakeFirst())
  expect(Number(dropped.numDeletedRows)).toBe(0)
})

test('request_effort: minutes are written for oneself and changed by nobody', async () => {
  const row = { request_id: taken, minutes: 5 }
  expect(await denied(colleague, (tx) => tx.insertInto('request_effort').values(row).execute())).toBe(true)
  const forAColleague = { ...row, user_id: colleague.id }
  expect(
    await denied(caseManager, (tx) => tx.insertInto('request_effort').values(forAColleague).execute()),
  ).toBe(true)
  expect(
    await denied(caseManager, (tx) => tx.updateTable('request_effort').set({ minutes: 1 }).execute()),
  ).toBe(true)
})

test('assignable_case_managers answers for the own oversight, site and time alone', async () => {
  const ask = (user: TestUser, site: string) =>
    user.tx(async (tx) => {
      const { rows } = await sql<{
        user_id: string
      }>`select user_id from app.assignable_case_managers(${site})`.execute(tx)
      return rows.map((row) => row.user_id)
    })
  expect(await ask(coordinator, house.a.site)).toEqual([caseManager.id])
  expect(await ask(coordinator, house.a.townSite)).toEqual([])
  for (const user of [caseManager, colleague, immigration, foreign])
    expect(await ask(user, house.a.site)).toEqual([])
  await house.system(house.a, (tx) =>
    tx.updateTable('staff_user').set({ active: false }).where('id', '=', caseManager.id).execute(),
  )
  expect(await ask(coordinator, house.a.site)).toEqual([])
})

test('request_step: with the request, and for who moved it; app.transfer_request and app.transfer_targets ask who is asking', async () => {
  const mover = await house.user(house.a, {
    roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }],
  })
  const id = await recordedRequest(mover, { ...entry, take: true })
  const move = (user: TestUser, request = id) =>
    user.tx(async (tx) => {
      const { rows } = await sql<{
        done: boolean
      }>`select app.transfer_request(${request}, ${house.a.townSite}, ${newId()},
        'language', '2026-11-01', true, true) as done`.execute(tx)
      return rows[0]!.done
    })
  const steps = (user: TestUser) =>
    user.tx(
      async (tx) => (await sql`select 1 from request_step where request_id = ${id}`.execute(tx)).rows.length,
    )
  for (const user of [colleague, elsewhere, immigration, partner, socialOffice, foreign])
    expect(await move(user)).toBe(false)
  expect(await move(mover, done)).toBe(false)
  expect(await move(mover)).toBe(true)
  expect(await move(mover)).toBe(false)
  const seen = await Promise.all([mover, elsewhere, colleague, coordinator, partner, foreign].map(steps))
  expect(seen).toEqual([1, 1, 0, 0, 0, 0])
  await expect(
    mover.tx((tx) => sql`update request_step set reason = 'capacity'`.execute(tx)),
  ).rejects.toMatchObject({ code: '42501' })
  const targets = (user: TestUser) =>
    user.tx(async (tx) => (await sql`select app.transfer_targets()`.execute(tx)).rows.length)
  expect(await targets(mover)).toBeGreaterThan(1)
  for (const user of [immigration, partner, socialOffice]) expect(await targets(user)).toBe(0)
})
