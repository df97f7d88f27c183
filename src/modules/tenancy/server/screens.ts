import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { catalogueKinds, type CatalogueKind } from '../contract/district/catalogues.ts'
import type { CatalogueEntry, CataloguesView } from '../contract/catalogue-entry.ts'
import type { TenancyOverview } from '../contract/overview.ts'

/** The columns of an entry as its view; `today` decides whether it may be chosen. */
export const entryColumns = (today: string) => sql<CatalogueEntry>`jsonb_build_object(
  'id', e.id, 'kind', e.kind, 'key', e.key, 'label', e.label, 'definition', e.definition, 'position', e.position,
  'settings', e.settings, 'validFrom', e.valid_from, 'validTo', e.valid_to, 'source', e.source,
  'isDefault', e.is_default, 'remark', e.remark, 'edited', e.edited_at is not null, 'version', e.version,
  'active', coalesce(e.valid_from <= ${today}::date, true) and coalesce(e.valid_to > ${today}::date, true)) || e.provenance`

/** Everything forms need, in one statement. */
export async function readCatalogues(tx: Tx, today: string): Promise<CataloguesView> {
  const { rows } = await sql<{
    entries: CatalogueEntry[]
    scale: NonNullable<CataloguesView['assessmentScale']> | null
    settings: Record<string, unknown>
  }>`
    select
      (select coalesce(jsonb_agg(${entryColumns(today)} order by e.kind, e.position, e.key), '[]')
        from catalogue_entry e where e.tenant_id = (select app.tenant_id())) as entries,
      (select s.value from tenant_setting s where s.tenant_id = (select app.tenant_id()) and s.key = 'assessmentScale') as scale,
      (select coalesce(jsonb_object_agg(s.key, s.value), '{}') from tenant_setting s
        where s.tenant_id = (select app.tenant_id()) and s.valid_to is null
          and jsonb_typeof(s.value) in ('number', 'boolean', 'string')) as settings`.execute(tx)
  const { entries, scale, settings } = rows[0]!
  const catalogues = Object.fromEntries(
    Object.values(catalogueKinds).map((kind) => [kind, [] as CatalogueEntry[]]),
  ) as Record<CatalogueKind, CatalogueEntry[]>
  for (const entry of entries) catalogues[entry.kind]?.push(entry)
  return { catalogues, assessmentScale: scale, settings: settings as CataloguesView['settings'] }
}

const facts = (alias: string) => {
  const t = sql.table(alias)
  return sql`jsonb_build_object('source', ${t}.source, 'isDefault', ${t}.is_default, 'remark', ${t}.remark) || ${t}.provenance`
}
const mine = (alias: string, today: string) =>
  sql`${sql.table(alias)}.tenant_id = (select app.tenant_id()) and coalesce(${sql.table(alias)}.valid_to > ${today}::date, true)`

const regions = (
  today: string,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'key', r.key, 'label', r.label,
    'municipalities', (select coalesce(jsonb_agg(x.municipality_id order by m.position), '[]') from region_municipality x
      join municipality m on m.tenant_id = x.tenant_id and m.id = x.municipality_id
      where x.tenant_id = r.tenant_id and x.region_id = r.id and x.valid_during @> ${today}::date)) || ${facts('r')}
    order by r.position), '[]') from region r where ${mine('r', today)})`

const municipalities = (
  today: string,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'ags', m.ags, 'name', m.name,
    'kind', m.kind, 'profile', m.profile, 'regionId', x.region_id) || ${facts('m')} order by m.position), '[]')
    from municipality m left join region_municipality x on x.tenant_id = m.tenant_id and x.municipality_id = m.id
      and x.valid_during @> ${today}::date where ${mine('m', today)})`

const organisations = (
  today: string,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'key', o.key, 'name', o.name,
    'kind', o.kind, 'municipalityId', o.municipality_id, 'publicEmployer', o.public_employer, 'churchLaw', o.church_law,
    'placeholder', o.placeholder, 'employsCaseManagers', o.employs_case_managers,
    'employer', case when o.employs_case_managers then o.employer_facts end,
    'units', coalesce(u.units, '[]')) || ${facts('o')} order by o.position), '[]')
    from organisation o left join (select u.tenant_id, u.organisation_id, jsonb_agg(jsonb_build_object('id', u.id, 'key', u.key,
        'label', u.label, 'kind', u.kind, 'mark', u.mark, 'buildingBlocks', u.building_blocks, 'parentId', u.parent_id,
        'validFrom', u.valid_from) || ${facts('u')} order by u.position) as units
      from unit u where ${mine('u', today)} group by u.tenant_id, u.organisation_id) u
      on u.tenant_id = o.tenant_id and u.organisation_id = o.id
    where ${mine('o', today)})`

const sites = (
  today: string,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'key', s.key, 'label', s.label,
    'kind', s.kind, 'state', s.state, 'municipalityId', s.municipality_id, 'regionId', s.region_id,
    'organisationId', s.organisation_id, 'unitId', s.unit_id, 'since', s.since,
    'hours', case when s.hours_known then (select coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday,
        'from', to_char(h.from_time, 'HH24:MI'), 'to', to_char(h.to_time, 'HH24:MI'), 'remark', h.remark) order by h.position), '[]')
      from consultation_hours h where h.tenant_id = s.tenant_id and h.site_id = s.id and h.valid_to is null) end) || ${facts('s')} order by s.position), '[]')
    from site s where ${mine('s', today)})`

