import type { ReactElement } from 'react'

import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { assessmentEndpoints } from '../contract/endpoints.ts'
import './assessment.css'
import { SharedDomains } from './shared-domains.tsx'

/** Slot `share`: the life domains as the client may look at them. */
export default function SharedPart({ caseId }: { caseId: string }): ReactElement {
  const view = useView(assessmentEndpoints.ofCase, { params: { id: caseId } })
  if (!view.data)
    return view.isPending ? (
      <Loading />
    ) : (
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
    )
  const { current } = view.data
  return current === null ? (
    <p>Über die Lebensbereiche haben wir noch nicht gesprochen.</p>
  ) : (
    <SharedDomains screen={view.data} assessment={current} />
  )
}
