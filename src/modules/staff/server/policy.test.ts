import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { NoActor } from '../../../platform/server/db/with-actor.ts'

const house = await openHouse()
const people = {} as Record<
  | 'caseManager'
  | 'colleague'
  | 'coordinator'
  | 'otherCoordinator'
  | 'lead'
  | 'administrator'
  | 'protection'
  | 'socialOffice'
  | 'officer'
  | 'foreign',
  TestUser
>
beforeAll(async () => {
  const { a, b } = house
  const roleOf = (role: Parameters<typeof house.user>[1]) => house.user(a, role)
  people.caseManager = await roleOf({ roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: a.site }] })
  people.colleague = await roleOf({
    roles: [{ role: 'caseManager', scopeKind: 'organisation', scopeId: a.kreis }],
  })
  people.coordinator = await roleOf({ roles: [{ role: 'coordinator' }] })
  people.otherCoordinator = await roleOf({ roles: [{ role: 'coordinator' }] })
  people.lead = await roleOf({ roles: [{ role: 'kimLead' }] })
  people.administrator = await roleOf({ roles: [{ role: 'administrator' }] })
  people.protection = await roleOf({ roles: [{ role: 'dataProtectionOfficer' }] })
  people.socialOffice = await roleOf({ organisation: a.town, unit: a.socialOfficeOfTown, roles: [] })
  people.officer = await roleOf({ unit: a.immigrationUnit, roles: [{ role: 'immigrationOfficer' }] })
  people.foreign = await house.user(b, { roles: [{ role: 'administrator' }, { role: 'caseManager' }] })
  await arrange.oversight(house, people.coordinator, people.caseManager)
})
afterAll(() => house.close())

const denied = { code: '42501' }
type Person = keyof typeof people
const everyone = () => Object.keys(people) as Person[]
const run = (who: Person, statement: string) => people[who].tx((tx) => sql.raw(statement).execute(tx))
const count = async (who: Person, from: string) =>
  (
    await people[who].tx((tx) =>
      sql<{ n: number }>`select count(*)::int as n from ${sql.raw(from)}`.execute(tx),
    )
  ).rows[0]!.n
/** Who gets at least one row of `from`. */
async function readers(from: string): Promise<Person[]> {
  const seen = await Promise.all(everyone().map(async (who) => ((await count(who, from)) > 0 ? [who] : [])))
  return seen.flat()
}
const affected = async (who: Person, statement: string) =>
  Number((await run(who, statement)).numAffectedRows ?? 0)

describe('staff_user', () => {
  test('staff_user: KIM staff know each other, offices beside them know themselves alone', async () => {
    const named = `staff_user where id = '${people.caseManager.id}'`
    expect((await readers(named)).sort()).toEqual(
      [
        'administrator',
        'caseManager',
        'colleague',
        'coordinator',
        'lead',
        'otherCoordinator',
        'protection',
      ].sort(),
    )
    expect(await count('socialOffice', `staff_user where kind = 'person'`)).toBe(1)
    expect(await count('officer', `staff_user where kind = 'person'`)).toBe(1)
  })

  test('staff_user: the administrator of the tenant writes, nobody else, and not in another tenant', async () => {
    for (const who of everyone()) {
      const changed = await affected(
        who,
        `update staff_user set phone = '1' where id = '${people.colleague.id}'`,
      )
      expect(changed, who).toBe(who === 'administrator' ? 1 : 0)
    }
    await expect(run('lead', insertUser())).rejects.toMatchObject(denied)
    await run('administrator', insertUser())
    await expect(run('administrator', `delete from staff_user`)).rejects.toMatchObject(denied)
    await expect(run('administrator', `update staff_user set kind = 'system'`)).rejects.toMatchObject(denied)
  })
  const insertUser = () =>
    `insert into staff_user (id, given_name, family_name, organisation_id) values ('${newId()}', 'Neu', 'Neu', '${house.a.kreis}')`

  test('app.on_staff_user_active: deactivated is out at the next request, reactivated needs a new sign-in (BC-08)', async () => {
    const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    await run('administrator', `select app.create_account('${user.id}', 'deactivated', 'hash', true)`)
    await run('administrator', `update staff_user set active = false where id = '${user.id}'`)
    await expect(user.tx(async () => {})).rejects.toBeInstanceOf(NoActor)
    const locked = () =>
      sql<{ locked: boolean }>`select locked from app.account_states() where user_id = ${user.id}`
    const state = await people.administrator.tx((tx) => locked().execute(tx))
    expect(state.rows).toEqual([{ locked: true }])
    await run('administrator', `update staff_user set active = true where id = '${user.id}'`)
    await expect(user.tx(async () => {})).rejects.toBeInstanceOf(NoActor)
    expect((await people.administrator.tx((tx) => locked().execute(tx))).rows).toEqual([{ locked: false }])
  })
})

