import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { KeyedTable, Row } from './district-rows.ts'

export const facts = ['source', 'is_default', 'remark', 'provenance', 'valid_from', 'valid_to']

/** Table → what finds a row again, and what the file decides about it. */
export const tables = {
  region: { by: ['key'], columns: ['label', 'position'] },
  municipality: { by: ['ags'], columns: ['name', 'kind', 'profile', 'position'] },
  organisation: {
    by: ['key'],
    columns: [
      'name',
      'kind',
      'municipality_id',
      'public_employer',
      'church_law',
      'placeholder',
      'employs_case_managers',
      'employer_facts',
      'position',
    ],
  },
  unit: {
    by: ['key'],
    columns: [
      'organisation_id',
      'label',
      'kind',
      'mark',
      'building_blocks',
      'parent_id',
      'municipality_id',
      'position',
    ],
  },
  site: {
    by: ['key'],
    columns: [
      'label',
      'kind',
      'state',
      'municipality_id',
      'region_id',
      'organisation_id',
      'unit_id',
      'since',
      'hours_known',
      'position',
    ],
  },
  staff_position: {
    by: ['key'],
    columns: [
      'label',
      'building_block',
      'role',
      'fte',
      'count',
      'employer_id',
      'unit_id',
      'region_id',
      'municipality_id',
      'professional_oversight',
      'as_of',
      'staffing',
      'outside_services',
      'outside_evidence',
      'forwarding_reason',
      'forwarding_consent_on',
      'position',
    ],
  },
  catalogue_entry: { by: ['kind', 'key'], columns: ['label', 'definition', 'position', 'settings'] },
  committee: {
    by: ['key'],
    columns: [
      'name',
      'kind',
      'authority',
      'rhythm_label',
      'interval_days',
      'region_id',
      'municipality_id',
      'managing_unit_id',
      'details',
      'position',
    ],
  },
  committee_function: {
    by: ['committee_id', 'key'],
    columns: ['label', 'count', 'role', 'succession', 'organisation_id', 'advisory', 'position'],
  },
  tenant_setting: { by: ['key'], columns: ['value'] },
} as const satisfies Record<string, { by: readonly string[]; columns: readonly string[] }>

export type Table = keyof typeof tables
export const refs = (names: readonly string[], prefix = '') =>
  sql.join(names.map((name) => sql.ref(prefix + name)))

/** Keys → ids: those in the database, new ones for the rest, so that rows may refer to each other before they exist. */
export async function idsFor(
  tx: Tx,
  table: KeyedTable,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const key = table === 'municipality' ? 'ags' : 'key'
  const { rows } = await sql<{ id: string; key: string }>`
    select id, ${sql.ref(key)} as key from ${sql.table(table)} where tenant_id = (select app.tenant_id())`.execute(
    tx,
  )
  const ids = new Map(rows.map((row) => [row.key, row.id]))
  for (const one of keys) if (!ids.has(one)) ids.set(one, newId())
  return ids
}

/**
 * Writes the rows of the file in one statement. Rows that already say the same stay untouched (and keep their
 * version); rows an administrator edited stay as edited unless `overwrite`. Answers how many rows were written.
 */
export async function upsert(
  tx: Tx,
  table: Table,
  rows: readonly Row[],
  overwrite: boolean,
): Promise<number> {
  if (rows.length === 0) return 0
  const { by, columns } = tables[table]
  const decided = [...columns, ...facts]
  const inserted = ['tenant_id', ...(table === 'tenant_setting' ? [] : ['id']), ...by, ...decided]
  const complete = rows.map((row) => ({ id: newId(), ...row, tenant_id: null }))
  const data = JSON.stringify(complete)
  const assignments = sql.join(decided.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))
  const { numAffectedRows } = await sql`
    insert into ${sql.table(table)} as now (${refs(inserted)})
    select app.tenant_id(), ${refs(inserted.slice(1), 'new.')}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${data}::jsonb) as new
    on conflict (tenant_id, ${refs(by)}) do update set ${assignments}, edited_at = null, version = now.version + 1
      where (${overwrite} or now.edited_at is null)
        and (${refs(decided, 'now.')}) is distinct from (${refs(decided, 'excluded.')})`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Rows that left the file end today; rows made or edited in the app stay. Nothing is deleted: others refer to it. */
