import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { planEndpoints, type Plan, type PlanGoal } from '../contract/plan.ts'
import { StepFields } from './step-form.tsx'
import { StepRow } from './step-row.tsx'
import type { PlanChange } from './use-plan-change.ts'

interface GoalStepsProps {
  plan: Plan
  goal: PlanGoal
  change: PlanChange
  editable: boolean
}

export function GoalSteps({ plan, goal, change, editable }: GoalStepsProps): ReactElement {
  const [adding, setAdding] = useState(false)
  const ids = goal.steps.map((step) => step.id)
  const order = (next: string[]) =>
    change.run(() => call(planEndpoints.orderSteps, { params: { id: goal.id }, body: { ids: next } }))
  return (
    <>
      {goal.steps.length > 0 && (
        <ol className="plan-steps">
          {goal.steps.map((step, index) => (
            <StepRow
              key={step.id}
              {...{ plan, step, ids, change, editable }}
              place={index + 1}
              onOrder={order}
            />
          ))}
        </ol>
      )}
      {goal.steps.length === 0 && !adding && (
        <p className="kern-body kern-body--small kern-body--muted">
          Noch kein Schritt: Wer macht was bis wann?
        </p>
      )}
      {adding ? (
        <StepFields
          plan={plan}
          goalId={goal.id}
          onDone={() => {
            setAdding(false)
            void change.refresh()
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        editable && (
          <div>
            <Button size="small" icon="add" onClick={() => setAdding(true)}>
              Schritt hinzufügen
            </Button>
          </div>
        )
      )}
    </>
  )
}
