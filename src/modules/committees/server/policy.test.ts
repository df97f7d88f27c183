import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { accessAsExpected, aCommittee, aSeat, type TestCommittee } from '../../../testing/a-committee.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'

const house = await openHouse()
afterAll(() => house.close())

const people = {} as Record<
  | 'administration'
  | 'member'
  | 'frontOffice'
  | 'worker'
  | 'b3'
  | 'outsider'
  | 'town'
  | 'partner'
  | 'stranger',
  TestUser
>
type Who = keyof typeof people
let group: TestCommittee
let meeting: string
let seat: string
let b3Seat: string

/** Everything a member sees once it is released. */
const released = [
  'agenda_item',
  'decision',
  'decision_party',
  'commission',
  'action_item',
  'minute_entry',
  'committee_paper',
] as const
type Released = (typeof released)[number]
type Kind = 'draft' | 'released' | 'withoutB3'
const rows = {} as Record<Released, Record<Kind, string>>

beforeAll(async () => {
  await aCatalogue(house, house.a)
  const user = (role: Parameters<typeof house.user>[1], tenant = house.a) => house.user(tenant, role)
  people.administration = await user({ roles: [{ role: 'administration' }] })
  people.member = await user({ roles: [{ role: 'committeeMember' }], organisation: house.a.town })
  people.frontOffice = await user({ roles: [{ role: 'committeeMember' }], organisation: house.a.town })
  people.worker = await user({ roles: [{ role: 'caseManager' }] })
  people.b3 = await user({ roles: [{ role: 'immigrationOfficer' }], unit: house.a.immigrationUnit })
  people.outsider = await user({ roles: [{ role: 'caseManager' }] })
  people.town = await user({ roles: [{ role: 'townCoordinator' }], organisation: house.a.town })
  people.partner = await user({ roles: [{ role: 'partner' }], organisation: house.a.welfare })
  people.stranger = await user({ roles: [{ role: 'kimLead' }, { role: 'administration' }] }, house.b)
  group = await aCommittee(house)
  seat = await aSeat(house, group, people.member)
  await aSeat(house, group, people.frontOffice, { kind: 'frontOffice', forMember: seat })
  await aSeat(house, group, people.worker)
  b3Seat = await aSeat(house, group, people.b3)
  await house.system(house.a, arrange)
})

async function arrange(tx: Tx): Promise<void> {
  meeting = newId()
  const when = { on_date: '2026-11-20', start_time: '09:00' }
  await tx
    .insertInto('meeting')
    .values({ id: meeting, committee_id: group.id, ...when })
    .execute()
  for (const table of released) rows[table] = {} as Record<Kind, string>
  for (const kind of ['draft', 'released', 'withoutB3'] as const) {
    const item = newId()
    const flags = {
      committee_id: group.id,
      released_at: kind === 'draft' ? null : '2026-11-01T10:00:00Z',
      without_b3: kind === 'withoutB3',
    }
    const inMeeting = { ...flags, meeting_id: meeting }
    rows.agenda_item[kind] = item
    const add = (table: Released, values: object) => {
      if (table !== 'agenda_item') rows[table][kind] = newId()
      return tx
        .insertInto(table)
        .values({ id: rows[table][kind], ...values } as never)
        .execute()
    }
    await add('agenda_item', { ...inMeeting, position: 1, title: 'Thema' })
    const decision = { ...inMeeting, kind: 'decision', title: 'Beschluss', is_public: false }
    await add('decision', { ...decision, agenda_item_id: item })
    await add('decision_party', { ...flags, decision_id: rows.decision[kind], party: 'Stadt' })
    await add('commission', { ...inMeeting, title: 'Auftrag', to_label: 'Kreis', state_on: '2026-11-20' })
    await add('action_item', { ...inMeeting, title: 'Klären', responsible: 'Kreis' })
    await add('minute_entry', { ...inMeeting, agenda_item_id: item, kind: 'note', content: 'Beraten' })
    const file = { media_type: 'application/pdf', byte_size: 3, sha256: 'a'.repeat(64), file_key: newId() }
    await add('committee_paper', { ...inMeeting, title: 'Vorlage', ...file })
  }
}

