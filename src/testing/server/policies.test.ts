import { afterAll, expect, test } from 'vitest'
import { connect } from '../../platform/server/db/connect.ts'
import { testDatabase } from '../../platform/server/testing/test-database.ts'
import type { Outcome } from '../proof/policies/ask.ts'
import type { Asker } from '../proof/policies/askers.ts'
import { describeTable } from '../proof/policies/describe.ts'
import { openPolicyProof } from '../proof/policies/open-proof.ts'

// What each way of access lets somebody do in each table, as PostgreSQL answers it, beside what was agreed:
// policies.txt. Whoever changes a policy sees here what that means, and lets it be read (`vitest -u` writes it anew).

const database = await testDatabase()
const client = await connect(database.admin)
afterAll(async () => {
  await client.end()
  await database.close()
})

const legend = `What the policies of each table let somebody do. Written by policies.test.ts; how to read it:

- Who: a role, or one way of access. "case: work only" is an access to the case "here" with that part alone; "over" ran
  out an hour ago. An access stands there only where it adds something to its role alone.
- Which rows: "me" asks, "colleague" is somebody else, "here" is what the access leads to, "elsewhere" another.
  "contact.created_by" is said by the row it belongs to. Rows of another tenant would stand out in capital letters.
- Verbs: "update to …" moves a row to that value and stands there where it is not as "update". "refused: update" is an
  error instead of no row.
`

test('every table: who may read, add, change and delete which rows', { timeout: 300_000 }, async () => {
  const proof = await openPolicyProof(client)
  const told: string[] = []
  for (const table of proof.tables) {
    const outcomes = new Map<Asker, Outcome>()
    for (const asker of proof.askersOf(table)) outcomes.set(asker, await proof.ask(table, asker))
    told.push(describeTable(table, outcomes))
  }
  await expect(`${[legend, ...told].join('\n\n')}\n`).toMatchFileSnapshot('policies.txt')
})
