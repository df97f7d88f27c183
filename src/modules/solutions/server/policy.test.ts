import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aMeasure, anAgreement, aPaper, aValidPaper } from '../../../testing/a-solution.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import type { Role } from '../../staff/index.ts'
import { MeasureState, PaperState } from '../contract/codes.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import { measureMoves } from '../rules/measures.ts'
import { paperMoves } from '../rules/papers.ts'

const house = await openHouse()
afterAll(() => house.close())

const tables = [
  'interface_paper',
  'interface_paper_version',
  'interface_paper_party',
  'interface_paper_comment',
  'cooperation_agreement',
  'cooperation_agreement_party',
  'measure',
  'measure_step',
  'solution',
  'solution_view',
] as const
const readers: readonly Role[] = [
  'caseManager',
  'coordinator',
  'townCoordinator',
  'kimLead',
  'administration',
]
const others: readonly Role[] = [
  'immigrationOfficer',
  'partner',
  'committeeMember',
  'lineManager',
  'dataProtectionOfficer',
  'administrator',
]
const people = {} as Record<Role, TestUser>
let stranger: TestUser
let draft: string
let valid: string

beforeAll(async () => {
  for (const role of [...readers, ...others]) people[role] = await house.user(house.a, { roles: [{ role }] })
  stranger = await house.user(house.b, { roles: readers.map((role) => ({ role })) })
  const type = { id: newId(), kind: 'agreementType', key: 'traeger', label: 'Vereinbarung', position: 0 }
  await house.system(house.a, (tx) => tx.insertInto('catalogue_entry').values(type).execute())
  const by = people.coordinator
  draft = (await aPaper(by)).id
  valid = (await aValidPaper(by, '2026-11-01')).id
  await by.client.call(paperEndpoints.comment, { params: { id: draft }, body: { content: 'Wer?' } })
  await anAgreement(by)
  await aMeasure(people.caseManager)
  await house.system(house.a, async (tx) => {
    const id = newId()
    const solution = { id, title: 'Lösung', kind: 'other', created_by: by.id }
    await tx.insertInto('solution').values(solution).execute()
    const view = { id: newId(), solution_id: id, side: 'client', obtained: 'interview', content: 'Gut' }
    await tx
      .insertInto('solution_view')
      .values({ ...view, on_date: '2026-11-01', created_by: by.id })
      .execute()
  })
})

const count = (who: TestUser, table: string) =>
  who.tx(async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)
    return rows[0]!.n
  })

describe('who reads', () => {
  test.for(tables)('%s: the KIM team without Baustein 3, nobody else, no other tenant', async (table) => {
    for (const role of readers) expect([role, await count(people[role], table)]).not.toEqual([role, 0])
    for (const role of others) expect([role, await count(people[role], table)]).toEqual([role, 0])
    expect(await count(stranger, table)).toBe(0)
  })
})

const denied = /permission denied|row-level security/
const attempt = (who: TestUser, statement: string) =>
  who
    .tx(async (tx) => (await sql.raw(statement).execute(tx)).numAffectedRows ?? 0n)
    .then(
      (rows) => (rows > 0n ? 'done' : 'nothing'),
      (error: Error) => (denied.test(error.message) ? 'denied' : error.message),
    )

