import type { Option } from '../../../../platform/web/ui/option.ts'
import { useView } from '../../../../platform/web/use-view.ts'
import { tenancyEndpoints } from '../../../tenancy/index.ts'

/** Regions, organisations with their units, and sites of the district as choices. Undefined while loading. */
export function usePlaces() {
  const { data } = useView(tenancyEndpoints.overview)
  if (!data) return undefined
  const options = (rows: readonly { id: string; label: string }[]): Option[] =>
    rows.map(({ id, label }) => ({ value: id, label }))
  return {
    organisations: options(data.organisations.map(({ id, name }) => ({ id, label: name }))),
    unitsOf: (organisationId: string | null) =>
      options(data.organisations.find((one) => one.id === organisationId)?.units ?? []),
    scopes: {
      region: options(data.regions),
      organisation: options(data.organisations.map(({ id, name }) => ({ id, label: name }))),
      site: options(data.sites),
    },
  }
}
