import type { ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import type { PlanChange } from '../contract/agreement.ts'
import type { Plan } from '../contract/plan.ts'

const words: Record<PlanChange['kind'], string> = {
  goalAdded: 'Neues Ziel',
  goalChanged: 'Ziel geändert',
  goalDropped: 'Ziel nicht weiter verfolgt',
  stepAdded: 'Neuer Schritt',
  stepChanged: 'Schritt geändert',
  stepDropped: 'Schritt entfällt',
}

/** Says that the plan has moved on since the agreement was signed, and what is different. */
export function ChangesNotice({ plan }: { plan: Pick<Plan, 'changes'> }): ReactElement | null {
  const changed = plan.changes
  if (changed === null || changed.changes.length === 0) return null
  return (
    <Alert
      tone="info"
      title={`Der Plan hat sich seit der Vereinbarung vom ${formatDate(changed.signedOn)} geändert`}
    >
      <ul className="plan-changes">
        {changed.changes.map((change) => (
          <li key={`${change.kind}-${change.stepId ?? change.goalId}`}>
            {words[change.kind]}: {change.wording}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
