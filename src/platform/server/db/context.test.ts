import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { draftEndpoints } from '../../contract/draft.ts'
import { newId } from '../../contract/ids.ts'
import { createPool, type Pool, type PoolClient } from './pool.ts'
import { NoActor, TransactionAborted, withActor, withSystem } from './with-actor.ts'

// Who is asking, and whether somebody else can pretend to: attempts with the application's own login.

const house = await openHouse()
let anna: TestUser
let bert: TestUser
let databaseUrl: string
beforeAll(async () => {
  anna = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  bert = await house.user(house.b, { roles: [{ role: 'caseManager' }] })
  databaseUrl = house.urls.app
})
afterAll(() => house.close())

/** Runs statements as injected SQL would run: inside an open transaction of the application role. */
async function inTransaction<T>(work: (client: PoolClient) => Promise<T>, session = ''): Promise<T> {
  const client = await house.pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('role', 'app_user', true), set_config('app.session', $1, true)`, [
      session,
    ])
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const whoAmI = async (client: PoolClient) =>
  (await client.query('select app.user_id() as "user", app.tenant_id() as tenant')).rows[0]
const refusal = (client: PoolClient, statement: string) =>
  client.query(statement).then(
    () => 'allowed',
    (error: { code: string }) => error.code,
  )
const denied = '42501'

describe('BC-14 a context cannot be forged', () => {
  test('app.user_id and app.tenant_id know a session by its hash and nobody by a guess', async () => {
    expect(await inTransaction(whoAmI, anna.sessionHash)).toEqual({ user: anna.id, tenant: house.a.id })
    const guesses = [
      '',
      anna.id,
      house.a.id,
      'admin',
      anna.client.token!,
      '0'.repeat(64),
      anna.sessionHash.toUpperCase(),
      ` ${anna.sessionHash}`,
      `${anna.sessionHash.slice(0, 63)}%`,
    ]
    for (const guess of guesses) {
      expect(await inTransaction(whoAmI, guess), guess).toEqual({ user: null, tenant: null })
    }
  })

  test('a guessed session in the middle of a transaction makes nobody, not somebody else', async () => {
    await inTransaction(async (client) => {
      await client.query(`select set_config('app.session', $1, true)`, [bert.id])
      expect(await whoAmI(client)).toEqual({ user: null, tenant: null })
      await client.query(`select set_config('app.tenant', $1, true), set_config('app.tenant_id', $1, true)`, [
        house.b.id,
      ])
      expect((await client.query('select 1 from staff_user')).rowCount).toBe(0)
    }, anna.sessionHash)
  })

  test.each(['app_system', 'app_auth', 'app_jobs', 'lotse_owner', 'lotse_jobs', 'lotse_auth', 'postgres'])(
    'the role %s is out of reach',
    async (role) => {
      for (const attempt of [
        `set role ${role}`,
        `set local role ${role}`,
        `select set_config('role', '${role}', true)`,
        `set session authorization ${role}`,
      ]) {
        const code = await inTransaction((client) => refusal(client, attempt), anna.sessionHash)
        expect(['42501', '22023'], attempt).toContain(code)
      }
    },
  )

  test.each([
    'select token_hash from auth.session',
    'select password_hash from auth.account',
    `insert into auth.session default values`,
    'create table mine (id int)',
    'create function app.user_id2() returns uuid language sql as $$ select null::uuid $$',
    'create or replace function app.user_id() returns uuid language sql as $$ select null::uuid $$',
    'alter table draft no force row level security',
    'alter table draft disable row level security',
    'create policy everything on draft to app_user using (true)',
    'truncate draft',
    `select pg_read_file('/etc/passwd')`,
    `copy draft to program 'cat'`,
    'set session_replication_role = replica',
    `select * from pg_authid`,
  ])('refused: %s', async (statement) => {
    const code = await inTransaction((client) => refusal(client, statement), anna.sessionHash)
    expect(['42501', '42P01', '42P16']).toContain(code)
  })

  test('app.system_session and app.tenant_ids answer the workers, never the application', async () => {
    expect(await inTransaction((c) => refusal(c, `select app.system_session('${house.a.id}')`))).toBe(denied)
    expect(await inTransaction((c) => refusal(c, 'select app.tenant_ids()'))).toBe(denied)
    expect(await withSystem(house.owner, house.a.id, async (_tx, actor) => actor)).toMatchObject({
      kind: 'system',
      tenantId: house.a.id,
    })
    await expect(withSystem(house.pool, house.a.id, async () => {})).rejects.toMatchObject({ code: denied })
  })

  test('row_security cannot be switched off to see more', async () => {
    const code = await inTransaction(async (client) => {
      await client.query('set local row_security = off')
      return refusal(client, 'select 1 from draft')
    }, anna.sessionHash)
    expect(code).toBe(denied)
  })

  test('outside withActor the login of the application reads no table', async () => {
    const client = await house.pool.connect()
    try {
      for (const table of ['draft', 'tenant', 'staff_user', 'case_file', 'person', 'audit_event']) {
        expect(await refusal(client, `select 1 from public.${table}`), table).toBe(denied)
      }
    } finally {
      client.release()
    }
  })

  test('a tenant in the statement is no way around: not to read, not to write', async () => {
    await anna.tx(async (tx) => {
      const { rows } = await sql`select 1 from staff_user where tenant_id = ${house.b.id}`.execute(tx)
      expect(rows).toEqual([])
    })
    const foreign = (tenant: string) =>
      anna.tx((tx) =>
        sql`insert into draft (tenant_id, key, content) values (${tenant}, 'k', '{}')`.execute(tx),
      )
    await expect(foreign(house.b.id)).rejects.toMatchObject({ code: denied })
  })
})

describe('BC-06 without a living session there is nothing', () => {
  const states: Record<string, string> = {
    revoked: 'revoked_at = now()',
    expired: `expires_at = now() - interval '1 second'`,
    idle: `idle_expires_at = now() - interval '1 second'`,
    'waiting for the second factor': `state = 'pending'`,
  }
  test.each(Object.keys(states))('app.actor finds nobody when the session is %s', async (state) => {
    const user = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
    await user.tx(async (_tx, actor) =>
      expect(actor).toMatchObject({ userId: user.id, roles: ['caseManager'] }),
    )
    await sql`update auth.session set ${sql.raw(states[state]!)} where token_hash = ${user.sessionHash}`.execute(
      house.auth,
    )
    await expect(user.tx(async () => {})).rejects.toBeInstanceOf(NoActor)
    expect(await inTransaction(whoAmI, user.sessionHash)).toEqual({ user: null, tenant: null })
  })

  test('every table answers zero rows', async () => {
    await anna.client.call(draftEndpoints.save, { params: { key: 'a' }, body: { content: { text: 'x' } } })
    await inTransaction(async (client) => {
      const tables = await client.query<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
           and has_table_privilege('app_user', oid, 'select')`,
      )
      for (const { name } of tables.rows) {
        expect((await client.query(`select 1 from ${name} limit 1`)).rowCount, name).toBe(0)
      }
    })
  })
})

