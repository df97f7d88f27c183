import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../../platform/contract/ids.ts'
import { aCase } from '../../../../testing/a-case.ts'
import { aRequest } from '../../../../testing/a-request.ts'
import { arrange } from '../../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../../testing/house.ts'
import { administrationEndpoints } from '../../contract/administration.ts'
import { reauthenticationEndpoints } from '../../contract/reauthentication.ts'
import { sessionEndpoints } from '../../contract/session.ts'
import { userEndpoints as endpoints } from '../../contract/users.ts'
import { hashPassword } from '../sign-in/password.ts'

const house = await openHouse()
afterAll(() => house.close())
let admin: TestUser
let manager: TestUser
let lead: TestUser
let foreign: TestUser
beforeAll(async () => {
  admin = await house.user(house.a, { roles: [{ role: 'administrator' }], familyName: 'Admin' })
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }], familyName: 'Müller' })
  lead = await house.user(house.a, { roles: [{ role: 'kimLead' }] })
  foreign = await house.user(house.b, { roles: [{ role: 'administrator' }] })
})
beforeEach(() => house.owner.query('delete from auth.attempt'))

const params = () => ({ id: manager.id })
const wish = (overrides: object = {}) => ({
  givenName: 'Zoë',
  familyName: 'Çelik',
  organisationId: house.a.town,
  unitId: house.a.kimUnitOfTown,
  loginName: `login.${newId()}`,
  ...overrides,
})
const create = async (overrides: object = {}) =>
  (await admin.client.call(endpoints.create, { body: wish(overrides) })).body
/** Rows as the tenant's system actor sees them. */
const stored = async (query: ReturnType<typeof sql>, tenant = house.a) =>
  (await house.system(tenant, (tx) => query.execute(tx))).rows
const read = async (id: string) => (await admin.client.call(endpoints.read, { params: { id } })).body
const longAgo = (user: TestUser) =>
  house.owner.query(
    `update auth.session set reauthenticated_at = now() - interval '11 minutes' where token_hash = $1`,
    [user.sessionHash],
  )
const signIn = (loginName: string, password: string) =>
  house.anonymous.call(sessionEndpoints.signIn, { body: { loginName, password } })

describe('who may', () => {
  const calls = [
    [endpoints.search, { body: {} }],
    [endpoints.read, {}],
    [endpoints.create, { body: wish() }],
    [endpoints.change, { body: { phone: '1' }, ifMatch: 1 }],
    [endpoints.openWork, {}],
    [endpoints.releaseOpenWork, { body: {} }],
    [endpoints.deactivate, { ifMatch: 1 }],
    [endpoints.reactivate, { ifMatch: 1 }],
    [endpoints.resetPassword, { body: {} }],
    [endpoints.giveRole, { body: { role: 'partner', scopeKind: 'tenant' } }],
    [endpoints.endRole, {}],
  ] as const

  test.each(calls)(
    '$method $path: nobody without a session, nobody without the right',
    async (spec, options) => {
      const call = { ...options, params: params() } as never
      expect((await house.anonymous.call(spec, call)).status).toBe(401)
      for (const user of [manager, lead]) {
        const { status, problem } = await user.client.call(spec, call)
        expect({ status, code: problem.code }).toEqual({ status: 403, code: 'forbidden' })
      }
    },
  )

  test.each(calls.filter(([spec]) => spec.path.includes(':id')))(
    '$method $path: nothing of another tenant, nothing with a wrong id',
    async (spec, options) => {
      expect((await foreign.client.call(spec, { ...options, params: params() } as never)).status).toBe(404)
      expect((await admin.client.call(spec, { ...options, params: { id: 'x' } } as never)).status).toBe(400)
    },
  )
})

