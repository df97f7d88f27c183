import { afterAll, expect, test } from 'vitest'
import { connect } from '../db/connect.ts'
import { migrate, pendingMigrations } from '../db/migrate.ts'
import { testDatabase } from './test-database.ts'

const database = await testDatabase()
afterAll(() => database.close())

test('a test database is migrated, and migrating again changes nothing', async () => {
  expect(await pendingMigrations(database.urls.app)).toEqual([])
  expect(await migrate(database.urls.owner)).toEqual([])
})

test('two processes may migrate at the same time (F15)', async () => {
  const both = await Promise.all([migrate(database.urls.owner), migrate(database.urls.owner)])
  expect(both).toEqual([[], []])
})

test.each(['app', 'auth', 'jobs', 'owner'] as const)(
  'the login of %s is neither superuser nor above RLS',
  async (key) => {
    const client = await connect(database.urls[key])
    try {
      const { rows } = await client.query(
        'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user',
      )
      expect(rows).toEqual([
        { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
      ])
    } finally {
      await client.end()
    }
  },
)

test('umlauts are letters: the encoding is UTF-8 whatever the locale of the shell', async () => {
  const client = await connect(database.urls.owner)
  try {
    const { rows } = await client.query(
      "select upper('äöüß') as big, current_setting('server_encoding') as encoding",
    )
    expect(rows).toEqual([{ big: 'ÄÖÜß', encoding: 'UTF8' }])
  } finally {
    await client.end()
  }
})

test('a filled template is filled once and copied', async () => {
  let times = 0
  const filled = {
    key: 'probe',
    fill: async (urls: { owner: string }) => {
      times += 1
      const client = await connect(urls.owner)
      await client.query('create table probe as select 42 as answer')
      await client.end()
    },
  }
  const copies = await Promise.all([testDatabase({ filled }), testDatabase({ filled })])
  for (const copy of copies) {
    const client = await connect(copy.urls.owner)
    expect((await client.query('select answer from probe')).rows).toEqual([{ answer: 42 }])
    await client.end()
    await copy.close()
  }
  expect(times).toBe(1)
})