export async function endMissing(tx: Tx, table: Table, rows: readonly Row[], today: string): Promise<number> {
  const { by } = tables[table]
  const data = JSON.stringify(rows.map((row) => Object.fromEntries(by.map((name) => [name, row[name]]))))
  const same = sql.join(
    by.map((name) => sql`kept.${sql.ref(name)} = now.${sql.ref(name)}`),
    sql` and `,
  )
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} as now set valid_to = ${today}::date, version = now.version + 1
    where now.tenant_id = (select app.tenant_id()) and now.edited_at is null and now.valid_to is null
      and not exists (select from jsonb_populate_recordset(null::${sql.table(table)}, ${data}::jsonb) as kept where ${same})`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0)
}

/** Memberships have no key of their own: those of a municipality are replaced together, unless it was edited in the app. */
export async function replaceMembership(tx: Tx, rows: readonly Row[], overwrite: boolean): Promise<void> {
  const data = JSON.stringify(rows.map((row) => ({ ...row, id: newId() })))
  const edited = editedIds('municipality', overwrite)
  await sql`delete from region_municipality where tenant_id = (select app.tenant_id())
    and municipality_id not in (${edited})`.execute(tx)
  await sql`insert into region_municipality (id, region_id, municipality_id, valid_during)
    select new.id, new.region_id, new.municipality_id, new.valid_during
    from jsonb_populate_recordset(null::region_municipality, ${data}::jsonb) as new
    where new.municipality_id not in (${edited})`.execute(tx)
}

/** A municipality moved in the app takes its sites along, whatever the file says about its region. */
export async function alignSites(tx: Tx, today: string): Promise<void> {
  await sql`update site s set region_id = r.region_id, version = s.version + 1
    from municipality m left join region_municipality r on r.tenant_id = m.tenant_id and r.municipality_id = m.id
      and r.valid_during @> ${today}::date
    where s.tenant_id = (select app.tenant_id()) and m.tenant_id = s.tenant_id and m.id = s.municipality_id
      and m.edited_at is not null and s.edited_at is null and s.region_id is distinct from r.region_id`.execute(
    tx,
  )
}

/** Hours have no key of their own: those of a site are replaced together, unless it was edited in the app. */
export async function replaceHours(tx: Tx, rows: readonly Row[], overwrite: boolean): Promise<void> {
  const data = JSON.stringify(rows.map((row) => ({ ...row, id: newId() })))
  const columns = ['id', 'site_id', 'weekday', 'from_time', 'to_time', 'position', ...facts]
  const edited = editedIds('site', overwrite)
  await sql`delete from consultation_hours where tenant_id = (select app.tenant_id()) and site_id not in (${edited})`.execute(
    tx,
  )
  await sql`insert into consultation_hours (${refs(columns)}) select ${refs(columns, 'new.')}
    from jsonb_populate_recordset(null::consultation_hours, ${data}::jsonb) as new
    where new.site_id not in (${edited})`.execute(tx)
}

const editedIds = (table: 'site' | 'municipality', overwrite: boolean) =>
  sql`select id from ${sql.table(table)} where tenant_id = (select app.tenant_id()) and edited_at is not null and not ${overwrite}::boolean`

export type CatalogueEntryRow = Awaited<ReturnType<typeof lockCatalogueEntry>>

export async function lockCatalogueEntry(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('catalogue_entry')
    .selectAll()
    .where('catalogue_entry.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return found(row)
}

/** What the data protection officer said last about naming departure at closure (§ 87 AufenthG); false: nothing yet. */
export async function departureAllowed(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('protection_opinion')
    .select('allows')
    .where('topic', '=', 'closureByDeparture')
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.allows ?? false
}

/** Keys in the settings of an entry that lead to no municipality or organisation of the district. */
export async function unknownKeys(tx: Tx, settings: Row): Promise<{ field: string; key: string }[]> {
  const listed = (field: string, value: unknown) =>
    (Array.isArray(value) ? value : value === undefined || value === 'all' ? [] : [value]).map((key) => ({
      field,
      key: String(key),
    }))
  const places = listed('municipalities', settings['municipalities'])
  const owners = [
    ...listed('parties', settings['parties']),
    ...listed('organisation', settings['organisation']),
  ]
  if (places.length + owners.length === 0) return []
  const { rows } = await sql<{ key: string }>`
    select ags as key from municipality where tenant_id = (select app.tenant_id())
    union all select key from organisation where tenant_id = (select app.tenant_id())`.execute(tx)
  const known = new Set(rows.map((row) => row.key))
  return [...places, ...owners].filter(({ key }) => !known.has(key))
}
