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
import { programmeActivityEndpoints, type ActivityView } from '../contract/activities.ts'
import { ActivityKind, activityKindLabels, ActivityState, activityStateLabels } from '../contract/codes.ts'
import { ActivityForm } from './activity-form.tsx'
import { useListTools } from './use-list-tools.ts'
import { RegisterPage } from './register-page.tsx'

type Open = { activity?: ActivityView } | undefined

/** Events, campaigns, exploratory talks, formats of the Land, and how the building blocks work together. */
export function ActivitiesPage(): ReactElement {
  const [open, setOpen] = useState<Open>()
  const [kind, setKind] = useState<ActivityKind | ''>('')
  const [state, setState] = useState<ActivityState | 'all'>('all')
  const tools = useListTools<'onDate' | 'title'>({ key: 'onDate', direction: 'asc' })
  const pages = usePages<typeof programmeActivityEndpoints.list, ActivityView>(
    programmeActivityEndpoints.list,
    { query: { ...tools.query, state, ...(kind === '' ? {} : { kind }) } },
  )
  const close = () => setOpen(undefined)
  return (
    <RegisterPage
      list="activities"
      title="Aktionen und Termine"
      intro="Informationsveranstaltungen, Kampagnen, Pressearbeit, Sondierungsgespräche, Austauschformate des Landes und die Zusammenarbeit der Bausteine."
      add={{ label: 'Aktion eintragen', onAdd: () => setOpen({}) }}
      tools={tools}
      pages={pages}
      columns={columnsOf((activity) => setOpen({ activity }))}
      filters={
        <>
          <Select
            id="kind"
            label="Art"
            empty="Alle"
            value={kind}
            options={ActivityKind.options.map((value) => ({ value, label: activityKindLabels[value] }))}
            onChange={(value) => setKind(value)}
          />
          <Select
            id="state"
            label="Stand"
            value={state}
            options={[
              { value: 'all', label: 'alle' },
              ...ActivityState.options.map((value) => ({ value, label: activityStateLabels[value] })),
            ]}
            onChange={(value) => setState(value || 'all')}
          />
        </>
      }
      empty={
        <EmptyState title="Nichts gefunden">
          Tragen Sie eine Veranstaltung, ein Gespräch oder eine Kampagne ein.
        </EmptyState>
      }
    >
      <Dialog
        open={open !== undefined}
        onClose={close}
        title={open?.activity ? 'Aktion bearbeiten' : 'Aktion eintragen'}
        wide
      >
        {open && <ActivityForm activity={open.activity} onDone={close} />}
      </Dialog>
    </RegisterPage>
  )
}

const tones = { planned: 'info', done: 'success', cancelled: 'neutral' } as const

const columnsOf = (onOpen: (activity: ActivityView) => void): Column<ActivityView>[] => [
  {
    key: 'onDate',
    header: 'Am',
    sortable: true,
    cell: (row) =>
      row.onDate === null ? (
        'ohne Termin'
      ) : (
        <>
          <Day at={row.onDate} />
          {row.untilDate !== null && (
            <>
              {' bis '}
              <Day at={row.untilDate} />
            </>
          )}
        </>
      ),
  },
  { key: 'title', header: 'Titel', sortable: true, rowHeader: true, cell: (row) => row.title },
  { key: 'kind', header: 'Art', cell: (row) => activityKindLabels[row.kind] },
  { key: 'blocks', header: 'Bausteine', cell: (row) => row.buildingBlocks.join(', ') },
  {
    key: 'state',
    header: 'Stand',
    cell: (row) => (
      <span className="lt-actions">
        <Badge tone={tones[row.state]}>{activityStateLabels[row.state]}</Badge>
        {row.state === 'planned' && row.onDate !== null && row.onDate < today() && (
          <Badge tone="warning">Ergebnis fehlt</Badge>
        )}
        {row.funderNote === false && <Badge tone="warning">ohne Förderhinweis</Badge>}
      </span>
    ),
  },
  { key: 'result', header: 'Ergebnis', cell: (row) => row.result },
  {
    key: 'actions',
    header: 'Bearbeiten',
    action: true,
    cell: (row) =>
      row.can.includes('change') && (
        <Button
          size="small"
          variant={row.state === 'planned' ? 'secondary' : 'tertiary'}
          aria-label={`${row.state === 'planned' ? 'Ergebnis eintragen' : 'Ändern'}: ${row.title}`}
          onClick={() => onOpen(row)}
        >
          {row.state === 'planned' ? 'Ergebnis eintragen' : 'Ändern'}
        </Button>
      ),
  },
]
