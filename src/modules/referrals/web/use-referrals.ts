import { useQueryClient } from '@tanstack/react-query'

import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { timelineEndpoints } from '../../timeline/index.ts'
import { referralEndpoints } from '../contract/endpoints.ts'

/** The referrals of a case; `refresh` after every change. */
export function useReferrals(caseId: string) {
  const client = useQueryClient()
  const options = { params: { id: caseId } }
  const view = useView(referralEndpoints.list, options)
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: viewKey(referralEndpoints.list, options) }),
      client.invalidateQueries({ queryKey: viewKey(timelineEndpoints.read) }),
    ])
  return { list: view.data, error: view.error, retry: () => void view.refetch(), refresh }
}
