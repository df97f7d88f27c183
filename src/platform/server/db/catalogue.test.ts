import { existsSync, globSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../testing/test-database.ts'
import { connect } from './connect.ts'
import { catalogueFaults, catalogueQuestions, type CatalogueQuestion } from './testing/catalogue-faults.ts'

// Walks the catalogue of the migrated database: the rules of docs/database.md, on every version of PostgreSQL.

const database = await testDatabase()
let client: pg.Client
/** Changes roles; on a server of one's own it need not be a superuser. */
let admin: pg.Client
beforeAll(async () => {
  client = await connect(database.urls.owner)
  admin = await connect(database.admin)
})
afterAll(async () => {
  await client.end()
  await admin.end()
  await database.close()
})

const questions = Object.keys(catalogueQuestions) as CatalogueQuestion[]
const column = async (sql: string): Promise<string[]> =>
  (await client.query<Record<string, string>>(sql)).rows.map((row) => Object.values(row)[0]!)

test.each(questions)('%s', async (question) => {
  expect(await catalogueFaults(client, question)).toEqual([])
})

/** For every question a change of the schema that it must find. Roles are the server's, so those are rolled back too. */
const planted: Record<CatalogueQuestion, string> = {
  'BC-09 row level security is enabled and forced': 'alter table draft no force row level security',
  'BC-09 no table outside schema public is reachable for the application role':
    'grant usage on schema auth to app_user; grant select (id) on auth.session to app_user',
  'BC-09 every granted command has a policy for the same role': 'drop policy draft_drop on draft',
  'BC-09 no policy is for PUBLIC': 'alter policy draft_own on draft to public',
  'BC-09 no policy is true': 'alter policy draft_own on draft using (true)',
  'BC-09 every policy compares the tenant':
    'alter policy draft_own on draft using (user_id = (select app.user_id()))',
  'BC-09 what may be inserted or changed is checked, no more loosely than what may be touched':
    'alter policy draft_change on draft with check (tenant_id = (select app.tenant_id()))',
  'BC-09 a policy calls context functions once per statement, never per row':
    'alter policy draft_own on draft using (tenant_id = (select app.tenant_id()) and user_id = app.user_id())',
  'BC-10 no role is above row level security': 'alter role lotse_app createrole',
  'BC-10 only the owner owns tables': 'set local role app_system; create table app.mine (id int); reset role',
  'BC-10 logins are members of their own groups only': 'grant app_system to lotse_app',
  'BC-10 nobody but the owner creates': 'grant create on schema public to app_user',
  'BC-10 nobody truncates, references or sets triggers': 'grant references on draft to app_user',
  'BC-10 who and when are not writable, and an insert names its columns':
    'grant insert (tenant_id) on draft to app_user',
  'BC-10 nobody grants access by hand': 'grant delete on site_access to app_user',
  'BC-11 views ask as who asks, and none is materialized': 'create view leak as select * from draft',
  'BC-11 definer functions have a fixed path, a powerless owner and are closed to PUBLIC':
    'alter function app.user_id() reset search_path',
  'BC-12 foreign keys are composite and begin with the tenant on both sides':
    'create table child (tenant_id uuid, id uuid references tenant (id), other uuid references auth.account (user_id))',
  'BC-12 BC-13 keys and indexes begin with the tenant, so a conflict tells nothing about another':
    'create unique index oracle on draft (key)',
  'BC-16 ids come from the application, there is nothing to count on': 'create table counted (id serial)',
}

test.each(questions)('finds a planted fault: %s', async (question) => {
  const by = /^(alter role|grant \w+ to)/.test(planted[question]) ? admin : client
  await by.query('begin')
  try {
    await by.query(planted[question])
    expect((await catalogueFaults(by, question)).length).toBeGreaterThan(0)
  } finally {
    await by.query('rollback')
  }
})

test('BC-11 every definer function is listed and has a test of its own that names it', async () => {
  const functions = await column(
    `select p.oid::regprocedure::text from pg_proc p where p.prosecdef order by 1`,
  )
  const listed = Object.fromEntries(
    readFileSync('db/definer-functions.txt', 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(/\s+/) as [string, string]),
  )
  expect(Object.keys(listed).sort()).toEqual(functions.sort())
  const untested = Object.entries(listed).filter(([signature, file]) => {
    const name = /^app\.(\w+)\(/.exec(signature)?.[1]
    return (
      !existsSync(file) ||
      !new RegExp(`test[^\\n]*\\(\\s*[^\\n]*\\b${name}\\b`).test(readFileSync(file, 'utf8'))
    )
  })
  expect(untested).toEqual([])
})

test('every table has a policy test whose title begins with its name', async () => {
  const files = globSync('src/**/policy.test.ts').map((path) => readFileSync(path, 'utf8'))
  const tested = (table: string) =>
    files.some(
      (text) =>
        new RegExp(`(test|describe)[^\\n]*\\(\\s*['"\`]${table}(:|['"\`])`).test(text) ||
        // A list of tables whose rows give the titles: test.for([...])('%s: …').
        (/(test|describe)\.(each|for)\(/.test(text) &&
          /['"`]%s[:'"`]/.test(text) &&
          text.includes(`'${table}'`)),
    )
  const tables = await column(
    `select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  expect(tables.filter((table) => !tested(table))).toEqual([])
})
