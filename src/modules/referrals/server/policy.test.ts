import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aGivenConsent } from '../../../testing/a-consent.ts'
import { aGoal } from '../../../testing/a-plan.ts'
import { answered, aPartner, aReferralDraft, aSentReferral } from '../../../testing/a-referral.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { consentEndpoints } from '../../consent/index.ts'
import { referralEndpoints } from '../contract/endpoints.ts'
import { ReferralState } from '../contract/codes.ts'
import { moves } from '../rules/states.ts'

const house = await openHouse()
afterAll(() => house.close())

const tables = [
  'referral',
  'referral_text',
  'referral_identity',
  'referral_goal',
  'referral_step',
  'referral_step_text',
] as const
type Table = (typeof tables)[number]

let file: TestCase
/** Answered once, content open to the partner. */
let open: string
/** Completed: content closed. */
let done: string
const people = {} as Record<
  | 'manager'
  | 'deputy'
  | 'overseer'
  | 'released'
  | 'partner'
  | 'otherUnit'
  | 'noUnit'
  | 'immigration'
  | 'colleague'
  | 'stranger',
  TestUser
>
type Who = keyof typeof people

beforeAll(async () => {
  await aCatalogue(house, house.a)
  const site = { scopeKind: 'site' as const, scopeId: house.a.site }
  const caseManager = () => house.user(house.a, { roles: [{ role: 'caseManager', ...site }] })
  people.manager = await caseManager()
  people.deputy = await caseManager()
  people.colleague = await caseManager()
  people.overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.released = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  people.partner = await aPartner(house)
  people.otherUnit = await aPartner(house, house.a, house.a.kimUnitOfTown)
  people.noUnit = await house.user(house.a, { roles: [{ role: 'partner' }], organisation: house.a.town })
  people.immigration = await house.user(house.a, {
    roles: [{ role: 'immigrationOfficer' }],
    unit: house.a.immigrationUnit,
  })
  people.stranger = await house.user(house.b, { roles: [{ role: 'caseManager' }, { role: 'partner' }] })
  file = await aCase({ responsible: people.manager })
  await house.system(house.a, (tx) => arrange(tx))
  await aGivenConsent(people.manager, file, { dataCategories: ['identity', 'plan'] })
  const goal = await aGoal(people.manager, file.id)
  const shared = { goalIds: [goal.id], dataCategories: ['identity' as const, 'plan' as const] }
  open = (await aSentReferral(people.manager, file, shared)).id
  await answered(people.partner, open, { to: 'accepted', note: 'Gern' })
  done = (await aSentReferral(people.manager, file)).id
  await answered(people.partner, done, { to: 'declined', reason: 'noCapacity', note: 'Voll' })
})

async function arrange(tx: Tx): Promise<void> {
  const { manager, deputy, overseer, released } = people
  for (const coordinator of [overseer, released]) {
    const pair = { coordinator_id: coordinator.id, case_manager_id: manager.id }
    await tx
      .insertInto('oversight')
      .values({ id: newId(), ...pair })
      .execute()
  }
  const always = { valid_during: '[2020-01-01,2100-01-01)' }
  const deputising = { absent_user_id: manager.id, deputy_user_id: deputy.id, ...always }
  await tx
    .insertInto('deputy')
    .values({ id: newId(), ...deputising })
    .execute()
  const plan = { case_id: file.id, user_id: released.id, kind: 'release', parts: 1 | 16, ...always }
  await tx
    .insertInto('clear_access')
    .values({ id: newId(), ...plan })
    .execute()
}

const rowsOf = (who: Who, table: Table, id: string) =>
  people[who].tx(async (tx) => {
    const column = table === 'referral' ? 'id' : 'referral_id'
    const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(tx)
    return rows.length > 0
  })

const structured: readonly Table[] = ['referral', 'referral_step']
const mayRead: Record<Who, (table: Table, ended: boolean) => boolean> = {
  manager: () => true,
  deputy: () => true,
  overseer: (table) => structured.includes(table),
  released: (table) => structured.includes(table) || table === 'referral_goal',
  partner: (_table, ended) => !ended,
  otherUnit: () => false,
  noUnit: () => false,
  immigration: () => false,
  colleague: () => false,
  stranger: () => false,
}
const everybody = Object.keys(mayRead) as Who[]

test.for(tables.flatMap((table) => everybody.map((who) => [table, who] as const)))(
  '%s: what the %s sees while it is open, and after the end',
  async ([table, who]) => {
    const seen = [await rowsOf(who, table, open), await rowsOf(who, table, done)]
    const exists = table !== 'referral_goal'
    expect(seen).toEqual([mayRead[who](table, false), exists && mayRead[who](table, true)])
  },
)

test.for(everybody)('referral_access: %s sees the fact of a referral only as its recipient', async (who) => {
  const rows = await people[who].tx((tx) => tx.selectFrom('referral_access').select('referral_id').execute())
  expect(rows.map((row) => row.referral_id).sort()).toEqual(who === 'partner' ? [open, done].sort() : [])
})

