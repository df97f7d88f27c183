import { z } from 'zod'
import { endpoint } from '../../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../../platform/contract/ids.ts'
import {
  BuildingBlock,
  OrganisationKind,
  PositionRole,
  Staffing,
  UnitKind,
  Weekday,
} from '../district/structure.ts'
import { Ags } from '../district/provenance.ts'
import { Clock, Day, Label, Remark, VagueDay, editable, period } from './fields.ts'

/** Where an employer's case managers work: in the whole Kreis, or in some municipalities; null: it employs none. */
const Serves = z.union([z.literal('all'), z.array(Ags).min(1, 'Bitte wählen Sie mindestens eine Kommune.')])

const organisation = {
  name: Label,
  kind: OrganisationKind,
  municipalityId: Id.nullable(),
  publicEmployer: z.boolean(),
  /** Null: not known. */
  churchLaw: z.boolean().nullable(),
  /** The concept speaks of it without naming it. */
  placeholder: z.boolean(),
  serves: Serves.nullable(),
  ...period,
  remark: Remark,
}

const unit = {
  label: Label,
  kind: UnitKind,
  mark: z.string().trim().min(1).max(40, 'Bitte höchstens 40 Zeichen.').nullable(),
  buildingBlocks: z.array(BuildingBlock).max(3),
  parentId: Id.nullable(),
  municipalityId: Id.nullable(),
  ...period,
  remark: Remark,
}

const Hours = z.strictObject({
  weekday: Weekday.nullable(),
  from: Clock.nullable(),
  to: Clock.nullable(),
  remark: z.string().trim().min(1).max(300, 'Bitte höchstens 300 Zeichen.').nullable(),
})

const site = {
  label: Label,
  kind: z.enum(['site', 'consultationHours']),
  state: z.enum(['active', 'building', 'trial']),
  municipalityId: Id.nullable(),
  /** Only where the site has no fixed place; else the region is that of the municipality. */
  regionId: Id.nullable(),
  organisationId: Id,
  unitId: Id.nullable(),
  since: VagueDay.nullable(),
  /** Null: not known. */
  hours: z.array(Hours).min(1, 'Bitte geben Sie mindestens eine Zeit an.').max(30).nullable(),
  ...period,
  remark: Remark,
}

const position = {
  label: Label,
  buildingBlock: BuildingBlock,
  role: PositionRole,
  /** Sum of the line in full-time equivalents. */
  fte: z
    .number('Bitte geben Sie eine Zahl ein.')
    .positive('Der Stellenanteil ist größer als 0.')
    .max(500)
    .multipleOf(0.001, 'Bitte höchstens drei Stellen nach dem Komma.')
    .nullable(),
  count: z.int('Bitte geben Sie eine ganze Zahl ein.').positive().max(1000).nullable(),
  employerId: Id.nullable(),
  unitId: Id.nullable(),
  regionId: Id.nullable(),
  municipalityId: Id.nullable(),
  professionalOversight: z.boolean().nullable(),
  asOf: VagueDay.nullable(),
  staffing: Staffing.nullable(),
  outsideServices: z.boolean().nullable(),
  outsideEvidence: z.string().trim().min(1).max(300, 'Bitte höchstens 300 Zeichen.').nullable(),
  forwardingReason: Remark,
  forwardingConsentOn: Day.nullable(),
  ...period,
  remark: Remark,
}

const region = { label: Label, ...period, remark: Remark }

const hoursRead = z.object({
  weekday: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  remark: z.string().nullable(),
})

/** Entries as they are read: what a request may set, and what stands beside it. */
export const OrganisationEntry = z
  .object({ id: Id, key: z.string(), ...organisation, ...editable })
  .meta({ id: 'OrganisationEntry' })
export const UnitEntry = z
  .object({ id: Id, key: z.string(), organisationId: Id, ...unit, kind: z.string(), ...editable })
  .meta({ id: 'UnitEntry' })
export const SiteEntry = z
  .object({
    id: Id,
    key: z.string(),
    ...site,
    since: z.string().nullable(),
    hours: z.array(hoursRead).nullable(),
    ...editable,
  })
  .meta({ id: 'SiteEntry' })
export const PositionEntry = z
  .object({
    id: Id,
    key: z.string(),
    ...position,
    fte: z.number().nullable(),
    asOf: z.string().nullable(),
    ...editable,
  })
  .meta({ id: 'PositionEntry' })
export const RegionEntry = z
  .object({ id: Id, key: z.string(), ...region, ...editable })
  .meta({ id: 'RegionEntry' })
export type OrganisationEntry = z.infer<typeof OrganisationEntry>
export type UnitEntry = z.infer<typeof UnitEntry>
export type SiteEntry = z.infer<typeof SiteEntry>
export type PositionEntry = z.infer<typeof PositionEntry>
export type RegionEntry = z.infer<typeof RegionEntry>

const right = 'tenancy.edit'
const ends = 'An end is refused while something hangs on it; null takes it back.'

export const organisationEntries = {
  add: endpoint({
    method: 'POST',
    path: '/api/organisations',
    right,
    summary: 'Adds an organisation.',
    body: z.strictObject(organisation),
    response: OrganisationEntry,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/organisations/:id',
    right,
    summary: `Changes an organisation; absent fields stay. ${ends}`,
    params: IdParams,
    ifMatch: true,
    body: z.strictObject(organisation).partial(),
    response: OrganisationEntry,
  }),
}

export const unitEntries = {
  add: endpoint({
    method: 'POST',
    path: '/api/units',
    right,
    summary: 'Adds a unit to an organisation.',
    body: z.strictObject({ organisationId: Id, ...unit }),
    response: UnitEntry,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/units/:id',
    right,
    summary: `Changes a unit, never the organisation it belongs to. ${ends}`,
    params: IdParams,
    ifMatch: true,
    body: z.strictObject(unit).partial(),
    response: UnitEntry,
  }),
}

export const siteEntries = {
  add: endpoint({
    method: 'POST',
    path: '/api/sites',
    right,
    summary: 'Adds a site or consultation hours with their times.',
    body: z.strictObject(site),
    response: SiteEntry,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/sites/:id',
    right,
    summary: `Changes a site; its times are replaced together. ${ends}`,
    params: IdParams,
    ifMatch: true,
    body: z.strictObject(site).partial(),
    response: SiteEntry,
  }),
}

export const positionEntries = {
  add: endpoint({
    method: 'POST',
    path: '/api/positions',
    right,
    summary: 'Adds a line to the Stellenplan.',
    body: z.strictObject(position),
    response: PositionEntry,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/positions/:id',
    right,
    summary: `Changes a line of the Stellenplan. ${ends}`,
    params: IdParams,
    ifMatch: true,
    body: z.strictObject(position).partial(),
    response: PositionEntry,
  }),
}

export const regionEntries = {
  add: endpoint({
    method: 'POST',
    path: '/api/regions',
    right,
    summary: 'Adds a region; municipalities are moved into it one by one.',
    body: z.strictObject(region),
    response: RegionEntry,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/regions/:id',
    right,
    summary: `Changes a region. ${ends}`,
    params: IdParams,
    ifMatch: true,
    body: z.strictObject(region).partial(),
    response: RegionEntry,
  }),
}
