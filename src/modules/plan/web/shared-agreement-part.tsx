import type { ReactElement } from 'react'

import './plan.css'
import { SharedAgreement } from './shared-agreement.tsx'
import { SharedPlan } from './shared-plan.tsx'

/** Slot `share`: the agreement as the client may look at them. */
export default function SharedAgreementPart({ caseId }: { caseId: string }): ReactElement {
  return <SharedPlan caseId={caseId} show={SharedAgreement} />
}