describe('role_assignment', () => {
  test('role_assignment: read by the holder, lead, administrator and data protection officer', async () => {
    expect((await readers(`role_assignment where user_id = '${people.caseManager.id}'`)).sort()).toEqual(
      ['administrator', 'caseManager', 'lead', 'protection'].sort(),
    )
  })

  test('role_assignment: given by an administrator, never to oneself', async () => {
    const give = (to: string, role = 'caseManager') =>
      `insert into role_assignment (id, user_id, role, scope_kind) values ('${newId()}', '${to}', '${role}', 'tenant')`
    for (const who of everyone().filter((name) => name !== 'administrator')) {
      // The administrator of another tenant is let through to the key, which leads with the own tenant (BC-12).
      const code = who === 'foreign' ? { code: '23503' } : denied
      await expect(run(who, give(people.socialOffice.id)), who).rejects.toMatchObject(code)
    }
    await expect(run('administrator', give(people.administrator.id, 'coordinator'))).rejects.toMatchObject(
      denied,
    )
    const user = await house.user(house.a)
    await run('administrator', give(user.id))
    expect(
      await affected(
        'administrator',
        `update role_assignment set valid_during = tstzrange(lower(valid_during), now()) where user_id = '${people.administrator.id}'`,
      ),
    ).toBe(0)
    await expect(run('administrator', `update role_assignment set role = 'kimLead'`)).rejects.toMatchObject(
      denied,
    )
  })

  test('role_assignment: app.has_any_role is one of them, never another', async () => {
    const any = async (who: TestUser, ...roles: string[]) =>
      (
        await who.tx((tx) =>
          sql<{ has: boolean }>`select app.has_any_role(variadic ${roles}::text[]) as has`.execute(tx),
        )
      ).rows[0]!.has
    expect(await any(people.caseManager, 'kimLead', 'caseManager')).toBe(true)
    expect(await any(people.caseManager, 'kimLead', 'administrator')).toBe(false)
    expect(await any(people.caseManager)).toBe(false)
  })

  test('role_assignment: app.has_role counts while it lasts, and only in the own tenant', async () => {
    const has = async (who: TestUser, role: string) =>
      (await who.tx((tx) => sql<{ has: boolean }>`select app.has_role(${role}) as has`.execute(tx))).rows[0]!
        .has
    expect(await has(people.caseManager, 'caseManager')).toBe(true)
    expect(await has(people.caseManager, 'administrator')).toBe(false)
    expect(await has(people.caseManager, '')).toBe(false)
    const user = await house.user(house.a, { roles: [{ role: 'kimLead' }] })
    const during = (range: string) =>
      house.system(house.a, (tx) =>
        tx
          .updateTable('role_assignment')
          .set({ valid_during: range })
          .where('user_id', '=', user.id)
          .execute(),
      )
    await during(arrange.hours(-2, -1))
    expect(await has(user, 'kimLead')).toBe(false)
    await during(arrange.hours(1, null))
    expect(await has(user, 'kimLead')).toBe(false)
    await during(arrange.hours(-1, 1))
    expect(await has(user, 'kimLead')).toBe(true)
  })
})

