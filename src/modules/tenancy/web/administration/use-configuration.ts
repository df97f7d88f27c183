import { useQueryClient } from '@tanstack/react-query'
import { useView, viewKey } from '../../../../platform/web/use-view.ts'
import { configurationEndpoints } from '../../contract/administration/configuration.ts'
import { differenceEndpoints } from '../../contract/administration/differences.ts'
import { catalogueEndpoints } from '../../contract/catalogue-entry.ts'
import { tenancyEndpoints } from '../../contract/overview.ts'

export const useConfiguration = () => useView(configurationEndpoints.read)

/** After a change: every page that shows something of the configuration reads it again. */
export function useConfigurationChanged(): () => Promise<void> {
  const client = useQueryClient()
  const specs = [
    configurationEndpoints.read,
    tenancyEndpoints.overview,
    catalogueEndpoints.list,
    differenceEndpoints.list,
  ]
  return async () => {
    await Promise.all(specs.map((spec) => client.invalidateQueries({ queryKey: viewKey(spec) })))
  }
}
