import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../testing/test-database.ts'
import { connect } from './connect.ts'
import { refuseUnsafeDatabase } from './refuse-unsafe-database.ts'

const database = await testDatabase()
afterAll(() => database.close())
const { app, auth, jobs, owner } = database.urls

/** The reasons as text, without what only this test server lacks (it runs with fsync off). */
async function reasons(
  mode: 'demo' | 'production',
  logins: Partial<typeof database.urls> = {},
): Promise<string> {
  try {
    await refuseUnsafeDatabase({ mode, database: { app, auth, jobs, ...logins } })
    return ''
  } catch (error) {
    return (error as Error).message.replaceAll(/^- Die Einstellung \S+ ist aus.*\n/gm, '')
  }
}
const nothing = /Zugriffsschutz dort nicht gilt:\nWelche Rollen|^$/

test('BC-10 the logins of db/roles.sql on a migrated database are accepted', async () => {
  expect(await reasons('demo')).toBe('')
  expect(await reasons('production')).toMatch(nothing)
})

test.each(['app', 'auth', 'jobs'] as const)(
  'BC-10 a superuser as login %s is refused in every mode',
  async (key) => {
    expect(await reasons('demo', { [key]: database.admin })).toMatch(/zu viele Rechte/)
  },
)

test('BC-10 the owner as login of the application is refused', async () => {
  expect(await reasons('demo', { app: owner })).toMatch(/lotse_owner hat zu viele Rechte \(Eigentum\)/)
})

test('BC-10 a login of another group is refused: it could become that role', async () => {
  expect(await reasons('demo', { app: jobs })).toMatch(/lotse_jobs gehört zu Rollen.*app_system/)
})

test('a table without forced row level security keeps production from starting', async () => {
  const client = await connect(owner)
  try {
    await client.query('create table bare (id uuid)')
    expect(await reasons('production')).toMatch(/Der Tabelle bare fehlt/)
    expect(await reasons('demo')).toBe('')
  } finally {
    await client.query('drop table bare')
    await client.end()
  }
})

test('production does not start on a server that loses acknowledged writes', async () => {
  const client = await connect(database.admin)
  try {
    await client.query('alter database ' + new URL(app).pathname.slice(1) + ' set synchronous_commit = off')
    await expect(refuseUnsafeDatabase({ mode: 'production', database: { app, auth, jobs } })).rejects.toThrow(
      /synchronous_commit ist aus/,
    )
  } finally {
    await client.end()
  }
})
