import { sql } from 'kysely'
import { z } from 'zod'
import type { Query } from '../../../../platform/contract/endpoint.ts'
import { decodeCursor, encodeCursor } from '../../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import type {
  ConfigurationChange,
  DistrictDifference,
  differenceEndpoints,
} from '../../contract/administration/differences.ts'
import { differingFields } from './differing-fields.ts'

/** Tables an entry of a difference may stand in, with the column that names it. */
const named = [
  ['region', 'label'],
  ['municipality', 'name'],
  ['organisation', 'name'],
  ['unit', 'label'],
  ['site', 'label'],
  ['staff_position', 'label'],
  ['committee', 'name'],
  ['committee_function', 'label'],
  ['catalogue_entry', 'label'],
] as const

/** Every row of the configuration by its id: name, the row itself, who edited it. */
const entries = sql.join(
  named.map(
    ([
      table,
      name,
    ]) => sql`select ${table}::text as entry_table, x.id::text as entry_key, ${sql.ref(`x.${name}`)} as name,
      to_jsonb(x) as present from ${sql.table(table)} x where x.tenant_id = (select app.tenant_id())`,
  ),
  sql` union all `,
)

interface Compared extends Omit<DistrictDifference, 'fields'> {
  present: Record<string, unknown>
  proposed: Record<string, unknown>
  names: Record<string, string>
}

/** All differences; ids inside them are told as names. Bounded by the configuration of one district. */
export async function listDifferences(tx: Tx): Promise<DistrictDifference[]> {
  const { rows } = await sql<Compared>`
    with entry as (${entries} union all
      select 'tenant_setting', x.key, x.key, to_jsonb(x) from tenant_setting x where x.tenant_id = (select app.tenant_id()))
    select d.id, d.entry_table as "table", e.name, e.present ->> 'kind' as list, d.state, d.version, d.proposed,
      e.present ->> 'edited_at' as "editedAt",
      (select s.given_name || ' ' || s.family_name from staff_user s
        where s.tenant_id = d.tenant_id and s.id = (e.present ->> 'edited_by')::uuid) as "editedBy",
      e.present || case d.entry_table
        when 'site' then jsonb_build_object('hours', (select coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday,
            'from_time', h.from_time, 'to_time', h.to_time, 'remark', h.remark) order by h.position), '[]')
          from consultation_hours h where h.tenant_id = d.tenant_id and h.site_id::text = d.entry_key and h.valid_to is null))
        when 'municipality' then jsonb_build_object('memberships', (select coalesce(jsonb_agg(jsonb_build_object('region_id', m.region_id,
            'valid_during', m.valid_during) order by m.valid_during), '[]')
          from region_municipality m where m.tenant_id = d.tenant_id and m.municipality_id::text = d.entry_key))
        else '{}' end as present,
      (select coalesce(jsonb_object_agg(n.entry_key, n.name), '{}') from entry n
        where n.entry_table in ('region', 'municipality', 'organisation', 'unit')) as names
    from district_difference d join entry e on e.entry_table = d.entry_table and e.entry_key = d.entry_key
    where d.tenant_id = (select app.tenant_id()) and d.entry_key not in ('naming', 'fundersNote')
    order by d.state desc, d.entry_table, e.name limit 2000`.execute(tx)
  return rows.map(({ present, proposed, names, ...row }) => ({
    ...row,
    list: row.table === 'catalogue_entry' ? row.list : null,
    fields: differingFields(present, proposed, names),
  }))
}

const Cursor = z.tuple([z.uuid()])

/** The history of the configuration: what and when, never by whom (R171). */
export async function listChanges(
  tx: Tx,
  { kind, after, limit }: Query<typeof differenceEndpoints.changes>,
): Promise<{ rows: ConfigurationChange[]; next?: string }> {
  const [before] = decodeCursor(after, Cursor) ?? [null]
  const { rows } = await sql<Omit<ConfigurationChange, 'fields'> & { fields: unknown }>`
    with entry as (${entries})
    select c.id, c.at, c.action, coalesce(e.name, c.details ->> 'key') as name, coalesce(c.details -> 'fields', '[]') as fields
    from app.configuration_changes(${kind ?? null}, ${before}::uuid, ${limit + 1}) c
      left join entry e on e.entry_key = c.object_id::text
    order by c.at desc, c.id desc`.execute(tx)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    rows: page.map((row) => ({ ...row, fields: Array.isArray(row.fields) ? row.fields.map(String) : [] })),
    ...(last ? { next: encodeCursor([last.id]) } : {}),
  }
}