describe('users', () => {
  test('created with a login, listed by name, read with account and roles', async () => {
    const body = wish({ loginName: 'zoe.celik', email: '', phone: ' 02841 1 ' })
    const { status, body: made } = await admin.client.call(endpoints.create, { body })
    expect(status).toBe(201)
    expect(made).toMatchObject({
      familyName: 'Çelik',
      unit: 'KIM-Stelle',
      email: null,
      phone: '02841 1',
      active: true,
    })
    expect(made.account).toEqual({
      loginName: 'zoe.celik',
      secondFactor: false,
      secondFactorRequired: false,
      mustChangePassword: true,
    })
    expect(made.can).toEqual(['change', 'deactivate', 'giveRole', 'resetPassword'])
    expect((await signIn('zoe.celik', '')).status).toBe(400)
    expect((await signIn('zoe.celik', 'irgendetwas')).status).toBe(401)
    const found = await admin.client.call(endpoints.search, { body: { text: 'çel' } })
    expect(found.body.rows.map((row) => row.id)).toEqual([made.id])
  })

  test('the list is paged by name and narrowed by state, role and employer; the cursor holds no name', async () => {
    const all = (await admin.client.call(endpoints.search, { body: { state: 'all' } })).body.rows
    const paged: string[] = []
    let after: string | undefined
    do {
      const page = await admin.client.call(endpoints.search, { body: { state: 'all', limit: 2, after } })
      paged.push(...page.body.rows.map((row) => row.id))
      after = page.body.next
      expect(after ?? '').toMatch(/^[0-9a-f-]*$/)
    } while (after !== undefined)
    expect(paged).toEqual(all.map((row) => row.id))
    const ids = async (body: object) =>
      (await admin.client.call(endpoints.search, { body })).body.rows.map((row) => row.id)
    expect(await ids({ role: 'kimLead' })).toEqual([lead.id])
    expect(await ids({ organisationId: house.a.welfare })).toEqual([])
    expect(await ids({ text: 'Kim Mü' })).toEqual([manager.id])
    expect((await admin.client.call(endpoints.search, { body: { after: `a' or` } })).status).toBe(400)
  })

  test('every wrong field at once; a foreign employer, a unit of another one, a taken name', async () => {
    const refused = async (overrides: object) => {
      const { status, problem } = await admin.client.call(endpoints.create, { body: wish(overrides) })
      return [status, ...(problem.fields ?? []).map((field) => field.path).toSorted()]
    }
    expect(await refused({ familyName: '', loginName: 'a', email: 'kein', givenName: '1' })).toEqual([
      400, 'email', 'familyName', 'givenName', 'loginName',
    ]) // oxfmt-ignore
    expect(await refused({ organisationId: house.b.town })).toEqual([400, 'organisationId'])
    expect(await refused({ organisationId: house.a.kreis })).toEqual([400, 'unitId'])
    await create({ loginName: 'Vergeben.Name' })
    expect(await refused({ loginName: 'vergeben.name' })).toEqual([400, 'loginName'])
    expect(await stored(sql`select from staff_user where family_name = 'Çelik'`, house.b)).toHaveLength(0)
  })

  test('changed with the version that was seen; with another employer the unit of the old one is gone', async () => {
    const made = await create()
    const change = (body: object, ifMatch: number) =>
      admin.client.call(endpoints.change, { params: { id: made.id }, body, ifMatch })
    const { status, body } = await change({ organisationId: house.a.kreis, phone: null }, made.version)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      organisation: 'Kreis',
      unit: null,
      familyName: 'Çelik',
      version: made.version + 1,
    })
    const stale = await change({ phone: '2' }, made.version)
    expect(stale.status).toBe(412)
    expect(stale.problem.current).toMatchObject({ version: made.version + 1 })
    expect((await change({ loginName: 'anders' }, 2)).status).toBe(400)
  })

  test('what would be left behind: numbers, and that they were asked for is on record', async () => {
    await aCase({ responsible: manager })
    const { status, body } = await admin.client.call(endpoints.openWork, { params: params() })
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { openCases: 1, openRequests: 0, nothingLeft: false },
    })
    const rows = await stored(
      sql`select actor_id from audit_event where action = 'user.openWorkRead' and object_id = ${manager.id}`,
    )
    expect(rows).toEqual([{ actor_id: admin.id }])
  })
})

describe('off-boarding', () => {
  test('deactivated: out at once; reactivated: may sign in again; never oneself, never twice', async () => {
    const leaver = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    const set = (
      spec: typeof endpoints.deactivate | typeof endpoints.reactivate,
      id: string,
      ifMatch: number,
    ) => admin.client.call(spec as typeof endpoints.deactivate, { params: { id }, ifMatch })
    expect((await leaver.client.call(sessionEndpoints.read)).status).toBe(200)
    const gone = await set(endpoints.deactivate, leaver.id, 1)
    expect(gone.body).toMatchObject({ active: false, version: 2, can: ['change', 'reactivate'] })
    expect((await leaver.client.call(sessionEndpoints.read)).status).toBe(401)
    expect((await set(endpoints.deactivate, leaver.id, 1)).status).toBe(412)
    expect((await set(endpoints.deactivate, leaver.id, 2)).problem.code).toBe('userInactive')
    expect((await set(endpoints.reactivate, leaver.id, 2)).body).toMatchObject({ active: true })
    expect((await leaver.client.call(sessionEndpoints.read)).status).toBe(401)
    expect((await set(endpoints.deactivate, admin.id, 1)).problem.code).toBe('ownAccount')
  })
})