const rowFor: Record<Table, () => object> = {
  referral: () => ({
    id: newId(),
    case_id: file.id,
    person_id: file.personId,
    organisation_id: house.a.town,
    unit_id: house.a.socialOfficeOfTown,
    state_on: '2026-11-21',
  }),
  referral_text: () => ({ referral_id: open, case_id: file.id, concern: 'x' }),
  referral_identity: () => ({ referral_id: open, case_id: file.id, given_name: 'x' }),
  referral_goal: () => ({ referral_id: open, case_id: file.id, goal_id: newId(), position: 9 }),
  referral_step: () => ({
    id: newId(),
    referral_id: open,
    case_id: file.id,
    kind: 'clientView',
    on_date: '2026-11-21',
  }),
  referral_step_text: () => ({
    step_id: newId(),
    referral_id: open,
    case_id: file.id,
    content: 'x',
    for_partner: false,
  }),
}
const noWriters: readonly Who[] = [
  'overseer',
  'released',
  'partner',
  'otherUnit',
  'noUnit',
  'immigration',
  'colleague',
  'stranger',
]
test.for(tables.flatMap((table) => noWriters.map((who) => [table, who] as const)))(
  '%s: the %s adds nothing',
  async ([table, who]) => {
    const write = people[who].tx((tx) =>
      tx
        .insertInto(table)
        .values(rowFor[table]() as never)
        .execute(),
    )
    await expect(write).rejects.toMatchObject({ code: '42501' })
  },
)

const changed = (who: Who, change: object, id = open) =>
  people[who].tx(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('referral')
      .set(change)
      .where('id', '=', id)
      .executeTakeFirst()
    return Number(numUpdatedRows)
  })

