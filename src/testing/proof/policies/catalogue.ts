import type { Client } from 'pg'

export interface Column {
  readonly name: string
  /** As PostgreSQL writes it: `timestamp with time zone`, `uuid[]`. */
  readonly type: string
  readonly nullable: boolean
  /** The table its foreign key leads to. */
  readonly references: string | null
  readonly maySet: { readonly insert: boolean; readonly update: boolean }
}

/** A table as its policies see it. */
export interface PolicyTable {
  readonly name: string
  /** Without generated ones. */
  readonly columns: readonly Column[]
  /** The conditions of its policies for the application's role. */
  readonly conditions: readonly string[]
  readonly may: { readonly select: boolean; readonly delete: boolean }
}

/**
 * Every table of a tenant that somebody signed in may touch at all. Ask before the constraints are gone. The list of
 * tenants is none of them: platform/server/policy.test.ts asks for it.
 */
export async function policyTables(client: Client): Promise<readonly PolicyTable[]> {
  const { rows } = await client.query<{
    name: string
    columns: readonly Column[]
    conditions: readonly string[]
    may: PolicyTable['may']
  }>(`
    select c.relname as name,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
          'nullable', not a.attnotnull, 'references', (
            select f.confrelid::regclass from pg_constraint f
            where f.conrelid = c.oid and f.contype = 'f' and f.conkey[cardinality(f.conkey)] = a.attnum
            order by f.conname limit 1),
          'maySet', jsonb_build_object(
            'insert', has_column_privilege('app_user', c.oid, a.attnum, 'insert'),
            'update', has_column_privilege('app_user', c.oid, a.attnum, 'update'))) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select jsonb_agg(condition order by condition collate "C") from pg_policies p
        cross join lateral (values (p.qual), (p.with_check)) as x (condition)
        where p.schemaname = 'public' and p.tablename = c.relname and 'app_user' = any (p.roles) and condition is not null) as conditions,
      jsonb_build_object('select', has_any_column_privilege('app_user', c.oid, 'select'),
        'delete', has_table_privilege('app_user', c.oid, 'delete')) as may
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'tenant'
      and exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and 'app_user' = any (p.roles))
    order by c.relname collate "C"`)
  return rows.map((row) => ({ ...row, conditions: row.conditions.map(withoutNoise) }))
}

/** `( SELECT app.user_id() AS user_id)` names no column of the table. */
const withoutNoise = (condition: string) =>
  condition
    .replaceAll(/ AS \w+/g, '')
    .replaceAll('::text', '')
    .replaceAll(/\s+/g, ' ')

/** The tables a condition asks, with the name they have there. */
export function askedIn(condition: string): readonly { readonly table: string; readonly as: string }[] {
  return [...condition.matchAll(/FROM (\w+) (\w+)/g)].map(([, table, as]) => ({ table: table!, as: as! }))
}

/** Whether a condition of the table itself speaks of its column. */
export function speaksOf(condition: string, table: string, column: string): boolean {
  return (
    new RegExp(`(?<![.\\w'])${column}(?![\\w.'(])`).test(condition) ||
    new RegExp(`\\b${table}\\.${column}\\b`).test(condition)
  )
}