describe('site_access', () => {
  test('site_access: everyone reads the own rows, which follow the scope of the role', async () => {
    const sites = async (who: Person) =>
      (await people[who].tx((tx) => tx.selectFrom('site_access').select('site_id').execute()))
        .map((row) => row.site_id)
        .sort()
    expect(await sites('caseManager')).toEqual([house.a.site])
    expect(await sites('colleague')).toEqual([house.a.site])
    expect(await sites('coordinator')).toEqual([house.a.site, house.a.townSite].sort())
    for (const who of ['lead', 'administrator', 'socialOffice', 'officer'] as const)
      expect(await sites(who)).toEqual([])
    await expect(run('caseManager', 'delete from site_access')).rejects.toMatchObject(denied)
  })

  test('site_access: app.on_role_or_site_change keeps it equal to app.expected_site_access through app.recompute_site_access', async () => {
    const differences = () =>
      house.system(house.a, async (tx) => {
        const { rows } = await sql`
          (select * from site_access except select * from app.expected_site_access(${house.a.id}))
          union all (select * from app.expected_site_access(${house.a.id}) except select * from site_access)`.execute(
          tx,
        )
        return rows
      })
    expect(await differences()).toEqual([])
    const region = await house.user(house.a, {
      roles: [{ role: 'caseManager', scopeKind: 'region', scopeId: house.a.region }],
    })
    expect(await region.tx((tx) => tx.selectFrom('site_access').selectAll().execute())).toHaveLength(2)
    await house.system(house.a, (tx) =>
      tx.updateTable('site').set({ region_id: null }).where('id', '=', house.a.townSite).execute(),
    )
    expect(await region.tx((tx) => tx.selectFrom('site_access').selectAll().execute())).toHaveLength(1)
    await house.system(house.a, (tx) =>
      tx.deleteFrom('role_assignment').where('user_id', '=', region.id).execute(),
    )
    expect(await region.tx((tx) => tx.selectFrom('site_access').selectAll().execute())).toEqual([])
    await house.system(house.a, (tx) =>
      tx.updateTable('site').set({ region_id: house.a.region }).where('id', '=', house.a.townSite).execute(),
    )
    expect(await differences()).toEqual([])
  })

  test('site_access: ten roles given at once do not trip over each other', async () => {
    await Promise.all(
      Array.from({ length: 10 }, () => house.user(house.a, { roles: [{ role: 'caseManager' }] })),
    )
    const stored = await house.system(house.a, (tx) => tx.selectFrom('site_access').selectAll().execute())
    const expected = await house.system(house.a, (tx) =>
      sql`select * from app.expected_site_access(${house.a.id})`.execute(tx),
    )
    expect(stored).toHaveLength(expected.rows.length)
  })

  test.each(['select * from app.expected_site_access($1)', 'select app.recompute_site_access($1)'])(
    'the application may not call: %s',
    async (statement) => {
      await expect(run('administrator', statement.replace('$1', `'${house.a.id}'`))).rejects.toMatchObject(
        denied,
      )
    },
  )
})

describe('oversight', () => {
  test('oversight: read by both sides, lead, administrator and data protection officer', async () => {
    expect((await readers('oversight')).sort()).toEqual(
      ['administrator', 'caseManager', 'coordinator', 'lead', 'protection'].sort(),
    )
  })

  test('oversight: arranged by lead or administrator, never for oneself', async () => {
    const over = (coordinator: string) =>
      `insert into oversight (id, coordinator_id, case_manager_id) values ('${newId()}', '${coordinator}', '${people.colleague.id}')`
    for (const who of [
      'coordinator',
      'otherCoordinator',
      'caseManager',
      'protection',
      'officer',
      'foreign',
    ] as const) {
      await expect(run(who, over(people[who].id)), who).rejects.toMatchObject(denied)
    }
    await expect(run('lead', over(people.lead.id))).rejects.toMatchObject(denied)
    await run('lead', over(people.otherCoordinator.id))
    expect(await affected('coordinator', `update oversight set valid_during = 'empty'`)).toBe(0)
  })
})

