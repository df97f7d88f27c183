import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { connect } from '../../../platform/server/db/connect.ts'
import { testDatabase } from '../../../platform/server/testing/test-database.ts'

// What follows from which grants, row by row: app.expected_case_access and app.expected_person_access on bare rows,
// without the triggers that call them. Days are counted from 1 January 2026. Every row is there a second time in
// another tenant with the same ids, where everything is open and lasts for ever: nothing of it may be added.

const database = await testDatabase()
let client: pg.Client
const ids = new Map<string, string>()
const id = (name: string) => {
  if (!ids.has(name)) ids.set(name, newId())
  return ids.get(name)!
}
const nameOf = (uuid: string) => [...ids].find(([, value]) => value === uuid)?.[0] ?? uuid

beforeAll(async () => {
  client = await connect(database.admin)
  await client.query("set timezone = 'UTC'; set session_replication_role = 'replica'")
})
afterAll(async () => {
  await client.end()
  await database.close()
})
beforeEach(async () => {
  await client.query('begin')
  // The rule itself: run by a superuser, row level security does not hide the other tenant's rows from it.
  for (const name of ['case', 'person']) {
    await client.query(`alter function app.expected_${name}_access(uuid, uuid[]) owner to current_user`)
  }
  // What else limits the rows is not what is tested here.
  await client.query(`alter table case_file drop constraint restricted_after_closure;
    alter table case_assignment drop constraint one_responsible_at_a_time;
    alter table clear_access drop constraint at_most_72_hours`)
  for (const [name, employer, role] of [
    ['anna', 'kreis', 'caseManager'],
    ['bert', 'kreis', 'caseManager'],
    ['dora', 'verband', 'caseManager'],
    ['emil', 'kreis', 'caseManager'],
    ['cora', 'kreis', 'coordinator'],
    ['otto', 'verband', 'coordinator'],
  ]) {
    await put('staff_user', {
      id: id(name!),
      given_name: name,
      family_name: name,
      organisation_id: id(employer!),
      active: true,
    })
    await hold(name!, role!, 0, 100)
  }
  await file('c', {})
  await file('d', {})
  await assigned('c', 'anna', 10, 90)
  // A case beside it about which everybody has been told everything.
  await assigned('d', 'emil', 0, 100)
  await put('oversight', {
    id: id('o-d'),
    coordinator_id: id('otto'),
    case_manager_id: id('emil'),
    ...span(0, 100),
  })
  await deputy('emil', 'dora', 0, 100)
  await put('team_consent', { case_id: id('d'), consent_id: id('t-d'), ...span(0, 100) })
  await cleared('d', 'otto', 'release', 62, 0, 100)
})
afterEach(() => client.query('rollback'))

const day = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString()
const span = (from: number, to: number) => ({ valid_during: `[${day(from)},${day(to)})` })

