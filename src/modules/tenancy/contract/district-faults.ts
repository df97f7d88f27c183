import { themeFaults } from './district/theme-faults.ts'
import { programmeFaults } from './programme-faults.ts'

/** A fault of a district file: where (keys and indexes) and what, in German. */
export interface DistrictFault {
  path: (string | number)[]
  message: string
}

type Raw = Record<string, unknown>
type Path = DistrictFault['path']
type Report = (path: Path, message: string) => void

/**
 * What a schema cannot see: duplicate keys, references into the void, facts without provenance. Works on the raw
 * content, so that these faults are named together with the faults of form and not only after those are mended.
 * `knownAgs` is the official list of municipalities (db/reference/municipalities-nrw.csv), key → name.
 */
export function districtFaults(content: unknown, knownAgs: ReadonlyMap<string, string>): DistrictFault[] {
  const file = record(content)
  const faults: DistrictFault[] = []
  const report: Report = (path, message) => void faults.push({ path, message })
  duplicates(file, report)
  municipalities(file, knownAgs, report)
  references(file, report)
  catalogueReferences(file, report)
  themeFaults(file, report)
  provenances(file, report)
  programme(file, report)
  return faults
}

const record = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {}
const records = (value: unknown): Raw[] => (Array.isArray(value) ? value.map(record) : [])
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const texts = (value: unknown): [string, number][] =>
  Array.isArray(value)
    ? value.flatMap((v, i): [string, number][] => (typeof v === 'string' ? [[v, i]] : []))
    : []

const lists = [
  'sources',
  'remarks',
  'regions',
  'organisations',
  'sites',
  'positions',
  'professionalOversight',
  'committees',
]

function duplicates(file: Raw, report: Report) {
  for (const list of lists) unique(records(file[list]), 'key', [list], report)
  unique(records(file['municipalities']), 'ags', ['municipalities'], report)
  unique(records(file['caseManagerEmployers']), 'organisation', ['caseManagerEmployers'], report)
  for (const [i, committee] of records(file['committees']).entries())
    unique(records(committee['functions']), 'key', ['committees', i, 'functions'], report)
  for (const [kind, catalogue] of Object.entries(record(file['catalogues'])))
    unique(records(record(catalogue)['entries']), 'key', ['catalogues', kind, 'entries'], report)
  // A unit is referred to by its key alone, so it is unique in the whole file.
  const seen = new Set<string>()
  for (const [i, organisation] of records(file['organisations']).entries())
    unique(records(organisation['units']), 'key', ['organisations', i, 'units'], report, seen)
}

function unique(entries: Raw[], field: string, path: Path, report: Report, seen = new Set<string>()) {
  for (const [i, entry] of entries.entries()) {
    const key = text(entry[field])
    if (key === undefined) continue
    if (seen.has(key)) report([...path, i, field], `„${key}“ kommt mehrfach vor.`)
    seen.add(key)
  }
}

function municipalities(file: Raw, knownAgs: ReadonlyMap<string, string>, report: Report) {
  const prefix = text(record(file['district'])['ags'])
  for (const [i, municipality] of records(file['municipalities']).entries()) {
    const ags = text(municipality['ags'])
    if (ags === undefined || !/^\d{8}$/.test(ags)) continue
    const name = knownAgs.get(ags)
    const at: Path = ['municipalities', i, 'ags']
    if (name === undefined) report(at, `Den Gemeindeschlüssel ${ags} gibt es in Nordrhein-Westfalen nicht.`)
    else if (name !== municipality['name'])
      report(['municipalities', i, 'name'], `Zum Gemeindeschlüssel ${ags} gehört amtlich der Name „${name}“.`)
    if (prefix !== undefined && !ags.startsWith(prefix)) report(at, `${ags} liegt nicht im Kreis ${prefix}.`)
  }
  membershipsOverlap(file, report)
}

/** One region at a time (R002); a day that is not known lies before or after all others. */
function membershipsOverlap(file: Raw, report: Report) {
  const taken: { ags: string; from: string; to: string; region: string }[] = []
  for (const [i, region] of records(file['regions']).entries()) {
    const day = (value: unknown, unknown: string) =>
      typeof value === 'string' && value !== 'unknown' ? value : unknown
    const whole = { from: region['validFrom'], to: region['validTo'] }
    const members = [
      ...texts(region['municipalities']).map(([ags, j]) => ({ ags, at: ['municipalities', j], ...whole })),
      ...records(region['memberships']).map((one, j) => ({
        ags: text(one['municipality']) ?? '',
        at: ['memberships', j],
        from: one['from'],
        to: one['to'],
      })),
    ]
    for (const { ags, at, from, to } of members) {
      const one = { ags, from: day(from, ''), to: day(to, '9999'), region: text(region['key']) ?? '' }
      const other = taken.find((t) => t.ags === ags && t.from < one.to && one.from < t.to)
      if (one.from >= one.to) report(['regions', i, ...at], 'Das Ende muss nach dem Beginn liegen.')
      else if (other) report(['regions', i, ...at], `${ags} gehört schon zum Bezirk „${other.region}“.`)
      taken.push(one)
    }
  }
}

