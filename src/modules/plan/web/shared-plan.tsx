import type { ComponentType, ReactElement } from 'react'

import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { planEndpoints, type Plan } from '../contract/plan.ts'

interface SharedPlanProps {
  caseId: string
  show: ComponentType<{ plan: Plan }>
}

/** Reads the plan for a shared view; who may not read its texts has nothing to share. */
export function SharedPlan({ caseId, show: Show }: SharedPlanProps): ReactElement {
  const view = useView(planEndpoints.read, { params: { id: caseId } })
  if (!view.data)
    return view.isPending ? (
      <Loading />
    ) : (
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
    )
  return view.data.can.includes('readTexts') ? (
    <Show plan={view.data} />
  ) : (
    <p>Die Ziele können Sie nicht zeigen, weil Sie sie selbst nicht sehen.</p>
  )
}
