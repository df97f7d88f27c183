import type { Pool, PoolClient } from '../../platform/server/db/pool.ts'
import { madeUpNames } from './names.ts'
import { caseStatements, plans, searchKeys, staffStatements } from './statements.ts'

interface Filling {
  /** Also the seed: another key, other people. */
  readonly key: string
  readonly cases: number
  readonly contactsPerCase: number
  readonly today: string
}

/** Recomputed for all cases at the end instead of 20,000 times. */
const slowTriggers = [
  ['case_assignment', 'case_assignment_access'],
  ['case_person', 'case_person_access'],
] as const

const filled =
  'case_file case_assignment case_access case_person person person_key person_access case_text case_step processing_basis goal goal_text task task_text contact contact_note contact_person contact_effort staff_user role_assignment oversight site municipality organisation catalogue_entry'

/**
 * Everything in one transaction, set by set: half a tenant is never there. A superuser (the bench) leaves foreign keys
 * and triggers out, which look at row after row; what the triggers would derive is made by statements.
 */
export async function fillTenant(owner: Pool, tenantId: string, filling: Filling) {
  const { key, cases, contactsPerCase, today } = filling
  const client = await owner.connect()
  try {
    await client.query('begin')
    const unchecked = await leaveChecksOut(client)
    await prepareSchema(client, key)
    if (!unchecked) await switchTriggers(client, 'disable')
    await asSystem(client, tenantId)
    for (const [name, select] of plans)
      await plan(client, name, select, [tenantId, today, cases, contactsPerCase])
    for (const statement of staffStatements) await client.query(statement, [tenantId])
    for (const statement of [...caseStatements, ...(unchecked ? [searchKeys] : [])]) {
      await client.query(statement, statement.includes('$2') ? [tenantId, today] : [tenantId])
    }
    // Planned without statistics, the recomputation compares every case with every other.
    await client.query('set local role none')
    await client.query(`analyze ${filled.split(' ').join(', ')}`)
    await client.query('set local role app_system')
    await client.query('select app.recompute_case_access($1, array(select id from made_case order by id))', [
      tenantId,
    ])
    const { rows } = await client.query<{ users: number }>(
      "select count(*)::int as users from made_user where role = 'caseManager'",
    )
    await client.query('set local role none')
    if (!unchecked) await switchTriggers(client, 'enable')
    await client.query('drop schema made cascade')
    await client.query('commit')
    // Without fresh statistics the first hours would be planned for an empty database.
    for (const table of filled.split(' ')) await client.query(`vacuum (analyze) ${table}`)
    return { cases, contacts: cases * contactsPerCase, users: rows[0]!.users }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** What the rows are worked out with; gone before the transaction ends. (app_system may make no temporary tables.) */
async function prepareSchema(client: PoolClient, seed: string): Promise<void> {
  await client.query(`set local work_mem = '128MB'`)
  await client.query(`
    create schema made;
    grant usage, create on schema made to app_system;
    set local search_path = public, made;
    create function made.pick(label text, n int) returns int language sql immutable
      as $$ select (abs(hashtextextended(label, hashtext('${seed}')) % n))::int $$;
    create function made.made_id(at timestamptz, label text) returns uuid language sql stable
      as $$ select overlay(overlay(overlay(md5('${seed} ' || label) placing lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') from 1 for 12)
        placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid $$;
    grant execute on function made.pick(text, int), made.made_id(timestamptz, text) to app_system`)
  const names = madeUpNames()
  await client.query(
    'create unlogged table made.made_name (n int primary key, given_name text, family_name text, form text, phonetic text)',
  )
  await client.query('grant select on made_name to app_system')
  await client.query(
    `insert into made_name select row_number() over () - 1, x.* from unnest($1::text[], $2::text[], $3::text[], $4::text[]) x`,
    [names.given, names.family, names.form, names.phonetic],
  )
}

/** Of this transaction only, and only a superuser may; answers whether it is one. */
async function leaveChecksOut(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ super: boolean }>(
    'select rolsuper as super from pg_roles where rolname = current_user',
  )
  if (!rows[0]?.super) return false
  await client.query("set local session_replication_role = 'replica'")
  return true
}

/** A plan is made by the system actor, who alone reads the tenant's tables. */
async function plan(client: PoolClient, name: string, select: string, values: readonly unknown[]) {
  // `create table as` takes no parameters.
  const [tenantId, today, cases, contactsPerCase] = values
  const text = select
    .replaceAll('$1', `'${String(tenantId)}'::uuid`)
    .replaceAll('$2', `'${String(today)}'`)
    .replaceAll('$3', String(cases))
    .replaceAll('$4', String(contactsPerCase))
  await client.query(`create unlogged table made.${name} as ${text}`)
  await client.query(`analyze ${name}`)
}

async function asSystem(client: PoolClient, tenantId: string): Promise<void> {
  await client.query('set local role app_system')
  await client.query(`select set_config('app.session', app.system_session($1), true)`, [tenantId])
}

async function switchTriggers(client: PoolClient, how: 'enable' | 'disable'): Promise<void> {
  for (const [table, trigger] of slowTriggers) {
    await client.query(`alter table ${table} ${how} trigger ${trigger}`)
  }
}
