import { catalogueKinds, type Catalogues } from '../contract/district/catalogues.ts'
import type { District } from '../contract/district.ts'
import type { Provenance } from '../contract/district/provenance.ts'

/** Tables whose rows are found again by the key of the file. */
export type KeyedTable =
  | 'region'
  | 'municipality'
  | 'organisation'
  | 'unit'
  | 'site'
  | 'staff_position'
  | 'committee'

/** The id of a row of the file, known before it is written; undefined key → null. */
export type IdOf = (table: KeyedTable, key: string | undefined) => string | null

export type Row = Record<string, unknown>

/** Keys per table, in the order of the file. */
export const keysOf = (district: District): Record<KeyedTable, string[]> => ({
  region: district.regions.map((r) => r.key),
  municipality: district.municipalities.map((m) => m.ags),
  organisation: district.organisations.map((o) => o.key),
  unit: district.organisations.flatMap((o) => o.units.map((u) => u.key)),
  site: district.sites.map((s) => s.key),
  staff_position: district.positions.map((p) => p.key),
  committee: district.committees.map((c) => c.key),
})

/** Columns every table shares: where a fact comes from and how long it holds. */
export function factColumns(fact: Provenance, validFrom?: string, validTo?: string): Row {
  const { assumed, alternatives, decided } = fact
  return {
    source: fact.source ?? null,
    is_default: fact.default ?? false,
    remark: fact.remark ?? null,
    provenance: withoutUndefined({ assumed, alternatives, decided }),
    valid_from: known(validFrom),
    valid_to: validTo ?? null,
  }
}

export const known = <T>(value: T | 'unknown' | undefined): T | null =>
  value === undefined || value === 'unknown' ? null : (value as T)

export const withoutUndefined = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))

/** The entry without the fields named, without its provenance: what is left goes into a jsonb column. */
export function rest(entry: Row, ...taken: string[]): Row {
  const skip = new Set([...taken, 'source', 'default', 'remark', 'assumed', 'alternatives', 'decided'])
  return withoutUndefined(Object.fromEntries(Object.entries(entry).filter(([key]) => !skip.has(key))))
}

export function placeRows(district: District, id: IdOf) {
  const region = district.regions.map((entry, position) => ({
    ...factColumns(entry, entry.validFrom, entry.validTo),
    id: id('region', entry.key),
    key: entry.key,
    label: entry.label,
    position,
  }))
  const municipality = district.municipalities.map((entry, position) => ({
    ...factColumns(entry),
    id: id('municipality', entry.ags),
    ags: entry.ags,
    name: entry.name,
    kind: entry.kind,
    profile: rest(entry, 'ags', 'name', 'kind'),
    position,
  }))
  const membership = district.regions.flatMap((entry) => {
    const member = (ags: string, from: string | null | undefined, to: string | undefined) => ({
      region_id: id('region', entry.key),
      municipality_id: id('municipality', ags),
      valid_during: `[${from ?? ''},${to ?? ''})`,
    })
    return [
      ...entry.municipalities.map((ags) => member(ags, known(entry.validFrom), entry.validTo)),
      ...(entry.memberships ?? []).map((one) => member(one.municipality, one.from, one.to)),
    ]
  })
  return { region, municipality, membership }
}

export function organisationRows(district: District, id: IdOf) {
  const employers = new Map(district.caseManagerEmployers.map((e) => [e.organisation, e]))
  const organisation = district.organisations.map((entry, position) => {
    const employer = employers.get(entry.key)
    return {
      ...factColumns(entry, entry.validFrom, entry.validTo),
      id: id('organisation', entry.key),
      key: entry.key,
      name: entry.name,
      kind: entry.kind,
      municipality_id: id('municipality', entry.municipality),
      public_employer: entry.publicEmployer,
      church_law: known(entry.churchLaw),
      placeholder: entry.placeholder ?? false,
      employs_case_managers: employer !== undefined,
      employer_facts:
        employer === undefined ? null : withoutUndefined({ ...employer, organisation: undefined }),
      position,
    }
  })
  const unit = district.organisations.flatMap((owner) =>
    owner.units.map((entry, position) => ({
      ...factColumns(entry, entry.validFrom, entry.validTo),
      id: id('unit', entry.key),
      organisation_id: id('organisation', owner.key),
      key: entry.key,
      label: entry.label,
      kind: entry.kind,
      mark: entry.mark ?? null,
      building_blocks: entry.buildingBlocks ?? [],
      parent_id: id('unit', entry.parent),
      municipality_id: id('municipality', entry.municipality),
      position,
    })),
  )
  return { organisation, unit }
}

/** Region of a municipality by the file: the one it has not left. */
export function regionOf(district: District, ags: string | undefined): string | undefined {
  const belongs = (region: District['regions'][number]) =>
    region.municipalities.some((one) => one === ags) ||
    region.memberships?.some((one) => one.municipality === ags && one.to === undefined)
  return district.regions.find((region) => region.validTo === undefined && belongs(region))?.key
}

