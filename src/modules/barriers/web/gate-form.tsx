import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { AttributeKind, attributeWords } from '../../structure/index.ts'
import { gateEndpoints } from '../contract/endpoints.ts'
import { GateCheck, usePreview } from './gate-check.tsx'
import type { ProblemFormProps } from './problem-card.tsx'

const Words = z.object({
  title: z.string().trim().min(1, 'Bitte schreiben Sie, worum es geht.').max(200),
  description: z.string().max(4000),
  helped: z.string().max(2000),
  clientView: z.string().max(2000),
  attributes: z.array(AttributeKind).max(2, 'Höchstens zwei Merkmale.'),
})
const labels = {
  title: 'Kurz in einem Satz',
  description: 'Was ist passiert?',
  helped: 'Was hat geholfen?',
  clientView: 'Wie sieht es die Person?',
  attributes: 'Merkmale der Person, die zum Verstehen nötig sind',
}

/** The gate: the words as they shall leave, what the program found, and exactly what leaves. A person confirms it. */
export function GateForm({ problem, onDone, onCancel }: ProblemFormProps): ReactElement {
  const [accepted, setAccepted] = useState<string[]>([])
  const initial: z.input<typeof Words> = {
    title: problem.text?.title ?? '',
    description: problem.text?.description ?? '',
    helped: problem.text?.helped ?? '',
    clientView: problem.text?.clientView ?? '',
    attributes: [],
  }
  const params = { id: problem.id }
  const form = useForm({
    schema: Words,
    initial,
    submit: async (words, { idempotencyKey }) => {
      const body = { ...words, accepted, fingerprint: preview?.fingerprint ?? '' }
      await call(gateEndpoints.report, { params, body, idempotencyKey })
      toast('Hürde gemeldet. Hier sehen Sie, was daraus wird.')
      onDone()
    },
  })
  const { values } = form
  const wish = values.title.trim() === '' ? null : { ...values, accepted }
  const { preview, error } = usePreview(wish, (body) => call(gateEndpoints.preview, { params, body }))
  const offered = preview?.attributes ?? []
  return (
    <Form form={form} action="So melden" labels={labels} onCancel={onCancel}>
      <p className="kern-body">
        Schreiben Sie für Menschen, die den Fall nicht kennen dürfen. Der Text im Fall bleibt, wie er ist.
      </p>
      <TextField label={labels.title} required maxLength={200} {...form.field('title')} />
      <TextArea label={labels.description} rows={3} maxLength={4000} {...form.field('description')} />
      <TextArea label={labels.helped} rows={2} maxLength={2000} {...form.field('helped')} />
      <TextArea label={labels.clientView} rows={2} maxLength={2000} {...form.field('clientView')} />
      {offered.length > 0 && (
        <ChipsMany
          label={labels.attributes}
          hint="Ohne Not keines, höchstens zwei"
          options={offered.map(({ kind, value }) => ({ value: kind, label: attributeWords(kind, value) }))}
          {...form.field('attributes')}
        />
      )}
      <GateCheck preview={preview} error={error} accepted={accepted} onAccept={setAccepted} />
    </Form>
  )
}