describe('nothing is orphaned', () => {
  test('an account closes only once everything is handed over; what needs no choice goes back in one step', async () => {
    const leaver = await house.user(house.a, {
      roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: house.a.site }, { role: 'coordinator' }],
    })
    const file = await aCase({ responsible: leaver })
    const request = await aRequest(leaver, { take: true })
    await arrange.oversight(house, leaver, manager)
    const params = { id: leaver.id }
    const close = () => admin.client.call(endpoints.deactivate, { params, ifMatch: 1 })
    expect(await close()).toMatchObject({ status: 409, problem: { code: 'openWorkRemains' } })
    const body = { requests: true, tasks: true, deputies: true, oversight: true }
    const released = await admin.client.call(endpoints.releaseOpenWork, { params, body })
    expect(released.body).toMatchObject({ openCases: 1, openRequests: 0, oversees: 0, nothingLeft: false })
    const written = await stored(
      sql`select object_id, reason from audit_event where action = 'request.returned' and actor_id = ${admin.id}`,
    )
    expect(written).toEqual([{ object_id: request, reason: 'offboarding' }])
    expect((await close()).problem.code).toBe('openWorkRemains')
    await leaver.client.raw('POST', `/api/cases/${file.id}/handover`, {
      body: { to: manager.id, reason: 'staffChange' },
    })
    expect(await close()).toMatchObject({ status: 200, body: { active: false } })
  })
})

describe('first password', () => {
  test('shown once, ends every session, must be changed; the person is told', async () => {
    const made = await create({ loginName: 'erstes.mal' })
    const reset = (body: object = {}) =>
      admin.client.call(endpoints.resetPassword, { params: { id: made.id }, body, idempotencyKey: newId() })
    const { status, body } = await reset()
    expect(status).toBe(200)
    const signedIn = await signIn('erstes.mal', body.password)
    expect(signedIn.body).toEqual({ state: 'open', mustChangePassword: true })
    const kept = await stored(
      sql`select from idempotency_key where response::text like ${`%${body.password}%`}
        union all select from audit_event where details::text like ${`%${body.password}%`}`,
    )
    expect(kept).toHaveLength(0)
    const again = await reset({ resetSecondFactor: true })
    expect(again.body.password).not.toBe(body.password)
    expect((await signIn('erstes.mal', body.password)).status).toBe(401)
    const told = await stored(
      sql`select kind from notification where user_id = ${made.id} order by created_at`,
    )
    expect(told).toEqual([{ kind: 'account.passwordReset' }, { kind: 'account.secondFactorReset' }])
  })

  test('not for oneself, not for somebody without a login', async () => {
    const call = (id: string) => admin.client.call(endpoints.resetPassword, { params: { id }, body: {} })
    expect((await call(admin.id)).problem.code).toBe('ownAccount')
    expect((await call(manager.id)).status).toBe(404)
  })
})

