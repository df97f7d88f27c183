import type { Client } from 'pg'
import { askers, nobody, type Asker, type Source } from './askers.ts'
import { organisations, persons, session, tenants, units } from './cast.ts'
import { askedIn, policyTables } from './catalogue.ts'
import { ask, type Outcome } from './ask.ts'
import { askPolicies } from './ask-policies.ts'
import { fill, type FilledTable } from './rows.ts'

/** What each way of access lets somebody do in each table: asked in PostgreSQL, with the policies as they stand. */
export interface PolicyProof {
  readonly tables: readonly FilledTable[]
  /** Who is asked about a table: roles, and whatever its policies look at. */
  askersOf(table: FilledTable): readonly Asker[]
  ask(table: FilledTable, asker: Asker): Promise<Outcome>
}

/**
 * Fills a database of the tests for the proof. Afterwards it is good for nothing else: constraints are gone, triggers
 * sleep, and where anything may be written every column may, so that policies alone say yes or no. `client` is a superuser.
 */
export async function openPolicyProof(client: Client): Promise<PolicyProof> {
  await client.query(grantColumns)
  const known = await policyTables(client)
  await client.query(unbind)
  await client.query(askPolicies)
  await client.query('set session_replication_role = replica; set jit = off')
  await bringCast(client)
  const tables = await fill(client, known)
  const byName = new Map(tables.map((table) => [table.name, table]))
  return {
    tables,
    askersOf: (table) => {
      const sources = sourcesOf(table, byName)
      return askers.filter(({ name, source }) => name === nobody || sources.has(source))
    },
    ask: (table, asker) => ask(client, table, asker),
  }
}

const grantColumns = `
  do $$ declare one record; begin
    for one in select oid::regclass as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and has_any_column_privilege('app_user', oid, 'insert')
    loop execute format('grant insert on %s to app_user', one.name); end loop;
    for one in select oid::regclass as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and has_any_column_privilege('app_user', oid, 'update')
    loop execute format('grant update on %s to app_user', one.name); end loop;
  end $$`

const unbind = `
  do $$ declare one record; begin
    for one in select conrelid::regclass as of, conname from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('f', 'c', 'u', 'p', 'x') and conparentid = 0
      order by contype = 'f' desc
    loop execute format('alter table %s drop constraint %I cascade', one.of, one.conname); end loop;
    for one in select indexrelid::regclass as name from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = 'public'::regnamespace and indisunique
    loop execute format('drop index %s', one.name); end loop;
  end $$;`

/** Two tenants, me and two colleagues; the tables' own rows are made by `fill`. */
async function bringCast(client: Client): Promise<void> {
  for (const [key, tenant] of Object.entries(tenants))
    await client.query('insert into tenant (id, key, name) values ($1, $2, $2)', [tenant, key])
  for (const person of Object.values(persons))
    await client.query(
      `insert into staff_user (tenant_id, id, given_name, family_name, organisation_id, unit_id)
       values ($1, $2, 'Kim', 'Muster', $3, $4)`,
      [tenants.own, person, organisations.mine, units.mine],
    )
  await client.query(
    `insert into auth.session (token_hash, id, tenant_id, user_id, kind, state, idle_expires_at, expires_at)
     values ($1, gen_random_uuid(), $2, $3, 'person', 'open', 'infinity', 'infinity')`,
    [session, tenants.own, persons.me],
  )
}

/** What the functions that policies ask look at. */
const sourcesOfFunctions: Readonly<Record<string, Source>> = {
  has_role: 'role',
  has_any_role: 'role',
  partner_office: 'referral_access',
  deputised_colleagues: 'deputy',
  may_add_to_case: 'person_access',
  may_assign_new_case: 'case_assignment',
}

/** What its policies look at, also by way of other tables with policies of their own. */
function sourcesOf(
  { name, conditions }: FilledTable,
  byName: ReadonlyMap<string, FilledTable>,
  seen = new Set<string>(),
): ReadonlySet<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const condition of conditions) {
    for (const [name, source] of Object.entries(sourcesOfFunctions))
      if (condition.includes(`app.${name}`)) seen.add(source)
    for (const { table } of askedIn(condition)) {
      const asked = byName.get(table)
      if (asked) sourcesOf(asked, byName, seen)
    }
  }
  return seen
}
