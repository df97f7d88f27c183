import { readFileSync } from 'node:fs'
import { connect } from '../../src/platform/server/db/connect.ts'
import { inDatabase } from '../../src/platform/server/testing/test-server.ts'
import type { Outcome } from '../../src/testing/proof/policies/ask.ts'
import type { Asker } from '../../src/testing/proof/policies/askers.ts'
import { describeTable } from '../../src/testing/proof/policies/describe.ts'
import { openPolicyProof } from '../../src/testing/proof/policies/open-proof.ts'
import type { SqlRule } from './sql-rules.ts'

type Client = Awaited<ReturnType<typeof connect>>

/** What policies.test.ts asks, one table at a time, in a database of its own where policies can be changed and put back. */
export async function openPolicies(admin: Client, url: string, original: string) {
  await admin.query(`create database policies template ${original}`)
  const client = await connect(inDatabase(url, 'policies'))
  const proof = await openPolicyProof(client)
  const agreed = readFileSync(new URL('../../src/testing/server/policies.txt', import.meta.url), 'utf8')
  const answers = new Map<string, ReadonlyMap<Asker, Outcome>>()

  /** The answers without a change, which must be what was agreed. */
  async function unchanged(name: string): Promise<ReadonlyMap<Asker, Outcome>> {
    const known = answers.get(name)
    if (known) return known
    const table = proof.tables.find((one) => one.name === name)
    const outcomes = new Map<Asker, Outcome>()
    if (table) {
      for (const asker of proof.askersOf(table)) outcomes.set(asker, await proof.ask(table, asker))
      if (!`\n${agreed}`.includes(`\n${describeTable(table, outcomes)}\n`))
        throw new Error(`${name} is not as in policies.txt without a change`)
    }
    answers.set(name, outcomes)
    return outcomes
  }

  return {
    /** Undefined: PostgreSQL takes no such policy. False: nobody's answer is another. */
    isNoticed: async (rule: SqlRule, name: string, sql: string): Promise<boolean | undefined> => {
      const before = await unchanged(name)
      const putBack = await policiesOf(client, name)
      const taken = await rule.write(client, sql).then(
        () => true,
        () => false,
      )
      try {
        if (!taken) return undefined
        const table = proof.tables.find((one) => one.name === name)
        for (const [asker, outcome] of before) {
          // An error, such as of a condition that finds two rows, is a notice as well.
          const after = await proof.ask(table!, asker).catch(() => undefined)
          if (!after || !same(outcome, after)) return true
        }
        return false
      } finally {
        await client.query(putBack)
      }
    },
    close: () => client.end(),
  }
}

/** The statements that make a table's policies what they are now. */
async function policiesOf(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('alter policy %I on %I', policyname, tablename) || coalesce(' using (' || qual || ')', '')
       || coalesce(' with check (' || with_check || ')', '') as statement
     from pg_policies where schemaname = 'public' and tablename = $1`,
    [table],
  )
  return rows.map(({ statement }) => statement).join(';')
}

function same(one: Outcome, other: Outcome): boolean {
  const verbs = new Set([...one.keys(), ...other.keys()])
  return [...verbs].every(
    (verb) => (one.get(verb) ?? new Set()).symmetricDifference(other.get(verb) ?? new Set()).size === 0,
  )
}
