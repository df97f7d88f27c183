import { useQueryClient } from '@tanstack/react-query'

import { viewKey } from '../../../platform/web/use-view.ts'
import { structureEndpoints } from '../../structure/index.ts'
import { themeEndpoints } from '../contract/endpoints.ts'

/** After something changed in a theme: its page, and the barriers, which say that they stand in one. */
export function useRefreshTheme(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: viewKey(themeEndpoints.read) }),
      client.invalidateQueries({ queryKey: viewKey(structureEndpoints.list) }),
    ])
  }
}
