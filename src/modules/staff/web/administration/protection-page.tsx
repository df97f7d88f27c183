import { useState, type ReactElement } from 'react'
import type { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Day } from '../../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Notice } from '../../../../platform/web/ui/notice.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { Sheet } from '../../../../platform/web/ui/sheet.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { today } from '../../../../platform/web/dates.ts'
import { useView } from '../../../../platform/web/use-view.ts'
import { administrationEndpoints } from '../../contract/administration.ts'
import {
  councilLabels,
  councils,
  opinionTopicLabels,
  opinionTopics,
  protectionEndpoints,
  type ProtectionOpinion,
  type StaffDataBasis,
} from '../../contract/protection.ts'
import { useConfirmedIdentity, type ConfirmedIdentity } from '../use-confirmed-identity.tsx'
import { useStaffAction } from '../use-staff-action.ts'
import { OpinionSchema, StaffDataSchema } from './protection-form-values.ts'

type Open = { kind: 'opinion' } | { kind: 'basis'; row: StaffDataBasis } | undefined

/** „Datenschutz und Mitbestimmung“: what keeps defaults of the program switched off until it is there. */
export function ProtectionPage(): ReactElement {
  const opinions = useView(protectionEndpoints.opinions)
  const bases = useView(protectionEndpoints.staffDataBases)
  const { session } = useApp()
  const { confirmed, dialog } = useConfirmedIdentity()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <Page
      title="Datenschutz und Mitbestimmung"
      breadcrumb={[{ label: 'Verwaltung', to: '/verwaltung' }, { label: 'Datenschutz und Mitbestimmung' }]}
    >
      <Card
        title="Stellungnahmen zu § 87 AufenthG"
        end={
          session.rights.has('protection.record') && (
            <Button size="small" icon="add" onClick={() => setOpen({ kind: 'opinion' })}>
              Stellungnahme eintragen
            </Button>
          )
        }
      >
        <Notice title="Warum das hier steht" source="§ 87 AufenthG">
          Zwei Vorgaben bleiben aus, bis die oder der Datenschutzbeauftragte Stellung genommen hat.
          Eingetragenes lässt sich nicht ändern; eine neue Stellungnahme tritt an die Stelle der alten.
        </Notice>
        <ProblemAlert error={opinions.error} onRetry={() => void opinions.refetch()} />
        <Table
          caption="Stellungnahmen"
          hideCaption
          columns={opinionColumns}
          rows={opinions.data?.rows ?? []}
          rowKey={(row) => row.id}
          busy={opinions.isPending}
          empty={
            <EmptyState title="Noch keine Stellungnahme">Beide Vorgaben bleiben deshalb aus.</EmptyState>
          }
        />
      </Card>
      <Card title="Vereinbarungen zu Daten über die Arbeit der Beschäftigten">
        <p className="kern-body">
          Dauern und Anteile sieht nur die Person selbst. Kreisweite Zahlen daraus gibt es erst, wenn die
          Vereinbarung mit der Personalvertretung des Anstellungsträgers eingetragen ist.
        </p>
        <ProblemAlert error={bases.error} onRetry={() => void bases.refetch()} />
        <Table
          caption="Anstellungsträger"
          hideCaption
          columns={basisColumns(
            session.rights.has('staff.administer') ? (row) => setOpen({ kind: 'basis', row }) : undefined,
          )}
          rows={bases.data?.rows ?? []}
          rowKey={(row) => row.organisationId}
          busy={bases.isPending}
        />
      </Card>
      <Sheet
        open={open !== undefined}
        onClose={close}
        title={open?.kind === 'basis' ? 'Vereinbarung eintragen' : 'Stellungnahme eintragen'}
      >
        {open?.kind === 'opinion' && <OpinionForm confirmed={confirmed} onDone={close} />}
        {open?.kind === 'basis' && <BasisForm row={open.row} confirmed={confirmed} onDone={close} />}
      </Sheet>
      {dialog}
    </Page>
  )
}

