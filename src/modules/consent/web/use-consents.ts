import { useQueryClient } from '@tanstack/react-query'

import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { consentEndpoints, secrecyReleaseEndpoints } from '../contract/endpoints.ts'

/** Both lists of a case and what the form offers; `refresh` after every change. */
export function useConsents(caseId: string) {
  const client = useQueryClient()
  const params = { params: { id: caseId } }
  const consents = useView(consentEndpoints.list, params)
  const releases = useView(secrecyReleaseEndpoints.list, params)
  const options = useView(consentEndpoints.options, params)
  const views = [consents, releases, options]
  const refresh = async () => {
    const lists = [consentEndpoints.list, secrecyReleaseEndpoints.list, consentEndpoints.summary]
    await Promise.all(lists.map((spec) => client.invalidateQueries({ queryKey: viewKey(spec, params) })))
  }
  return {
    consents: consents.data,
    releases: releases.data,
    options: options.data,
    error: views.find((view) => view.error)?.error,
    retry: () => views.forEach((view) => void view.refetch()),
    refresh,
  }
}
