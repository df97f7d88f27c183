import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found } from '../../../../platform/server/http/refusal.ts'
import type { Configuration } from '../../contract/administration/configuration.ts'
import type { Skeleton } from '../../entry-rules.ts'
import type { EntryKind } from './entry-kinds.ts'

const editor = (x: string) => sql`(select w.given_name || ' ' || w.family_name from staff_user w
  where w.tenant_id = ${sql.ref(`${x}.tenant_id`)} and w.id = ${sql.ref(`${x}.edited_by`)})`

/** Where an entry comes from, who changed it and how long it holds; `x` is the alias of its table. */
const held = (
  x: string,
) => sql`jsonb_build_object('source', ${sql.ref(`${x}.source`)}, 'isDefault', ${sql.ref(`${x}.is_default`)},
  'remark', ${sql.ref(`${x}.remark`)}, 'editedAt', ${sql.ref(`${x}.edited_at`)}, 'editedBy', ${editor(x)},
  'validFrom', ${sql.ref(`${x}.valid_from`)}, 'validTo', ${sql.ref(`${x}.valid_to`)}, 'version', ${sql.ref(`${x}.version`)})
  || ${sql.ref(`${x}.provenance`)}`

/** One row of each table as its view; the alias is `x`. */
const views: Readonly<Record<EntryKind['table'], RawBuilder<unknown>>> = {
  organisation: sql`jsonb_build_object('id', x.id, 'key', x.key, 'name', x.name, 'kind', x.kind, 'municipalityId', x.municipality_id,
    'publicEmployer', x.public_employer, 'churchLaw', x.church_law, 'placeholder', x.placeholder,
    'serves', case when x.employs_case_managers then coalesce(x.employer_facts -> 'serves', '"all"') end) || ${held('x')}`,
  unit: sql`jsonb_build_object('id', x.id, 'key', x.key, 'organisationId', x.organisation_id, 'label', x.label, 'kind', x.kind,
    'mark', x.mark, 'buildingBlocks', x.building_blocks, 'parentId', x.parent_id, 'municipalityId', x.municipality_id) || ${held('x')}`,
  site: sql`jsonb_build_object('id', x.id, 'key', x.key, 'label', x.label, 'kind', x.kind, 'state', x.state,
    'municipalityId', x.municipality_id, 'regionId', x.region_id, 'organisationId', x.organisation_id, 'unitId', x.unit_id,
    'since', x.since, 'hours', case when x.hours_known then (select coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday,
        'from', to_char(h.from_time, 'HH24:MI'), 'to', to_char(h.to_time, 'HH24:MI'), 'remark', h.remark) order by h.position), '[]')
      from consultation_hours h where h.tenant_id = x.tenant_id and h.site_id = x.id and h.valid_to is null) end) || ${held('x')}`,
  staff_position: sql`jsonb_build_object('id', x.id, 'key', x.key, 'label', x.label, 'buildingBlock', x.building_block, 'role', x.role,
    'fte', x.fte, 'count', x.count, 'employerId', x.employer_id, 'unitId', x.unit_id, 'regionId', x.region_id,
    'municipalityId', x.municipality_id, 'professionalOversight', x.professional_oversight, 'asOf', x.as_of, 'staffing', x.staffing,
    'outsideServices', x.outside_services, 'outsideEvidence', x.outside_evidence, 'forwardingReason', x.forwarding_reason,
    'forwardingConsentOn', x.forwarding_consent_on) || ${held('x')}`,
  region: sql`jsonb_build_object('id', x.id, 'key', x.key, 'label', x.label) || ${held('x')}`,
  municipality: sql`jsonb_build_object('id', x.id, 'ags', x.ags, 'name', x.name, 'kind', x.kind, 'size', x.profile -> 'size',
    'population', x.profile -> 'population', 'ownImmigrationAuthority', x.profile -> 'ownImmigrationAuthority',
    'ownYouthOffice', x.profile -> 'ownYouthOffice', 'integrationCouncil', x.profile -> 'integrationCouncil',
    'integrationOfficer', x.profile -> 'integrationOfficer',
    'memberships', (select coalesce(jsonb_agg(jsonb_build_object('regionId', m.region_id, 'label', r.label,
        'from', lower(m.valid_during), 'to', upper(m.valid_during)) order by lower(m.valid_during) nulls first), '[]')
      from region_municipality m join region r on r.tenant_id = m.tenant_id and r.id = m.region_id
      where m.tenant_id = x.tenant_id and m.municipality_id = x.id)) || ${held('x')}`,
}

const all = (
  table: EntryKind['table'],
) => sql`(select coalesce(jsonb_agg(${views[table]} order by x.position), '[]')
  from ${sql.table(table)} x where x.tenant_id = (select app.tenant_id()))`

/** One entry as it is shown. */
export async function readEntry<View>(tx: Tx, { table }: EntryKind, id: string): Promise<View> {
  const { rows } = await sql<{ view: View }>`
    select ${views[table]} as view from ${sql.table(table)} x
    where x.tenant_id = (select app.tenant_id()) and x.id = ${id}`.execute(tx)
  return found(rows[0]).view
}

const value = (key: string) =>
  sql`(select s.value from tenant_setting s where s.tenant_id = (select app.tenant_id()) and s.key = ${key} and s.valid_to is null)`

/** A value kept as a whole, with its row around it; the view is made of both. */
const statement = (
  key: string,
) => sql`(select jsonb_build_object('value', s.value, 'editedAt', s.edited_at, 'editedBy', ${editor('s')},
    'version', s.version)
  from tenant_setting s where s.tenant_id = (select app.tenant_id()) and s.key = ${key})`

export interface Statement {
  value: Record<string, unknown>
  editedAt: string | null
  editedBy: string | null
  version: number
}
type Stored = Record<'naming' | 'publication' | 'scale', Statement | null>
type Entries = Omit<Configuration, 'today' | keyof Stored>

/** Everything in one statement. */
export async function readConfigurationRows(tx: Tx): Promise<Entries & Stored> {
  const { rows } = await sql<{ configuration: Entries & Stored }>`
    select jsonb_build_object('organisations', ${all('organisation')}, 'units', ${all('unit')}, 'sites', ${all('site')},
      'positions', ${all('staff_position')}, 'regions', ${all('region')}, 'municipalities', ${all('municipality')},
      'naming', ${statement('namingSet')}, 'publication', ${statement('publication')}, 'scale', ${statement('assessmentScale')},
      'minimumFteB1', ${value('minimumFteB1')}, 'kreisShareB2', ${value('kreisShareB2')}) as configuration`.execute(
    tx,
  )
  return rows[0]!.configuration
}

/** What entries may refer to, in one statement. */
export async function readSkeleton(tx: Tx, today: string): Promise<Skeleton> {
  const mine = sql`x.tenant_id = (select app.tenant_id())`
  const { rows } = await sql<{ skeleton: Skeleton }>`
    select jsonb_build_object(
      'organisations', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'ends', x.valid_to is not null)), '[]')
        from organisation x where ${mine}),
      'units', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'ends', x.valid_to is not null,
          'organisationId', x.organisation_id, 'parentId', x.parent_id)), '[]') from unit x where ${mine}),
      'regions', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'ends', x.valid_to is not null)), '[]')
        from region x where ${mine}),
      'municipalities', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'ags', x.ags, 'regionId', m.region_id)), '[]')
        from municipality x left join region_municipality m on m.tenant_id = x.tenant_id and m.municipality_id = x.id
          and m.valid_during @> ${today}::date where ${mine})) as skeleton`.execute(tx)
  return rows[0]!.skeleton
}
