import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { ConfirmDialog } from '../../../../platform/web/ui/confirm-dialog.tsx'
import { Day } from '../../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Sheet } from '../../../../platform/web/ui/sheet.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { deputyEndpoints, type DeputyView } from '../../contract/deputies.ts'
import { useStaffAction } from '../use-staff-action.ts'
import { MoveLastDayForm } from './move-last-day-form.tsx'

/** Arrangements the person may see; those that are over stay a month. */
export function DeputyTable(): ReactElement {
  const view = useView(deputyEndpoints.list)
  const [ending, setEnding] = useState<DeputyView>()
  const [moving, setMoving] = useState<DeputyView>()
  const { reloadSession } = useApp()
  const end = useStaffAction(
    (row: DeputyView) => call(deputyEndpoints.end, { params: { id: row.id }, ifMatch: row.version }),
    {
      done: 'Vertretung beendet',
      views: [deputyEndpoints.list],
      after: () => {
        setEnding(undefined)
        reloadSession()
      },
    },
  )
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  return (
    <>
      <Table
        caption="Vertretungen"
        hideCaption
        columns={columns({ onEnd: setEnding, onMove: setMoving })}
        rows={view.data.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="Keine Vertretung eingetragen">
            Tragen Sie vor einer Abwesenheit ein, wer in dieser Zeit Ihre Fälle bearbeitet.
          </EmptyState>
        }
      />
      <ConfirmDialog
        open={ending !== undefined}
        title="Vertretung beenden?"
        confirm="Vertretung beenden"
        danger
        busy={end.isPending}
        onConfirm={() => ending && end.mutate(ending)}
        onCancel={() => setEnding(undefined)}
      >
        <p className="kern-body">
          {ending &&
            (ending.state === 'planned'
              ? 'Sie beginnt dann gar nicht erst.'
              : `${ending.deputy.name} sieht die Fälle von ${ending.absent.name} sofort nicht mehr.`)}
        </p>
        <ProblemAlert error={end.error} />
      </ConfirmDialog>
      <Sheet open={moving !== undefined} onClose={() => setMoving(undefined)} title="Letzten Tag ändern">
        {moving && (
          <MoveLastDayForm key={moving.version} deputy={moving} onDone={() => setMoving(undefined)} />
        )}
      </Sheet>
    </>
  )
}

const states = {
  planned: { tone: 'info', label: 'geplant' },
  current: { tone: 'success', label: 'läuft' },
  over: { tone: 'neutral', label: 'vorbei' },
} as const

const columns = (on: {
  onEnd: (row: DeputyView) => void
  onMove: (row: DeputyView) => void
}): Column<DeputyView>[] => [
  { key: 'absent', header: 'Abwesend', cell: (row) => row.absent.name },
  {
    key: 'deputy',
    header: 'Vertretung',
    cell: (row) => (
      <>
        {row.deputy.name}
        {row.acrossEmployers && (
          <div className="kern-body--small">
            {row.deputy.organisation}: nur Fälle, in deren Einwilligung das KIM-Team genannt ist
          </div>
        )}
      </>
    ),
  },
  {
    key: 'period',
    header: 'Zeitraum',
    cell: (row) => (
      <>
        <Badge tone={states[row.state].tone}>{states[row.state].label}</Badge> <Day at={row.from} /> bis{' '}
        <Day at={row.lastDay} />
      </>
    ),
  },
  {
    key: 'action',
    header: 'Aktion',
    action: true,
    cell: (row) => {
      const who = `${row.deputy.name} für ${row.absent.name}`
      return (
        row.can.includes('end') && (
          <>
            {row.can.includes('change') && (
              <Button size="small" onClick={() => on.onMove(row)} aria-label={`Letzten Tag ändern: ${who}`}>
                Letzten Tag ändern
              </Button>
            )}{' '}
            <Button size="small" onClick={() => on.onEnd(row)} aria-label={`Beenden: ${who}`}>
              Beenden
            </Button>
          </>
        )
      )
    },
  },
]
