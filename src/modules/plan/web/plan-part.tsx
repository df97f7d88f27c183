import { useState, type ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { planEndpoints } from '../contract/plan.ts'
import { AgreementPanel } from './agreement-panel.tsx'
import { ChangesNotice } from './changes-notice.tsx'
import { GoalList } from './goal-list.tsx'
import './plan.css'
import { ShareView } from './share-view.tsx'
import { usePlanChange } from './use-plan-change.ts'

/** Tab „Plan und Vereinbarung“ of a case: goals on the left, the agreement as printed on the right. */
export default function PlanPart({ caseId }: { caseId: string }): ReactElement {
  const view = useView(planEndpoints.read, { params: { id: caseId } })
  const change = usePlanChange(caseId)
  const [sharing, setSharing] = useState(false)
  const plan = view.data
  if (!plan) {
    return (
      <>
        {view.isPending && <Loading />}
        <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      </>
    )
  }
  return (
    <div className="lt-stack">
      <ProblemAlert error={change.mutation.error ?? view.error} />
      <ChangesNotice plan={plan} />
      {plan.can.includes('readTexts') && (
        <div className="lt-actions">
          <Button icon="eye" onClick={() => setSharing(true)}>
            Bildschirm teilen
          </Button>
        </div>
      )}
      <div className="plan-columns">
        <GoalList plan={plan} change={change} />
        <AgreementPanel plan={plan} change={change} />
      </div>
      {sharing && <ShareView plan={plan} onClose={() => setSharing(false)} />}
    </div>
  )
}