const sees = (who: Who, table: string, id: string, column = 'id') =>
  people[who].tx(async (tx) => {
    const found = await sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(tx)
    return found.rows.length > 0
  })

const mayRead: Record<Who, (table: Released, kind: Kind) => boolean> = {
  administration: () => true,
  member: (_table, kind) => kind !== 'draft',
  frontOffice: (_table, kind) => kind !== 'draft',
  // Works in the group, so sees what is being written, but papers only once they are released.
  worker: (table, kind) => kind !== 'draft' || table !== 'committee_paper',
  b3: (_table, kind) => kind === 'released',
  outsider: () => false,
  town: () => false,
  partner: () => false,
  stranger: () => false,
}

test.for([
  'agenda_item',
  'decision',
  'decision_party',
  'commission',
  'action_item',
  'minute_entry',
  'committee_paper',
] as const)('%s: members read what is released, B3 nothing of the part without it', async (table) => {
  for (const who of Object.keys(people) as Who[]) {
    for (const kind of ['draft', 'released', 'withoutB3'] as const) {
      const seen = await sees(who, table, rows[table][kind])
      expect([who, kind, seen]).toEqual([who, kind, mayRead[who](table, kind)])
    }
  }
})

test.for([
  'agenda_item',
  'decision',
  'decision_party',
  'commission',
  'action_item',
  'minute_entry',
  'committee_paper',
] as const)('%s: who only reads changes nothing', async (table) => {
  for (const who of ['member', 'frontOffice', 'b3', 'outsider', 'partner', 'stranger'] as const) {
    const changed = await people[who].tx((tx) =>
      sql`update ${sql.table(table)} set version = version + 1 where id = ${rows[table].released}`.execute(
        tx,
      ),
    )
    expect([who, changed.numAffectedRows ?? 0n]).toEqual([who, 0n])
  }
})

test('action_item: who is responsible may say it is done', async () => {
  const id = newId()
  await house.system(house.a, (tx) =>
    tx
      .insertInto('action_item')
      .values({
        id,
        committee_id: group.id,
        title: 'Klären',
        responsible: 'Mitglied',
        responsible_id: people.member.id,
        released_at: '2026-11-01T10:00:00Z',
      })
      .execute(),
  )
  const done = (who: Who) =>
    people[who].tx((tx) =>
      sql`update action_item set state = 'done', state_on = '2026-11-21' where id = ${id}`.execute(tx),
    )
  expect((await done('frontOffice')).numAffectedRows).toBe(0n)
  expect((await done('member')).numAffectedRows).toBe(1n)
})

test('decision: a public, released one stands in the register of case managers and towns', async () => {
  const id = newId()
  const political = { body: 'Kreistag', kind: 'decision', title: 'Einführung', is_public: true }
  await house.system(house.a, (tx) =>
    tx
      .insertInto('decision')
      .values({ id, ...political, released_at: '2026-11-01T10:00:00Z' })
      .execute(),
  )
  for (const who of ['administration', 'outsider', 'town'] as const)
    expect(await sees(who, 'decision', id)).toBe(true)
  for (const who of ['member', 'b3', 'partner', 'stranger'] as const)
    expect(await sees(who, 'decision', id)).toBe(false)
})

test('decision: on_political_decision brings those of the district file and keeps what was edited', async () => {
  const id = newId()
  const settings = { body: 'Kreistag', date: '2010', reference: '671/X' }
  await house.system(house.a, async (tx) => {
    const entry = { id, kind: 'politicalDecision', key: 'bericht', label: 'Bericht', position: 1 }
    await tx
      .insertInto('catalogue_entry')
      .values({ ...entry, settings: JSON.stringify(settings) })
      .execute()
  })
  const row = () =>
    people.administration.tx((tx) =>
      tx.selectFrom('decision').selectAll().where('catalogue_key', '=', 'bericht').executeTakeFirstOrThrow(),
    )
  expect(await row()).toMatchObject({ body: 'Kreistag', date_text: '2010', decided_on: null })
  const relabel = (label: string) =>
    house.system(house.a, (tx) =>
      tx.updateTable('catalogue_entry').set({ label }).where('id', '=', id).execute(),
    )
  await relabel('Integrationsbericht')
  expect((await row()).title).toBe('Integrationsbericht')
  await people.administration.tx((tx) =>
    sql`update decision set edited_at = now(), title = 'Bericht 2010' where id = ${id}`.execute(tx),
  )
  await relabel('Anders')
  expect((await row()).title).toBe('Bericht 2010')
})