describe('what a partner may change', () => {
  const cases: readonly (readonly [string, object])[] = [
    ['what was shared', { life_domains: ['health'] }],
    ['the view of the person', { client_view: 'helped', client_view_on: '2026-11-21' }],
    ['the reminder', { reminded_on: '2026-11-21' }],
    ['a withdrawal', { state: 'withdrawn', ended_on: '2026-11-21', reason: 'other' }],
    ['nothing but the version', { version: 99 }],
  ]
  test.for(cases)('referral: not %s', async ([, change]) => {
    await expect(changed('partner', change)).rejects.toMatchObject({
      constraint: expect.stringMatching(/^referral_(stays|answers)$/),
    })
  })

  test('referral: an ended one is out of reach', async () => {
    expect(await changed('partner', { version: 99 }, done)).toBe(0)
  })

  test('referral_step: answers name their basis, and only their own author', async () => {
    const step = {
      id: newId(),
      referral_id: open,
      case_id: file.id,
      kind: 'state',
      to_state: 'running',
      on_date: '2026-11-21',
      by_partner: true,
    }
    const write = (row: object) =>
      people.partner.tx((tx) =>
        tx
          .insertInto('referral_step')
          .values(row as never)
          .execute(),
      )
    await expect(write(step)).rejects.toMatchObject({ code: '23514' })
    await expect(write({ ...step, by_partner: false })).rejects.toMatchObject({ code: '42501' })
    await expect(write({ ...step, basis: 'sgbX', actor_id: people.manager.id })).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('the state machine of the database is that of the rules', () => {
  const states = ReferralState.options
  test.for(states.filter((state) => state !== 'draft'))('referral: from %s', async (from) => {
    const { id } = await aReferralDraft(people.manager, file)
    const consent = await house.system(house.a, (tx) =>
      tx.selectFrom('consent').select('id').executeTakeFirstOrThrow(),
    )
    const day = '2026-11-21'
    const ended = (state: ReferralState) => moves[state].length === 0
    const columns = (state: ReferralState) => ({
      state,
      sent_on: day,
      consent_id: consent.id,
      remind_on: day,
      return_on: day,
      ended_on: ended(state) ? day : null,
      reason: ended(state) && state !== 'completed' ? 'other' : null,
      result: state === 'completed' ? 'reached' : null,
    })
    const route = { sent: [], accepted: [], running: ['accepted'], completed: ['accepted', 'running'] }
    const via =
      (route as Partial<Record<ReferralState, string[]>>)[from] ?? (from === 'brokenOff' ? ['accepted'] : [])
    const path = ['sent', ...via, ...(from === 'sent' ? [] : [from])] as ReferralState[]
    for (const state of path) await changed('manager', columns(state), id)
    const reached: ReferralState[] = []
    for (const to of states.filter((state) => state !== from && state !== 'draft')) {
      const tried = people.manager.tx(async (tx) => {
        await tx.updateTable('referral').set(columns(to)).where('id', '=', id).execute()
        throw new Error('undo')
      })
      const message = await tried.catch((error: Error) => error.message)
      if (message === 'undo') reached.push(to)
    }
    expect(reached.sort()).toEqual([...moves[from]].sort())
  })
})

test('referral: neither sender nor system sends it to the immigration authority', async () => {
  const to = { organisation_id: house.a.kreis, unit_id: house.a.immigrationUnit }
  const row = { ...rowFor.referral(), ...to } as never
  const whole = { ...rowFor.referral(), organisation_id: house.a.kreis, unit_id: null } as never
  for (const wrong of [row, whole]) {
    const write = people.manager.tx((tx) => tx.insertInto('referral').values(wrong).execute())
    await expect(write).rejects.toMatchObject({ constraint: 'never_to_immigration' })
  }
})

describe('definer functions', () => {
  const stored = () =>
    house.system(house.a, async (tx) => {
      const { rows } = await sql`select * from referral_access order by referral_id`.execute(tx)
      return rows
    })
  const expected = () =>
    house.system(house.a, async (tx) => {
      const { rows } = await sql`select * from app.expected_referral_access((select app.tenant_id()),
        (select array_agg(id) from referral)) order by referral_id`.execute(tx)
      return rows
    })

  test('app.expected_referral_access and app.recompute_referral_access and app.on_referral_grant: what is stored is what would be computed, after every change', async () => {
    const other = await aCase({ responsible: people.manager })
    const consent = await aGivenConsent(people.manager, other)
    const { id } = await aSentReferral(people.manager, other)
    expect(await stored()).toEqual(await expected())
    const during = async () => {
      const rows = (await stored()) as { referral_id: string; shared_during: string }[]
      return rows.find((row) => row.referral_id === id)!.shared_during
    }
    expect(await during()).not.toBe('{}')
    const mark = (secrecy_203: boolean) =>
      house.system(house.a, (tx) =>
        tx.updateTable('case_file').set({ secrecy_203 }).where('id', '=', other.id).execute(),
      )
    await mark(true)
    expect(await during()).toBe('{}')
    await mark(false)
    expect(await during()).not.toBe('{}')
    await people.manager.client.call(consentEndpoints.withdraw, {
      params: { id: consent.id },
      body: { withdrawnAs: 'oral' },
    })
    expect(await during()).toBe('{}')
    expect(await stored()).toEqual(await expected())
  })

  test('app.expected_referral_access: expiry closes by the clock alone', async () => {
    const other = await aCase({ responsible: people.manager })
    await aGivenConsent(people.manager, other)
    const { id, coverage } = await aSentReferral(people.manager, other)
    const at = (instant: string) =>
      house.system(house.a, async (tx) => {
        const { rows } = await sql<{ open: boolean }>`select shared_during @> ${instant}::timestamptz as open
          from referral_access where referral_id = ${id}`.execute(tx)
        return rows[0]!.open
      })
    const last = coverage[0]!.until!
    expect([await at(`${last} 12:00+01`), await at(`${last} 23:59+00`)]).toEqual([true, false])
  })

  test('app.expected_referral_access, app.recompute_referral_access: not for people', async () => {
    for (const call of ['expected_referral_access', 'recompute_referral_access']) {
      const asked = people.manager.tx((tx) =>
        sql`select ${sql.raw(`app.${call}`)}(${house.a.id}, '{}')`.execute(tx),
      )
      await expect(asked).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('app.partner_office: the own unit of an active partner, nobody else has one', async () => {
    const office = (who: Who) =>
      people[who].tx(async (tx) => {
        const { rows } = await sql<{ office: string | null }>`select app.partner_office() as office`.execute(
          tx,
        )
        return rows[0]!.office
      })
    expect(await office('partner')).toBe(`${house.a.town}/${house.a.socialOfficeOfTown}`)
    expect(await office('noUnit')).toBe(`${house.a.town}/`)
    for (const who of ['manager', 'overseer', 'immigration'] as const) expect(await office(who)).toBeNull()
  })

  test('app.partner_offices: offices of the own tenant, for who refers and who oversees', async () => {
    const offices = (who: Who) =>
      people[who].tx(async (tx) => {
        const { rows } = await sql<{ o: string }>`select app.partner_offices() as o`.execute(tx)
        return rows.map(({ o }) => o)
      })
    expect(await offices('manager')).toContain(`${house.a.town}/${house.a.socialOfficeOfTown}`)
    expect(await offices('partner')).toEqual([])
    expect((await offices('stranger')).join()).not.toContain(house.a.town)
  })

  test('app.on_referral_step: tells who has to do with it, without a case for the partner', async () => {
    const notices = await house.system(house.a, (tx) =>
      tx
        .selectFrom('notification')
        .select(['user_id', 'kind', 'case_id', 'details'])
        .where('object_id', '=', open)
        .execute(),
    )
    expect(notices).toEqual(
      expect.arrayContaining([
        { user_id: people.partner.id, kind: 'referral.received', case_id: null, details: {} },
        { user_id: people.manager.id, kind: 'referral.answered', case_id: file.id, details: {} },
      ]),
    )
    expect(notices).toHaveLength(2)
  })
})

test('referral: the list of the sender says nothing of another case', async () => {
  const other = await aCase({ responsible: people.manager })
  const { body } = await people.manager.client.call(referralEndpoints.list, { params: { id: other.id } })
  expect(body.rows).toEqual([])
})
