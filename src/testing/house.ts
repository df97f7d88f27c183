import type { FastifyInstance } from 'fastify'
import { buildServer, type ServerConfig } from '../server.ts'
import { createTenant, createSession } from '../modules/staff/server/index.ts'
import type { Role } from '../modules/staff/index.ts'
import { newId } from '../platform/contract/ids.ts'
import type { AuthDatabase } from '../platform/server/db/auth-database.ts'
import { createPool, type Pool } from '../platform/server/db/pool.ts'
import type { DatabaseUrls } from '../platform/server/db/urls.ts'
import { withActor, withSystem, type Actor, type Tx } from '../platform/server/db/with-actor.ts'
import { hashOfToken } from '../platform/server/http/session-cookie.ts'
import { testDatabase } from '../platform/server/testing/test-database.ts'
import { Client } from './client.ts'

/** Where a test's organisations, units and sites are: one Kreis with two employers and a Sozialamt beside a KIM unit. */
export interface TestTenant {
  readonly id: string
  readonly key: string
  readonly region: string
  readonly municipality: string
  readonly kreis: string
  readonly town: string
  readonly welfare: string
  readonly kimUnitOfTown: string
  readonly socialOfficeOfTown: string
  readonly immigrationUnit: string
  /** Site of the Kreis. */
  readonly site: string
  /** Site of the town. */
  readonly townSite: string
}

export interface UserOptions {
  readonly roles?: readonly {
    role: Role
    scopeKind?: 'tenant' | 'region' | 'organisation' | 'site'
    scopeId?: string
  }[]
  readonly organisation?: string
  readonly unit?: string
  readonly familyName?: string
}

