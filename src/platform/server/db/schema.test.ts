import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../testing/test-database.ts'
import { connect } from './connect.ts'
import { listSchema } from './generate/list-schema.ts'

const database = await testDatabase()
afterAll(() => database.close())

test('db/schema.txt lists what the migrations make, on this version of PostgreSQL too', async () => {
  const client = await connect(database.admin)
  try {
    const listed = readFileSync('db/schema.txt', 'utf8').trimEnd().split('\n')
    const made = await listSchema(client)
    expect({
      missingInTheFile: made.filter((line) => !listed.includes(line)),
      onlyInTheFile: listed.filter((line) => !made.includes(line)),
      hint: 'npm run db:schema',
    }).toEqual({ missingInTheFile: [], onlyInTheFile: [], hint: 'npm run db:schema' })
  } finally {
    await client.end()
  }
})
