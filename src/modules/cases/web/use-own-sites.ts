import { sessionEndpoints } from '../../staff/index.ts'
import type { Option } from '../../../platform/web/ui/option.ts'
import { useView } from '../../../platform/web/use-view.ts'

const KEY = 'lotse.site'

/** The sites the person works at, and the one used last on this device. Undefined while loading. */
export function useOwnSites(): { sites: Option[]; lastSite: string } | undefined {
  const { data } = useView(sessionEndpoints.read)
  if (!data) return undefined
  const sites = data.sites
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'de'))
  const remembered = localStorage.getItem(KEY)
  const last = sites.find((site) => site.value === remembered) ?? sites[0]
  return { sites, lastSite: last?.value ?? '' }
}

export const rememberSite = (id: string): void => localStorage.setItem(KEY, id)
