import { useState, type ReactElement } from 'react'
import { z } from 'zod'
import { PlainDate } from '../../../../platform/contract/dates.ts'
import { text } from '../../../../platform/contract/text.ts'
import { call } from '../../../../platform/web/api.ts'
import { addDays, formatDate, lastDayBefore, today } from '../../../../platform/web/dates.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { ConfirmDialog } from '../../../../platform/web/ui/confirm-dialog.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Day } from '../../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Sheet } from '../../../../platform/web/ui/sheet.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { exportGrantEndpoints, type ExportGrantView } from '../../contract/export-grants.ts'
import { userEndpoints } from '../../contract/users.ts'
import { useStaffAction } from '../use-staff-action.ts'
import type { UserCardProps } from './user-page.tsx'

const views = [userEndpoints.read]

/** The right to take lists out as files: off, unless given here with a reason and a last day. */
export function ExportGrantsCard({ user, confirmed }: UserCardProps): ReactElement {
  const [giving, setGiving] = useState(false)
  const [ending, setEnding] = useState<ExportGrantView>()
  const held = user.exportGrants.some(({ state }) => state === 'current')
  const may = user.can.includes('giveRole')
  const end = useStaffAction(
    ({ id, version }: ExportGrantView) =>
      confirmed(() => call(exportGrantEndpoints.end, { params: { id }, ifMatch: version })),
    { done: 'Recht beendet', views, after: () => setEnding(undefined) },
  )
  return (
    <Card
      title="Ausgabe von Listen"
      end={
        may &&
        !held && (
          <Button size="small" icon="add" onClick={() => setGiving(true)}>
            Ausgabe erlauben
          </Button>
        )
      }
    >
      <Table
        caption="Rechte, Listen auszugeben"
        hideCaption
        columns={columns(may ? setEnding : undefined)}
        rows={user.exportGrants}
        rowKey={(grant) => grant.id}
        empty={
          <EmptyState title="Nicht erlaubt">
            Ohne dieses Recht kann die Person keine Listen als CSV oder XLSX ausgeben.
          </EmptyState>
        }
      />
      <ConfirmDialog
        open={ending !== undefined}
        title="Recht beenden?"
        confirm="Recht beenden"
        danger
        busy={end.isPending}
        onConfirm={() => ending && end.mutate(ending)}
        onCancel={() => setEnding(undefined)}
      >
        <p className="kern-body">
          Laufende Ausgaben werden abgelehnt, fertige Dateien sind nicht mehr zugänglich.
        </p>
        <ProblemAlert error={end.error} />
      </ConfirmDialog>
      <Sheet open={giving} onClose={() => setGiving(false)} title="Ausgabe von Listen erlauben">
        {giving && <GiveExportGrant user={user} confirmed={confirmed} onDone={() => setGiving(false)} />}
      </Sheet>
    </Card>
  )
}

const columns = (onEnd: ((grant: ExportGrantView) => void) | undefined): Column<ExportGrantView>[] => [
  { key: 'reason', header: 'Begründung', cell: (row) => row.reason },
  {
    key: 'period',
    header: 'Zeitraum',
    cell: (row) => (
      <>
        <Badge tone={row.state === 'current' ? 'success' : 'neutral'}>
          {row.state === 'current' ? 'gilt' : 'beendet'}
        </Badge>{' '}
        seit <Day at={row.from} /> bis {formatDate(lastDayBefore(row.until))}
      </>
    ),
  },
  { key: 'by', header: 'Gegeben von', cell: (row) => row.by },
  {
    key: 'end',
    header: 'Aktion',
    action: true,
    cell: (row) =>
      onEnd &&
      row.state === 'current' && (
        <Button size="small" onClick={() => onEnd(row)} aria-label="Beenden: Ausgabe von Listen">
          Beenden
        </Button>
      ),
  },
]

const Typed = z.object({ reason: text(500), lastDay: PlainDate })

function GiveExportGrant({ user, confirmed, onDone }: UserCardProps & { onDone: () => void }): ReactElement {
  const give = useStaffAction(
    (body: z.output<typeof Typed>) =>
      confirmed(() => call(exportGrantEndpoints.give, { params: { id: user.id }, body })),
    { done: 'Ausgabe erlaubt', views },
  )
  const form = useForm({
    schema: Typed,
    initial: { reason: '', lastDay: addDays(today(), 30) },
    submit: async (values) => {
      await give.mutateAsync(values)
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Ausgabe erlauben"
      labels={{ reason: 'Begründung', lastDay: 'Letzter Tag' }}
      onCancel={onDone}
    >
      <TextArea
        label="Begründung"
        required
        rows={3}
        hint="Wozu braucht die Person die Listen? Steht im Rechtebericht."
        {...form.field('reason')}
      />
      <DateField label="Letzter Tag" required hint="Höchstens ein Jahr." {...form.field('lastDay')} />
    </Form>
  )
}