const positions = (
  today: string,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'key', p.key, 'label', p.label,
    'buildingBlock', p.building_block, 'role', p.role, 'fte', p.fte, 'count', p.count, 'employerId', p.employer_id,
    'unitId', p.unit_id, 'regionId', p.region_id, 'municipalityId', p.municipality_id,
    'professionalOversight', p.professional_oversight, 'asOf', p.as_of) || ${facts('p')} order by p.position), '[]')
    from staff_position p where ${mine('p', today)})`

const positionSums = (
  today: string,
) => sql`(select coalesce(jsonb_agg(to_jsonb(b) order by b."buildingBlock"), '[]') from (
    select p.building_block as "buildingBlock", coalesce(sum(p.fte), 0) as fte,
      (count(*) filter (where p.fte is null))::int as "linesWithoutFigure"
    from staff_position p where ${mine('p', today)} group by p.building_block) b)`

const committees = (
  today: string,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'key', c.key, 'name', c.name,
    'kind', c.kind, 'authority', c.authority, 'purpose', c.details ->> 'purpose', 'rhythm', c.rhythm_label,
    'intervalDays', c.interval_days, 'managingOffice', c.details #>> '{managingOffice,label}', 'convenedOn', c.details ->> 'convenedOn',
    'sessions', coalesce(c.details -> 'sessions', '[]'), 'topics', coalesce(c.details -> 'topics', '[]'),
    'regionId', c.region_id, 'municipalityId', c.municipality_id, 'functions', coalesce(f.functions, '[]')) || ${facts('c')}
    order by c.position), '[]')
    from committee c left join (select f.tenant_id, f.committee_id, jsonb_agg(jsonb_build_object('id', f.id, 'key', f.key,
        'label', f.label, 'count', f.count, 'role', f.role, 'succession', f.succession, 'organisationId', f.organisation_id,
        'advisory', f.advisory) || ${facts('f')} order by f.position) as functions
      from committee_function f where ${mine('f', today)} group by f.tenant_id, f.committee_id) f
      on f.tenant_id = c.tenant_id and f.committee_id = c.id
    where ${mine('c', today)})`

const setting = (key: string) =>
  sql`(select s.value from tenant_setting s where s.tenant_id = (select app.tenant_id()) and s.key = ${key})`

const lists = sql`(select coalesce(jsonb_agg(jsonb_build_object('kind', substr(s.key, 11)) || s.value order by s.key), '[]')
    from tenant_setting s where s.tenant_id = (select app.tenant_id()) and starts_with(s.key, 'catalogue.'))`

type Stated = { label: string; source?: string; default?: boolean; remark?: string }

/** The whole district in one statement, each part already in the shape of its view. */
export async function readOverview(tx: Tx, today: string): Promise<TenancyOverview> {
  const { rows } = await sql<{
    overview: Omit<TenancyOverview, 'ags' | 'kiName' | 'naming' | 'namings'>
    district: { ags: string; kiName: string } | null
    naming: Record<string, Stated> | null
  }>`
    select ${setting('district')} as district, ${setting('namingSet')} as naming, jsonb_build_object(
      'name', (select t.name from tenant t where t.id = (select app.tenant_id())),
      'sources', coalesce(${setting('sources')}, '[]'), 'remarks', coalesce(${setting('remarks')}, '[]'),
      'professionalOversight', coalesce(${setting('professionalOversight')}, '[]'), 'publication', ${setting('publication')},
      'regions', ${regions(today)}, 'municipalities', ${municipalities(today)}, 'organisations', ${organisations(today)},
      'sites', ${sites(today)}, 'positions', ${positions(today)}, 'positionSums', ${positionSums(today)},
      'committees', ${committees(today)}, 'lists', ${lists}, 'assessmentScale', ${setting('assessmentScale')},
      'kreisShareB2', ${setting('kreisShareB2')}) as overview`.execute(tx)
  const { overview, district, naming } = rows[0]!
  return {
    ...overview,
    ags: district?.ags ?? null,
    kiName: district?.kiName ?? null,
    naming: Object.fromEntries(Object.entries(naming ?? {}).map(([key, { label }]) => [key, label])),
    namings: Object.entries(naming ?? {}).map(([key, fact]) => ({ key, ...fact })),
  }
}
