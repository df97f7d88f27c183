import type { Row } from '../district-rows.ts'
import type { Skeleton } from '../../entry-rules.ts'

/** What a change means for the columns that are no plain copy of a field. */
interface Derived {
  readonly next: Row
  readonly stored: Row
  readonly changed: ReadonlySet<string>
  readonly skeleton: Skeleton
  readonly today: string
}

/** How one kind of entry lies in its table. */
export interface EntryKind {
  readonly table: 'organisation' | 'unit' | 'site' | 'staff_position' | 'region' | 'municipality'
  /** First word of the audit codes, and the kind of the object. */
  readonly name: 'organisation' | 'unit' | 'site' | 'position' | 'region' | 'municipality'
  /** Field of the request → column. */
  readonly columns: Readonly<Record<string, string>>
  readonly derived?: (given: Derived) => Row
}

const held = { remark: 'remark', validFrom: 'valid_from', validTo: 'valid_to' }

export const organisationKind: EntryKind = {
  table: 'organisation',
  name: 'organisation',
  columns: {
    name: 'name',
    kind: 'kind',
    municipalityId: 'municipality_id',
    publicEmployer: 'public_employer',
    churchLaw: 'church_law',
    placeholder: 'placeholder',
    ...held,
  },
  derived: ({ next, stored, changed, today }) => {
    const serves = next['serves']
    const { default: _, ...before } = (stored['employer_facts'] ?? {}) as Row
    const facts = changed.has('serves') ? { ...before, serves, decided: today } : stored['employer_facts']
    return {
      employs_case_managers: serves !== null,
      employer_facts: serves === null ? null : withoutAssumption(facts as Row, changed),
    }
  },
}

export const unitKind: EntryKind = {
  table: 'unit',
  name: 'unit',
  columns: {
    label: 'label',
    kind: 'kind',
    mark: 'mark',
    buildingBlocks: 'building_blocks',
    parentId: 'parent_id',
    municipalityId: 'municipality_id',
    ...held,
  },
}

export const siteKind: EntryKind = {
  table: 'site',
  name: 'site',
  columns: {
    label: 'label',
    kind: 'kind',
    state: 'state',
    municipalityId: 'municipality_id',
    organisationId: 'organisation_id',
    unitId: 'unit_id',
    since: 'since',
    ...held,
  },
  derived: ({ next, skeleton }) => {
    const place = skeleton.municipalities.find((one) => one.id === next['municipalityId'])
    return { region_id: place?.regionId ?? next['regionId'], hours_known: next['hours'] !== null }
  },
}

export const positionKind: EntryKind = {
  table: 'staff_position',
  name: 'position',
  columns: {
    label: 'label',
    buildingBlock: 'building_block',
    role: 'role',
    fte: 'fte',
    count: 'count',
    employerId: 'employer_id',
    unitId: 'unit_id',
    regionId: 'region_id',
    municipalityId: 'municipality_id',
    professionalOversight: 'professional_oversight',
    asOf: 'as_of',
    staffing: 'staffing',
    outsideServices: 'outside_services',
    outsideEvidence: 'outside_evidence',
    forwardingReason: 'forwarding_reason',
    forwardingConsentOn: 'forwarding_consent_on',
    ...held,
  },
}

export const regionKind: EntryKind = {
  table: 'region',
  name: 'region',
  columns: { label: 'label', ...held },
}

const profile = [
  'size',
  'ownImmigrationAuthority',
  'ownYouthOffice',
  'integrationCouncil',
  'integrationOfficer',
]

export const municipalityKind: EntryKind = {
  table: 'municipality',
  name: 'municipality',
  columns: { remark: 'remark' },
  derived: ({ next, stored, changed, today }) => {
    const before = stored['profile'] as Row
    const population = changed.has('population')
      ? next['population'] && { ...(next['population'] as Row), decided: today }
      : before['population']
    const values = { ...Object.fromEntries(profile.map((field) => [field, next[field]])), population }
    return {
      profile: Object.fromEntries(
        Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
      ),
    }
  },
}

/** What somebody has just decided is no assumption any more. */
export function withoutAssumption(facts: Row, changed: ReadonlySet<string>): Row {
  const { assumed, ...rest } = facts as { assumed?: Row }
  const left = Object.entries(assumed ?? {}).filter(([field]) => !changed.has(field))
  return left.length > 0 ? { ...rest, assumed: Object.fromEntries(left) } : rest
}
