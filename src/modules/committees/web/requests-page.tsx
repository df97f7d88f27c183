import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { text } from '../../../platform/contract/text.ts'
import { z } from 'zod'
import { call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { Sheet } from '../../../platform/web/ui/sheet.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { requestStateLabels, type RequestState } from '../contract/codes.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'
import { formatRequestEndpoints } from '../contract/register-endpoints.ts'
import type { FormatRequestView } from '../contract/registers.ts'
import { CommitteeTabs } from './committee-tabs.tsx'
import './committees.css'

type Step = Exclude<RequestState, 'proposed' | 'founded'>
type Asked = { request: FormatRequestView; to: Step } | 'new' | undefined

/** Who needs a new working format says so here; managing office, overhead and steering group take it further (R127). */
export function RequestsPage(): ReactElement {
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useView(formatRequestEndpoints.list)
  const [asked, setAsked] = useState<Asked>()
  const done = () => {
    setAsked(undefined)
    void client.invalidateQueries({ queryKey: viewKey(formatRequestEndpoints.list) })
  }
  return (
    <Page
      title="Bedarfsanzeigen"
      intro="Ein neues Arbeitsformat vorschlagen und sehen, was daraus wird."
      actions={
        <Button icon="add" onClick={() => setAsked('new')}>
          Bedarf anzeigen
        </Button>
      }
    >
      <CommitteeTabs />
      {isPending && <Loading />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data && (
        <Card title="Der Weg in diesem Kreis">
          {data.way.length > 0 ? (
            <ol className="committee-lines">
              {data.way.map((step) => (
                <li key={step.label}>{step.label}</li>
              ))}
            </ol>
          ) : (
            <p className="kern-body">
              {data.wayRemark ?? 'Das Konzept beschreibt keinen eigenen Weg.'} Lotse geht die Schritte des
              Kreises Wesel.
            </p>
          )}
        </Card>
      )}
      {data?.rows.length === 0 && (
        <EmptyState title="Keine Bedarfsanzeige">
          Fehlt ein Austausch, zeigen Sie den Bedarf hier an.
        </EmptyState>
      )}
      {data?.rows.map((row) => (
        <Request key={row.id} row={row} onStep={(to) => setAsked({ request: row, to })} />
      ))}
      <Sheet open={asked === 'new'} onClose={() => setAsked(undefined)} title="Bedarf anzeigen">
        <ProposeForm onDone={done} onCancel={() => setAsked(undefined)} />
      </Sheet>
      <Sheet
        open={typeof asked === 'object'}
        onClose={() => setAsked(undefined)}
        title={typeof asked === 'object' ? stepWords[asked.to] : ''}
      >
        {typeof asked === 'object' && (
          <StepForm
            request={asked.request}
            to={asked.to}
            onDone={done}
            onCancel={() => setAsked(undefined)}
          />
        )}
      </Sheet>
    </Page>
  )
}

const stepWords: Readonly<Record<Step, string>> = {
  checked: 'Als geprüft weitergeben',
  designed: 'Form vorlegen',
  approved: 'Beschluss festhalten',
  existing: 'Bestehendes Gremium übernimmt',
  declined: 'Ablehnen',
  withdrawn: 'Zurückziehen',
}

function Request({ row, onStep }: { row: FormatRequestView; onStep: (to: Step) => void }): ReactElement {
  const { rights } = useApp().session
  return (
    <Card title={row.title} end={<Badge tone="info">{requestStateLabels[row.state]}</Badge>}>
      <p className="committee-words">{row.need}</p>
      {row.form && <p className="committee-words">Form: {row.form}</p>}
      <ul className="committee-lines">
        {row.steps.map((step) => (
          <li key={`${step.to} ${step.onDate}`}>
            {formatDate(step.onDate)}: {requestStateLabels[step.to]}
            {step.to === 'proposed' ? ` von ${row.proposedBy}` : ''}
            {step.reason ? `. ${step.reason}` : ''}
          </li>
        ))}
      </ul>
      <div className="lt-actions">
        {(row.moves as Step[]).map((to) => (
          <Button
            key={to}
            size="small"
            variant={to === 'declined' || to === 'withdrawn' ? 'tertiary' : 'secondary'}
            aria-label={`${stepWords[to]}: ${row.title}`}
            onClick={() => onStep(to)}
          >
            {stepWords[to]}
          </Button>
        ))}
        {row.state === 'approved' && rights.has('committee.write') && (
          <Link to="/gremien/neu" search={{ anzeige: row.id }} look="secondary">
            Gremium gründen
          </Link>
        )}
        {row.committeeId && (
          <Link to="/gremien/$id" params={{ id: row.committeeId }}>
            {row.committee ?? 'Zum Gremium'}
          </Link>
        )}
      </div>
    </Card>
  )
}

const proposeLabels = {
  title: 'Worum geht es?',
  need: 'Warum wird es gebraucht?',
  proposedBy: 'Wer zeigt an?',
}
interface Closing {
  onDone: () => void
  onCancel: () => void
}

function ProposeForm({ onDone, onCancel }: Closing): ReactElement {
  const { user } = useApp().session
  const form = useForm({
    schema: z.object({ title: text(200), need: text(4000), proposedBy: text(200) }),
    initial: { title: '', need: '', proposedBy: user.organisation ?? '' },
    submit: async (body, { idempotencyKey }) => {
      await call(formatRequestEndpoints.propose, { idempotencyKey, body })
      toast('Bedarf angezeigt')
      onDone()
    },
  })
  return (
    <Form form={form} action="Bedarf anzeigen" labels={proposeLabels} onCancel={onCancel}>
      <TextField label={proposeLabels.title} required {...form.field('title')} />
      <TextArea
        label={proposeLabels.need}
        hint="Ohne Namen und Daten von Ratsuchenden."
        required
        rows={5}
        {...form.field('need')}
      />
      <TextField label={proposeLabels.proposedBy} required {...form.field('proposedBy')} />
    </Form>
  )
}

const stepLabels = {
  reason: 'Begründung',
  form: 'Form: Aufgabe, Mitglieder, Rhythmus',
  committeeId: 'Gremium',
}

function StepForm({
  request,
  to,
  onDone,
  onCancel,
}: Closing & { request: FormatRequestView; to: Step }): ReactElement {
  const options = useView(committeeEndpoints.options)
  const form = useForm({
    schema: z.object({
      reason: z.string().max(1000),
      form: z.string().max(4000),
      committeeId: z.string(),
    }),
    initial: { reason: '', form: request.form ?? '', committeeId: '' },
    version: request.version,
    submit: async (values, { ifMatch, idempotencyKey }) => {
      await call(formatRequestEndpoints.move, {
        params: { id: request.id },
        ifMatch: ifMatch!,
        idempotencyKey,
        body: { to, reason: values.reason, form: values.form, committeeId: values.committeeId || null },
      })
      toast(requestStateLabels[to])
      onDone()
    },
  })
  const reasoned = to === 'declined' || to === 'withdrawn' || to === 'existing'
  return (
    <Form form={form} action={stepWords[to]} labels={stepLabels} onCancel={onCancel}>
      {to === 'designed' && <TextArea label={stepLabels.form} required rows={6} {...form.field('form')} />}
      {to === 'existing' && (
        <Select
          label={stepLabels.committeeId}
          required
          empty="Bitte wählen"
          options={(options.data?.committees ?? []).map(({ id, label }) => ({ value: id, label }))}
          {...form.field('committeeId')}
        />
      )}
      <TextArea label={stepLabels.reason} required={reasoned} rows={3} {...form.field('reason')} />
    </Form>
  )
}