/** Key → keys of its units. */
interface Known {
  ags: Set<string>
  regions: Set<string>
  organisations: Set<string>
  units: Map<string, string>
}

function known(file: Raw): Known {
  const keys = (list: string, field = 'key') =>
    new Set(records(file[list]).flatMap((entry) => text(entry[field]) ?? []))
  const units = new Map<string, string>()
  for (const organisation of records(file['organisations']))
    for (const unit of records(organisation['units']))
      units.set(text(unit['key']) ?? '', text(organisation['key']) ?? '')
  return {
    ags: keys('municipalities', 'ags'),
    regions: keys('regions'),
    organisations: keys('organisations'),
    units,
  }
}

function checks(report: Report, names: Known) {
  const member = (set: { has(key: string): boolean }, what: string) => (value: unknown, path: Path) => {
    if (typeof value !== 'string' || value === 'unknown' || value === 'all' || set.has(value)) return
    report(path, `${what} „${value}“ ist in dieser Datei nicht angelegt.`)
  }
  return {
    ags: member(names.ags, 'Die Kommune'),
    region: member(names.regions, 'Der Bezirk'),
    organisation: member(names.organisations, 'Die Organisation'),
    unit: member(names.units, 'Die Organisationseinheit'),
  }
}

function references(file: Raw, report: Report) {
  const names = known(file)
  const check = checks(report, names)
  const refer = (entry: Raw, path: Path) => {
    check.ags(entry['municipality'], [...path, 'municipality'])
    check.region(entry['region'], [...path, 'region'])
    check.organisation(entry['organisation'], [...path, 'organisation'])
    check.organisation(entry['employer'], [...path, 'employer'])
    check.unit(entry['unit'], [...path, 'unit'])
    const owner = names.units.get(text(entry['unit']) ?? '')
    const field = entry['employer'] === undefined ? 'organisation' : 'employer'
    if (
      owner !== undefined &&
      entry[field] !== undefined &&
      entry[field] !== 'unknown' &&
      entry[field] !== owner
    )
      report([...path, 'unit'], `Die Organisationseinheit „${String(entry['unit'])}“ gehört zu „${owner}“.`)
  }
  for (const list of ['organisations', 'caseManagerEmployers', 'sites', 'positions', 'committees'])
    for (const [i, entry] of records(file[list]).entries()) refer(entry, [list, i])
  for (const list of ['regions', 'caseManagerEmployers'])
    for (const [i, entry] of records(file[list]).entries()) {
      const field = list === 'regions' ? 'municipalities' : 'serves'
      for (const [ags, j] of texts(entry[field])) check.ags(ags, [list, i, field, j])
      for (const [j, one] of records(entry['memberships']).entries())
        check.ags(one['municipality'], [list, i, 'memberships', j, 'municipality'])
    }
  for (const [i, organisation] of records(file['organisations']).entries())
    for (const [j, unit] of records(organisation['units']).entries()) {
      check.unit(unit['parent'], ['organisations', i, 'units', j, 'parent'])
      check.ags(unit['municipality'], ['organisations', i, 'units', j, 'municipality'])
    }
  for (const [i, committee] of records(file['committees']).entries()) {
    check.unit(record(committee['managingOffice'])['unit'], ['committees', i, 'managingOffice', 'unit'])
    for (const [j, seat] of records(committee['functions']).entries())
      check.organisation(seat['organisation'], ['committees', i, 'functions', j, 'organisation'])
  }
}

function programme(file: Raw, report: Report) {
  const { organisation, unit } = checks(report, known(file))
  const sources = sourcesOf(file)
  programmeFaults(record(file['programme']), {
    records,
    texts,
    report,
    organisation,
    unit,
    unique: (entries, path) => unique(entries, 'key', path, report),
    provenance: (entry, path) => provenance(entry, path, { sources, inherited: false, report }),
  })
}

