import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'

const house = await openHouse()
afterAll(() => house.close())

const tables = ['contact', 'contact_person', 'contact_note', 'contact_wait', 'contact_effort'] as const
type Table = (typeof tables)[number]

let manager: TestUser, deputy: TestUser, colleague: TestUser, coordinator: TestUser
let socialOffice: TestUser, immigration: TestUser, stranger: TestUser
let file: TestCase

beforeAll(async () => {
  const asManager = { roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }] } as const
  manager = await house.user(house.a, asManager)
  deputy = await house.user(house.a, asManager)
  colleague = await house.user(house.a, asManager)
  coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  socialOffice = await house.user(house.a, {
    roles: [{ role: 'partner' }],
    organisation: house.a.town,
    unit: house.a.socialOfficeOfTown,
  })
  immigration = await house.user(house.a, { roles: [{ role: 'immigrationOfficer' }] })
  stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  await arrange.oversight(house, coordinator, manager)
  await arrange.deputy(manager, deputy)
  file = await aCase({ responsible: manager })
  await aContact(manager, file)
})

/** One row in each table, straight to RLS. */
async function aContact(
  writer: TestUser,
  of: TestCase,
  { organisation = house.a.kreis, secrecy = false } = {},
): Promise<string> {
  const id = newId()
  await writer.tx(async (tx) => {
    const key = { contact_id: id, case_id: of.id }
    await tx
      .insertInto('contact')
      .values({ id, case_id: of.id, on_date: '2026-11-18', kind: 'phone' })
      .execute()
    if (of.personId)
      await tx
        .insertInto('contact_person')
        .values({ ...key, person_id: of.personId })
        .execute()
    await tx
      .insertInto('contact_note')
      .values({ ...key, organisation_id: organisation, content: 'Notiz', secrecy_203: secrecy })
      .execute()
    await tx
      .insertInto('contact_wait')
      .values({ ...key, since: '2026-11-18' })
      .execute()
    await tx
      .insertInto('contact_effort')
      .values({ ...key, minutes: 45 })
      .execute()
  })
  return id
}

const count = (user: TestUser, table: Table, caseId: string) =>
  user.tx(async (tx) => {
    const rows = await tx.selectFrom(table).selectAll().where('case_id', '=', caseId).execute()
    return rows.length
  })

const seen = async (user: TestUser) =>
  Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await count(user, table, file.id)] as const)),
  )
const nothing = Object.fromEntries(tables.map((table) => [table, 0]))
const allBut = (...hidden: Table[]) =>
  Object.fromEntries(tables.map((table) => [table, hidden.includes(table) ? 0 : 1]))

test('contact, contact_person, contact_note, contact_wait, contact_effort: who sees them', async () => {
  expect(await seen(manager)).toEqual(allBut())
  expect(await seen(deputy)).toEqual(allBut('contact_effort'))
  expect(await seen(coordinator)).toEqual(allBut('contact_note', 'contact_effort'))
  for (const user of [colleague, socialOffice, immigration, stranger])
    expect(await seen(user)).toEqual(nothing)
})

test('contact: nobody without work access writes, and nobody in the name of another', async () => {
  for (const user of [coordinator, colleague, socialOffice, immigration, stranger])
    await expect(aContact(user, file)).rejects.toThrow(/row-level security|violates foreign key/)
  const id = await aContact(manager, file)
  const change = (user: TestUser) =>
    user.tx((tx) => tx.updateTable('contact').set({ kind: 'letter' }).where('id', '=', id).executeTakeFirst())
  for (const user of [deputy, coordinator, colleague, stranger])
    expect((await change(user)).numUpdatedRows).toBe(0n)
  expect((await change(manager)).numUpdatedRows).toBe(1n)
  await expect(manager.tx((tx) => tx.deleteFrom('contact').where('id', '=', id).execute())).rejects.toThrow(
    /permission denied/,
  )
})

test('contact_person: only persons of the same case, only by the writer of the contact', async () => {
  const other = await aCase({ responsible: manager })
  const id = await aContact(manager, { ...file, personId: undefined })
  const put = (user: TestUser, personId: string) =>
    user.tx((tx) =>
      tx
        .insertInto('contact_person')
        .values({ contact_id: id, case_id: file.id, person_id: personId })
        .execute(),
    )
  await expect(put(manager, other.personId!)).rejects.toThrow(/row-level security/)
  await expect(put(deputy, file.personId!)).rejects.toThrow(/row-level security/)
  await put(manager, file.personId!)
})

