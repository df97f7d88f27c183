import { useState, type ReactElement } from 'react'

import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import type { Column } from '../../../platform/web/ui/table.tsx'
import { usePages } from '../../../platform/web/use-view.ts'
import { ratingLabels, settledLabels } from '../contract/codes.ts'
import { programmeGoalEndpoints, type GoalView } from '../contract/goals.ts'
import { ChangeGoalForm, NewGoalForm } from './goal-form.tsx'
import { GoalHistory } from './goal-history.tsx'
import { GoalStatusForm } from './goal-status-form.tsx'
import { useListTools } from './use-list-tools.ts'
import { RegisterPage } from './register-page.tsx'
import { figure, ratingTones, settledTones } from './words.ts'

type Open = { kind: 'new' } | { kind: 'change' | 'status' | 'history'; goal: GoalView } | undefined
const titles = {
  new: 'Ziel hinzufügen',
  change: 'Ziel ändern',
  status: 'Stand festhalten',
  history: 'Verlauf des Ziels',
} as const

/** Goals of the district: where they stand, and what is done where they fall behind. */
export function GoalsPage(): ReactElement {
  const [open, setOpen] = useState<Open>()
  const [state, setState] = useState<'open' | 'all'>('open')
  const tools = useListTools<'title' | 'targetOn' | 'statusDueOn'>({ key: 'title', direction: 'asc' })
  const pages = usePages<typeof programmeGoalEndpoints.list, GoalView>(programmeGoalEndpoints.list, {
    query: { ...tools.query, state },
  })
  const close = () => setOpen(undefined)
  return (
    <RegisterPage
      list="goals"
      title="Ziele"
      intro="Was der Kreis mit KIM erreichen will, woran man es sieht und wie es steht."
      add={{ label: 'Ziel hinzufügen', onAdd: () => setOpen({ kind: 'new' }) }}
      tools={tools}
      pages={pages}
      columns={columnsOf(setOpen)}
      filters={
        <Select
          id="state"
          label="Anzeigen"
          value={state}
          options={[
            { value: 'open', label: 'Offene Ziele' },
            { value: 'all', label: 'Alle Ziele' },
          ]}
          onChange={(value) => setState(value || 'open')}
        />
      }
      empty={
        <EmptyState title="Kein Ziel gefunden">
          Fügen Sie ein Ziel hinzu, oder übernehmen Sie unter „Was ist fällig?“ die Ziele aus Ihrem Konzept.
        </EmptyState>
      }
    >
      <Dialog open={open !== undefined} onClose={close} title={open ? titles[open.kind] : ''} wide>
        {open?.kind === 'new' && <NewGoalForm onDone={close} />}
        {open?.kind === 'change' && <ChangeGoalForm goal={open.goal} onDone={close} />}
        {open?.kind === 'status' && <GoalStatusForm goal={open.goal} onDone={close} />}
        {open?.kind === 'history' && <GoalHistory goal={open.goal} />}
      </Dialog>
    </RegisterPage>
  )
}

const columnsOf = (onOpen: (open: Open) => void): Column<GoalView>[] => [
  {
    key: 'title',
    header: 'Ziel',
    sortable: true,
    cell: (row) => (
      <>
        {row.title}
        {row.state !== 'open' && (
          <>
            {' '}
            <Badge tone={settledTones[row.state]}>{settledLabels[row.state]}</Badge>
          </>
        )}
      </>
    ),
  },
  {
    key: 'indicator',
    header: 'Messgröße',
    cell: (row) =>
      [row.indicator, row.target === null ? null : `Ziel: ${figure(row.target, row.unit)}`]
        .filter((part) => part !== null)
        .join(', '),
  },
  {
    key: 'status',
    header: 'Stand',
    cell: (row) => {
      const last = row.statuses[0]
      if (!last) return 'noch kein Stand'
      return (
        <span className="lt-actions">
          <Badge tone={ratingTones[last.rating]}>{ratingLabels[last.rating]}</Badge>
          {last.value !== null && figure(last.value, row.unit)}
          <Day at={last.onDate} />
        </span>
      )
    },
  },
  {
    key: 'targetOn',
    header: 'Bis',
    sortable: true,
    cell: (row) => row.targetOn && <Day at={row.targetOn} />,
  },
  {
    key: 'statusDueOn',
    header: 'Nächster Stand',
    sortable: true,
    cell: (row) => row.statusDueOn && <Day at={row.statusDueOn} relative />,
  },
  {
    key: 'actions',
    header: 'Bearbeiten',
    action: true,
    cell: (goal) => (
      <div className="lt-actions">
        {goal.can.includes('change') && goal.state === 'open' && (
          <Button
            size="small"
            aria-label={`Stand festhalten: ${goal.title}`}
            onClick={() => onOpen({ kind: 'status', goal })}
          >
            Stand festhalten
          </Button>
        )}
        {goal.statuses.length > 0 && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Verlauf: ${goal.title}`}
            onClick={() => onOpen({ kind: 'history', goal })}
          >
            Verlauf
          </Button>
        )}
        {goal.can.includes('change') && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Ändern: ${goal.title}`}
            onClick={() => onOpen({ kind: 'change', goal })}
          >
            Ändern
          </Button>
        )}
      </div>
    ),
  },
]
