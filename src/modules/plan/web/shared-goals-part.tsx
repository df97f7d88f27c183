import type { ReactElement } from 'react'

import './plan.css'
import { SharedGoals } from './shared-goals.tsx'
import { SharedPlan } from './shared-plan.tsx'

/** Slot `share`: the goals as the client may look at them. */
export default function SharedGoalsPart({ caseId }: { caseId: string }): ReactElement {
  return <SharedPlan caseId={caseId} show={SharedGoals} />
}
