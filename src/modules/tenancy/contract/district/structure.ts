import { z } from 'zod'
import {
  Ags,
  Key,
  Label,
  PlainDate,
  Text,
  VagueDate,
  fact,
  provenance,
  unknown,
  validity,
} from './provenance.ts'

export const BuildingBlock = z.enum(['B1', 'B2', 'B3'])

/** Regionalbezirk or Sozialraum: a named group of municipalities, changeable over time (R002). */
export const Region = fact({
  key: Key,
  label: Label,
  /** Those that belong to it as long as it exists; none when all have moved on. */
  municipalities: z.array(Ags),
  /** Those that joined later or have left (R002): from the first day until before the last. */
  memberships: z
    .array(z.strictObject({ municipality: Ags, from: PlainDate.optional(), to: PlainDate.optional() }))
    .min(1)
    .optional(),
  validFrom: PlainDate.or(unknown),
  validTo: PlainDate.optional(),
})

/** What the municipality has of its own (R111). Left out means: the concept does not say. */
export const Municipality = fact({
  ags: Ags,
  name: Label,
  kind: z.enum(['Stadt', 'Gemeinde']),
  /** Wesel seats large towns, medium-sized towns and municipalities apart in the steering group (WES 4). */
  size: z.enum(['large', 'medium', 'small']).optional(),
  population: fact({ count: z.int().positive(), asOf: PlainDate }).optional(),
  ownImmigrationAuthority: z.boolean().optional(),
  ownYouthOffice: z.boolean().optional(),
  integrationCouncil: z.boolean().optional(),
  integrationOfficer: z.boolean().optional(),
})

export const UnitKind = z.enum([
  'kim',
  'integrationCentre',
  'administration',
  'immigrationAuthority',
  'naturalisationAuthority',
  'socialOffice',
  'youthOffice',
  'healthOffice',
  'schoolAuthority',
  'educationOffice',
  'jobcenter',
  'department',
  'other',
])

/** The reader is a unit, never the authority around it (R164, § 67 Abs. 4 SGB X). */
export const Unit = z.strictObject({
  key: Key,
  label: Label,
  kind: UnitKind,
  /** "FD 49", "Abt. 32". */
  mark: z.string().max(40).optional(),
  buildingBlocks: z.array(BuildingBlock).optional(),
  parent: Key.optional(),
  municipality: Ags.optional(),
  ...validity,
  ...provenance,
})

export const OrganisationKind = z.enum([
  'kreis',
  'municipality',
  'welfare',
  'jobcenter',
  'employmentAgency',
  'authority',
  'other',
])

export const Organisation = fact({
  key: Key,
  name: Label,
  kind: OrganisationKind,
  municipality: Ags.optional(),
  publicEmployer: z.boolean(),
  /** Church law (KDG, DSG-EKD) instead of the GDPR; matters for the legal basis of the file. */
  churchLaw: z.boolean().or(unknown),
  /** The concept speaks of an organisation without naming it. */
  placeholder: z.literal(true).optional(),
  ...validity,
  units: z.array(Unit).default([]),
})

export const CaseManagerEmployer = fact({
  organisation: Key,
  serves: z.union([z.literal('all'), z.array(Ags).min(1)]),
})

export const Weekday = z.enum(['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'])
export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Eine Uhrzeit hat die Form 09:30.')

const ConsultationHours = fact({
  weekday: Weekday.or(unknown),
  from: Clock.or(unknown),
  to: Clock.or(unknown),
})

/** A place where people can come: site with staff, or weekly consultation hours on the spot (R046). */
export const Site = fact({
  key: Key,
  label: Label,
  kind: z.enum(['site', 'consultationHours']),
  state: z.enum(['active', 'building', 'trial']),
  municipality: Ags.optional(),
  /** Only where the site serves a region without a fixed place; else the region follows from the municipality. */
  region: Key.optional(),
  organisation: Key,
  unit: Key.optional(),
  since: VagueDate.optional(),
  hours: z.array(ConsultationHours).min(1).or(unknown),
  ...validity,
})

export const PositionRole = z.enum([
  'lead',
  'coordination',
  'townCoordination',
  'administration',
  'caseManagement',
  'immigration',
  'naturalisation',
  'immigrationOrNaturalisation',
])

/** Whether the line is filled (R020). */
export const Staffing = z.enum(['filled', 'partly', 'advertised', 'vacant'])

/** One line of the Stellenplan (R020–R023): `fte` is the sum of the line. */
export const Position = fact({
  key: Key,
  label: Label,
  buildingBlock: BuildingBlock,
  role: PositionRole,
  fte: z.number().positive('Der Stellenanteil ist größer als 0.').max(500).or(unknown),
  count: z.int().positive().optional(),
  employer: Key.or(unknown),
  unit: Key.optional(),
  region: Key.optional(),
  municipality: Ags.optional(),
  /** Professional oversight over case managers; B1 alone does not imply it (R004, R010). */
  professionalOversight: z.boolean().optional(),
  asOf: VagueDate.optional(),
  staffing: Staffing.optional(),
  /** Declared: the position lies outside the staff of JMD, MBE and other funded migration services (R025). */
  outsideServices: z.boolean().optional(),
  /** Where the declaration is filed. */
  outsideEvidence: z.string().trim().min(1).max(300).optional(),
  /** Forwarded to a welfare organisation: why, and when the ministry agreed (R026). */
  forwardingReason: Text.optional(),
  forwardingConsentOn: PlainDate.optional(),
  ...validity,
})

/** Who oversees whose professional work (R009); line management stays with the employer (R171). */
export const Oversight = fact({
  key: Key,
  by: PositionRole,
  over: PositionRole,
  scope: z.enum(['district', 'region']),
  text: Text,
})
