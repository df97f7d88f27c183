import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { catalogueKinds } from '../contract/district/catalogues.ts'
import { withoutUndefined, type Row } from './district-rows.ts'
import { districtYaml } from './district-yaml.ts'

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
  'district', 'sources', 'remarks', 'namingSet', 'professionalOversight', 'assessmentScale', 'publication',
  'kiName', 'fileNumberPrefix', 'naming', 'fundersNote',
]) // prettier-ignore

interface FactRow extends Row {
  source: string | null
  is_default: boolean
  remark: string | null
  provenance: Row
}

/** A row made in the app has no source in a concept: it becomes a marked default. */
function fact(row: FactRow, made = 'In Lotse angelegt.'): Row {
  const fromApp = row.source === null && !row.is_default && made !== ''
  return withoutUndefined({
    source: row.source ?? undefined,
    default: row.is_default || fromApp ? true : undefined,
    remark: row.remark ?? (fromApp ? made : undefined),
    ...row.provenance,
  })
}

const given = (value: unknown) => (value === null || value === false ? undefined : value)
const current = (today: string) => sql`(t.valid_to is null or t.valid_to > ${today}::date)`
const tenant = sql`t.tenant_id = (select app.tenant_id())`

async function rowsOf(tx: Tx, query: ReturnType<typeof sql>): Promise<FactRow[]> {
  return (await (query as ReturnType<typeof sql<FactRow>>).execute(tx)).rows
}

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
    sql`select t.*, (select array_agg(m.ags order by m.position) from region_municipality r
          join municipality m on m.tenant_id = r.tenant_id and m.id = r.municipality_id
          where r.tenant_id = t.tenant_id and r.region_id = t.id) as municipalities
        from region t where ${tenant} order by t.position`,
  )
  const municipalities = await rowsOf(
    tx,
    sql`select t.* from municipality t where ${tenant} and ${current(today)} order by t.position`,
  )
  return {
    regions: regions.map((row) =>
      withoutUndefined({
        key: row['key'],
        label: row['label'],
        municipalities: row['municipalities'],
        validFrom: row['valid_from'] ?? 'unknown',
        validTo: given(row['valid_to']),
        ...fact(row),
      }),
    ),
    municipalities: municipalities.map((row) => ({
      ags: row['ags'],
      name: row['name'],
      kind: row['kind'],
      ...(row['profile'] as Row),
      ...fact(row),
    })),
  }
}

async function organisations(tx: Tx, today: string) {
  const owners = await rowsOf(
    tx,
    sql`select t.*, m.ags from organisation t left join municipality m on m.tenant_id = t.tenant_id and m.id = t.municipality_id
        where ${tenant} and ${current(today)} order by t.position`,
  )
  const units = await rowsOf(
    tx,
    sql`select t.*, p.key as parent, m.ags from unit t left join unit p on p.tenant_id = t.tenant_id and p.id = t.parent_id
          left join municipality m on m.tenant_id = t.tenant_id and m.id = t.municipality_id
        where ${tenant} and ${current(today)} order by t.position`,
  )
  return {
    organisations: owners.map((row) =>
      withoutUndefined({
        key: row['key'],
        name: row['name'],
        kind: row['kind'],
        municipality: given(row['ags']),
        publicEmployer: row['public_employer'],
        churchLaw: row['church_law'] ?? 'unknown',
        placeholder: given(row['placeholder']),
        ...fact(row),
        units: units.filter((unit) => unit['organisation_id'] === row['id']).map(unitEntry),
      }),
    ),
    caseManagerEmployers: owners
      .filter((row) => row['employs_case_managers'])
      .map((row) => ({ organisation: row['key'], ...(row['employer_facts'] as Row) })),
  }
}

const unitEntry = (row: FactRow) =>
  withoutUndefined({
    key: row['key'],
    label: row['label'],
    kind: row['kind'],
    mark: given(row['mark']),
    buildingBlocks: (row['building_blocks'] as string[]).length > 0 ? row['building_blocks'] : undefined,
    parent: given(row['parent']),
    municipality: given(row['ags']),
    validFrom: given(row['valid_from']),
    ...fact(row, ''),
  })

async function sites(tx: Tx, today: string) {
  const hours = await rowsOf(
    tx,
    sql`select t.*, to_char(t.from_time, 'HH24:MI') as "from", to_char(t.to_time, 'HH24:MI') as "to"
        from consultation_hours t where ${tenant} order by t.position`,
  )
  const rows = await rowsOf(
    tx,
    sql`select t.*, m.ags, r.key as region, o.key as organisation, u.key as unit,
          exists (select from region_municipality x where x.tenant_id = t.tenant_id and x.municipality_id = t.municipality_id
            and x.region_id = t.region_id) as region_follows
        from site t join organisation o on o.tenant_id = t.tenant_id and o.id = t.organisation_id
          left join municipality m on m.tenant_id = t.tenant_id and m.id = t.municipality_id
          left join region r on r.tenant_id = t.tenant_id and r.id = t.region_id
          left join unit u on u.tenant_id = t.tenant_id and u.id = t.unit_id
        where ${tenant} and ${current(today)} order by t.position`,
  )
  return rows.map((row) => {
    const own = hours.filter((one) => one['site_id'] === row['id'])
    return withoutUndefined({
      key: row['key'],
      label: row['label'],
      kind: row['kind'],
      state: row['state'],
      municipality: given(row['ags']),
      region: row['region_follows'] ? undefined : given(row['region']),
      organisation: row['organisation'],
      unit: given(row['unit']),
      since: given(row['since']),
      hours: row['hours_known']
        ? own.map((one) => ({
            weekday: one['weekday'] ?? 'unknown',
            from: one['from'] ?? 'unknown',
            to: one['to'] ?? 'unknown',
            ...fact(one, ''),
          }))
        : 'unknown',
      ...fact(row),
    })
  })
}

async function positions(tx: Tx, today: string) {
  const rows = await rowsOf(
    tx,
    sql`select t.*, t.fte::float8 as fte, o.key as employer, u.key as unit, r.key as region, m.ags
        from staff_position t left join organisation o on o.tenant_id = t.tenant_id and o.id = t.employer_id
          left join unit u on u.tenant_id = t.tenant_id and u.id = t.unit_id
          left join region r on r.tenant_id = t.tenant_id and r.id = t.region_id
          left join municipality m on m.tenant_id = t.tenant_id and m.id = t.municipality_id
        where ${tenant} and ${current(today)} order by t.position`,
  )
  return rows.map((row) =>
    withoutUndefined({
      key: row['key'],
      label: row['label'],
      buildingBlock: row['building_block'],
      role: row['role'],
      fte: row['fte'] ?? 'unknown',
      count: given(row['count']),
      employer: row['employer'] ?? 'unknown',
      unit: given(row['unit']),
      region: given(row['region']),
      municipality: given(row['ags']),
      professionalOversight: row['professional_oversight'] ?? undefined,
      asOf: given(row['as_of']),
      ...fact(row),
    }),
  )
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
          const listed = whole['source'] !== undefined || whole['default'] === true
          const provenance = fact(
            inherited && listed ? { ...row, source: null, is_default: false } : row,
            inherited && listed ? '' : undefined,
          )
          const validFrom = kind === 'targetGroup' ? (row['valid_from'] ?? 'unknown') : undefined
          const definition = given(row['definition'])
          return withoutUndefined({
            key: row['key'],
            label: row['label'],
            definition,
            ...(row['settings'] as Row),
            validFrom,
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
    withoutUndefined({
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
          withoutUndefined({
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
