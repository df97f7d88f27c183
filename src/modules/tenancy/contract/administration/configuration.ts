import { z } from 'zod'
import { endpoint } from '../../../../platform/contract/endpoint.ts'
import { MunicipalityEntry } from './area.ts'
import { OrganisationEntry, PositionEntry, RegionEntry, SiteEntry, UnitEntry } from './entries.ts'
import { NamingView, PublicationView, ScaleView } from './statements.ts'

/** The whole configuration for whoever may change it: ended entries included, each with its version. */
export const Configuration = z
  .object({
    today: z.string(),
    organisations: z.array(OrganisationEntry),
    units: z.array(UnitEntry),
    sites: z.array(SiteEntry),
    positions: z.array(PositionEntry),
    regions: z.array(RegionEntry),
    municipalities: z.array(MunicipalityEntry),
    /** Null: the district file has not been loaded yet. */
    naming: NamingView.nullable(),
    publication: PublicationView.nullable(),
    scale: ScaleView.nullable(),
    /** The rules of the district about positions; null: it sets none. */
    minimumFteB1: z.number().nullable(),
    kreisShareB2: z.number().nullable(),
  })
  .meta({ id: 'Configuration' })
export type Configuration = z.infer<typeof Configuration>

export const configurationEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/configuration',
    right: 'tenancy.edit',
    summary:
      'The configuration of the district with versions and ended entries, for the pages that change it.',
    response: Configuration,
  }),
}
