import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseEndpoints, requestEndpoints } from '../../src/modules/cases/index.ts'
import { newId } from '../../src/platform/contract/ids.ts'
import { connect } from '../../src/platform/server/db/connect.ts'
import { createPool } from '../../src/platform/server/db/pool.ts'
import { withActor } from '../../src/platform/server/db/with-actor.ts'
import { buildServer } from '../../src/server.ts'
import { aCase } from '../../src/testing/a-case.ts'
import { Client } from '../../src/testing/client.ts'
import { openHouse, type House, type TestUser } from '../../src/testing/house.ts'
import { aFreePort } from './killable-server.ts'

// PgBouncer lends a connection for one transaction and to somebody else for the next one (BC-15).
const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find((path) =>
  existsSync(path),
)
if (!program) console.log('NOT RUN: PgBouncer in transaction mode (package pgbouncer is not installed)')

let house: House
let pooler: ChildProcess
let folder: string
let app: string
let server: Awaited<ReturnType<typeof buildServer>>
beforeAll(async () => {
  if (!program) return
  house = await openHouse()
  app = await startPooler(program, house.urls.app)
  server = await buildServer({
    mode: 'demo',
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    logLevel: 'silent',
    shedLoad: false,
    trustProxy: false,
    filesDir: '/tmp/lotse-test-files',
    database: { ...house.urls, app },
  })
})
afterAll(async () => {
  if (!program) return
  await server.close()
  pooler.kill('SIGKILL')
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

/** In front of the database of the test, with three connections for everybody; answers the address of the login. */
async function startPooler(path: string, url: string): Promise<string> {
  const { hostname, port, username, password, pathname } = new URL(url)
  const name = pathname.slice(1)
  folder = mkdtempSync(join(tmpdir(), 'lotse-pooler-'))
  chmodSync(folder, 0o755)
  const own = await aFreePort()
  const settings = `[databases]
${name} = host=${hostname} port=${port} dbname=${name} user=${username} password=${decodeURIComponent(password)}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
max_client_conn = 200
ignore_startup_parameters = extra_float_digits
`
  writeFileSync(join(folder, 'pgbouncer.ini'), settings)
  // It refuses to run as root.
  const asNobody = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  pooler = spawn(path, ['-q', join(folder, 'pgbouncer.ini')], { stdio: 'ignore', ...asNobody })
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = String(own)
  through.searchParams.set('pgbouncer', 'true')
  for (let tries = 0; ; tries += 1) {
    const client = await connect(through.href).catch(() => undefined)
    if (client) {
      await client.end()
      return through.href
    }
    if (tries > 50) throw new Error('PgBouncer does not answer')
    await wait(100)
  }
}
const idOf = (which: '-u' | '-g') => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }))

async function people(count: number): Promise<{ user: TestUser; client: Client; caseId: string }[]> {
  const all = []
  for (let n = 0; n < count; n += 1) {
    const tenant = n % 2 === 0 ? house.a : house.b
    const user = await house.user(tenant, {
      roles: [{ role: 'caseManager', scopeKind: 'site', scopeId: tenant.site }],
    })
    const { id } = await aCase({ responsible: user })
    all.push({ user, client: new Client(server.app, user.client.token), caseId: id })
  }
  return all
}

test.skipIf(!program)(
  'BC-15 in transaction mode behind PgBouncer: eight people of two tenants at once on three connections, each sees the own cases only',
  async () => {
    const everybody = await people(8)
    const round = async ({ client, caseId, user }: (typeof everybody)[number]) => {
      for (let n = 0; n < 10; n += 1) {
        const list = await client.call(caseEndpoints.list, {})
        expect([list.status, list.body.rows.map(({ id }) => id)]).toEqual([200, [caseId]])
        expect((await client.call(caseEndpoints.read, { params: { id: caseId } })).status).toBe(200)
        const key = newId()
        const body = { channel: 'phone', siteId: user.tenant.site, concern: `${user.id} ${n}` } as const
        const first = await client.call(requestEndpoints.record, { body, idempotencyKey: key })
        const again = await client.call(requestEndpoints.record, { body, idempotencyKey: key })
        expect([first.status, again.body.id]).toEqual([201, first.body.id])
      }
      const others = everybody.filter((other) => other.caseId !== caseId)
      for (const other of others) {
        const answer = await client.call(caseEndpoints.read, { params: { id: other.caseId } })
        expect(answer.status).toBe(404)
      }
    }
    await Promise.all(everybody.map(round))
  },
)

test.skipIf(!program)(
  'BC-15 behind PgBouncer after aborted, timed-out and cut-off transactions nobody inherits an actor',
  async () => {
    const [anna] = await people(1)
    const pool = createPool(app, 6)
    const asAnna = (...statements: string[]) =>
      withActor(pool, anna!.user.sessionHash, async (tx) => {
        for (const statement of statements) await sql.raw(statement).execute(tx)
      })
    await expect(asAnna('select 1/0')).rejects.toMatchObject({ code: '22012' })
    const tooLong = asAnna('set local statement_timeout = 50', 'select pg_sleep(5)')
    await expect(tooLong).rejects.toMatchObject({ code: '57014' })
    const cut = await pool.connect()
    await cut.query('begin')
    await cut.query(
      `select set_config('role', 'app_user', true), set_config('app.session', '${anna!.user.sessionHash}', true)`,
    )
    cut.release(true)
    for (let n = 0; n < 12; n += 1) {
      const client = await pool.connect()
      const { rows } = await client.query(
        `select coalesce(current_setting('app.session', true), '') as session, current_user as who`,
      )
      expect(rows).toEqual([{ session: '', who: 'lotse_app' }])
      // The login alone does not even find the table.
      await expect(client.query('select from case_file')).rejects.toMatchObject({ code: '42P01' })
      client.release()
    }
    await pool.end()
  },
)
