import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { planEndpoints, type Plan } from '../contract/plan.ts'
import { GoalCard } from './goal-card.tsx'
import { GoalFields } from './goal-form.tsx'
import type { PlanChange } from './use-plan-change.ts'

/** Open goals in their order, a new one at the end, settled ones folded away below. */
export function GoalList({ plan, change }: { plan: Plan; change: PlanChange }): ReactElement {
  const [adding, setAdding] = useState(false)
  const open = plan.goals.filter((goal) => goal.state === 'open')
  const settled = plan.goals.filter((goal) => goal.state !== 'open')
  const ids = open.map((goal) => goal.id)
  const canWrite = plan.can.includes('write')
  const order = (next: string[]) =>
    change.run(() => call(planEndpoints.orderGoals, { params: { id: plan.caseId }, body: { ids: next } }))
  const add = (look: 'primary' | 'secondary') => (
    <Button variant={look} icon="add" onClick={() => setAdding(true)}>
      Ziel hinzufügen
    </Button>
  )
  return (
    <section className="lt-stack" aria-labelledby="plan-goals">
      <h2 className="kern-title" id="plan-goals">
        Ziele
      </h2>
      {open.length === 0 && !adding && (
        <EmptyState title="Noch kein offenes Ziel" action={canWrite && add('primary')}>
          {canWrite &&
            'Fragen Sie: Was soll in einem halben Jahr anders sein? Schreiben Sie es so auf, wie es gesagt wird.'}
        </EmptyState>
      )}
      {open.map((goal, index) => (
        <GoalCard key={goal.id} {...{ plan, goal, ids, change }} place={index + 1} onOrder={order} />
      ))}
      {adding && (
        <Card level={3} title="Neues Ziel">
          <GoalFields
            plan={plan}
            onDone={() => {
              setAdding(false)
              toast('Ziel gespeichert')
              void change.refresh()
            }}
            onCancel={() => setAdding(false)}
          />
        </Card>
      )}
      {canWrite && open.length > 0 && !adding && <div>{add('secondary')}</div>}
      {settled.length > 0 && (
        <details className="plan-settled">
          <summary>Erreichte und beendete Ziele ({settled.length})</summary>
          <div className="lt-stack">
            {settled.map((goal) => (
              <GoalCard key={goal.id} {...{ plan, goal, ids, change }} place={0} onOrder={order} />
            ))}
          </div>
        </details>
      )}
    </section>
  )
}
