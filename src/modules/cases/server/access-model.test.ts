import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { arrange } from '../../../testing/arrange.ts'
import { consentRow } from '../../../testing/consent-row.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { counts } from '../../../platform/server/testing/counts.ts'

// What is stored in case_access and person_access is what the grants say, whatever happened to the grants.

const house = await openHouse()
const managers: TestUser[] = []
const coordinators: TestUser[] = []
const cases: TestCase[] = []
let users: TestUser[]

beforeAll(async () => {
  const { kreis, welfare } = house.a
  for (const organisation of [kreis, kreis, welfare]) {
    managers.push(await house.user(house.a, { organisation, roles: [{ role: 'caseManager' }] }))
  }
  for (const organisation of [kreis, welfare]) {
    coordinators.push(await house.user(house.a, { organisation, roles: [{ role: 'coordinator' }] }))
  }
  users = [...managers, ...coordinators]
  for (const [manager, organisation] of [
    [0, kreis],
    [0, kreis],
    [2, welfare],
  ] as const) {
    cases.push(await aCase({ responsible: managers[manager]!, organisation }))
  }
  await arrange.oversight(house, coordinators[0]!, managers[0]!)
})
afterAll(() => house.close())

const any = <T>(rows: readonly T[]) => fc.constantFrom(...rows)
const user = fc.nat(4)
const span = any(['[-2h,1h)', '[-2h,)', '[-2h,-1h)', '[1h,2h)', '[-1h,3h)'])
const caseIndex = fc.nat(2)