export function siteRows(district: District, id: IdOf) {
  const site = district.sites.map((entry, position) => ({
    ...factColumns(entry, entry.validFrom, entry.validTo),
    id: id('site', entry.key),
    key: entry.key,
    label: entry.label,
    kind: entry.kind,
    state: entry.state,
    municipality_id: id('municipality', entry.municipality),
    region_id: id('region', entry.region ?? regionOf(district, entry.municipality)),
    organisation_id: id('organisation', entry.organisation),
    unit_id: id('unit', entry.unit),
    since: entry.since ?? null,
    hours_known: entry.hours !== 'unknown',
    position,
  }))
  const hours = district.sites.flatMap((entry) =>
    (entry.hours === 'unknown' ? [] : entry.hours).map((one, position) => ({
      ...factColumns(one),
      site_id: id('site', entry.key),
      weekday: known(one.weekday),
      from_time: known(one.from),
      to_time: known(one.to),
      position,
    })),
  )
  return { site, hours }
}

export const positionRows = (district: District, id: IdOf) =>
  district.positions.map((entry, position) => ({
    ...factColumns(entry, entry.validFrom, entry.validTo),
    id: id('staff_position', entry.key),
    key: entry.key,
    label: entry.label,
    building_block: entry.buildingBlock,
    role: entry.role,
    fte: known(entry.fte),
    count: entry.count ?? null,
    employer_id: id('organisation', known(entry.employer) ?? undefined),
    unit_id: id('unit', entry.unit),
    region_id: id('region', entry.region),
    municipality_id: id('municipality', entry.municipality),
    professional_oversight: entry.professionalOversight ?? null,
    as_of: entry.asOf ?? null,
    staffing: entry.staffing ?? null,
    outside_services: entry.outsideServices ?? null,
    outside_evidence: entry.outsideEvidence ?? null,
    forwarding_reason: entry.forwardingReason ?? null,
    forwarding_consent_on: entry.forwardingConsentOn ?? null,
    position,
  }))

export function committeeRows(district: District, id: IdOf) {
  const committee = district.committees.map((entry, position) => ({
    ...factColumns(entry),
    id: id('committee', entry.key),
    key: entry.key,
    name: entry.name,
    kind: entry.kind,
    authority: known(entry.authority),
    rhythm_label: known(entry.rhythm)?.label ?? null,
    interval_days: known(entry.rhythm)?.intervalDays ?? null,
    region_id: id('region', entry.region),
    municipality_id: id('municipality', entry.municipality),
    managing_unit_id: id('unit', entry.managingOffice?.unit),
    details: rest(entry, 'key', 'name', 'kind', 'authority', 'region', 'municipality', 'functions'),
    position,
  }))
  const seat = district.committees.flatMap((owner) =>
    owner.functions.map((entry, position) => ({
      ...factColumns(entry),
      committee_id: id('committee', owner.key),
      key: entry.key,
      label: entry.label,
      count: entry.count ?? null,
      role: entry.role,
      succession: known(entry.succession),
      organisation_id: id('organisation', entry.organisation),
      advisory: entry.advisory ?? false,
      position,
    })),
  )
  return { committee, seat }
}

/** An entry with neither source nor default has those of its list. */
export function catalogueRows(district: District): Row[] {
  const kinds = Object.keys(catalogueKinds) as (keyof Catalogues)[]
  return kinds.flatMap((list) => {
    const { entries, ...whole } = district.catalogues[list]
    return entries.map((entry: Catalogues[typeof list]['entries'][number], position) => {
      const own = entry.source !== undefined || entry.default !== undefined || entry.decided !== undefined
      const provenance = own ? entry : { ...entry, source: whole.source, default: whole.default }
      return {
        ...factColumns(provenance, entry.validFrom, entry.validTo),
        kind: catalogueKinds[list],
        key: entry.key,
        label: entry.label,
        definition: entry.definition ?? null,
        settings: rest(entry, 'key', 'label', 'definition', 'validFrom', 'validTo'),
        position,
      }
    })
  })
}

/** Single values. `kiName`, `naming` and `fundersNote` are what the shell of the application shows. */
export function settingRows(district: District): Row[] {
  const verbatim: Row = {
    district: district.district,
    namingSet: district.naming,
    sources: district.sources,
    remarks: district.remarks,
    professionalOversight: district.professionalOversight,
    assessmentScale: district.assessmentScale,
    publication: district.publication,
    ...(district.programme ? { programme: district.programme } : {}),
    kiName: district.district.kiName,
    ...(district.district.fileNumberPrefix ? { fileNumberPrefix: district.district.fileNumberPrefix } : {}),
    naming: district.naming.buildingBlock.label,
    fundersNote: district.publication.funderNote,
  }
  for (const [list, kind] of Object.entries(catalogueKinds)) {
    const { entries: _, ...whole } = district.catalogues[list as keyof Catalogues]
    verbatim[`catalogue.${kind}`] = whole
  }
  const whole = Object.entries(verbatim).map(([key, value]) => ({ ...factColumns({}), key, value }))
  const single = Object.entries(district.settings).flatMap(([key, fact]) =>
    fact === undefined ? [] : [{ ...factColumns(fact), key, value: fact.value }],
  )
  return [...whole, ...single]
}