function catalogueReferences(file: Raw, report: Report) {
  const check = checks(report, known(file))
  const listed = record(record(file['catalogues'])['agreementTypes'])['entries']
  const types = new Set(records(listed).flatMap((entry) => text(entry['key']) ?? []))
  for (const [kind, catalogue] of Object.entries(record(file['catalogues'])))
    for (const [i, entry] of records(record(catalogue)['entries']).entries()) {
      const at: Path = ['catalogues', kind, 'entries', i]
      for (const [ags, j] of texts(entry['municipalities'])) check.ags(ags, [...at, 'municipalities', j])
      for (const [key, j] of texts(entry['parties'])) check.organisation(key, [...at, 'parties', j])
      check.organisation(entry['organisation'], [...at, 'organisation'])
      if (kind === 'cooperationAgreements' && !types.has(text(entry['concerns']) ?? ''))
        report(
          [...at, 'concerns'],
          `Die Art „${String(entry['concerns'])}“ steht nicht unter „agreementTypes“.`,
        )
      if (kind === 'retentionClasses' && (entry['months'] === undefined) === (entry['days'] === undefined))
        report(at, 'Eine Frist steht entweder in Monaten (months) oder in Tagen (days).')
    }
}

const sourcesOf = (file: Raw) => new Set(records(file['sources']).map((source) => text(source['key']) ?? ''))

function provenances(file: Raw, report: Report) {
  const sources = sourcesOf(file)
  const check = (entry: unknown, path: Path, inherited = false) =>
    provenance(record(entry), path, { sources, inherited, report })
  for (const list of [
    'remarks',
    'regions',
    'municipalities',
    'organisations',
    'caseManagerEmployers',
    'sites',
    'positions',
    'professionalOversight',
    'committees',
  ])
    for (const [i, entry] of records(file[list]).entries()) {
      check(entry, [list, i])
      for (const inner of ['units', 'functions', 'hours'])
        for (const [j, part] of records(entry[inner]).entries()) check(part, [list, i, inner, j], true)
      for (const inner of ['population', 'rhythm', 'managingOffice'])
        if (Object.keys(record(entry[inner])).length > 0) check(entry[inner], [list, i, inner], true)
    }
  for (const part of ['district', 'assessmentScale', 'publication'])
    if (file[part] !== undefined) check(file[part], [part])
  for (const part of ['naming', 'settings'])
    for (const [key, entry] of Object.entries(record(file[part]))) check(entry, [part, key])
  for (const [kind, catalogue] of Object.entries(record(file['catalogues']))) {
    const whole = record(catalogue)
    const inherited = whole['source'] !== undefined || whole['default'] === true
    if (inherited) check(whole, ['catalogues', kind])
    else if (records(whole['entries']).length === 0 && text(whole['remark']) === undefined)
      report(['catalogues', kind], 'Eine leere Liste braucht eine Bemerkung (remark), warum sie leer ist.')
    for (const [i, entry] of records(whole['entries']).entries())
      check(entry, ['catalogues', kind, 'entries', i], inherited)
  }
}

function provenance(
  entry: Raw,
  path: Path,
  given: { sources: Set<string>; inherited: boolean; report: Report },
) {
  const { sources, inherited, report } = given
  const source = text(entry['source'])
  if (entry['default'] === true && text(entry['remark']) === undefined)
    report(path, 'Eine Vorgabe (default: true) braucht eine Bemerkung (remark), warum sie gewählt ist.')
  if (source === undefined && entry['default'] !== true && entry['decided'] === undefined && !inherited)
    report(path, 'Die Quelle fehlt: „source“ mit Konzept und Kapitel, oder „default: true“ mit Bemerkung.')
  if (source !== undefined) citation(source, sources, [...path, 'source'], report)
  for (const field of Object.keys(record(entry['assumed'])))
    if (entry[field] === undefined)
      report([...path, 'assumed', field], `Das Feld „${field}“ steht nicht im Eintrag.`)
  for (const [i, alternative] of records(entry['alternatives']).entries()) {
    const field = text(alternative['field'])
    if (field !== undefined && entry[field] === undefined)
      report([...path, 'alternatives', i, 'field'], `Das Feld „${field}“ steht nicht im Eintrag.`)
    const other = text(alternative['source'])
    if (other !== undefined) citation(other, sources, [...path, 'alternatives', i, 'source'], report)
  }
}

/** "WES 6; R026": each part is a requirement or begins with the key of a source of this file. */
function citation(source: string, sources: Set<string>, path: Path, report: Report) {
  for (const part of source.split(';').map((one) => one.trim()))
    if (!/^R\d{3}[a-c]?$/.test(part) && !sources.has(part.split(' ')[0]!))
      report(
        path,
        `Die Quelle „${part}“ beginnt mit keinem Kürzel aus „sources“ und ist keine Anforderung (R000).`,
      )
}