/** What can happen to the grants, as rows; each is one statement of the workers' role. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), case: caseIndex, to: fc.nat(2) }),
  fc.record({ kind: fc.constant('deputy' as const), absent: fc.nat(2), user, span }),
  fc.record({ kind: fc.constant('oversight' as const), coordinator: user, manager: fc.nat(2), span }),
  fc.record({
    kind: fc.constant('clear' as const),
    case: caseIndex,
    user,
    reason: fc.boolean(),
    parts: any([2, 4, 6, 62]),
    span: any(['[-2h,1h)', '[-2h,-1h)', '[1h,2h)']),
  }),
  fc.record({ kind: fc.constant('teamConsent' as const), case: caseIndex, span }),
  fc.record({
    kind: fc.constant('end' as const),
    table: any(['deputy', 'oversight', 'clear_access', 'team_consent', 'role_assignment']),
  }),
  fc.record({
    kind: fc.constant('delete' as const),
    table: any(['deputy', 'oversight', 'clear_access', 'team_consent', 'role_assignment', 'case_person']),
  }),
  fc.record({ kind: fc.constant('role' as const), user, role: any(['caseManager', 'coordinator']), span }),
  fc.record({ kind: fc.constant('active' as const), user, active: fc.boolean() }),
  fc.record({ kind: fc.constant('employer' as const), user, welfare: fc.boolean() }),
  fc.record({ kind: fc.constant('secrecy' as const), case: caseIndex, marked: fc.boolean() }),
  fc.record({
    kind: fc.constant('restrict' as const),
    case: caseIndex,
    on: any([null, '2026-01-01', '2099-01-01']),
  }),
  fc.record({ kind: fc.constant('addPerson' as const), case: caseIndex, of: caseIndex }),
)
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never

const range = (text: string) => {
  const [from, to] = text.slice(1, -1).split(',') as [string, string]
  const at = (offset: string) =>
    offset === '' ? 'null' : `now() + interval '${offset.replace('h', ' hours')}'`
  return sql.raw(`tstzrange(${at(from)}, ${at(to)})`)
}

async function apply(tx: Tx, happened: Event): Promise<void> {
  await statementsOf(happened).reduce(async (before, statement) => {
    await before
    await statement.execute(tx)
  }, Promise.resolve())
}

function statementsOf(e: Event) {
  const id = newId()
  const { kreis, welfare } = house.a
  switch (e.kind) {
    case 'move': {
      const to = managers[e.to]!.id
      const caseId = cases[e.case]!.id
      const organisation = sql`(select organisation_id from staff_user where id = ${to})`
      return [
        sql`delete from case_assignment where case_id = ${caseId} and lower(valid_during) >= now()`,
        sql`update case_assignment set valid_during = tstzrange(lower(valid_during), now()) where case_id = ${caseId} and valid_during @> now()`,
        sql`insert into case_assignment (id, case_id, user_id, organisation_id) values (${id}, ${caseId}, ${to}, ${organisation})`,
        sql`update case_file set responsible_user_id = ${to}, responsible_organisation_id = ${organisation} where id = ${caseId}`,
      ]
    }
    case 'deputy': {
      const closed = e.span.endsWith(',)') ? '[-2h,9h)' : e.span
      return managers[e.absent] === users[e.user]
        ? []
        : [
            sql`insert into deputy (id, absent_user_id, deputy_user_id, valid_during) values (${id}, ${managers[e.absent]!.id}, ${users[e.user]!.id}, ${range(closed)})`,
          ]
    }
    case 'oversight':
      return managers[e.manager] === users[e.coordinator]
        ? []
        : [
            sql`insert into oversight (id, coordinator_id, case_manager_id, valid_during) values (${id}, ${users[e.coordinator]!.id}, ${managers[e.manager]!.id}, ${range(e.span)})`,
          ]
    case 'clear':
      return [
        sql`insert into clear_access (id, case_id, user_id, kind, reason, parts, valid_during) values (${id}, ${cases[e.case]!.id}, ${users[e.user]!.id},
          ${e.reason ? 'reason' : 'release'}, ${e.reason ? 'danger' : null}, ${e.parts}, ${range(e.span)})`,
      ]
    case 'teamConsent':
      return [
        sql.raw(consentRow(cases[e.case]!.id, id, { bySystem: true })),
        sql`insert into team_consent (case_id, consent_id, valid_during) values (${cases[e.case]!.id}, ${id}, ${range(e.span)})`,
      ]
    case 'end':
      return [
        sql`update ${sql.table(e.table)} set valid_during = tstzrange(lower(valid_during), now()) where valid_during @> now() and lower(valid_during) < now()`,
      ]
    case 'delete':
      return [
        sql`delete from ${sql.table(e.table)} where ctid = (select ctid from ${sql.table(e.table)} limit 1)`,
      ]
    case 'role':
      return [
        sql`insert into role_assignment (id, user_id, role, scope_kind, valid_during) values (${id}, ${users[e.user]!.id}, ${e.role}, 'tenant', ${range(e.span)})`,
      ]
    case 'active':
      return [sql`update staff_user set active = ${e.active} where id = ${users[e.user]!.id}`]
    case 'employer':
      return [
        sql`update staff_user set organisation_id = ${e.welfare ? welfare : kreis} where id = ${users[e.user]!.id}`,
      ]
    case 'secrecy':
      return [sql`update case_file set secrecy_203 = ${e.marked} where id = ${cases[e.case]!.id}`]
    case 'restrict':
      return [
        sql`update case_file set closed_on = ${e.on === null ? null : '2026-01-01'}, closure_reason = ${e.on === null ? null : 'other'}, restricted_on = ${e.on} where id = ${cases[e.case]!.id}`,
      ]
    case 'addPerson':
      return [
        sql`insert into case_person (id, case_id, person_id, role, valid_from) values (${id}, ${cases[e.case]!.id}, ${cases[e.of]!.personId!}, 'other', '2026-01-01')`,
      ]
  }
}

/** Rows that are stored and not expected, or the other way round. */
async function differences(tx: Tx): Promise<unknown[]> {
  const ids = sql`${cases.map(({ id }) => id)}::uuid[]`
  const persons = sql`${cases.map(({ personId }) => personId)}::uuid[]`
  const between = (stored: ReturnType<typeof sql>, expected: ReturnType<typeof sql>) =>
    sql`(select 'stored', x::text from (${stored} except all ${expected}) x)
      union all (select 'expected', x::text from (${expected} except all ${stored}) x)`.execute(tx)
  const byCase = await between(
    sql`select * from case_access`,
    sql`select * from app.expected_case_access(${house.a.id}, ${ids})`,
  )
  const byPerson = await between(
    sql`select * from person_access`,
    sql`select * from app.expected_person_access(${house.a.id}, ${persons})`,
  )
  return [...byCase.rows, ...byPerson.rows]
}

