import type { ReactElement } from 'react'

import { Day } from '../../../platform/web/ui/day.tsx'
import { partnerBasisLabels } from '../contract/codes.ts'
import type { ReferralStep } from '../contract/referrals.ts'
import { stepSentence } from './referral-words.ts'

/** Every change with its day and by whom. */
export function ReferralSteps({ steps }: { steps: readonly ReferralStep[] }): ReactElement | null {
  if (steps.length === 0) return null
  return (
    <ol className="referral-steps" aria-label="Schritte">
      {steps.map((step) => (
        <li key={step.id}>
          <p className="kern-body">
            <Day at={step.onDate} /> · {stepSentence(step)}
            {step.byPartner ? ' · durch die Stelle' : step.by ? ` · ${step.by}` : ''}
          </p>
          {step.note && <p className="kern-body referral-words">{step.note}</p>}
          {step.basis && (
            <p className="kern-body kern-body--muted">Grundlage: {partnerBasisLabels[step.basis]}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
