import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { Row } from './district-rows.ts'
import { current, entryOf, fact, given, rowsOf, tenant, validity, type FactRow } from './export-parts.ts'

export async function organisations(tx: Tx, today: string) {
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
      entryOf({
        key: row['key'],
        name: row['name'],
        kind: row['kind'],
        municipality: given(row['ags']),
        publicEmployer: row['public_employer'],
        churchLaw: row['church_law'] ?? 'unknown',
        placeholder: given(row['placeholder']),
        ...validity(row),
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
  entryOf({
    key: row['key'],
    label: row['label'],
    kind: row['kind'],
    mark: given(row['mark']),
    buildingBlocks: (row['building_blocks'] as string[]).length > 0 ? row['building_blocks'] : undefined,
    parent: given(row['parent']),
    municipality: given(row['ags']),
    ...validity(row),
    ...fact(row, ''),
  })

export async function sites(tx: Tx, today: string) {
  const hours = await rowsOf(
    tx,
    sql`select t.*, to_char(t.from_time, 'HH24:MI') as "from", to_char(t.to_time, 'HH24:MI') as "to"
        from consultation_hours t where ${tenant} and ${current(today)} order by t.position`,
  )
  const rows = await rowsOf(
    tx,
    sql`select t.*, m.ags, r.key as region, o.key as organisation, u.key as unit,
          exists (select from region_municipality x where x.tenant_id = t.tenant_id and x.municipality_id = t.municipality_id
            and x.region_id = t.region_id and x.valid_during @> ${today}::date) as region_follows
        from site t join organisation o on o.tenant_id = t.tenant_id and o.id = t.organisation_id
          left join municipality m on m.tenant_id = t.tenant_id and m.id = t.municipality_id
          left join region r on r.tenant_id = t.tenant_id and r.id = t.region_id
          left join unit u on u.tenant_id = t.tenant_id and u.id = t.unit_id
        where ${tenant} and ${current(today)} order by t.position`,
  )
  return rows.map((row) => {
    const own = hours.filter((one) => one['site_id'] === row['id'])
    return entryOf({
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
      ...validity(row),
      ...fact(row),
    })
  })
}

export async function positions(tx: Tx, today: string) {
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
    entryOf({
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
      staffing: given(row['staffing']),
      outsideServices: row['outside_services'] ?? undefined,
      outsideEvidence: given(row['outside_evidence']),
      forwardingReason: given(row['forwarding_reason']),
      forwardingConsentOn: given(row['forwarding_consent_on']),
      ...validity(row),
      ...fact(row),
    }),
  )
}