describe('roles', () => {
  const give = (id: string, body: object) =>
    admin.client.call(endpoints.giveRole, { params: { id }, body: body as never })
  const end = (id: string) => admin.client.call(endpoints.endRole, { params: { id } })

  test('given with a scope, in force at once, ended at once', async () => {
    const user = await house.user(house.a)
    const rights = async () => (await user.client.call(sessionEndpoints.read)).body.rights
    expect(await rights()).toEqual([])
    const { status, body } = await give(user.id, {
      role: 'caseManager',
      scopeKind: 'site',
      scopeId: house.a.site,
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ role: 'caseManager', scope: 'Kreishaus', state: 'current', until: null })
    expect(await rights()).toContain('case.open')
    expect(
      (await give(user.id, { role: 'caseManager', scopeKind: 'site', scopeId: house.a.site })).problem.code,
    ).toBe('roleHeld')
    expect((await end(body.id)).body.state).toBe('ended')
    expect((await end(body.id)).status).toBe(200)
    expect(await rights()).toEqual([])
    expect((await read(user.id)).roles.map((role) => role.state)).toEqual(['ended'])
  })

  test('for days to come: not before, and ended before it began it never begins', async () => {
    const user = await house.user(house.a)
    const body = { role: 'kimLead', scopeKind: 'tenant', from: '2098-01-01', lastDay: '2098-01-31' }
    const planned = await give(user.id, body)
    expect(planned.body).toMatchObject({ state: 'planned' })
    expect((await user.client.call(sessionEndpoints.read)).body.rights).toEqual([])
    expect((await end(planned.body.id)).body.state).toBe('ended')
    expect((await give(user.id, body)).status).toBe(201)
  })

  test.each([
    [{ role: 'kimLead', scopeKind: 'site', scopeId: newId() }, 'scopeKind'],
    [{ role: 'caseManager', scopeKind: 'site' }, 'scopeId'],
    [{ role: 'caseManager', scopeKind: 'site', scopeId: newId() }, 'scopeId'],
    [{ role: 'kimLead', scopeKind: 'tenant', from: '2020-01-01' }, 'from'],
    [{ role: 'kimLead', scopeKind: 'tenant', from: '2098-01-02', lastDay: '2098-01-01' }, 'lastDay'],
    [{ role: 'emperor', scopeKind: 'tenant' }, 'role'],
  ])('%j is refused at the field %s', async (body, path) => {
    const { status, problem } = await give(manager.id, body)
    expect({ status, fields: problem.fields?.map((field) => field.path) }).toEqual({
      status: 400,
      fields: [path],
    })
  })

  test('never one for oneself, none of the own ended, none to an account that is closed', async () => {
    expect((await give(admin.id, { role: 'caseManager', scopeKind: 'tenant' })).problem.code).toBe('ownRole')
    const own = (await read(admin.id)).roles[0]!
    expect((await end(own.id)).problem.code).toBe('ownRole')
    const made = await create()
    await admin.client.call(endpoints.deactivate, { params: { id: made.id }, ifMatch: made.version })
    expect((await give(made.id, { role: 'partner', scopeKind: 'tenant' })).problem.code).toBe('userInactive')
  })
})

describe('re-authentication', () => {
  test('ten minutes after the sign-in sensitive changes ask for password and code again', async () => {
    const user = await house.user(house.a, { roles: [{ role: 'administrator' }] })
    const secret = new Secret({ size: 20 }).base32
    await house.owner.query(
      `insert into auth.account (user_id, tenant_id, login_name, password_hash, totp_secret, totp_confirmed_at)
       values ($1, $2, 'noch.da', $3, $4, now())`,
      [user.id, house.a.id, await hashPassword('Treppe Lampe Regen Fuchs'), secret],
    )
    await longAgo(user)
    const attempt = () => user.client.call(endpoints.create, { body: wish() })
    expect(await attempt()).toMatchObject({ status: 403, problem: { code: 'reauthenticationNeeded' } })
    const confirm = (body: { password: string; code?: string }) =>
      user.client.call(reauthenticationEndpoints.confirm, { body })
    const fields = async (body: { password: string; code?: string }) =>
      (await confirm(body)).problem.fields?.map(({ path, code }) => `${path} ${code}`)
    expect(await fields({ password: 'falsch' })).toEqual(['password wrongPassword'])
    expect(await fields({ password: 'Treppe Lampe Regen Fuchs' })).toEqual(['code codeMissing'])
    expect(await fields({ password: 'Treppe Lampe Regen Fuchs', code: '000000' })).toEqual(['code wrongCode'])
    expect((await attempt()).status).toBe(403)
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    expect((await confirm({ password: 'Treppe Lampe Regen Fuchs', code })).status).toBe(204)
    expect((await attempt()).status).toBe(201)
    expect(
      (await house.anonymous.call(reauthenticationEndpoints.confirm, { body: { password: 'x' } })).status,
    ).toBe(401)
  })
})

describe('what waits in the administration', () => {
  test('numbers for the administrator, its own part for lead and data protection, nothing for others', async () => {
    const protection = await house.user(house.a, { roles: [{ role: 'dataProtectionOfficer' }] })
    const ask = async (user: TestUser) => (await user.client.call(administrationEndpoints.read)).body
    const all = await ask(admin)
    expect(Object.values(all).every((value) => typeof value === 'number')).toBe(true)
    expect(all.caseManagersWithoutOversight).toBeGreaterThan(0)
    expect(Object.entries(await ask(lead)).filter(([, value]) => value !== null)).toEqual([
      ['caseManagersWithoutOversight', all.caseManagersWithoutOversight],
    ])
    expect(await ask(protection)).toMatchObject({ topicsWithoutOpinion: 2, usersWithoutRole: null })
    expect((await manager.client.call(administrationEndpoints.read)).status).toBe(403)
    expect((await house.anonymous.call(administrationEndpoints.read)).status).toBe(401)
  })
})
