import type { ReactElement } from 'react'

import { today } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { responsibleLabels, stepStateLabels } from '../contract/codes.ts'
import type { PlanStep } from '../contract/plan.ts'

/** What, who, until when; late in words, not only in colour. */
export function StepText({ step }: { step: PlanStep }): ReactElement {
  const who = [responsibleLabels[step.responsible], step.text?.who, step.organisation?.name]
  const late = step.dueOn !== null && step.dueOn < today() && ['open', 'waiting'].includes(step.state)
  return (
    <div>
      <p className="plan-step__wording">
        {step.text ? step.text.wording : 'Wortlaut nur für die Fallführung'}
        {step.state !== 'open' && (
          <>
            {' '}
            <Badge
              tone={step.state === 'done' ? 'success' : 'neutral'}
              {...(step.state === 'waiting' ? { icon: 'clock' as const } : {})}
            >
              {stepStateLabels[step.state]}
            </Badge>
          </>
        )}
      </p>
      {step.text?.clientWording && (
        <p className="plan-client" dir="auto">
          {step.text.clientWording}
        </p>
      )}
      <p className="kern-body kern-body--small kern-body--muted">
        {who.filter(Boolean).join(' · ')}
        {step.dueOn && (
          <>
            {' · bis '}
            <Day at={step.dueOn} />
            {late && ', überfällig'}
          </>
        )}
        {step.state === 'waiting' && (
          <>
            {' · wartet seit '}
            <Day at={step.stateOn} />
          </>
        )}
      </p>
    </div>
  )
}
