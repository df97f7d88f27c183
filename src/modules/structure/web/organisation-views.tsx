import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { addDays, formatDate, today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import type { BarrierView, OrganisationView } from '../contract/barriers.ts'
import { viewStateLabels } from '../contract/codes.ts'
import { structureEndpoints } from '../contract/endpoints.ts'

interface ViewsProps {
  barrier: BarrierView
  onChanged: () => void
}

/** Named organisations are asked before a theme names them. */
export function OrganisationViews({ barrier, onChanged }: ViewsProps): ReactElement | null {
  const [mode, setMode] = useState<string>()
  if (barrier.organisations.length === 0) return null
  const done = () => {
    setMode(undefined)
    onChanged()
  }
  const cancel = () => setMode(undefined)
  const unasked = barrier.organisations.filter(
    ({ id }) => ![...barrier.views, ...barrier.askedAtThemes].some((view) => view.organisation.id === id),
  )
  return (
    <Card title="Sicht der genannten Stellen">
      <div className="lt-stack">
        <p className="kern-body">
          Bevor ein Thema eine Stelle nennt, wird sie nach ihrer Sicht gefragt, hier oder beim Thema. Bis
          dahin erfahren Gremien nur Art und Rechtskreis.
        </p>
        {barrier.askedAtThemes.map((one) => (
          <div key={one.theme.id + one.organisation.id}>
            <p className="kern-body">
              <strong>{one.organisation.label}</strong>{' '}
              <Badge tone={one.state === 'answered' ? 'success' : 'neutral'}>
                {viewStateLabels[one.state]}
              </Badge>{' '}
              gefragt am {formatDate(one.askedOn)} beim Thema{' '}
              <Link to="/themen/$id" params={{ id: one.theme.id }}>
                {one.theme.label}
              </Link>
            </p>
            {one.answer && <p className="kern-body">{one.answer}</p>}
          </div>
        ))}
        {barrier.views.map((view) => (
          <div key={view.id} className="lt-stack">
            <p className="kern-body">
              <strong>{view.organisation.label}</strong>{' '}
              <Badge tone={view.state === 'answered' ? 'success' : 'neutral'}>
                {viewStateLabels[view.state]}
              </Badge>{' '}
              gefragt am {formatDate(view.askedOn)}, Antwort bis {formatDate(view.dueOn)}
            </p>
            {view.answer && <p className="kern-body">{view.answer}</p>}
            {view.state === 'asked' && mode === view.id && (
              <AnswerForm view={view} onDone={done} onCancel={cancel} />
            )}
            {view.state === 'asked' && mode === undefined && barrier.can.includes('askOrganisation') && (
              <div className="lt-actions">
                <Button onClick={() => setMode(view.id)}>Antwort eintragen</Button>
              </div>
            )}
          </div>
        ))}
        {mode === 'ask' && <AskForm barrier={barrier} choices={unasked} onDone={done} onCancel={cancel} />}
        {mode === undefined && unasked.length > 0 && barrier.can.includes('askOrganisation') && (
          <div className="lt-actions">
            <Button onClick={() => setMode('ask')}>Stelle nach ihrer Sicht fragen</Button>
          </div>
        )}
      </div>
    </Card>
  )
}

const askNames = { organisationId: 'Welche Stelle?', dueOn: 'Antwort bis' }
const AskEntry = z.object({
  organisationId: z.string().min(1, 'Bitte wählen Sie die Stelle.'),
  dueOn: z.string(),
})

interface AskFormProps {
  barrier: BarrierView
  choices: BarrierView['organisations']
  onDone: () => void
  onCancel: () => void
}

function AskForm({ barrier, choices, onDone, onCancel }: AskFormProps): ReactElement {
  const form = useForm({
    schema: AskEntry,
    initial: { organisationId: choices.length === 1 ? choices[0]!.id : '', dueOn: addDays(today(), 21) },
    submit: async (body, { idempotencyKey }) => {
      await call(structureEndpoints.askOrganisation, { params: { id: barrier.id }, body, idempotencyKey })
      toast('Als angefragt festgehalten. Bitte schreiben Sie der Stelle.')
      onDone()
    },
  })
  return (
    <Form form={form} action="Anfrage festhalten" labels={askNames} onCancel={onCancel}>
      <RadioGroup
        label={askNames.organisationId}
        required
        options={choices.map(({ id, label }) => ({ value: id, label }))}
        {...form.field('organisationId')}
      />
      <DateField label={askNames.dueOn} required {...form.field('dueOn')} />
    </Form>
  )
}

const answerNames = { state: 'Wie hat die Stelle geantwortet?', answer: 'Was sagt sie?' }
const AnswerEntry = z.object({
  state: z.enum(['answered', 'declined', 'noAnswer']),
  answer: z.string().max(4000),
})

interface AnswerFormProps {
  view: OrganisationView
  onDone: () => void
  onCancel: () => void
}

function AnswerForm({ view, onDone, onCancel }: AnswerFormProps): ReactElement {
  const initial: z.input<typeof AnswerEntry> = { state: 'answered', answer: '' }
  const form = useForm({
    schema: AnswerEntry,
    initial,
    version: view.version,
    submit: async (body, { ifMatch }) => {
      await call(structureEndpoints.answerView, { params: { id: view.id }, body, ifMatch: ifMatch! })
      toast('Sicht der Stelle gespeichert')
      onDone()
    },
  })
  const { asked: _, ...answers } = viewStateLabels
  return (
    <Form form={form} action="Antwort speichern" labels={answerNames} onCancel={onCancel}>
      <RadioGroup
        label={answerNames.state}
        required
        options={Object.entries(answers).map(([value, label]) => ({ value, label }))}
        {...form.field('state')}
      />
      <TextArea label={answerNames.answer} rows={3} maxLength={4000} {...form.field('answer')} />
    </Form>
  )
}
