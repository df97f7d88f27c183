import { readdirSync, readFileSync } from 'node:fs'
import type { connect } from '../../src/platform/server/db/connect.ts'

type Client = Awaited<ReturnType<typeof connect>>

/** An access rule in the database: a function, or the policies of a table. */
export interface SqlRule {
  readonly name: string
  /** The table whose policies it is: what they mean for everybody stands in policies.txt. */
  readonly table?: string
  /** A change that leaves the rule the same. */
  isSaidTwice?(change: string): boolean
  /** The text that is changed. */
  read(client: Client): Promise<string>
  /** Puts a changed text in its place; throws when PostgreSQL does not take it. */
  write(client: Client, sql: string): Promise<void>
  /** What should notice, the quickest first. */
  readonly tests: readonly (readonly string[])[]
}

const root = new URL('../..', import.meta.url).pathname
const ofCases = 'src/modules/cases/server/'

/** Where access follows from the grants (docs/database.md). */
const functions: readonly SqlRule[] = [
  definerFunction('expected_case_access', [
    [`${ofCases}access-rule.test.ts`],
    [`${ofCases}policy.test.ts`, `${ofCases}who-sees-what.test.ts`, `${ofCases}access-model.test.ts`],
  ]),
  definerFunction('expected_person_access', [
    [`${ofCases}access-rule.test.ts`],
    [`${ofCases}policy.test.ts`, 'src/modules/people/server/policy.test.ts'],
  ]),
  definerFunction('expected_referral_access', [
    ['src/modules/referrals/server/referral-access-rule.test.ts'],
    ['src/modules/referrals/server/policy.test.ts'],
  ]),
]

/** The functions and, table by table, the policies; `chosen` names some of them. */
export async function sqlRules(client: Client, chosen: readonly string[]): Promise<SqlRule[]> {
  const { rows } = await client.query<Part>(partsOfPolicies)
  const tests = policyTests()
  const policies = [...Map.groupBy(rows, ({ name }) => name)]
    .filter(([name]) => tests.has(name))
    .map(([name, parts]) => policiesOf(name, parts, [tests.get(name)!]))
  const all = [...functions, ...policies]
  return chosen.length === 0 ? all : all.filter(({ name }) => chosen.includes(name))
}

/** A condition of a policy for the application's role. */
interface Part {
  /** Of the table. */
  readonly name: string
  readonly policy: string
  readonly part: string
  readonly expression: string
}

/**
 * What an update leaves is not asked about again where the row was chosen by the same condition and nobody may change a
 * column in it.
 */
const partsOfPolicies = `
  select tablename as name, policyname as policy, part, expression from pg_policies
    cross join lateral (values ('using', qual), ('with check', with_check)) as p (part, expression)
  where schemaname = 'public' and 'app_user' = any (roles) and expression is not null
    and not (cmd = 'UPDATE' and part = 'with check' and with_check = qual and not exists (
      select from information_schema.columns c where c.table_schema = 'public' and c.table_name = tablename
        and expression ~ ('\\m' || c.column_name || '\\M')
        and has_column_privilege('app_user', format('public.%I', tablename)::regclass, c.column_name, 'UPDATE')))
  order by 1, 2, 3`

function definerFunction(name: string, tests: SqlRule['tests']): SqlRule {
  return {
    name,
    tests,
    read: async (client) => {
      const { rows } = await client.query<{ body: string }>(
        "select prosrc as body from pg_proc where pronamespace = 'app'::regnamespace and proname = $1",
        [name],
      )
      return rows[0]!.body
    },
    write: async (client, sql) => {
      const { rows } = await client.query<{ definition: string; body: string }>(
        "select pg_get_functiondef(oid) as definition, prosrc as body from pg_proc where pronamespace = 'app'::regnamespace and proname = $1",
        [name],
      )
      const { definition, body } = rows[0]!
      await client.query(definition.replace(body, () => sql))
    },
  }
}

const saidTwice = [
  // Of these tables everybody sees the own rows alone, by their policies: here it is there for the index.
  /^line \d+: AND \([axs]\.(user_id|tenant_id|office) = \( SELECT app\.\w+\(\) AS \w+\)\) → \(nothing\)$/,
  // Who has a tenant is somebody.
  /^line \d+: AND \(\( SELECT app\.user_id\(\) AS user_id\) IS NOT NULL\) → \(nothing\)$/,
]

/** The conditions of all policies of one table, one after another, as one text. */
function policiesOf(table: string, parts: readonly Part[], tests: SqlRule['tests']): SqlRule {
  const separator = '\n;\n'
  return {
    name: table,
    table,
    tests,
    isSaidTwice: (change) => saidTwice.some((pattern) => pattern.test(change)),
    read: () => Promise.resolve(parts.map(({ expression }) => expression).join(separator)),
    write: async (client, sql) => {
      for (const [index, expression] of sql.split(separator).entries()) {
        const { policy, part, expression: was } = parts[index]!
        if (expression !== was)
          await client.query(`alter policy ${policy} on ${table} ${part} (${expression})`)
      }
    },
  }
}

/** Each table's policy tests: their titles begin with its name. */
function policyTests(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const files = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.test.ts'),
  )
  for (const path of files) {
    const text = readFileSync(`${root}src/${path}`, 'utf8')
    const named = [...text.matchAll(/['"`]([a-z_]+): /g)].map(([, name]) => name!)
    const listed = /test\.(?:for|each)/.test(text)
      ? [...text.matchAll(/'([a-z_]+)'/g)].map(([, name]) => name!)
      : []
    if (!path.includes('policy')) continue
    for (const name of new Set([...named, ...listed]))
      found.set(name, [...(found.get(name) ?? []), `src/${path}`])
  }
  return found
}
