import { useState, type ReactElement } from 'react'

import { today } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import type { Column } from '../../../platform/web/ui/table.tsx'
import { usePages } from '../../../platform/web/use-view.ts'
import { Settled, settledLabels } from '../contract/codes.ts'
import { programmeMilestoneEndpoints, type MilestoneView } from '../contract/milestones.ts'
import { useListTools } from './use-list-tools.ts'
import { ChangeMilestoneForm, NewMilestoneForm } from './milestone-form.tsx'
import { RegisterPage } from './register-page.tsx'
import { dueDate, settledTones } from './words.ts'

type Open = { kind: 'new' } | { kind: 'change'; milestone: MilestoneView } | undefined

/** Milestones by the day they are due. */
export function MilestonesPage(): ReactElement {
  const [open, setOpen] = useState<Open>()
  const [state, setState] = useState<Settled | 'all'>('all')
  const tools = useListTools<'dueOn' | 'title'>({ key: 'dueOn', direction: 'asc' })
  const pages = usePages<typeof programmeMilestoneEndpoints.list, MilestoneView>(
    programmeMilestoneEndpoints.list,
    { query: { ...tools.query, state } },
  )
  const close = () => setOpen(undefined)
  return (
    <RegisterPage
      list="milestones"
      title="Meilensteine"
      intro="Was bis wann getan sein soll, und woran man es sieht."
      add={{ label: 'Meilenstein hinzufügen', onAdd: () => setOpen({ kind: 'new' }) }}
      tools={tools}
      pages={pages}
      columns={columnsOf(setOpen)}
      filters={
        <Select
          id="state"
          label="Stand"
          value={state}
          options={[
            { value: 'all', label: 'alle' },
            ...Settled.options.map((value) => ({ value, label: settledLabels[value] })),
          ]}
          onChange={(value) => setState(value || 'all')}
        />
      }
      empty={
        <EmptyState title="Kein Meilenstein gefunden">
          Fügen Sie einen Meilenstein hinzu. Nennt Ihr Konzept welche, können Sie sie unter „Was ist fällig?“
          übernehmen.
        </EmptyState>
      }
    >
      <Dialog
        open={open !== undefined}
        onClose={close}
        title={open?.kind === 'change' ? 'Meilenstein' : 'Meilenstein hinzufügen'}
      >
        {open?.kind === 'new' && <NewMilestoneForm onDone={close} />}
        {open?.kind === 'change' && <ChangeMilestoneForm milestone={open.milestone} onDone={close} />}
      </Dialog>
    </RegisterPage>
  )
}

const columnsOf = (onOpen: (open: Open) => void): Column<MilestoneView>[] => [
  {
    key: 'dueOn',
    header: 'Bis',
    sortable: true,
    cell: (row) => (
      <span className="lt-actions">
        {dueDate(row.dueOn, row.duePrecision)}
        {row.state === 'open' && row.dueOn < today() && <Badge tone="danger">überfällig</Badge>}
      </span>
    ),
  },
  { key: 'title', header: 'Meilenstein', sortable: true, rowHeader: true, cell: (row) => row.title },
  {
    key: 'state',
    header: 'Stand',
    cell: (row) => (
      <span className="lt-actions">
        <Badge tone={settledTones[row.state]}>{settledLabels[row.state]}</Badge>
        {row.stateOn !== null && <Day at={row.stateOn} />}
      </span>
    ),
  },
  { key: 'evidence', header: 'Nachweis oder Grund', cell: (row) => row.evidence },
  {
    key: 'actions',
    header: 'Bearbeiten',
    action: true,
    cell: (milestone) =>
      milestone.can.includes('change') && (
        <Button
          size="small"
          variant={milestone.state === 'open' ? 'secondary' : 'tertiary'}
          aria-label={`${milestone.state === 'open' ? 'Stand eintragen' : 'Ändern'}: ${milestone.title}`}
          onClick={() => onOpen({ kind: 'change', milestone })}
        >
          {milestone.state === 'open' ? 'Stand eintragen' : 'Ändern'}
        </Button>
      ),
  },
]