let rows = 0
/** In both tenants; what limits a row is lifted in the other one. */
async function put(table: string, row: Record<string, unknown>): Promise<void> {
  const open: Record<string, unknown> = { ...row }
  if ('valid_during' in row) {
    rows += 1
    open['valid_during'] = `[${day(-900)},${day(900 + rows)})`
  }
  if ('active' in row) open['active'] = true
  if ('restricted_on' in row) Object.assign(open, { restricted_on: null, secrecy_203: false })
  for (const [tenant, values] of [
    ['a', row],
    ['b', open],
  ] as const) {
    const all = { tenant_id: id(tenant), ...values }
    const names = Object.keys(all)
    const places = names.map((_, index) => `$${index + 1}`)
    await client.query(
      `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
      Object.values(all),
    )
  }
}
const file = (name: string, { restricted = null as string | null, secrecy = false }) =>
  put('case_file', {
    id: id(name),
    file_number: `${name}-1`,
    intensity: 'accompaniment',
    phase: 'intake',
    phase_since: '2026-01-01',
    opened_on: '2026-01-01',
    responsible_user_id: id('anna'),
    responsible_organisation_id: id('kreis'),
    created_by: id('anna'),
    restricted_on: restricted,
    secrecy_203: secrecy,
  })
const mark = (set: string) =>
  client.query(`update case_file set ${set} where id = $1 and tenant_id = $2`, [id('c'), id('a')])
const assigned = (name: string, to: string, from: number, until: number) =>
  put('case_assignment', {
    id: id(`assignment ${name} ${to} ${from}`),
    case_id: id(name),
    user_id: id(to),
    organisation_id: id('kreis'),
    assigned_by: id('anna'),
    ...span(from, until),
  })
const hold = (name: string, role: string, from: number, until: number) =>
  put('role_assignment', {
    id: newId(),
    user_id: id(name),
    role,
    scope_kind: 'tenant',
    ...span(from, until),
  })
const deputy = (absent: string, name: string, from: number, until: number) =>
  put('deputy', {
    id: id(`deputy ${name}`),
    absent_user_id: id(absent),
    deputy_user_id: id(name),
    created_by: id(absent),
    ...span(from, until),
  })
const overseen = (from: number, until: number, by = 'cora') =>
  put('oversight', {
    id: id('oversight'),
    coordinator_id: id(by),
    case_manager_id: id('anna'),
    ...span(from, until),
  })
const team = (from: number, until: number) =>
  put('team_consent', { case_id: id('c'), consent_id: id('consent'), ...span(from, until) })
const cleared = (name: string, to: string, kind: string, parts: number, from: number, until: number) =>
  put('clear_access', {
    id: id(`${kind} ${name}`),
    case_id: id(name),
    user_id: id(to),
    kind,
    reason: kind === 'reason' ? 'danger' : null,
    parts,
    granted_by: id('anna'),
    ...span(from, until),
  })
async function limitRole(name: string, ...spans: [number, number][]): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    'select role from role_assignment where user_id = $1',
    [id(name)],
  )
  await client.query('delete from role_assignment where user_id = $1', [id(name)])
  for (const [from, until] of spans) await hold(name, rows[0]!.role, from, until)
}

/** „who basis level parts from–to“ of case c, the day of the year in Berlin's midnight where a restriction cuts. */
async function expected(of = 'c'): Promise<string[]> {
  const { rows } = await client.query<Record<string, string>>(
    `select *, lower(valid_during) as begins, upper(valid_during) as ends from app.expected_case_access($1, $2)`,
    [id('a'), [id(of)]],
  )
  return rows
    .map((row) => {
      expect([nameOf(row['tenant_id']!), nameOf(row['case_id']!)]).toEqual(['a', of])
      const at = (column: string) =>
        ((Date.parse(String(new Date(row[column]!))) - Date.UTC(2026, 0, 1)) / 86_400_000)
          .toFixed(2)
          .replace('.00', '')
      return `${nameOf(row['user_id']!)} ${row['basis']} ${row['level']} ${row['parts']} ${at('begins')}–${at('ends')}`
    })
    .sort()
}
const anna = 'anna assignment work 127 10–90'
/** Restricted on day 50 in Berlin: an hour before midnight UTC. */
const restricted = "restricted_on = '2026-02-20'"

describe('who is responsible', () => {
  test('works in every part of the file, as long as the assignment lasts', async () => {
    expect(await expected()).toEqual([anna])
    const { rows } = await client.query('select basis_id from app.expected_case_access($1, $2)', [
      id('a'),
      [id('c')],
    ])
    expect(nameOf(rows[0].basis_id)).toBe('assignment c anna 10')
  })

  test('until the file is restricted', async () => {
    await mark(restricted)
    expect(await expected()).toEqual(['anna assignment work 127 10–49.96'])
    await mark("restricted_on = '2026-01-02'")
    expect(await expected()).toEqual([])
  })

  test('while holding the role and active; a gap stays a gap', async () => {
    await limitRole('anna', [20, 30], [30, 40], [50, 60])
    expect(await expected()).toEqual(['anna assignment work 127 20–40', 'anna assignment work 127 50–60'])
    await limitRole('anna', [95, 100])
    expect(await expected()).toEqual([])
    await hold('anna', 'coordinator', 0, 100)
    expect(await expected()).toEqual([])
    await limitRole('anna', [0, 100])
    await client.query('update staff_user set active = false where id = $1 and tenant_id = $2', [
      id('anna'),
      id('a'),
    ])
    expect(await expected()).toEqual([])
  })

  test('two assignments, one after the other', async () => {
    await assigned('c', 'emil', 90, 95)
    // Who oversees emil comes with him; who deputises for him only by the team's consent: another employer.
    expect(await expected()).toEqual([
      anna,
      'emil assignment work 127 90–95',
      'otto oversight oversight 1 90–95',
    ])
  })
})

describe('a deputy', () => {
  test('of the same employer works during the agreed time, not longer than the assignment', async () => {
    await deputy('anna', 'bert', 30, 95)
    expect(await expected()).toEqual([anna, 'bert deputy work 127 30–90'])
    await mark(restricted)
    expect(await expected()).toEqual(['anna assignment work 127 10–49.96', 'bert deputy work 127 30–49.96'])
  })

  test('counts while holding the role of a case manager', async () => {
    await deputy('anna', 'bert', 30, 60)
    await limitRole('bert', [0, 40])
    expect(await expected()).toEqual([anna, 'bert deputy work 127 30–40'])
    await deputy('anna', 'cora', 30, 60)
    expect(await expected()).toEqual([anna, 'bert deputy work 127 30–40'])
  })

  test('of another employer only while the consent names the team, and not once more at the same one', async () => {
    await client.query('delete from deputy where deputy_user_id = $1', [id('dora')])
    await deputy('anna', 'dora', 30, 60)
    expect(await expected()).toEqual([anna])
    await team(40, 80)
    expect(await expected()).toEqual([anna, 'dora deputy work 127 40–60'])
    await mark(restricted)
    expect(await expected()).toEqual(['anna assignment work 127 10–49.96', 'dora deputy work 127 40–49.96'])
    await mark('restricted_on = null')
    await client.query('update case_assignment set valid_during = $1 where case_id = $2 and tenant_id = $3', [
      span(10, 45).valid_during,
      id('c'),
      id('a'),
    ])
    expect(await expected()).toEqual(['anna assignment work 127 10–45', 'dora deputy work 127 40–45'])
    await client.query('update deputy set valid_during = $1 where deputy_user_id = $2 and tenant_id = $3', [
      span(30, 42).valid_during,
      id('dora'),
      id('a'),
    ])
    expect(await expected()).toEqual(['anna assignment work 127 10–45', 'dora deputy work 127 40–42'])
  })
})

describe('a coordinator', () => {
  test('with oversight sees structured data alone, also of a restricted file', async () => {
    await overseen(20, 80)
    const oversight = 'cora oversight oversight 1 20–80'
    expect(await expected()).toEqual([anna, oversight])
    await mark(restricted)
    expect(await expected()).toEqual(['anna assignment work 127 10–49.96', oversight])
    await client.query('update case_assignment set valid_during = $1 where case_id = $2 and tenant_id = $3', [
      span(30, 70).valid_during,
      id('c'),
      id('a'),
    ])
    expect(await expected()).toEqual([
      'anna assignment work 127 30–49.96',
      'cora oversight oversight 1 30–70',
    ])
  })

  test('reads where the consent names the team, but not a file marked § 203', async () => {
    await overseen(20, 80)
    await team(40, 60)
    const oversight = 'cora oversight oversight 1 20–80'
    const consent = 'cora teamConsent read 63 40–60'
    expect(await expected()).toEqual([anna, oversight, consent])
    await mark('secrecy_203 = true')
    expect(await expected()).toEqual([anna, oversight])
    await mark(`secrecy_203 = false, ${restricted}`)
    expect(await expected()).toEqual([
      'anna assignment work 127 10–49.96',
      oversight,
      'cora teamConsent read 63 40–49.96',
    ])
  })

  test('reads by consent no longer than oversight and assignment last', async () => {
    await overseen(45, 55)
    await team(40, 60)
    expect(await expected()).toEqual([
      anna,
      'cora oversight oversight 1 45–55',
      'cora teamConsent read 63 45–55',
    ])
    await client.query('update case_assignment set valid_during = $1 where case_id = $2 and tenant_id = $3', [
      span(50, 90).valid_during,
      id('c'),
      id('a'),
    ])
    expect((await expected()).at(-1)).toBe('cora teamConsent read 63 50–55')
  })

  test.each([
    ['release', 6, 'cora release read 7'],
    ['reason', 2, 'cora reason read 3'],
  ])(
    'reads what a %s opens, and the structured data, cut by oversight, assignment and restriction',
    async (kind, parts, row) => {
      await cleared('c', 'cora', kind, parts, 30, 40)
      expect(await expected()).toEqual([anna])
      await overseen(20, 80)
      expect((await expected()).filter((one) => one.startsWith('cora')).at(-1)).toBe(`${row} 30–40`)
      await client.query('update oversight set valid_during = $1 where id = $2 and tenant_id = $3', [
        span(35, 80).valid_during,
        id('oversight'),
        id('a'),
      ])
      expect((await expected()).at(-1)).toBe(`${row} 35–40`)
      await client.query(
        'update case_assignment set valid_during = $1 where case_id = $2 and tenant_id = $3',
        [span(36, 90).valid_during, id('c'), id('a')],
      )
      expect((await expected()).at(-1)).toBe(`${row} 36–40`)
      await mark("restricted_on = '2026-02-08'")
      expect((await expected()).at(-1)).toBe(`${row} 36–37.96`)
    },
  )

  test('reads a file marked § 203 by release, never by a reason; by a reason only at the own employer', async () => {
    await overseen(20, 80)
    await cleared('c', 'cora', 'release', 6, 30, 40)
    await cleared('c', 'cora', 'reason', 2, 50, 53)
    const opened = async () => (await expected()).filter((row) => /release|reason/.test(row))
    expect(await opened()).toEqual(['cora reason read 3 50–53', 'cora release read 7 30–40'])
    await mark('secrecy_203 = true')
    expect(await opened()).toEqual(['cora release read 7 30–40'])
    await mark('secrecy_203 = false')
    await client.query('update staff_user set organisation_id = $1 where id = $2 and tenant_id = $3', [
      id('verband'),
      id('cora'),
      id('a'),
    ])
    expect(await opened()).toEqual(['cora release read 7 30–40'])
  })

  test('reads a release only with oversight of this case manager, and in the role of a coordinator', async () => {
    await cleared('c', 'otto', 'release', 6, 30, 40)
    await cleared('c', 'otto', 'reason', 6, 30, 33)
    await overseen(20, 80)
    expect(await expected()).toEqual([anna, 'cora oversight oversight 1 20–80'])
    await limitRole('cora', [0, 30])
    expect(await expected()).toEqual([anna, 'cora oversight oversight 1 20–30'])
  })

  test.each(['release', 'reason'])(
    'reads nothing by a %s when the oversight is somebody else’s',
    async (kind) => {
      await overseen(20, 80, 'otto')
      await cleared('c', 'cora', kind, 2, 50, 53)
      expect(await expected()).toEqual([anna, 'otto oversight oversight 1 20–80'])
    },
  )
})

test('a case is told of only when it is asked for', async () => {
  const rows = await expected('d')
  expect(rows).toHaveLength(5)
  expect(rows.filter((row) => /anna|bert|cora/.test(row))).toEqual([])
})

describe('persons follow from the cases', () => {
  const access = (
    who: string,
    name: string,
    parts: number,
    from: number,
    until: number,
    basis = 'assignment',
  ) =>
    put('case_access', {
      user_id: id(who),
      case_id: id(name),
      basis,
      basis_id: id(`basis ${who} ${name}`),
      level: 'read',
      parts,
      ...span(from, until),
    })
  const member = (name: string, person: string) =>
    put('case_person', {
      id: newId(),
      case_id: id(name),
      person_id: id(person),
      role: 'client',
      valid_from: '2026-01-01',
    })
  async function persons(...names: string[]): Promise<string[]> {
    const { rows } = await client.query<Record<string, string>>(
      'select *, lower(valid_during) as begins, upper(valid_during) as ends from app.expected_person_access($1, $2)',
      [id('a'), names.map(id)],
    )
    return rows
      .map((row) => {
        expect(nameOf(row['tenant_id']!)).toBe('a')
        const at = (column: string) =>
          Math.round((Date.parse(String(new Date(row[column]!))) - Date.UTC(2026, 0, 1)) / 86_400_000)
        return `${nameOf(row['user_id']!)} ${nameOf(row['person_id']!)} ${row['level']} ${at('begins')}–${at('ends')}`
      })
      .sort()
  }

  test('whoever may know the identity, working or reading, for as long as that', async () => {
    await member('c', 'amina')
    await member('d', 'omar')
    await access('anna', 'c', 127, 10, 90)
    await access('cora', 'c', 1, 20, 80, 'oversight')
    await access('bert', 'c', 3, 30, 40, 'deputy')
    await access('emil', 'd', 127, 0, 100)
    expect(await persons('amina')).toEqual(['anna amina work 10–90', 'bert amina read 30–40'])
    expect(await persons('omar')).toEqual(['emil omar work 0–100'])
    expect(await persons('amina', 'omar')).toHaveLength(3)
  })

  test('the part of work alone tells nobody who it is; stretches that touch become one', async () => {
    await member('c', 'amina')
    await access('anna', 'c', 64, 10, 90)
    await access('bert', 'c', 2, 30, 40)
    await access('bert', 'c', 6, 40, 50)
    expect(await persons('amina')).toEqual(['bert amina read 30–50'])
  })
})
