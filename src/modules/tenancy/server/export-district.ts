import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { catalogueKinds } from '../contract/district/catalogues.ts'
import { withoutUndefined, type Row } from './district-rows.ts'
import { districtYaml } from './district-yaml.ts'
import { organisations, positions, sites } from './export-organisations.ts'
import { current, entryOf, fact, given, rowsOf, tenant, validity, type FactRow } from './export-parts.ts'

/**
 * The configuration as it stands now, as the text of a district file: what `loadDistrict` read, with everything
 * an administrator changed since. Ended rows are left out; ended regions stay, because the past refers to them.
 */
export async function exportDistrict(tx: Tx, today: string): Promise<string> {
  const settings = await readSettings(tx)
  const content = {
    district: settings.get('district')?.value,
    sources: settings.get('sources')?.value,
    remarks: settings.get('remarks')?.value,
    naming: settings.get('namingSet')?.value,
    ...(await places(tx, today)),
    ...(await organisations(tx, today)),
    sites: await sites(tx, today),
    positions: await positions(tx, today),
    professionalOversight: settings.get('professionalOversight')?.value,
    catalogues: await catalogues(tx, today, settings),
    assessmentScale: settings.get('assessmentScale')?.value,
    committees: await committees(tx, today),
    programme: settings.get('programme')?.value,
    publication: settings.get('publication')?.value,
    settings: Object.fromEntries(
      [...settings]
        .filter(([key]) => !verbatim.has(key) && !key.startsWith('catalogue.'))
        .map(([key, row]) => [key, { value: row.value, ...fact(row) }]),
    ),
  }
  return districtYaml(content, ` Ausgegeben aus Lotse am ${today}.`)
}

const verbatim = new Set([
  'district', 'sources', 'remarks', 'namingSet', 'professionalOversight', 'assessmentScale', 'programme', 'publication',
  'kiName', 'fileNumberPrefix', 'naming', 'fundersNote',
]) // oxfmt-ignore

async function readSettings(tx: Tx): Promise<Map<string, FactRow>> {
  const rows = await rowsOf(
    tx,
    sql`select t.* from tenant_setting t where ${tenant} and t.valid_to is null order by t.key`,
  )
  return new Map(rows.map((row) => [String(row['key']), row]))
}

async function places(tx: Tx, today: string) {
  const regions = await rowsOf(
    tx,
    sql`select t.*, (select jsonb_agg(jsonb_build_object('municipality', m.ags, 'from', lower(r.valid_during), 'to', upper(r.valid_during))
            order by m.position, lower(r.valid_during) nulls first)
          from region_municipality r join municipality m on m.tenant_id = r.tenant_id and m.id = r.municipality_id
          where r.tenant_id = t.tenant_id and r.region_id = t.id) as members
        from region t where ${tenant} order by t.position`,
  )
  const municipalities = await rowsOf(
    tx,
    sql`select t.* from municipality t where ${tenant} and ${current(today)} order by t.position`,
  )
  return {
    regions: regions.map((row) =>
      entryOf({
        key: row['key'],
        label: row['label'],
        ...membersOf(row),
        validFrom: row['valid_from'] ?? 'unknown',
        validTo: given(row['valid_to']),
        ...fact(row),
      }),
    ),
    municipalities: municipalities.map((row) =>
      entryOf({
        ags: row['ags'],
        name: row['name'],
        kind: row['kind'],
        ...(row['profile'] as Row),
        ...fact(row),
      }),
    ),
  }
}

interface Member {
  municipality: string
  from: string | null
  to: string | null
}

/** Who belongs to it all along is named by the key alone. */
function membersOf(row: FactRow): Row {
  const members = (row['members'] ?? []) as Member[]
  const whole = (one: Member) => one.from === row['valid_from'] && one.to === row['valid_to']
  const others = members.filter((one) => !whole(one))
  return {
    municipalities: members.filter(whole).map((one) => one.municipality),
    memberships:
      others.length > 0
        ? others.map((one) =>
            withoutUndefined({
              municipality: one.municipality,
              from: one.from ?? undefined,
              to: one.to ?? undefined,
            }),
          )
        : undefined,
  }
}

async function catalogues(tx: Tx, today: string, settings: Map<string, FactRow>) {
  const rows = await rowsOf(
    tx,
    sql`select t.* from catalogue_entry t where ${tenant} and ${current(today)} order by t.position, t.key`,
  )
  return Object.fromEntries(
    Object.entries(catalogueKinds).map(([list, kind]) => {
      const whole = (settings.get(`catalogue.${kind}`)?.value ?? {}) as Row
      const entries = rows
        .filter((row) => row['kind'] === kind)
        .map((row) => {
          const inherited =
            row.source === (whole['source'] ?? null) && row.is_default === (whole['default'] ?? false)
          const listed =
            row.provenance['decided'] === undefined &&
            (whole['source'] !== undefined || whole['default'] === true)
          const provenance = fact(
            inherited && listed ? { ...row, source: null, is_default: false } : row,
            inherited && listed ? '' : undefined,
          )
          const unlimited = kind === 'targetGroup' && row['valid_from'] === null
          const definition = given(row['definition'])
          return entryOf({
            key: row['key'],
            label: row['label'],
            definition,
            ...(row['settings'] as Row),
            ...validity(row),
            ...(unlimited ? { validFrom: 'unknown' } : {}),
            ...provenance,
          })
        })
      return [list, { ...whole, entries }]
    }),
  )
}

async function committees(tx: Tx, today: string) {
  const rows = await rowsOf(
    tx,
    sql`select t.*, r.key as region, m.ags from committee t left join region r on r.tenant_id = t.tenant_id and r.id = t.region_id
          left join municipality m on m.tenant_id = t.tenant_id and m.id = t.municipality_id
        where ${tenant} and ${current(today)} order by t.position`,
  )
  const seats = await rowsOf(
    tx,
    sql`select t.*, o.key as organisation from committee_function t
          left join organisation o on o.tenant_id = t.tenant_id and o.id = t.organisation_id
        where ${tenant} and ${current(today)} order by t.position`,
  )
  return rows.map((row) =>
    entryOf({
      key: row['key'],
      name: row['name'],
      kind: row['kind'],
      authority: row['authority'] ?? 'unknown',
      region: given(row['region']),
      municipality: given(row['ags']),
      ...(row['details'] as Row),
      ...fact(row),
      functions: seats
        .filter((seat) => seat['committee_id'] === row['id'])
        .map((seat) =>
          entryOf({
            key: seat['key'],
            label: seat['label'],
            count: given(seat['count']),
            role: seat['role'],
            succession: seat['succession'] ?? 'unknown',
            organisation: given(seat['organisation']),
            advisory: given(seat['advisory']),
            ...fact(seat, ''),
          }),
        ),
    }),
  )
}
