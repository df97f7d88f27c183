import { useQueryClient } from '@tanstack/react-query'

import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { problemEndpoints } from '../contract/endpoints.ts'

/** The problems of a case; `refresh` after every change. */
export function useProblems(caseId: string) {
  const client = useQueryClient()
  const options = { params: { id: caseId } }
  const view = useView(problemEndpoints.list, options)
  const refresh = () => client.invalidateQueries({ queryKey: viewKey(problemEndpoints.list, options) })
  return { list: view.data, error: view.error, retry: () => void view.refetch(), refresh }
}
