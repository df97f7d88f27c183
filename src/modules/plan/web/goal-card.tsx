import { useState, type ReactElement } from 'react'

import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { droppedReasonLabels, goalStateLabels } from '../contract/codes.ts'
import type { Plan, PlanGoal } from '../contract/plan.ts'
import { GoalActions } from './goal-actions.tsx'
import { GoalFields } from './goal-form.tsx'
import { GoalSteps } from './goal-steps.tsx'
import { personLabel } from './person-label.ts'
import { SettleGoalForm } from './settle-goal-form.tsx'
import type { PlanChange } from './use-plan-change.ts'

interface GoalCardProps {
  plan: Plan
  goal: PlanGoal
  place: number
  ids: readonly string[]
  change: PlanChange
  onOrder: (ids: string[]) => void
}

/** One goal in the client's words, its steps under it. */
export function GoalCard({ plan, goal, place, ids, change, onOrder }: GoalCardProps): ReactElement {
  const [open, setOpen] = useState<'edit' | 'settle'>()
  const canWrite = plan.can.includes('write')
  const name = goal.state === 'open' ? `Ziel ${place}` : 'Ziel'
  const done = (text: string) => {
    setOpen(undefined)
    toast(text)
    void change.refresh()
  }
  return (
    <Card
      level={3}
      title={name}
      end={
        canWrite && (
          <GoalActions
            {...{ goal, name, ids, change, onOrder }}
            onEdit={() => setOpen('edit')}
            onSettle={() => setOpen('settle')}
          />
        )
      }
    >
      {open === 'edit' ? (
        <GoalFields
          key={goal.version}
          plan={plan}
          goal={goal}
          onDone={() => done('Ziel gespeichert')}
          onCancel={() => setOpen(undefined)}
        />
      ) : (
        <GoalText plan={plan} goal={goal} />
      )}
      <GoalSteps plan={plan} goal={goal} change={change} editable={canWrite && goal.state === 'open'} />
      <Dialog open={open === 'settle'} onClose={() => setOpen(undefined)} title={`${name}: Ergebnis`}>
        <SettleGoalForm
          goal={goal}
          onDone={() => done('Ergebnis gespeichert')}
          onCancel={() => setOpen(undefined)}
        />
      </Dialog>
    </Card>
  )
}

function GoalText({ plan, goal }: { plan: Plan; goal: PlanGoal }): ReactElement {
  const domains = new Map(plan.lifeDomains.map(({ key, label }) => [key, label]))
  const person = plan.persons.find(({ id }) => id === goal.personId)
  return (
    <>
      <p className="plan-wording">{goal.text ? goal.text.wording : 'Wortlaut nur für die Fallführung'}</p>
      {goal.text?.clientWording && (
        <p className="plan-client" dir="auto" lang={goal.text.clientLanguage ?? undefined}>
          {goal.text.clientWording}
        </p>
      )}
      {goal.text?.indicator && (
        <p className="kern-body kern-body--small">Erreicht, wenn: {goal.text.indicator}</p>
      )}
      <p className="kern-body kern-body--small kern-body--muted">
        {goal.personId === null ? 'die ganze Familie' : personLabel(person)}
        {goal.lifeDomains.map((key) => ` · ${domains.get(key) ?? key}`)}
        {goal.targetOn && (
          <>
            {' · bis '}
            <Day at={goal.targetOn} />
          </>
        )}
        {goal.setInEpisode < plan.episode && ' · aus einer früheren Fallphase'}
      </p>
      {goal.state !== 'open' && (
        <p className="kern-body kern-body--small">
          <Badge tone={goal.state === 'reached' ? 'success' : 'neutral'}>{goalStateLabels[goal.state]}</Badge>{' '}
          <Day at={goal.stateOn} />
          {goal.droppedReason && ` · ${droppedReasonLabels[goal.droppedReason]}`}
          {goal.text?.outcomeNote && ` · „${goal.text.outcomeNote}“`}
        </p>
      )}
    </>
  )
}