describe('deputy', () => {
  const insert = (absent: string, deputy: string) =>
    `insert into deputy (id, absent_user_id, deputy_user_id, valid_during)
     values ('${newId()}', '${absent}', '${deputy}', tstzrange(now(), now() + interval '1 day'))`

  test('deputy: arranged by the absent person or by the coordinator over her, never by the deputy', async () => {
    const absent = people.caseManager.id
    for (const who of [
      'colleague',
      'otherCoordinator',
      'lead',
      'administrator',
      'socialOffice',
      'foreign',
    ] as const) {
      await expect(run(who, insert(absent, people[who].id)), who).rejects.toMatchObject(denied)
    }
    await run('caseManager', insert(absent, people.colleague.id))
    await run('coordinator', insert(absent, people.colleague.id))
    expect((await readers(`deputy where absent_user_id = '${absent}'`)).sort()).toEqual(
      ['administrator', 'caseManager', 'colleague', 'coordinator', 'lead', 'protection'].sort(),
    )
  })

  test('deputy: the deputy cannot prolong it, and who stands in cannot be changed', async () => {
    expect(
      await affected(
        'colleague',
        `update deputy set valid_during = tstzrange(now(), now() + interval '1 year')`,
      ),
    ).toBe(0)
    await expect(
      run('caseManager', `update deputy set deputy_user_id = '${people.lead.id}'`),
    ).rejects.toMatchObject(denied)
    // Lead and administrator end it; that is all.
    for (const who of ['lead', 'administrator'] as const)
      await expect(
        run(who, `update deputy set valid_during = tstzrange(now(), now() + interval '1 year')`),
      ).rejects.toMatchObject(denied)
    expect(await affected('lead', `update deputy set ended_at = now()`)).toBe(2)
    expect(await affected('caseManager', `update deputy set ended_at = now()`)).toBe(2)
  })
})

test('availability: set by the person, seen by the coordinator with oversight, by no colleague', async () => {
  await run(
    'caseManager',
    `insert into availability (user_id, state) values ('${people.caseManager.id}', 'tight')`,
  )
  expect(await readers('availability')).toEqual(['caseManager', 'coordinator'])
  expect(await affected('coordinator', `update availability set state = 'free'`)).toBe(0)
  await expect(
    run('coordinator', `insert into availability (user_id) values ('${people.colleague.id}')`),
  ).rejects.toMatchObject(denied)
})

test('absence: set by the person, seen by the coordinator with oversight, by no colleague', async () => {
  await run(
    'caseManager',
    `insert into absence (id, user_id, during) values ('${newId()}', '${people.caseManager.id}', '[2026-12-01,2026-12-10)')`,
  )
  expect(await readers('absence')).toEqual(['caseManager', 'coordinator'])
  expect(await affected('coordinator', 'delete from absence')).toBe(0)
  expect(await affected('caseManager', 'delete from absence')).toBe(1)
})

test('availability: nothing more is seen once the role of the coordinator has ended', async () => {
  const coordinator = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  await arrange.oversight(house, coordinator, people.caseManager)
  const seen = () => coordinator.tx((tx) => tx.selectFrom('availability').selectAll().execute())
  expect(await seen()).toHaveLength(1)
  await house.system(house.a, (tx) =>
    tx.deleteFrom('role_assignment').where('user_id', '=', coordinator.id).execute(),
  )
  expect(await seen()).toEqual([])
})