test('contact_note: § 203 and another employer never open by a reason alone, a release opens', async () => {
  const sampled = await aCase({ responsible: manager })
  await aContact(manager, sampled)
  await aContact(manager, sampled, { secrecy: true })
  await aContact(manager, sampled, { organisation: house.a.welfare })
  const open = (user: TestUser, kind: 'reason' | 'release') =>
    user.tx((tx) =>
      tx
        .insertInto('clear_access')
        .values({
          id: newId(),
          case_id: sampled.id,
          user_id: coordinator.id,
          kind,
          reason: kind === 'reason' ? 'qualitySample' : null,
          parts: 6,
          valid_during: arrange.hours(-1, 24),
        })
        .execute(),
    )
  expect(await count(coordinator, 'contact_note', sampled.id)).toBe(0)
  await open(coordinator, 'reason')
  expect(await count(coordinator, 'contact_note', sampled.id)).toBe(1)
  await open(manager, 'release')
  expect(await count(coordinator, 'contact_note', sampled.id)).toBe(3)
})

test('contact_note: only the writer changes it', async () => {
  const id = await aContact(manager, file)
  const change = (user: TestUser) =>
    user.tx((tx) =>
      tx.updateTable('contact_note').set({ content: 'x' }).where('contact_id', '=', id).executeTakeFirst(),
    )
  for (const user of [deputy, coordinator, colleague, stranger])
    expect((await change(user)).numUpdatedRows).toBe(0n)
  expect((await change(manager)).numUpdatedRows).toBe(1n)
})

test('contact_wait: whoever works the case notes the answer, nobody else', async () => {
  const id = await aContact(manager, file)
  const answer = (user: TestUser) =>
    user.tx((tx) =>
      tx
        .updateTable('contact_wait')
        .set({ answered_on: '2026-11-20' })
        .where('contact_id', '=', id)
        .executeTakeFirst(),
    )
  for (const user of [coordinator, colleague, stranger]) expect((await answer(user)).numUpdatedRows).toBe(0n)
  expect((await answer(deputy)).numUpdatedRows).toBe(1n)
})

test('contact_effort: app.own_effort sums the own entries that stand, of nobody else and of no other tenant', async () => {
  const own = await aCase({ responsible: manager })
  const add = async (share: 'individual' | 'systemic', minutes: number, onDate = '2026-11-02') => {
    const id = newId()
    await manager.tx(async (tx) => {
      await tx.insertInto('contact').values({ id, case_id: own.id, on_date: onDate, kind: 'phone' }).execute()
      await tx
        .insertInto('contact_effort')
        .values({ contact_id: id, case_id: own.id, minutes, share })
        .execute()
    })
    return id
  }
  const sum = async (user: TestUser) =>
    (await user.tx((tx) => sql`select * from app.own_effort('2026-11-01')`.execute(tx))).rows[0]
  const before = (await sum(manager)) as { contacts: number; individual: number; systemic: number }
  await add('individual', 60)
  await add('systemic', 40)
  await add('individual', 999, '2026-10-31')
  const mistaken = await add('individual', 999)
  await manager.tx((tx) =>
    sql`update contact set withdrawn_at = now(), withdrawal_reason = 'duplicate' where id = ${mistaken}`.execute(
      tx,
    ),
  )
  const mine = {
    contacts: before.contacts + 2,
    individual: before.individual + 60,
    systemic: before.systemic + 40,
  }
  expect(await sum(manager)).toEqual(mine)
  for (const user of [coordinator, stranger])
    expect(await sum(user)).toEqual({ contacts: 0, individual: 0, systemic: 0 })
  // Also after the case went to somebody else: it was this person's work.
  await manager.tx((tx) =>
    sql`select app.hand_over_case(${own.id}, ${colleague.id}, ${newId()}, 'workload')`.execute(tx),
  )
  expect(await sum(manager)).toEqual(mine)
})

test('contact_effort: nobody reads or changes the minutes of another, not even with every part released', async () => {
  const id = await aContact(manager, file)
  const change = (user: TestUser) =>
    user.tx((tx) =>
      tx.updateTable('contact_effort').set({ minutes: 1 }).where('contact_id', '=', id).executeTakeFirst(),
    )
  for (const user of [deputy, coordinator, colleague, stranger]) {
    expect(await count(user, 'contact_effort', file.id)).toBe(0)
    expect((await change(user)).numUpdatedRows).toBe(0n)
  }
  const lead = await house.user(house.a, { roles: [{ role: 'kimLead' }] })
  const line = await house.user(house.a, { roles: [{ role: 'lineManager' }] })
  for (const user of [lead, line]) expect(await count(user, 'contact_effort', file.id)).toBe(0)
  expect((await change(manager)).numUpdatedRows).toBe(1n)
})
