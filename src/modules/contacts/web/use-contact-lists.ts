import type { Option } from '../../../platform/web/ui/option.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { catalogueEndpoints, type CatalogueKind } from '../../tenancy/index.ts'

/** The district's lists as choices; entries in `keep` stay although they have ended, because the row has them. */
export function useContactLists(): (kind: CatalogueKind, keep?: readonly string[]) => Option[] {
  const { data } = useView(catalogueEndpoints.list)
  return (kind, keep = []) =>
    (data?.catalogues[kind] ?? [])
      .filter((entry) => entry.active || keep.includes(entry.key))
      .map((entry) => ({ value: entry.key, label: entry.label }))
}
