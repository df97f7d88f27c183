import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { OperatorError } from '../cli/operator-error.ts'
import { applyRoles } from '../db/apply-roles.ts'
import { connect } from '../db/connect.ts'
import { migrate, migrationsHash } from '../db/migrate.ts'
import type { DatabaseUrls } from '../db/urls.ts'

/** What a test file needs to know of the server; plain data, because it crosses to the workers. */
export interface TestServer {
  /** May create and drop databases. */
  readonly admin: string
  /** Connection strings whose database name is replaced per test file. */
  readonly urls: DatabaseUrls
  readonly template: string
  /** Unlike any other run on the same server. */
  readonly run: string
  /** How databases are copied: files where nothing waits for a disk, as on the server of this run alone. */
  readonly strategy: 'file_copy' | 'wal_log'
}

/**
 * Roles and template database on the server of `admin`. `urls`: the logins where they are known already;
 * otherwise they get the passwords of the tests, which are the same for every run on that server.
 */
export async function prepareServer(admin: string, urls?: DatabaseUrls): Promise<TestServer> {
  const logins = urls ?? testLogins(admin)
  const template = `lotse_test_template_${migrationsHash()}`
  const client = await connect(admin)
  try {
    if (!urls) await makeRoles(client, logins)
    await makeTemplate(client, template, (url) => migrate(url).then(() => {}), {
      admin,
      urls: logins,
    })
  } finally {
    await client.end()
  }
  const strategy = urls ? 'file_copy' : 'wal_log'
  return { admin, urls: logins, template, run: randomBytes(4).toString('hex'), strategy }
}

/** Removes what a run left on a server that stays: databases of crashed tests and its filled templates. */
export async function tidyServer({ admin, run }: TestServer): Promise<void> {
  const client = await connect(admin)
  try {
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where datname like 'lotse\\_test\\_%' and datname like $1",
      [`%\\_${run}\\_%`],
    )
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`)
  } finally {
    await client.end()
  }
}

/** The same server, another database. */
export function inDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

/**
 * Makes a database under `name` once: built under another name, renamed when complete. Runs that want the
 * same template at the same time wait for one another.
 */
export async function makeTemplate(
  client: pg.Client,
  name: string,
  build: (ownerUrl: string) => Promise<void>,
  server: { admin: string; urls: DatabaseUrls },
  from = 'template0',
): Promise<void> {
  await client.query('select pg_advisory_lock(hashtext($1))', [name])
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    const half = `${name}_halb`
    await client.query(`drop database if exists ${half} with (force)`)
    const encoding = from === 'template0' ? "encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'" : ''
    await client.query(`create database ${half} owner lotse_owner template ${from} ${encoding}`)
    await build(inDatabase(server.urls.owner, half))
    await client.query(`alter database ${half} rename to ${name}`)
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [name])
  }
}

const password = (login: string) => `lotse-test-${login}`

function testLogins(admin: string): DatabaseUrls {
  const url = (login: keyof DatabaseUrls) => {
    const changed = new URL(admin)
    changed.username = `lotse_${login}`
    changed.password = password(login)
    return changed.href
  }
  return { app: url('app'), auth: url('auth'), jobs: url('jobs'), owner: url('owner') }
}

async function makeRoles(client: pg.Client, urls: DatabaseUrls): Promise<void> {
  await applyRoles(client, {
    app: password('app'),
    auth: password('auth'),
    jobs: password('jobs'),
    owner: password('owner'),
  })
  // To create databases for lotse_owner the login must be a member of it, which a superuser is anyway. Since
  // PostgreSQL 16 the creator of a role is one that may only pass it on: hence without looking first.
  const { rows } = await client.query('select rolsuper as super from pg_roles where rolname = current_user')
  if (!rows[0]?.super) await client.query('grant lotse_owner to current_user')
  try {
    await (await connect(urls.owner)).end()
  } catch (cause) {
    throw new OperatorError(
      'Auf dem Server von TEST_DATABASE_URL gibt es die Rolle lotse_owner mit einem anderen Passwort. ' +
        'Nehmen Sie für Tests einen Server, auf dem keine Installation von Lotse läuft.',
      { exitCode: 3, cause },
    )
  }
}