const opinionColumns: Column<ProtectionOpinion>[] = [
  { key: 'topic', header: 'Vorgabe', cell: (row) => opinionTopicLabels[row.topic] },
  {
    key: 'allows',
    header: 'Ergebnis',
    cell: (row) => (
      <>
        <Badge tone={row.allows ? 'success' : 'danger'}>{row.allows ? 'erlaubt' : 'nicht erlaubt'}</Badge>{' '}
        {!row.current && 'überholt'}
      </>
    ),
  },
  { key: 'reference', header: 'Aktenzeichen', cell: (row) => row.reference },
  { key: 'givenOn', header: 'Vom', cell: (row) => <Day at={row.givenOn} /> },
  { key: 'by', header: 'Eingetragen', cell: (row) => row.recordedBy },
]

const basisColumns = (onRegister: ((row: StaffDataBasis) => void) | undefined): Column<StaffDataBasis>[] => [
  { key: 'organisation', header: 'Anstellungsträger', cell: (row) => row.organisation },
  {
    key: 'basis',
    header: 'Vereinbarung',
    cell: (row) =>
      row.basis ? (
        <>
          {councilLabels[row.basis.council]}: {row.basis.reference} vom <Day at={row.basis.agreedOn} />
        </>
      ) : (
        <Badge>keine, Zahlen bleiben aus</Badge>
      ),
  },
  {
    key: 'action',
    header: 'Aktion',
    action: true,
    cell: (row) =>
      onRegister &&
      !row.basis && (
        <Button
          size="small"
          onClick={() => onRegister(row)}
          aria-label={`Vereinbarung eintragen: ${row.organisation}`}
        >
          Eintragen
        </Button>
      ),
  },
]

interface SheetFormProps {
  confirmed: ConfirmedIdentity['confirmed']
  onDone: () => void
}

function OpinionForm({ confirmed, onDone }: SheetFormProps): ReactElement {
  const record = useStaffAction(
    (body: z.output<typeof OpinionSchema>) =>
      confirmed(() => call(protectionEndpoints.recordOpinion, { body })),
    {
      done: 'Stellungnahme eingetragen',
      views: [protectionEndpoints.opinions, administrationEndpoints.read],
    },
  )
  const form = useForm({
    schema: OpinionSchema,
    initial: { topic: '', allows: '', reference: '', givenOn: today() },
    submit: async (body) => {
      await record.mutateAsync(body)
      onDone()
    },
  })
  return (
    <Form form={form} action="Stellungnahme eintragen" onCancel={onDone}>
      <RadioGroup
        label="Vorgabe"
        options={opinionTopics.map((value) => ({ value, label: opinionTopicLabels[value] }))}
        {...form.field('topic')}
      />
      <RadioGroup
        label="Ergebnis"
        options={[
          { value: 'yes', label: 'erlaubt' },
          { value: 'no', label: 'nicht erlaubt' },
        ]}
        {...form.field('allows')}
      />
      <TextField label="Aktenzeichen" required width="medium" {...form.field('reference')} />
      <DateField label="Datum der Stellungnahme" max={today()} {...form.field('givenOn')} />
    </Form>
  )
}

function BasisForm({ row, confirmed, onDone }: SheetFormProps & { row: StaffDataBasis }): ReactElement {
  const register = useStaffAction(
    (body: z.output<typeof StaffDataSchema>) =>
      confirmed(() =>
        call(protectionEndpoints.registerStaffDataBasis, {
          body: { ...body, organisationId: row.organisationId },
        }),
      ),
    {
      done: 'Vereinbarung eingetragen',
      views: [protectionEndpoints.staffDataBases, administrationEndpoints.read],
    },
  )
  const form = useForm({
    schema: StaffDataSchema,
    initial: { council: '', reference: '', agreedOn: '' },
    submit: async (body) => {
      await register.mutateAsync(body)
      onDone()
    },
  })
  return (
    <Form form={form} action="Vereinbarung eintragen" onCancel={onDone}>
      <p className="kern-body">{row.organisation}. Eingetragenes lässt sich nicht ändern.</p>
      <RadioGroup
        label="Vereinbart mit"
        options={councils.map((value) => ({ value, label: councilLabels[value] }))}
        {...form.field('council')}
      />
      <TextField label="Bezeichnung oder Aktenzeichen" required {...form.field('reference')} />
      <DateField label="Vom" max={today()} {...form.field('agreedOn')} />
    </Form>
  )
}
