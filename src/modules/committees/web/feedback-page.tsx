import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'
import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { formatDate, today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Sheet } from '../../../platform/web/ui/sheet.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { usePages, viewKey } from '../../../platform/web/use-view.ts'
import { FeedbackTone, feedbackToneLabels } from '../contract/codes.ts'
import { feedbackEndpoints } from '../contract/register-endpoints.ts'
import type { FeedbackView } from '../contract/registers.ts'
import { CommitteeTabs } from './committee-tabs.tsx'
import './committees.css'

const tones = FeedbackTone.options.map((value) => ({ value, label: feedbackToneLabels[value] }))

/** What partners and the public say about KIM, and what was answered (R131). */
export function FeedbackPage(): ReactElement {
  const client = useQueryClient()
  const [asked, setAsked] = useState<FeedbackView | 'new'>()
  const { rows, error, loading, retry, pager } = usePages<typeof feedbackEndpoints.list, FeedbackView>(
    feedbackEndpoints.list,
    {},
  )
  const done = () => {
    setAsked(undefined)
    void client.invalidateQueries({ queryKey: viewKey(feedbackEndpoints.list) })
  }
  const close = () => setAsked(undefined)
  return (
    <Page
      title="Rückmeldungen"
      intro="Was Partner und Öffentlichkeit zum KIM sagen: Zustimmung, Sorgen, Ablehnung, Wünsche."
      actions={
        <Button icon="add" onClick={() => setAsked('new')}>
          Rückmeldung festhalten
        </Button>
      }
    >
      <CommitteeTabs />
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && rows.length === 0 && (
        <EmptyState title="Noch keine Rückmeldung">Halten Sie fest, was Partner Ihnen sagen.</EmptyState>
      )}
      {rows.map((row) => (
        <Card
          key={row.id}
          title={row.stakeholder}
          end={
            <Badge tone={row.tone === 'positive' ? 'success' : 'info'}>{feedbackToneLabels[row.tone]}</Badge>
          }
        >
          <p className="committee-words">{row.content}</p>
          <p className="kern-body--small">
            {[formatDate(row.onDate), row.committee].filter(Boolean).join(' · ')}
          </p>
          {row.answer && row.answeredOn ? (
            <p className="committee-words">
              Antwort vom {formatDate(row.answeredOn)}: {row.answer}
            </p>
          ) : (
            <div className="lt-actions">
              <Button
                size="small"
                variant="secondary"
                aria-label={`Antwort festhalten: ${row.stakeholder}`}
                onClick={() => setAsked(row)}
              >
                Antwort festhalten
              </Button>
            </div>
          )}
        </Card>
      ))}
      <Pager {...pager} />
      <Sheet open={asked === 'new'} onClose={close} title="Rückmeldung festhalten">
        <RecordForm onDone={done} onCancel={close} />
      </Sheet>
      <Sheet open={typeof asked === 'object'} onClose={close} title="Antwort festhalten">
        {typeof asked === 'object' && <AnswerForm row={asked} onDone={done} onCancel={close} />}
      </Sheet>
    </Page>
  )
}

interface Closing {
  onDone: () => void
  onCancel: () => void
}
const labels = { onDate: 'Wann?', stakeholder: 'Von wem?', tone: 'Art', content: 'Was wurde gesagt?' }

function RecordForm({ onDone, onCancel }: Closing): ReactElement {
  const form = useForm({
    schema: z.object({ onDate: PlainDate, stakeholder: text(200), tone: FeedbackTone, content: text(4000) }),
    initial: {
      onDate: today(),
      stakeholder: '',
      tone: 'positive' as z.infer<typeof FeedbackTone>,
      content: '',
    },
    submit: async (body, { idempotencyKey }) => {
      await call(feedbackEndpoints.record, { idempotencyKey, body })
      toast('Rückmeldung festgehalten')
      onDone()
    },
  })
  return (
    <Form form={form} action="Rückmeldung speichern" labels={labels} onCancel={onCancel}>
      <TextField
        label={labels.stakeholder}
        hint="Stelle oder Funktion, keine Namen von Ratsuchenden."
        required
        {...form.field('stakeholder')}
      />
      <Chips
        label={labels.tone}
        options={tones}
        {...form.field('tone')}
        onChange={(value) => value && form.set('tone', value)}
      />
      <TextArea label={labels.content} required rows={5} {...form.field('content')} />
      <DateField label={labels.onDate} max={today()} {...form.field('onDate')} />
    </Form>
  )
}

function AnswerForm({ row, onDone, onCancel }: Closing & { row: FeedbackView }): ReactElement {
  const form = useForm({
    schema: z.object({ answer: text(4000) }),
    initial: { answer: '' },
    version: row.version,
    submit: async (body, { ifMatch, idempotencyKey }) => {
      const options = { params: { id: row.id }, ifMatch: ifMatch!, idempotencyKey, body }
      await call(feedbackEndpoints.answer, options)
      toast('Antwort festgehalten')
      onDone()
    },
  })
  return (
    <Form form={form} action="Antwort speichern" labels={{ answer: 'Antwort' }} onCancel={onCancel}>
      <p className="committee-words">{row.content}</p>
      <TextArea label="Antwort" required rows={5} {...form.field('answer')} />
    </Form>
  )
}
