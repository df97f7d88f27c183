import type { ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Menu } from '../../../platform/web/ui/menu.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { openProblem } from '../../barriers/web/index.ts'
import { caseInAddress } from '../../calendar/web/index.ts'
import type { StepState } from '../contract/codes.ts'
import { planEndpoints, type PlanStep } from '../contract/plan.ts'
import { OrderButtons } from './order-buttons.tsx'
import type { PlanChange } from './use-plan-change.ts'

interface StepActionsProps {
  step: PlanStep
  place: number
  ids: readonly string[]
  change: PlanChange
  onOrder: (ids: string[]) => void
  onEdit: () => void
}

/** "Done" is one tap, and so is taking it back. */
export function StepActions({ step, place, ids, change, onOrder, onEdit }: StepActionsProps): ReactElement {
  const set = (state: StepState, said: string) =>
    change.run(
      () =>
        call(planEndpoints.changeStep, { params: { id: step.id }, body: { state }, ifMatch: step.version }),
      () => toast(said),
    )
  const done = step.state === 'done'
  return (
    <div className="lt-actions">
      {step.state === 'open' || step.state === 'waiting' ? (
        <Button size="small" icon="check" onClick={() => set('done', 'Schritt erledigt')}>
          Erledigt
        </Button>
      ) : (
        <Button
          size="small"
          variant="tertiary"
          icon="refresh"
          onClick={() => set('open', 'Schritt ist wieder offen')}
        >
          {done ? 'Doch nicht erledigt' : 'Wieder aufnehmen'}
        </Button>
      )}
      <OrderButtons
        name={`Schritt ${place}`}
        id={step.id}
        ids={ids}
        busy={change.mutation.isPending}
        onOrder={onOrder}
      />
      <Menu
        label={`Mehr zu Schritt ${place}`}
        icon="more"
        iconOnly
        size="small"
        variant="tertiary"
        align="end"
        items={[
          { label: 'Bearbeiten', icon: 'edit', onSelect: onEdit },
          ...(step.state === 'open'
            ? [
                {
                  label: 'Wartet auf andere',
                  onSelect: () => set('waiting', 'Schritt wartet auf andere'),
                },
              ]
            : []),
          ...(step.state === 'waiting'
            ? [{ label: 'Wartet nicht mehr', onSelect: () => set('open', 'Schritt ist wieder offen') }]
            : []),
          ...(step.state === 'open' || step.state === 'waiting'
            ? [{ label: 'Entfällt', onSelect: () => set('dropped', 'Schritt entfällt') }]
            : []),
          {
            label: 'Hürde melden',
            icon: 'alert',
            onSelect: () =>
              openProblem({ caseId: caseInAddress(location.pathname), origin: 'step', originId: step.id }),
          },
        ]}
      />
    </div>
  )
}
