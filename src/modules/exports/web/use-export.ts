import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'

import { call } from '../../../platform/web/api.ts'
import { viewKey } from '../../../platform/web/use-view.ts'
import { exportEndpoints, type ExportView } from '../contract/exports.ts'

/** Often enough to feel alive, seldom enough for a slow line. */
const everyMilliseconds = 1200

const isOpen = (view: ExportView | undefined) => view?.state === 'waiting' || view?.state === 'running'

/** One export, looked at again until it is finished. */
export function useExport(id: string | undefined): UseQueryResult<ExportView> {
  const options = { params: { id: id ?? '' } }
  return useQuery({
    queryKey: viewKey(exportEndpoints.read, options),
    queryFn: ({ signal }) => call(exportEndpoints.read, { ...options, signal }),
    enabled: id !== undefined,
    refetchInterval: (query) => (isOpen(query.state.data) ? everyMilliseconds : false),
  })
}

/** Cancels or deletes, and looks again. */
export function useRemoveExport(): (id: string) => Promise<void> {
  const client = useQueryClient()
  return async (id) => {
    await call(exportEndpoints.remove, { params: { id } })
    await Promise.all([
      client.invalidateQueries({ queryKey: viewKey(exportEndpoints.read) }),
      client.invalidateQueries({ queryKey: viewKey(exportEndpoints.list) }),
    ])
  }
}