describe('who writes', () => {
  const changes: Record<(typeof tables)[number], [statement: string, by: readonly Role[]]> = {
    interface_paper: [
      `insert into interface_paper (id) values (gen_random_uuid())`,
      ['coordinator', 'kimLead'],
    ],
    interface_paper_version: [
      `update interface_paper_version set version = version where state = 'draft'`,
      ['coordinator', 'kimLead'],
    ],
    interface_paper_party: [`update interface_paper_party set remark = null`, ['coordinator', 'kimLead']],
    interface_paper_comment: [
      `update interface_paper_comment set settled_on = null`,
      ['coordinator', 'kimLead'],
    ],
    cooperation_agreement: [
      `update cooperation_agreement set remark = null`,
      ['coordinator', 'kimLead', 'administration'],
    ],
    cooperation_agreement_party: [
      `update cooperation_agreement_party set signs_as = null`,
      ['coordinator', 'kimLead', 'administration'],
    ],
    measure: [`update measure set programme = null`, ['coordinator', 'kimLead', 'administration']],
    measure_step: [
      `insert into measure_step (id, measure_id, to_state, on_date) select gen_random_uuid(), id, 'planned', current_date from measure`,
      ['coordinator', 'kimLead', 'administration'],
    ],
    solution: [`update solution set title = title`, ['coordinator', 'kimLead']],
    solution_view: [
      `insert into solution_view (id, solution_id, side, obtained, content, on_date) select gen_random_uuid(), id, 'team', 'meeting', 'Gut', current_date from solution`,
      ['coordinator', 'kimLead'],
    ],
  }
  test('interface_paper: its theme is set by coordination and lead', async () => {
    for (const role of [...readers, ...others]) {
      const expected = ['coordinator', 'kimLead'].includes(role)
        ? 'done'
        : expect.stringMatching(/denied|nothing/)
      expect(await attempt(people[role], 'update interface_paper set theme_id = null'), role).toEqual(
        expected,
      )
    }
  })

  test.for(tables)('%s: written by those who keep it', async (table) => {
    const [statement, by] = changes[table]
    for (const role of [...readers, ...others]) {
      const expected = by.includes(role) ? 'done' : expect.stringMatching(/denied|nothing/)
      expect([role, await attempt(people[role], statement)]).toEqual([role, expected])
    }
    expect(
      await attempt(
        stranger,
        statement.replace(/insert into interface_paper .*/, 'update solution set title = title'),
      ),
    ).toBe('nothing')
  })

  test('measure: the team recommends in the own name, and no more than that', async () => {
    const insert = (state: string) =>
      `insert into measure (id, title, state, state_on) values (gen_random_uuid(), 'x', '${state}', current_date)`
    expect(await attempt(people.caseManager, insert('recommended'))).toBe('done')
    expect(await attempt(people.caseManager, insert('planned'))).toBe('denied')
    expect(await attempt(people.partner, insert('recommended'))).toBe('denied')
  })

  test('interface_paper_version: what is in force is neither thrown away nor written over', async () => {
    const by = people.coordinator
    const where = `where id = '${valid}'`
    expect(await attempt(by, `delete from interface_paper_version ${where}`)).toBe('nothing')
    expect(await attempt(by, `update interface_paper_version set title = 'anders' ${where}`)).toMatch(
      /keeps its words/,
    )
    const paper = `(select paper_id from interface_paper_version ${where})`
    expect(await attempt(by, `delete from interface_paper where id = ${paper}`)).toMatch(/foreign key/)
  })
})

describe('the steps are the same list as in the rules', () => {
  const step = (table: string, id: string, to: string) =>
    house
      .system(house.a, async (tx) => {
        await sql.raw(`update ${table} set state = '${to}' where id = '${id}'`).execute(tx)
        return true
      })
      .catch((error: Error) => !error.message.includes('no such step'))

  test('interface_paper_version: every pair of states', async () => {
    const id = (await aPaper(people.coordinator, { title: 'Schritte' })).id
    for (const state of PaperState.options)
      for (const to of PaperState.options.filter((one) => one !== state)) {
        await planted('interface_paper_version', id, state, `, valid_from = '2026-01-01'`)
        expect([state, to, await step('interface_paper_version', id, to)]).toEqual([
          state,
          to,
          paperMoves[state].includes(to),
        ])
      }
  })

  test('measure: every pair of states', async () => {
    const { id } = await aMeasure(people.caseManager)
    for (const state of MeasureState.options)
      for (const to of MeasureState.options.filter((one) => one !== state)) {
        await planted('measure', id, state, `, evidence = 'Protokoll'`)
        expect([state, to, await step('measure', id, to)]).toEqual([
          state,
          to,
          measureMoves[state].includes(to),
        ])
      }
  })

  /** The state as if it had always been so: the trigger sleeps meanwhile. */
  async function planted(table: string, id: string, state: string, extra: string): Promise<void> {
    await house.owner.query(`alter table ${table} disable trigger user`)
    await house.system(house.a, (tx) =>
      sql.raw(`update ${table} set state = '${state}'${extra} where id = '${id}'`).execute(tx),
    )
    await house.owner.query(`alter table ${table} enable trigger user`)
  }
})
