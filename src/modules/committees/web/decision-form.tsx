import type { ReactElement } from 'react'
import { z } from 'zod'

import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { decisionEndpoints } from '../contract/register-endpoints.ts'

export const decisionLabels = {
  body: 'Wer hat beschlossen?',
  title: 'Worüber?',
  wording: 'Wortlaut',
  day: 'Wann?',
  reference: 'Zeichen der Vorlage',
  councilNumber: 'Nummer im Ratsinformationssystem',
  councilUrl: 'Adresse im Ratsinformationssystem',
}
const labels = decisionLabels
const Values = z.object({
  body: text(200),
  title: text(300),
  wording: z.string().max(8000),
  day: z.string().regex(/^$|^(\d{1,2}\.\d{1,2}\.)?\d{4}$/, 'Bitte als 09.09.2020 oder 2020 eingeben.'),
  reference: z.string().max(80),
  councilNumber: z.string().max(80),
  councilUrl: z.string().max(500),
})

/** ISO, as exact as typed. */
function isoOf(day: string): string | null {
  if (day === '') return null
  const parts = day.split('.').map((part) => part.padStart(2, '0'))
  return parts.toReversed().join('-')
}

interface DecisionFormProps {
  onDone: () => void
  onCancel: () => void
}

export function DecisionForm({ onDone, onCancel }: DecisionFormProps): ReactElement {
  const form = useForm({
    schema: Values,
    initial: {
      body: 'Kreistag',
      title: '',
      wording: '',
      day: '',
      reference: '',
      councilNumber: '',
      councilUrl: '',
    },
    submit: async ({ day, ...values }, { idempotencyKey }) => {
      await call(decisionEndpoints.record, { idempotencyKey, body: { ...values, dateText: isoOf(day) } })
      toast('Beschluss eingetragen')
      onDone()
    },
  })
  return (
    <Form form={form} action="Beschluss eintragen" labels={labels} onCancel={onCancel}>
      <TextField label={labels.body} required {...form.field('body')} />
      <TextField label={labels.title} required {...form.field('title')} />
      <TextArea label={labels.wording} rows={4} {...form.field('wording')} />
      <TextField
        label={labels.day}
        hint="Tag oder Jahr; leer, wenn unbekannt."
        width="medium"
        {...form.field('day')}
      />
      <TextField label={labels.reference} width="medium" {...form.field('reference')} />
      <TextField label={labels.councilNumber} width="medium" {...form.field('councilNumber')} />
      <TextField label={labels.councilUrl} {...form.field('councilUrl')} />
    </Form>
  )
}
