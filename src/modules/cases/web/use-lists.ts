import {
  catalogueEndpoints,
  tenancyEndpoints,
  type CatalogueEntry,
  type CatalogueKind,
} from '../../tenancy/index.ts'
import type { Option } from '../../../platform/web/ui/option.ts'
import { useView } from '../../../platform/web/use-view.ts'

export interface Lists {
  /** What may be chosen today, in the order of the district. Empty while loading. */
  options: (kind: CatalogueKind) => Option[]
  /** Life domains; without those that are locked until their legal basis is recorded, unless `withLocked`. */
  lifeDomains: (withLocked: boolean) => Option[]
  /** The label of a key, also of an entry that has ended; the key itself when the district no longer knows it. */
  label: (kind: CatalogueKind, key: string) => string
}

/** The district's lists for forms and tables. */
export function useLists(): Lists {
  const { data } = useView(catalogueEndpoints.list)
  const entries = (kind: CatalogueKind) => data?.catalogues[kind] ?? []
  const chosenFrom = (list: readonly CatalogueEntry[]) =>
    list
      .filter((entry) => entry.active)
      .map(({ key, label, definition }) => ({
        value: key,
        label,
        ...(definition ? { hint: definition } : {}),
      }))
  return {
    options: (kind) => chosenFrom(entries(kind)),
    lifeDomains: (withLocked) =>
      chosenFrom(entries('lifeDomain').filter((entry) => withLocked || entry.settings['locked'] !== true)),
    label: (kind, key) => entries(kind).find((entry) => entry.key === key)?.label ?? key,
  }
}

/** Towns and organisations of the district as choices. */
export function usePlaces(): { municipalities: Option[]; organisations: Option[] } {
  const { data } = useView(tenancyEndpoints.overview)
  return {
    municipalities: (data?.municipalities ?? []).map(({ id, name }) => ({ value: id, label: name })),
    organisations: (data?.organisations ?? [])
      .filter(({ placeholder }) => !placeholder)
      .map(({ id, name }) => ({ value: id, label: name })),
  }
}