/** What each user may see of each case at this moment, said a second time and in other words than in SQL. */
async function partsByTheRules(tx: Tx): Promise<Record<string, number>> {
  const now = (table: string) =>
    sql<Record<string, never>>`select * from ${sql.table(table)} where valid_during @> now()`.execute(tx)
  const [assignments, deputies, oversights, clear, consents, roles] = (
    await Promise.all(
      ['case_assignment', 'deputy', 'oversight', 'clear_access', 'team_consent', 'role_assignment'].map(now),
    )
  ).map(({ rows }) => rows) as Record<string, unknown>[][]
  const staff = await tx.selectFrom('staff_user').selectAll().execute()
  const files = await sql<{
    id: string
    secrecy_203: boolean
    responsible_organisation_id: string
    open: boolean
  }>`
    select *, restricted_on is null or (restricted_on::timestamp at time zone 'Europe/Berlin') > now() as open from case_file`.execute(
    tx,
  )
  const result: Record<string, number> = {}
  for (const file of files.rows) {
    const assignment = assignments!.find((row) => row.case_id === file.id)
    for (const person of staff.filter(({ active }) => active)) {
      const holds = (role: string) => roles!.some((row) => row.user_id === person.id && row.role === role)
      const team = consents!.some((row) => row.case_id === file.id)
      const standsIn = deputies!.some(
        (row) => row.absent_user_id === assignment?.user_id && row.deputy_user_id === person.id,
      )
      const oversees =
        holds('coordinator') &&
        oversights!.some(
          (row) => row.case_manager_id === assignment?.user_id && row.coordinator_id === person.id,
        )
      const grants = clear!.filter((row) => row.case_id === file.id && row.user_id === person.id)
      let parts = 0
      if (file.open && holds('caseManager')) {
        if (assignment?.user_id === person.id) parts |= 127
        if (standsIn && (team || person.organisation_id === assignment?.organisation_id)) parts |= 127
      }
      if (oversees) {
        parts |= 1
        if (file.open && team && !file.secrecy_203) parts |= 63
        for (const grant of file.open ? grants : []) {
          const sameEmployer = person.organisation_id === file.responsible_organisation_id
          if (grant.kind === 'release' || (sameEmployer && !file.secrecy_203)) parts |= Number(grant.parts)
        }
      }
      if (parts > 0) result[`${person.id} ${file.id}`] = parts
    }
  }
  return result
}

async function partsStored(tx: Tx): Promise<Record<string, number>> {
  const { rows } = await sql<{ key: string; parts: number }>`
    select user_id || ' ' || case_id as key, bit_or(parts) as parts from case_access where valid_during @> now() group by 1`.execute(
    tx,
  )
  return Object.fromEntries(rows.map(({ key, parts }) => [key, parts]))
}

class Undo extends Error {}

test(
  'case_access: stored is app.expected_case_access, app.expected_person_access and the rules, after any history (app.on_case_grant, app.recompute_case_access)',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 16, size: 'max' }), async (history) => {
        const run = house.system(house.a, async (tx) => {
          for (const happened of history) await apply(tx, happened)
          expect(await differences(tx)).toEqual([])
          expect(await partsStored(tx)).toEqual(await partsByTheRules(tx))
          throw new Undo()
        })
        await run.catch((error: unknown) => {
          if (!(error instanceof Undo)) throw error
        })
      }),
      { numRuns: counts.accessHistories },
    )
  },
)

test.each([
  'select * from app.expected_case_access($1, array[]::uuid[])',
  'select * from app.expected_person_access($1, array[]::uuid[])',
  'select app.recompute_case_access($1, array[]::uuid[])',
])('the application may not call: %s', async (statement) => {
  const call = sql.raw(statement.replace('$1', `'${house.a.id}'`))
  await expect(managers[0]!.tx((tx) => call.execute(tx))).rejects.toMatchObject({ code: '42501' })
})

test('case_access: two grants at once on cases of one person lose nothing', async () => {
  const [one, two] = [managers[0]!, managers[1]!]
  const first = await aCase({ responsible: one })
  const second = await aCase({ responsible: two })
  await house.system(house.a, (tx) =>
    tx
      .insertInto('case_person')
      .values({
        id: newId(),
        case_id: second.id,
        person_id: first.personId!,
        role: 'other',
        valid_from: '2026-01-01',
      })
      .execute(),
  )
  for (let round = 0; round < 5; round += 1) {
    const consent = (user: TestUser, id: string) =>
      user.tx(async (tx) => {
        const consentId = newId()
        await sql.raw(consentRow(id, consentId)).execute(tx)
        await tx
          .insertInto('team_consent')
          .values({ case_id: id, consent_id: consentId, valid_during: '[2026-01-01,)' })
          .execute()
      })
    await Promise.all([consent(one, first.id), consent(two, second.id)])
  }
  const rows = await house.system(house.a, (tx) =>
    sql`(select * from person_access where person_id = ${first.personId!} except select * from app.expected_person_access(${house.a.id}, array[${first.personId!}]::uuid[]))
      union all (select * from app.expected_person_access(${house.a.id}, array[${first.personId!}]::uuid[]) except select * from person_access)`.execute(
      tx,
    ),
  )
  expect(rows.rows).toEqual([])
})
