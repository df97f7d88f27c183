import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { ArrangementOutcome, arrangementOutcomeLabels } from '../contract/codes.ts'
import { problemEndpoints } from '../contract/endpoints.ts'
import type { ProblemOptions, ProblemView } from '../contract/problems.ts'
import type { ProblemFormProps } from './problem-card.tsx'
import { choices } from './problem-fields.tsx'

/** Constellation 2: with whom, on the ground of which consent. */
export function ArrangementForm(props: ProblemFormProps): ReactElement {
  const view = useView(problemEndpoints.options, { params: { id: props.problem.caseId }, query: {} })
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  if (view.data.consents.length > 0) return <Entry {...props} consents={view.data.consents} />
  return (
    <EmptyState
      title="Noch keine gültige Einwilligung"
      action={<Link to={`/faelle/${props.problem.caseId}/einwilligungen`}>Zu den Einwilligungen</Link>}
    >
      Eine Absprache nennt die Person. Dafür braucht es eine Einwilligung für genau diese Stelle.{' '}
      <Button variant="tertiary" onClick={props.onCancel}>
        Abbrechen
      </Button>
    </EmptyState>
  )
}

const names = { consentId: 'Mit wem?', note: 'Was wurde abgesprochen? (bleibt im Fall)' }
const NewEntry = z.object({
  consentId: z.string().min(1, 'Bitte wählen Sie die Stelle.'),
  note: z.string().max(2000),
})

function Entry({
  problem,
  consents,
  onDone,
  onCancel,
}: ProblemFormProps & Pick<ProblemOptions, 'consents'>): ReactElement {
  const initial: z.input<typeof NewEntry> = {
    consentId: consents.length === 1 ? consents[0]!.id : '',
    note: '',
  }
  const form = useForm({
    schema: NewEntry,
    initial,
    submit: async ({ consentId, note }, { idempotencyKey }) => {
      const { organisationId, unitId } = consents.find(({ id }) => id === consentId)!
      const body = { consentId, organisationId, unitId, note }
      await call(problemEndpoints.arrange, { params: { id: problem.id }, body, idempotencyKey })
      toast('Absprache festgehalten')
      onDone()
    },
  })
  return (
    <Form form={form} action="Absprache speichern" labels={names} onCancel={onCancel}>
      <RadioGroup
        label={names.consentId}
        required
        hint="Stellen mit gültiger Einwilligung"
        options={consents.map(({ id, label }) => ({ value: id, label }))}
        {...form.field('consentId')}
      />
      <TextArea label={names.note} rows={3} maxLength={2000} {...form.field('note')} />
    </Form>
  )
}

const endNames = { outcome: 'Was hat sie gebracht?', note: 'Bemerkung (bleibt im Fall)' }
const EndEntry = z.object({
  outcome: z
    .union([z.literal(''), ArrangementOutcome])
    .pipe(z.enum(ArrangementOutcome.options, 'Bitte wählen Sie, was die Absprache gebracht hat.')),
  note: z.string().max(2000),
})

/** What an arrangement brought; failed, it opens the way to the coordinator. */
export function ArrangementEndForm({
  problem,
  arrangement,
  onDone,
  onCancel,
}: ProblemFormProps & { arrangement: ProblemView['arrangements'][number] }): ReactElement {
  const initial: z.input<typeof EndEntry> = { outcome: '', note: '' }
  const form = useForm({
    schema: EndEntry,
    initial,
    submit: async (body) => {
      const params = { id: problem.id, arrangementId: arrangement.id }
      await call(problemEndpoints.endArrangement, { params, body, ifMatch: arrangement.version })
      toast('Ergebnis der Absprache gespeichert')
      onDone()
    },
  })
  return (
    <Form form={form} action="Ergebnis speichern" labels={endNames} onCancel={onCancel}>
      <RadioGroup
        label={endNames.outcome}
        required
        options={choices(arrangementOutcomeLabels)}
        {...form.field('outcome')}
      />
      <TextArea label={endNames.note} rows={2} maxLength={2000} {...form.field('note')} />
    </Form>
  )
}