test('committee_member: the office and the group see who holds a seat, others outside do not', async () => {
  for (const who of ['administration', 'member', 'worker', 'b3', 'outsider', 'town'] as const)
    expect(await sees(who, 'committee_member', seat)).toBe(true)
  for (const who of ['partner', 'stranger'] as const)
    expect(await sees(who, 'committee_member', seat)).toBe(false)
  const mine = people.partner.tx((tx) =>
    tx
      .insertInto('committee_member')
      .values({
        id: newId(),
        committee_id: group.id,
        kind: 'holder',
        held_by: 'Ich',
        account_id: people.partner.id,
        from_on: '2026-01-01',
      })
      .execute(),
  )
  await expect(mine).rejects.toThrow(/row-level security/)
})

test('committee_access: recompute_committee_access and on_committee_seat follow the seats, nobody writes it', async () => {
  expect(await accessAsExpected(house, house.a, group.id)).toBe(true)
  expect(await sees('member', 'committee_access', people.member.id, 'user_id')).toBe(true)
  expect(await sees('administration', 'committee_access', people.member.id, 'user_id')).toBe(false)
  const forged = people.partner.tx((tx) =>
    sql`insert into committee_access (committee_id, user_id, member_id, kind, b3, valid_during)
      values (${group.id}, ${people.partner.id}, ${seat}, 'holder', false, '(,)')`.execute(tx),
  )
  await expect(forged).rejects.toThrow(/permission denied/)
  const call = people.partner.tx((tx) =>
    sql`select app.recompute_committee_access(${house.a.id}, array[${group.id}::uuid])`.execute(tx),
  )
  await expect(call).rejects.toThrow(/permission denied/)
})

test('committee_access: expected_committee_access ends a front office with the seat it is for, and B3 follows the role', async () => {
  const other = await aCommittee(house)
  const holder = await aSeat(house, other, people.member, { to: '2026-01-31' })
  await aSeat(house, other, people.frontOffice, { kind: 'frontOffice', forMember: holder })
  await aSeat(house, other, people.b3)
  const access = await house.system(house.a, (tx) =>
    sql<{ user_id: string; b3: boolean; until: string | null }>`
      select user_id, b3, (upper(valid_during) at time zone 'Europe/Berlin')::date::text as until
      from committee_access where committee_id = ${other.id}`.execute(tx),
  )
  const of = (who: Who) => access.rows.find((row) => row.user_id === people[who].id)
  expect(of('member')).toMatchObject({ until: '2026-02-01', b3: false })
  expect(of('frontOffice')).toMatchObject({ until: '2026-02-01' })
  expect(of('b3')).toMatchObject({ b3: true, until: null })
  const newcomer = await house.user(house.a, { roles: [{ role: 'partner' }] })
  await aSeat(house, other, newcomer)
  await house.system(house.a, (tx) =>
    tx
      .insertInto('role_assignment')
      .values({ id: newId(), user_id: newcomer.id, role: 'immigrationOfficer', scope_kind: 'tenant' })
      .execute(),
  )
  const row = await newcomer.tx((tx) =>
    tx.selectFrom('committee_access').select('b3').where('committee_id', '=', other.id).executeTakeFirst(),
  )
  expect(row).toEqual({ b3: true })
  expect(await accessAsExpected(house, house.a, other.id)).toBe(true)
})