test('BC-13 a conflict with a row of another tenant does not happen: the answer is the same as without it', async () => {
  const id = newId()
  const insert = (user: TestUser) =>
    user.tx(async (tx) => {
      const { numAffectedRows } = await sql`insert into notification (id, user_id, kind, object_kind)
        values (${id}, ${user.id}, 'test', 'test') on conflict do nothing`.execute(tx)
      return Number(numAffectedRows)
    })
  expect(await insert(anna)).toBe(1)
  expect(await insert(bert)).toBe(1)
  expect(await insert(bert)).toBe(0)
})

describe('BC-15 the next one at a connection finds nobody there', () => {
  let pool: Pool
  beforeAll(() => {
    pool = createPool(databaseUrl, 1)
  })
  afterAll(() => pool.end())

  const left = async () => {
    const { rows } = await pool.query(
      `select current_user as role, coalesce(current_setting('app.session', true), '') as session,
         current_setting('statement_timeout') as timeout`,
    )
    return rows[0]
  }
  const sleep = (seconds: number) => sql`select pg_sleep(${seconds})`
  const ends: Record<string, (pid: number) => Promise<unknown>> = {
    'has succeeded': () => withActor(pool, anna.sessionHash, async (tx) => sql`select 1`.execute(tx)),
    'has failed in the program': () =>
      withActor(pool, anna.sessionHash, async () => {
        throw new Error('no')
      }),
    'was aborted by an error in SQL': () =>
      withActor(pool, anna.sessionHash, (tx) => sql`select 1 / 0`.execute(tx)),
    'swallowed such an error': () =>
      withActor(pool, anna.sessionHash, (tx) => sql`select 1 / 0`.execute(tx).catch(() => {})),
    'ran out of time': () =>
      withActor(pool, anna.sessionHash, async (tx) => {
        await sql`set local statement_timeout = '20ms'`.execute(tx)
        await sleep(5).execute(tx)
      }),
    'was cancelled': (pid) => {
      setTimeout(() => void house.pool.query('select pg_cancel_backend($1)', [pid]), 50)
      return withActor(pool, anna.sessionHash, (tx) => sleep(5).execute(tx))
    },
    'lost its connection': (pid) => {
      setTimeout(() => void house.pool.query('select pg_terminate_backend($1)', [pid]), 50)
      return withActor(pool, anna.sessionHash, (tx) => sleep(5).execute(tx))
    },
    'belonged to nobody': () => withActor(pool, '0'.repeat(64), async () => {}),
  }

  test.each(Object.keys(ends))('after a request that %s', async (how) => {
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
    const error = await ends[how]!(rows[0]!.pid).catch((thrown: unknown) => thrown)
    if (how !== 'has succeeded') expect(error).toBeInstanceOf(Error)
    if (how === 'swallowed such an error') expect(error).toBeInstanceOf(TransactionAborted)
    expect(await left()).toEqual({ role: 'lotse_app', session: '', timeout: '15s' })
    await expect(pool.query('select 1 from public.draft')).rejects.toMatchObject({ code: denied })
    await withActor(pool, bert.sessionHash, async (_tx, actor) => expect(actor.userId).toBe(bert.id))
  })

  test('twenty people at once on few connections each remain themselves', async () => {
    const crowd = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        house.user(n % 2 ? house.a : house.b, { roles: [{ role: 'caseManager' }] }),
      ),
    )
    // Patient: what counts is who is who, not how fast.
    const few = createPool(house.urls.app, 5, 30_000)
    const seen = await Promise.all(
      [...crowd, ...crowd, ...crowd].map((user) =>
        withActor(few, user.sessionHash, async (tx) => {
          const { rows } = await sql<{ id: string; tenants: number }>`
            select app.user_id() as id, count(distinct s.tenant_id)::int as tenants from staff_user s`.execute(
            tx,
          )
          return rows[0]!.id === user.id && rows[0]!.tenants === 1
        }),
      ),
    )
    await few.end()
    expect(new Set(seen)).toEqual(new Set([true]))
  })
})

describe('BC-16 the catalogue does not leak through the program', () => {
  test('no address takes SQL or shows a plan', () => {
    const paths = house.app.endpoints.map(({ path }) => path)
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter((path) => /sql|explain|\bquery\b|catalog(?!ue)|debug|metrics/i.test(path))).toEqual(
      [],
    )
  })

  test('an error of the database does not reach the person in its words', async () => {
    const answer = await anna.client.raw('PUT', '/api/drafts/broken', {
      body: { content: { text: 'a\u0000b' } },
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(JSON.stringify(answer.body)).not.toMatch(/unicode|jsonb|draft_|relation|postgres|22P05/i)
  })
})