/** A signed-in person of a test: `call` goes through HTTP, `tx` straight to RLS. */
export interface TestUser {
  readonly id: string
  readonly tenant: TestTenant
  readonly client: Client
  readonly sessionHash: string
  tx<T>(work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T>
}

/** The real server on a real database of its own, with two tenants `a` and `b` that look alike. */
export interface House {
  readonly app: FastifyInstance
  readonly pool: Pool
  readonly auth: AuthDatabase
  readonly owner: Pool
  /** The four logins of this house's own database. */
  readonly urls: DatabaseUrls
  /** A login that may do everything in this database and sees every row. */
  readonly admin: string
  readonly a: TestTenant
  readonly b: TestTenant
  readonly anonymous: Client
  user(tenant: TestTenant, options?: UserOptions): Promise<TestUser>
  /** As the tenant's system actor: to prepare what no route prepares. */
  system<T>(tenant: TestTenant, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Fixed clock of tests: Saturday 21 November 2026, 10:42 in Berlin. Database `now()` is the real one. */
export async function openHouse(
  options: Partial<
    Pick<ServerConfig, 'now' | 'clamd' | 'trustProxy' | 'filesDir' | 'logTo' | 'logLevel'>
  > = {},
): Promise<House> {
  const database = await testDatabase()
  // The pools of the server, not others beside them: every connection plans each statement anew.
  const { app, pool, auth, close } = await buildServer({
    mode: 'demo',
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    logLevel: (process.env['LOTSE_TEST_LOG'] ?? 'silent') as 'silent',
    shedLoad: false,
    trustProxy: false,
    filesDir: '/tmp/lotse-test-files',
    database: database.urls,
    ...options,
  })
  const owner = createPool(database.urls.owner, 3, 20_000)
  const system: House['system'] = (tenant, work) => withSystem(owner, tenant.id, work)
  const a = await furnish(owner, 'kreis-a')
  const b = await furnish(owner, 'kreis-b')
  return {
    app,
    pool,
    auth,
    owner,
    urls: database.urls,
    admin: database.admin,
    a,
    b,
    anonymous: new Client(app, undefined),
    system,
    user: (tenant, userOptions = {}) => createUser({ app, pool, auth, system }, tenant, userOptions),
    close: async () => {
      await close()
      await owner.end()
      await database.close()
    },
  }
}

async function createUser(
  house: Pick<House, 'app' | 'pool' | 'auth' | 'system'>,
  tenant: TestTenant,
  { roles = [], organisation = tenant.kreis, unit, familyName = 'Muster' }: UserOptions,
): Promise<TestUser> {
  const id = newId()
  await house.system(tenant, async (tx) => {
    await tx
      .insertInto('staff_user')
      .values({
        id,
        given_name: 'Kim',
        family_name: familyName,
        organisation_id: organisation,
        unit_id: unit ?? null,
      })
      .execute()
    for (const { role, scopeKind = 'tenant', scopeId } of roles) {
      const scope = { scope_kind: scopeKind, scope_id: scopeId ?? null }
      await tx
        .insertInto('role_assignment')
        .values({ id: newId(), user_id: id, role, ...scope })
        .execute()
    }
  })
  const token = await createSession(house.auth, { userId: id, tenantId: tenant.id }, 'open', 'test')
  const sessionHash = hashOfToken(token)
  return {
    id,
    tenant,
    sessionHash,
    client: new Client(house.app, token),
    tx: (work) => withActor(house.pool, sessionHash, work),
  }
}

/** A tenant with what every test needs: one Kreis, a town, a welfare organisation, units and sites. */
export async function furnish(owner: Pool, key: string): Promise<TestTenant> {
  const id = await createTenant(owner, { key, name: `Kreis ${key}` })
  const ids = Object.fromEntries(
    [
      'region',
      'municipality',
      'kreis',
      'town',
      'welfare',
      'kimUnitOfTown',
      'socialOfficeOfTown',
      'immigrationUnit',
      'site',
      'townSite',
    ].map((name) => [name, newId()]),
  ) as Omit<TestTenant, 'id' | 'key'>
  await withSystem(owner, id, async (tx) => {
    await tx
      .insertInto('region')
      .values({ id: ids.region, key: 'nord', label: 'Nord', position: 1 })
      .execute()
    await tx
      .insertInto('municipality')
      .values({ id: ids.municipality, ags: '05170044', name: 'Musterstadt', kind: 'Stadt', position: 1 })
      .execute()
    await tx.insertInto('organisation').values(organisations(ids)).execute()
    await tx.insertInto('unit').values(units(ids)).execute()
    await tx.insertInto('site').values(sites(ids)).execute()
  })
  return { id, key, ...ids }
}

function organisations(ids: Omit<TestTenant, 'id' | 'key'>) {
  return [
    {
      id: ids.kreis,
      key: 'kreis',
      name: 'Kreis',
      kind: 'kreis',
      public_employer: true,
      employs_case_managers: true,
      position: 1,
    },
    {
      id: ids.town,
      key: 'stadt',
      name: 'Stadt Musterstadt',
      kind: 'municipality',
      public_employer: true,
      employs_case_managers: true,
      position: 2,
    },
    {
      id: ids.welfare,
      key: 'verband',
      name: 'Wohlfahrtsverband',
      kind: 'welfare',
      public_employer: false,
      employs_case_managers: true,
      position: 3,
    },
  ]
}

function units(ids: Omit<TestTenant, 'id' | 'key'>) {
  return [
    {
      id: ids.kimUnitOfTown,
      organisation_id: ids.town,
      key: 'kim',
      label: 'KIM-Stelle',
      kind: 'kim',
      position: 1,
    },
    {
      id: ids.socialOfficeOfTown,
      organisation_id: ids.town,
      key: 'sozialamt',
      label: 'Sozialamt',
      kind: 'socialOffice',
      position: 2,
    },
    {
      id: ids.immigrationUnit,
      organisation_id: ids.kreis,
      key: 'abh',
      label: 'Ausländerbehörde',
      kind: 'immigration',
      position: 3,
    },
  ]
}

function sites(ids: Omit<TestTenant, 'id' | 'key'>) {
  const common = { kind: 'site', state: 'active', municipality_id: ids.municipality, region_id: ids.region }
  return [
    {
      ...common,
      id: ids.site,
      key: 'kreishaus',
      label: 'Kreishaus',
      organisation_id: ids.kreis,
      position: 1,
    },
    {
      ...common,
      id: ids.townSite,
      key: 'rathaus',
      label: 'Rathaus',
      organisation_id: ids.town,
      unit_id: ids.kimUnitOfTown,
      position: 2,
    },
  ]
}
