import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { ScaleStep } from './catalogue-entry.ts'
import { doubts } from './doubts.ts'
import { CatalogueKind } from './district/catalogues.ts'
import { CommitteeKind } from './district/committee.ts'
import { BuildingBlock, OrganisationKind, PositionRole } from './district/structure.ts'

/** Where a fact comes from: concept and chapter, or a marked default with the reason for it. */
const facts = {
  source: z.string().nullable(),
  isDefault: z.boolean(),
  remark: z.string().nullable(),
  ...doubts,
}

const Region = z.object({
  id: Id,
  key: z.string(),
  label: z.string(),
  municipalities: z.array(Id),
  ...facts,
})

const Municipality = z.object({
  id: Id,
  ags: z.string(),
  name: z.string(),
  kind: z.string(),
  regionId: Id.nullable(),
  profile: z.object({
    size: z.enum(['large', 'medium', 'small']).optional(),
    population: z.object({ count: z.int(), asOf: z.string(), source: z.string().optional() }).optional(),
    ownImmigrationAuthority: z.boolean().optional(),
    ownYouthOffice: z.boolean().optional(),
    integrationCouncil: z.boolean().optional(),
    integrationOfficer: z.boolean().optional(),
  }),
  ...facts,
})

const Unit = z.object({
  id: Id,
  key: z.string(),
  label: z.string(),
  kind: z.string(),
  mark: z.string().nullable(),
  buildingBlocks: z.array(BuildingBlock),
  parentId: Id.nullable(),
  validFrom: z.string().nullable(),
  ...facts,
})

const Organisation = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  kind: OrganisationKind,
  municipalityId: Id.nullable(),
  publicEmployer: z.boolean(),
  /** Null: not known. */
  churchLaw: z.boolean().nullable(),
  placeholder: z.boolean(),
  employsCaseManagers: z.boolean(),
  /** As employer of case managers: where they work (AGS), with the source. Null: no such employer. */
  employer: z
    .object({
      serves: z.union([z.literal('all'), z.array(z.string())]),
      source: z.string().optional(),
      remark: z.string().optional(),
      assumed: z.record(z.string(), z.string()).optional(),
    })
    .nullable(),
  units: z.array(Unit),
  ...facts,
})

const Site = z.object({
  id: Id,
  key: z.string(),
  label: z.string(),
  kind: z.enum(['site', 'consultationHours']),
  state: z.enum(['active', 'building', 'trial']),
  municipalityId: Id.nullable(),
  regionId: Id.nullable(),
  organisationId: Id,
  unitId: Id.nullable(),
  since: z.string().nullable(),
  /** Null: the concept gives no hours. Inside, null means: this day or time is not known. */
  hours: z
    .array(
      z.object({
        weekday: z.string().nullable(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        remark: z.string().nullable(),
      }),
    )
    .nullable(),
  ...facts,
})

const Position = z.object({
  id: Id,
  key: z.string(),
  label: z.string(),
  buildingBlock: BuildingBlock,
  role: PositionRole,
  /** Null: the concept gives no figure. */
  fte: z.number().nullable(),
  count: z.int().nullable(),
  employerId: Id.nullable(),
  unitId: Id.nullable(),
  regionId: Id.nullable(),
  municipalityId: Id.nullable(),
  professionalOversight: z.boolean().nullable(),
  asOf: z.string().nullable(),
  ...facts,
})

const Committee = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  kind: CommitteeKind,
  authority: z.enum(['deciding', 'advisory', 'operative']).nullable(),
  purpose: z.string().nullable(),
  rhythm: z.string().nullable(),
  intervalDays: z.int().nullable(),
  managingOffice: z.string().nullable(),
  convenedOn: z.string().nullable(),
  sessions: z.array(z.string()),
  topics: z.array(z.string()),
  regionId: Id.nullable(),
  municipalityId: Id.nullable(),
  functions: z.array(
    z.object({
      id: Id,
      key: z.string(),
      label: z.string(),
      count: z.int().nullable(),
      role: z.enum(['chair', 'deputyChair', 'member', 'guest', 'moderation']),
      succession: z.enum(['office', 'election', 'delegation']).nullable(),
      organisationId: Id.nullable(),
      advisory: z.boolean(),
      ...facts,
    }),
  ),
  ...facts,
})

/** A fact kept as a whole, with the words of the file for where it comes from. */
const stated = {
  source: z.string().optional(),
  default: z.boolean().optional(),
  remark: z.string().optional(),
}

/** The district on one screen: regions, organisations with units, sites with hours, positions, committees. */
export const TenancyOverview = z
  .object({
    name: z.string(),
    ags: z.string().nullable(),
    kiName: z.string().nullable(),
    /** What the district calls things: `buildingBlock: "Modul"`. */
    naming: z.record(z.string(), z.string()),
    /** The same with their sources. */
    namings: z.array(z.object({ key: z.string(), label: z.string(), ...stated })),
    sources: z.array(z.object({ key: z.string(), title: z.string(), asOf: z.string().optional() })),
    remarks: z.array(z.object({ key: z.string(), text: z.string(), source: z.string().optional() })),
    regions: z.array(Region),
    municipalities: z.array(Municipality),
    organisations: z.array(Organisation),
    sites: z.array(Site),
    positions: z.array(Position),
    /** Sum of the known figures per building block; `linesWithoutFigure` counts what is missing from it. */
    positionSums: z.array(
      z.object({ buildingBlock: BuildingBlock, fte: z.number(), linesWithoutFigure: z.int() }),
    ),
    professionalOversight: z.array(
      z.object({
        key: z.string(),
        by: PositionRole,
        over: PositionRole,
        scope: z.string(),
        text: z.string(),
        source: z.string().optional(),
      }),
    ),
    committees: z.array(Committee),
    publication: z.object({ funderNote: z.string(), logos: z.array(z.string()), ...stated }).nullable(),
    /** Source or reason of each list as a whole; the entries are in `GET /api/catalogues`. */
    lists: z.array(z.object({ kind: CatalogueKind, ...stated })),
    assessmentScale: z
      .object({ withoutScaleAllowed: z.boolean(), steps: z.array(ScaleStep), ...stated })
      .nullable(),
    /** The least share of B2 at the Kreis (R024); null: the district sets none. */
    kreisShareB2: z.number().nullable(),
  })
  .meta({ id: 'TenancyOverview' })
export type TenancyOverview = z.infer<typeof TenancyOverview>

export const tenancyEndpoints = {
  overview: endpoint({
    method: 'GET',
    path: '/api/tenancy/overview',
    right: 'tenancy.read',
    summary: 'The configuration of the district with the source of every fact.',
    response: TenancyOverview,
  }),
  districtFile: endpoint({
    method: 'GET',
    path: '/api/tenancy/district-file',
    right: 'tenancy.edit',
    summary: 'The configuration as it stands now, as a district file (YAML).',
    download: 'text/yaml',
  }),
}
