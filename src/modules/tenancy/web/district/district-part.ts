import type { CataloguesView } from '../../contract/catalogue-entry.ts'
import type { TenancyOverview } from '../../contract/overview.ts'
import type { Names } from './names.ts'

/** What every part of the page about the district gets. */
export interface DistrictPart {
  district: TenancyOverview
  catalogues: CataloguesView['catalogues']
  names: Names
}
