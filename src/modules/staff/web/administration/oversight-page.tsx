import { useState, type ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { ConfirmDialog } from '../../../../platform/web/ui/confirm-dialog.tsx'
import { Day } from '../../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Sheet } from '../../../../platform/web/ui/sheet.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { administrationEndpoints } from '../../contract/administration.ts'
import { oversightEndpoints, type OversightsView, type OversightView } from '../../contract/oversights.ts'
import { useConfirmedIdentity, type ConfirmedIdentity } from '../use-confirmed-identity.tsx'
import { useStaffAction } from '../use-staff-action.ts'

const views = [oversightEndpoints.list, administrationEndpoints.read]

/** „Fachaufsicht“: arranged person by person, by the lead or the administration. */
export function OversightPage(): ReactElement {
  const view = useView(oversightEndpoints.list)
  const { confirmed, dialog } = useConfirmedIdentity()
  const [arranging, setArranging] = useState<{ caseManagerId: string }>()
  const [ending, setEnding] = useState<OversightView>()
  const end = useStaffAction(
    (row: OversightView) => confirmed(() => call(oversightEndpoints.end, { params: { id: row.id } })),
    { done: 'Fachaufsicht beendet', views, after: () => setEnding(undefined) },
  )
  return (
    <Page
      title="Fachaufsicht"
      breadcrumb={[{ label: 'Verwaltung', to: '/verwaltung' }, { label: 'Fachaufsicht' }]}
      intro="Die Fachaufsicht sieht geordnete Daten der Fälle, keine freien Texte und keine Dokumente."
      actions={
        <Button variant="primary" icon="add" onClick={() => setArranging({ caseManagerId: '' })}>
          Fachaufsicht einrichten
        </Button>
      }
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && (
        <Without rows={view.data.without} onArrange={(id) => setArranging({ caseManagerId: id })} />
      )}
      {view.data && (
        <Table
          caption="Eingerichtete Fachaufsicht"
          hideCaption
          columns={columns(setEnding)}
          rows={view.data.rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title="Noch keine Fachaufsicht">
              Richten Sie ein, welche Koordination über wessen Arbeit die Fachaufsicht führt.
            </EmptyState>
          }
        />
      )}
      <ConfirmDialog
        open={ending !== undefined}
        title="Fachaufsicht beenden?"
        confirm="Fachaufsicht beenden"
        danger
        busy={end.isPending}
        onConfirm={() => ending && end.mutate(ending)}
        onCancel={() => setEnding(undefined)}
      >
        <p className="kern-body">
          {ending &&
            `${ending.coordinator.name} sieht die Fälle von ${ending.caseManager.name} sofort nicht mehr.`}
        </p>
        <ProblemAlert error={end.error} />
      </ConfirmDialog>
      <Sheet
        open={arranging !== undefined}
        onClose={() => setArranging(undefined)}
        title="Fachaufsicht einrichten"
      >
        {arranging && view.data && (
          <Arrange
            key={arranging.caseManagerId}
            choices={view.data}
            caseManagerId={arranging.caseManagerId}
            confirmed={confirmed}
            onDone={() => setArranging(undefined)}
          />
        )}
      </Sheet>
      {dialog}
    </Page>
  )
}

function Without(props: {
  rows: OversightsView['without']
  onArrange: (id: string) => void
}): ReactElement | null {
  if (props.rows.length === 0) return null
  return (
    <Alert tone="warning" title="Ohne Fachaufsicht">
      <ul className="lt-steps">
        {props.rows.map((row) => (
          <li key={row.id}>
            {row.name}
            {row.organisation && `, ${row.organisation}`}{' '}
            <Button
              size="small"
              onClick={() => props.onArrange(row.id)}
              aria-label={`Einrichten für ${row.name}`}
            >
              Einrichten
            </Button>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

const columns = (onEnd: (row: OversightView) => void): Column<OversightView>[] => [
  { key: 'caseManager', header: 'Case Management', cell: (row) => row.caseManager.name },
  { key: 'employer', header: 'Anstellung', cell: (row) => row.caseManager.organisation },
  {
    key: 'coordinator',
    header: 'Fachaufsicht',
    cell: (row) => (
      <>
        {row.coordinator.name} {!row.effective && <Badge tone="warning">wirkt nicht: Aufgabe fehlt</Badge>}
      </>
    ),
  },
  { key: 'from', header: 'Seit', cell: (row) => <Day at={row.from} /> },
  {
    key: 'end',
    header: 'Aktion',
    action: true,
    cell: (row) => (
      <Button
        size="small"
        onClick={() => onEnd(row)}
        aria-label={`Beenden: ${row.coordinator.name} über ${row.caseManager.name}`}
      >
        Beenden
      </Button>
    ),
  },
]

interface ArrangeProps {
  choices: OversightsView
  caseManagerId: string
  confirmed: ConfirmedIdentity['confirmed']
  onDone: () => void
}

const Typed = z.object({
  caseManagerId: z.uuid('Bitte wählen Sie eine Person aus dem Case Management.'),
  coordinatorId: z.uuid('Bitte wählen Sie eine Koordination.'),
})

function Arrange({ choices, caseManagerId, confirmed, onDone }: ArrangeProps): ReactElement {
  const arrange = useStaffAction(
    (body: z.output<typeof Typed>) => confirmed(() => call(oversightEndpoints.arrange, { body })),
    { done: 'Fachaufsicht eingerichtet', views },
  )
  const form = useForm({
    schema: Typed,
    initial: { caseManagerId, coordinatorId: '' },
    submit: async (body) => {
      await arrange.mutateAsync(body)
      onDone()
    },
  })
  const options = (rows: OversightsView['coordinators']) =>
    rows.map((row) => ({ value: row.id, label: [row.name, row.organisation].filter(Boolean).join(', ') }))
  return (
    <Form
      form={form}
      action="Fachaufsicht einrichten"
      labels={{ caseManagerId: 'Case Management', coordinatorId: 'Fachaufsicht' }}
      onCancel={onDone}
    >
      <Combobox
        label="Case Management"
        required
        options={options(choices.caseManagers)}
        {...form.field('caseManagerId')}
      />
      <Combobox
        label="Fachaufsicht"
        required
        options={options(choices.coordinators)}
        {...form.field('coordinatorId')}
      />
    </Form>
  )
}