test('committee_access: a removed member loses sight at once; a closed committee stays readable until then', async () => {
  const paper = rows.committee_paper.released
  await people.administration.tx((tx) =>
    sql`update committee_profile set closed_at = now(), closed_reason = 'done' where committee_id = ${group.id}`.execute(
      tx,
    ),
  )
  await house.system(house.a, (tx) =>
    sql`update committee_member set to_on = (now() at time zone 'Europe/Berlin')::date where id = ${b3Seat}`.execute(
      tx,
    ),
  )
  expect(await sees('member', 'committee_paper', paper)).toBe(true)
  await people.administration.tx((tx) =>
    sql`update committee_member set ended_at = now(), end_reason = 'removed' where id = ${seat}`.execute(tx),
  )
  expect(await sees('member', 'committee_paper', paper)).toBe(false)
  expect(await sees('frontOffice', 'committee_paper', paper)).toBe(false)
  expect(await accessAsExpected(house, house.a, group.id)).toBe(true)
  await house.system(house.a, async (tx) => {
    await sql`update committee_member set ended_at = null, end_reason = null, to_on = null where id in (${seat}, ${b3Seat})`.execute(
      tx,
    )
    await sql`update committee_profile set closed_at = null, closed_reason = null where committee_id = ${group.id}`.execute(
      tx,
    )
  })
})

test('committee_profile: on_committee_made gives every committee one; the office alone changes it', async () => {
  expect(await sees('partner', 'committee_profile', group.id, 'committee_id')).toBe(true)
  expect(await sees('stranger', 'committee_profile', group.id, 'committee_id')).toBe(false)
  const change = (who: Who) =>
    people[who].tx((tx) =>
      sql`update committee_profile set host = 'Stadt' where committee_id = ${group.id}`.execute(tx),
    )
  expect((await change('worker')).numAffectedRows).toBe(0n)
  expect((await change('administration')).numAffectedRows).toBe(1n)
})

test.for(['meeting', 'meeting_series', 'meeting_participant'] as const)(
  '%s: the group and the office read it, the office makes it',
  async (table) => {
    const id = newId()
    const values = {
      meeting: { on_date: '2026-12-01', start_time: '09:00' },
      meeting_series: {
        every_unit: 'week',
        every_count: 1,
        first_on: '2026-12-01',
        last_on: '2026-12-31',
        start_time: '09:00',
        minutes: 60,
      },
      meeting_participant: { meeting_id: meeting, kind: 'guest', held_by: 'Gast' },
    }[table]
    const insert = (who: Who) =>
      people[who].tx((tx) =>
        tx
          .insertInto(table)
          .values({ id, committee_id: group.id, ...values } as never)
          .execute(),
      )
    for (const who of ['member', 'worker', 'partner'] as const)
      await expect(insert(who)).rejects.toThrow(/row-level security/)
    await insert('administration')
    for (const who of ['administration', 'member', 'b3', 'worker'] as const)
      expect([who, await sees(who, table, id)]).toEqual([who, true])
    for (const who of ['partner', 'stranger'] as const) expect(await sees(who, table, id)).toBe(false)
    // Case managers and towns know when others meet, not who comes.
    expect(await sees('outsider', table, id)).toBe(table === 'meeting')
  },
)

test('agenda_case: which case it is stays with who works it', async () => {
  const file = await aCase({ responsible: people.worker })
  const ids = { agenda_item_id: rows.agenda_item.released, meeting_id: meeting, case_id: file.id }
  const link = (who: Who) => people[who].tx((tx) => tx.insertInto('agenda_case').values(ids).execute())
  for (const who of ['administration', 'outsider', 'b3'] as const)
    await expect(link(who)).rejects.toThrow(/row-level security/)
  await link('worker')
  const item = rows.agenda_item.released
  expect(await sees('worker', 'agenda_case', item, 'agenda_item_id')).toBe(true)
  for (const who of ['administration', 'member', 'outsider', 'b3', 'stranger'] as const)
    expect(await sees(who, 'agenda_case', item, 'agenda_item_id')).toBe(false)
})

test('agenda_case: on_participant_added takes the mark away when somebody joins who was not asked about', async () => {
  const named = () =>
    people.worker.tx((tx) => tx.selectFrom('agenda_case').select('named').executeTakeFirstOrThrow())
  const mark = () =>
    people.worker.tx((tx) =>
      sql`update agenda_case set named = true, named_checked_on = '2026-11-20'`.execute(tx),
    )
  await mark()
  expect(await named()).toEqual({ named: true })
  const guest = { id: newId(), committee_id: group.id, meeting_id: meeting, kind: 'guest', held_by: 'Gast' }
  await people.administration.tx((tx) => tx.insertInto('meeting_participant').values(guest).execute())
  expect(await named()).toEqual({ named: false })
  await mark()
  await aSeat(house, group, people.town)
  expect(await named()).toEqual({ named: false })
})

