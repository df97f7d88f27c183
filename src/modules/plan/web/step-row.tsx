import { useState, type ReactElement } from 'react'

import type { Plan, PlanStep } from '../contract/plan.ts'
import { StepActions } from './step-actions.tsx'
import { StepFields } from './step-form.tsx'
import { StepText } from './step-text.tsx'
import type { PlanChange } from './use-plan-change.ts'

interface StepRowProps {
  plan: Plan
  step: PlanStep
  place: number
  ids: readonly string[]
  change: PlanChange
  editable: boolean
  onOrder: (ids: string[]) => void
}

export function StepRow({ plan, step, place, ids, change, editable, onOrder }: StepRowProps): ReactElement {
  const [editing, setEditing] = useState(false)
  if (editing) {
    return (
      <li className="plan-step">
        <StepFields
          key={step.version}
          plan={plan}
          goalId={step.goalId}
          step={step}
          onDone={() => {
            setEditing(false)
            void change.refresh()
          }}
          onCancel={() => setEditing(false)}
        />
      </li>
    )
  }
  return (
    <li className={`plan-step plan-step--${step.state}`}>
      <StepText step={step} />
      {editable && <StepActions {...{ step, place, ids, change, onOrder }} onEdit={() => setEditing(true)} />}
    </li>
  )
}
