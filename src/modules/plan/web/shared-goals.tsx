import type { ReactElement } from 'react'

import { Day } from '../../../platform/web/ui/day.tsx'
import { responsibleLabels } from '../contract/codes.ts'
import type { Plan, PlanGoal } from '../contract/plan.ts'

/** The open goals in large type, in the words of the client where there are any. */
export function SharedGoals({ plan }: { plan: Plan }): ReactElement {
  const open = plan.goals.filter((goal) => goal.state === 'open')
  return (
    <>
      <h2 className="plan-share__title">Ihre Ziele</h2>
      {open.length === 0 && <p>Es ist noch kein Ziel aufgeschrieben.</p>}
      <ol className="plan-share__goals">
        {open.map((goal) => (
          <SharedGoal key={goal.id} goal={goal} />
        ))}
      </ol>
    </>
  )
}

function SharedGoal({ goal }: { goal: PlanGoal }): ReactElement {
  const steps = goal.steps.filter((step) => step.state !== 'dropped' && step.text !== null)
  return (
    <li>
      <p className="plan-wording">{goal.text?.wording}</p>
      {goal.text?.clientWording && (
        <p className="plan-wording" dir="auto" lang={goal.text.clientLanguage ?? undefined}>
          {goal.text.clientWording}
        </p>
      )}
      {steps.length > 0 && (
        <ul>
          {steps.map((step) => (
            <li key={step.id}>
              {step.state === 'done' && '✓ '}
              {step.responsible === 'client' ? 'Sie' : responsibleLabels[step.responsible]}:{' '}
              {step.text?.wording}
              {step.dueOn && (
                <>
                  {' (bis '}
                  <Day at={step.dueOn} />)
                </>
              )}
              {step.text?.clientWording && <p dir="auto">{step.text.clientWording}</p>}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
