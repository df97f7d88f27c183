import type { ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Menu } from '../../../platform/web/ui/menu.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { planEndpoints, type PlanGoal } from '../contract/plan.ts'
import { OrderButtons } from './order-buttons.tsx'
import type { PlanChange } from './use-plan-change.ts'

interface GoalActionsProps {
  goal: PlanGoal
  ids: readonly string[]
  change: PlanChange
  onOrder: (ids: string[]) => void
  name: string
  onEdit: () => void
  onSettle: () => void
}

export function GoalActions({
  goal,
  name,
  ids,
  change,
  onOrder,
  onEdit,
  onSettle,
}: GoalActionsProps): ReactElement {
  const reopen = () =>
    change.run(
      () =>
        call(planEndpoints.changeGoal, {
          params: { id: goal.id },
          body: { state: 'open' },
          ifMatch: goal.version,
        }),
      () => toast('Ziel ist wieder offen'),
    )
  if (goal.state !== 'open') {
    return (
      <div className="lt-actions">
        <Button size="small" icon="refresh" onClick={reopen}>
          Wieder aufnehmen
        </Button>
        <Button size="small" variant="tertiary" icon="edit" onClick={onSettle}>
          Ergebnis ändern
        </Button>
      </div>
    )
  }
  return (
    <div className="lt-actions">
      <OrderButtons name={name} id={goal.id} ids={ids} busy={change.mutation.isPending} onOrder={onOrder} />
      <Menu
        label={`Mehr zu ${name}`}
        icon="more"
        iconOnly
        size="small"
        variant="tertiary"
        align="end"
        items={[
          { label: 'Bearbeiten', icon: 'edit', onSelect: onEdit },
          { label: 'Ergebnis festhalten', icon: 'check', onSelect: onSettle },
        ]}
      />
    </div>
  )
}
