import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Card } from '../../../platform/web/ui/card.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { measureStateLabels, type MeasureState } from '../contract/codes.ts'
import { measureEndpoints, type MeasureView } from '../contract/measures.ts'
import { day, note } from './form-values.ts'
import { measureVerbs } from './words.ts'

const Step = z.object({ note: note(1000), evidence: note(1000), dueOn: day })
const labels = { note: 'Antwort', evidence: 'Woran sieht man es? (Nachweis)', dueOn: 'Bis wann' }

interface StepProps {
  measure: MeasureView
  to: MeasureState
  onDone: () => void
  onCancel: () => void
}

/** The next state with what belongs to it; the answer goes back to who recommended it. */
export function MeasureStepForm({ measure, to, onDone, onCancel }: StepProps): ReactElement {
  const form = useForm({
    schema: Step,
    initial: { note: '', evidence: measure.evidence ?? '', dueOn: measure.dueOn ?? '' },
    version: measure.version,
    submit: async (step, { ifMatch }) => {
      const body = { to, ...step }
      await call(measureEndpoints.move, { params: { id: measure.id }, body, ifMatch: ifMatch! })
      toast(`Festgehalten: ${measureStateLabels[to]}`)
      onDone()
    },
  })
  const dated = to === 'planned' || to === 'running' || to === 'deferred'
  return (
    <Card title={measureVerbs[to]}>
      <Form form={form} action={measureVerbs[to]} labels={labels} onCancel={onCancel}>
        {to === 'done' && (
          <TextArea label={labels.evidence} rows={3} maxLength={1000} required {...form.field('evidence')} />
        )}
        {dated && <DateField label={labels.dueOn} required={to !== 'deferred'} {...form.field('dueOn')} />}
        <TextArea
          label={labels.note}
          hint="Liest, wer es empfohlen hat."
          rows={3}
          maxLength={1000}
          required={to === 'declined' || to === 'deferred' || to === 'dropped'}
          {...form.field('note')}
        />
      </Form>
    </Card>
  )
}