test('staff_data_basis: registered by the administrator, readable in the tenant, never changed by hand', async () => {
  const register = `insert into staff_data_basis (organisation_id, council, reference, agreed_on)
    values ('${house.a.kreis}', 'personalrat', 'DV 1/2026', '2026-01-01')`
  for (const who of everyone().filter((name) => name !== 'administrator' && name !== 'foreign')) {
    await expect(run(who, register), who).rejects.toMatchObject(denied)
  }
  await run('administrator', register)
  expect(await readers('staff_data_basis')).toEqual(everyone().filter((who) => who !== 'foreign'))
  await expect(run('administrator', `update staff_data_basis set council = 'mav'`)).rejects.toMatchObject(
    denied,
  )
})

test('protection_opinion: recorded by the data protection officer alone, kept for good', async () => {
  const record = `insert into protection_opinion (id, topic, allows, reference, given_on)
    values ('${newId()}', 'valueWithoutStatus', true, 'DSB 7/2026', '2026-02-01')`
  for (const who of everyone().filter((name) => name !== 'protection')) {
    await expect(run(who, record), who).rejects.toMatchObject(denied)
  }
  await run('protection', record)
  expect(await readers('protection_opinion')).toEqual(everyone().filter((who) => who !== 'foreign'))
  await expect(run('protection', 'delete from protection_opinion')).rejects.toMatchObject(denied)
})

test('notification: read and ticked off by whom it is for, sent by anybody of the tenant', async () => {
  const send = (to: string) =>
    `insert into notification (id, user_id, kind, object_kind) values ('${newId()}', '${to}', 'test', 'case')`
  await run('coordinator', send(people.caseManager.id))
  expect(await readers('notification')).toEqual(['caseManager'])
  expect(await affected('colleague', 'update notification set read_at = now()')).toBe(0)
  expect(await affected('caseManager', 'update notification set read_at = now()')).toBe(1)
  await expect(run('foreign', send(people.caseManager.id))).rejects.toMatchObject({ code: '23503' })
})

describe('accounts', () => {
  const call = async (who: Person, expression: string) =>
    ((await run(who, `select ${expression} as answer`)).rows as { answer: unknown }[])[0]!.answer

  test('app.create_account: for persons of the own tenant, by an administrator; a taken name says only that', async () => {
    const user = await house.user(house.a)
    const other = await house.user(house.b)
    const create = (id: string, name = 'neu.name') => `app.create_account('${id}', '${name}', 'hash', true)`
    expect(await call('lead', create(user.id))).toBe('forbidden')
    expect(await call('administrator', create(other.id))).toBe('unknown')
    const system = await house.system(house.a, async (_tx, actor) => actor.userId)
    expect(await call('administrator', create(system))).toBe('unknown')
    expect(await call('administrator', create(user.id))).toBe('created')
    expect(await call('foreign', create(other.id, 'NEU.NAME'))).toBe('taken')
  })

  test('app.reset_account: by an administrator of the tenant; sessions of the person end', async () => {
    const user = await house.user(house.a)
    await run('administrator', `select app.create_account('${user.id}', 'reset.me', 'hash', true)`)
    const reset = `app.reset_account('${user.id}', 'other', true)`
    expect(await call('lead', reset)).toBe(false)
    expect(await call('foreign', reset)).toBe(false)
    await user.tx(async () => {})
    expect(await call('administrator', reset)).toBe(true)
    await expect(user.tx(async () => {})).rejects.toBeInstanceOf(NoActor)
  })

  test('app.account_states: the administrator sees the own tenant, no secrets; others nothing', async () => {
    for (const who of ['caseManager', 'lead', 'protection', 'officer'] as const) {
      expect(await count(who, 'app.account_states()'), who).toBe(0)
    }
    const { rows } = await run('administrator', 'select * from app.account_states()')
    expect(rows.length).toBeGreaterThan(0)
    expect(Object.keys(rows[0] as object).join()).not.toMatch(/hash|secret|totp/)
    expect(await count('foreign', `app.account_states() where login_name = 'reset.me'`)).toBe(0)
  })
})