test('format_request: who asked and the office follow it', async () => {
  const id = newId()
  const request = { id, title: 'AG Wohnen', need: 'Viele Auszüge', proposed_by: 'Stadt' }
  await people.town.tx((tx) =>
    tx
      .insertInto('format_request')
      .values({ ...request, state_on: '2026-11-20' })
      .execute(),
  )
  const step = { id: newId(), request_id: id, to_state: 'proposed', on_date: '2026-11-20' }
  await people.town.tx((tx) => tx.insertInto('format_request_step').values(step).execute())
  for (const who of ['town', 'administration'] as const) {
    expect(await sees(who, 'format_request', id)).toBe(true)
    expect(await sees(who, 'format_request_step', id, 'request_id')).toBe(true)
  }
  for (const who of ['outsider', 'member', 'stranger'] as const)
    expect(await sees(who, 'format_request', id)).toBe(false)
  const strange = people.partner.tx((tx) =>
    tx
      .insertInto('format_request')
      .values({ ...request, id: newId(), state_on: '2026-11-20' })
      .execute(),
  )
  await expect(strange).rejects.toThrow(/row-level security/)
})

test('format_request_step: it is written once and by whoever sees the request', async () => {
  const [row] = await people.town.tx((tx) => tx.selectFrom('format_request').select('id').execute())
  const step = { request_id: row!.id, to_state: 'checked', on_date: '2026-11-20' }
  const write = (who: Who) =>
    people[who].tx((tx) =>
      tx
        .insertInto('format_request_step')
        .values({ id: newId(), ...step })
        .execute(),
    )
  await write('administration')
  await expect(write('outsider')).rejects.toThrow(/row-level security/)
  const rewrite = people.administration.tx((tx) =>
    sql`update format_request_step set to_state = 'declined'`.execute(tx),
  )
  await expect(rewrite).rejects.toThrow(/permission denied/)
})

test.for(['committee_founding', 'stakeholder_feedback'] as const)(
  '%s: the office writes it',
  async (table) => {
    const id = newId()
    const values = {
      committee_founding: { name: 'AG', outcome: 'new', committee_id: group.id, reason: 'Kein anderes' },
      stakeholder_feedback: {
        on_date: '2026-11-20',
        stakeholder: 'Kommune',
        tone: 'worry',
        content: 'Aufwand',
      },
    }[table]
    const insert = (who: Who) =>
      people[who].tx((tx) =>
        tx
          .insertInto(table)
          .values({ id, ...values } as never)
          .execute(),
      )
    await expect(insert('worker')).rejects.toThrow(/row-level security/)
    await insert('administration')
    expect(await sees('administration', table, id)).toBe(true)
    expect(await sees('worker', table, id)).toBe(table === 'committee_founding')
    for (const who of ['member', 'partner', 'stranger'] as const)
      expect(await sees(who, table, id)).toBe(false)
  },
)

test('action_item: action_item_owners answers who minutes there, monitoring_counts the office alone', async () => {
  const ask = (who: TestUser) =>
    who.tx(async (tx) => {
      const { rows } = await sql<{
        id: string
      }>`select user_id as id from app.action_item_owners(${group.id}, true)`.execute(tx)
      const { rows: numbers } = await sql<{
        steps: number
      }>`select * from app.monitoring_counts('2026-01-01')`.execute(tx)
      return { owners: rows.map(({ id }) => id), numbers: numbers.length }
    })
  const told = await ask(people.administration)
  expect(told.numbers).toBe(1)
  expect(told.owners).toContain(people.member.id)
  expect(told.owners).not.toContain(people.b3.id)
  expect(await ask(people.member)).toEqual({ owners: [], numbers: 0 })
  expect(await ask(people.stranger)).toMatchObject({ owners: expect.not.arrayContaining([people.member.id]) })
})
