import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { Row } from './district-rows.ts'
import { facts, tables, type Table } from './store.ts'

/** Of the columns of the file those that say where a fact comes from or stand where it does; they are no difference. */
const unsaid = ['position', 'source', 'is_default', 'remark', 'provenance']

/** Follow from other values, which are compared themselves. */
const derived = ['naming', 'fundersNote', 'kiName', 'fileNumberPrefix']

const keyOf = (table: Table) => (table === 'tenant_setting' ? sql`now.key` : sql`now.id::text`)

/** Rows without a key of their own that belong to an entry: as the file has them, and as they stand. */
const parts: Partial<Record<Table, { name: string; stored: ReturnType<typeof sql> }>> = {
  site: {
    name: 'hours',
    stored: sql`(select coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from_time', h.from_time, 'to_time', h.to_time,
        'remark', h.remark, 'position', h.position, 'source', h.source, 'is_default', h.is_default, 'provenance', h.provenance)
        order by h.position), '[]')
      from consultation_hours h where h.tenant_id = now.tenant_id and h.site_id = now.id and h.valid_to is null)`,
  },
  municipality: {
    name: 'memberships',
    stored: sql`(select coalesce(jsonb_agg(jsonb_build_object('region_id', r.region_id, 'valid_during', r.valid_during)
        order by r.valid_during), '[]')
      from region_municipality r where r.tenant_id = now.tenant_id and r.municipality_id = now.id)`,
  },
}

/** The part of the file in the same form. */
const filed: Partial<Record<Table, ReturnType<typeof sql>>> = {
  site: sql`(select coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from_time', h.from_time, 'to_time', h.to_time,
      'remark', h.remark, 'position', h.position, 'source', h.source, 'is_default', h.is_default, 'provenance', h.provenance)
      order by h.position), '[]')
    from jsonb_populate_recordset(null::consultation_hours, e.entry -> 'hours') h)`,
  municipality: sql`(select coalesce(jsonb_agg(jsonb_build_object('region_id', r.region_id, 'valid_during', r.valid_during)
      order by r.valid_during), '[]')
    from jsonb_populate_recordset(null::region_municipality, e.entry -> 'memberships') r)`,
}

/** A row as one object: the columns the file decides, and its parts. */
function said(table: Table, alias: 'now' | 'new') {
  const columns = [...tables[table].columns, ...facts]
  const pairs = columns.map((name) => sql`${sql.lit(name)}, ${sql.ref(`${alias}.${name}`)}`)
  const part = parts[table]
  if (part) pairs.push(sql`${sql.lit(part.name)}, ${alias === 'now' ? part.stored : filed[table]!}`)
  return sql`jsonb_build_object(${sql.join(pairs)})`
}

/** Before the first change in the app: keeps what the file says, so that it can be compared and taken again. */
export async function rememberFile(tx: Tx, table: Table, key: string): Promise<void> {
  await sql`
    insert into district_difference (id, entry_table, entry_key, proposed)
    select ${newId()}::uuid, ${table}, ${keyOf(table)}, ${said(table, 'now')}
    from ${sql.table(table)} now
    where now.tenant_id = (select app.tenant_id()) and ${keyOf(table)} = ${key} and now.edited_at is null
    on conflict (tenant_id, entry_table, entry_key) do nothing`.execute(tx)
}

/**
 * After loading: what the file says otherwise about entries edited in the app. A difference the administrator has
 * decided about stays decided as long as the file says the same; one that is gone is forgotten. Answers how many wait.
 */
export async function recordDifferences(tx: Tx, table: Table, rows: readonly Row[]): Promise<number> {
  const { by } = tables[table]
  const entries =
    table === 'tenant_setting' ? rows.filter((row) => !derived.includes(String(row['key']))) : rows
  const data = JSON.stringify(entries.map((row) => ({ ...row, difference_id: newId() })))
  const same = sql.join(
    by.map((name) => sql`now.${sql.ref(name)} = new.${sql.ref(name)}`),
    sql` and `,
  )
  const compared = sql`
    select (e.entry ->> 'difference_id')::uuid as id, ${keyOf(table)} as key, ${said(table, 'new')} as proposed, ${said(table, 'now')} as present
    from jsonb_array_elements(${data}::jsonb) as e (entry)
      cross join lateral jsonb_populate_record(null::${sql.table(table)}, e.entry) as new
      join ${sql.table(table)} now on ${same}
    where now.tenant_id = (select app.tenant_id()) and now.edited_at is not null`
  const plain = (of: string) => sql`(${sql.ref(of)} - ${unsaid}::text[])`
  await sql`delete from district_difference d using (${compared}) c
    where d.tenant_id = (select app.tenant_id()) and d.entry_table = ${table} and d.entry_key = c.key
      and ${plain('c.proposed')} = ${plain('c.present')}`.execute(tx)
  await sql`insert into district_difference as d (tenant_id, id, entry_table, entry_key, proposed, state)
    select app.tenant_id(), c.id, ${table}, c.key, c.proposed, 'open' from (${compared}) c
    where ${plain('c.proposed')} <> ${plain('c.present')}
    on conflict (tenant_id, entry_table, entry_key) do update set proposed = excluded.proposed, state = 'open', version = d.version + 1
      where ${plain('d.proposed')} <> ${plain('excluded.proposed')}`.execute(tx)
  const { rows: open } = await sql<{ n: number }>`
    select count(*)::int as n from district_difference d
    where d.tenant_id = (select app.tenant_id()) and d.entry_table = ${table} and d.state = 'open'`.execute(
    tx,
  )
  return open[0]!.n
}

/** Everything follows the file again. */
export async function forgetDifferences(tx: Tx): Promise<void> {
  await sql`delete from district_difference where tenant_id = (select app.tenant_id())`.execute(tx)
}
