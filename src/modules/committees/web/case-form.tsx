import type { ReactElement } from 'react'
import { z } from 'zod'

import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { caseEndpoints } from '../../cases/index.ts'
import { meetingEndpoints } from '../contract/endpoints.ts'

const labels = {
  caseId: 'Ihr Fall',
  question: 'Frage an die Runde',
  withoutB3: 'Ohne Baustein 3 beraten',
  named: 'Mit Namen besprechen',
}
const Values = z.object({
  caseId: z.uuid('Bitte wählen Sie den Fall.'),
  question: text(2000),
  withoutB3: z.boolean(),
  named: z.boolean(),
})

interface CaseFormProps {
  meetingId: string
  onDone: () => void
  onCancel: () => void
}

/** The agenda says „Fall A“; which case it is, only those see who work it. */
export function CaseForm({ meetingId, onDone, onCancel }: CaseFormProps): ReactElement {
  const cases = useView(caseEndpoints.list, { query: { scope: 'mine', limit: 200 } })
  const form = useForm({
    schema: Values,
    initial: { caseId: '', question: '', withoutB3: true, named: false },
    submit: async (body, { idempotencyKey }) => {
      await call(meetingEndpoints.addCase, { params: { id: meetingId }, idempotencyKey, body })
      toast('Fall ohne Namen eingebracht')
      onDone()
    },
  })
  const options = (cases.data?.rows ?? []).map((row) => ({ value: row.id, label: row.fileNumber }))
  return (
    <>
      <ProblemAlert error={cases.error} onRetry={() => void cases.refetch()} />
      <Form form={form} action="Fall einbringen" labels={labels} onCancel={onCancel}>
        <Combobox
          label={labels.caseId}
          hint="Nach Aktenzeichen. Auf der Tagesordnung steht nur „Fall A“."
          required
          options={options}
          {...form.field('caseId')}
        />
        <TextArea
          label={labels.question}
          hint="Ohne Namen, Geburtsdaten, Anschrift oder anderes, woran man die Person erkennt."
          required
          rows={4}
          {...form.field('question')}
        />
        <Checkbox label={labels.withoutB3} {...form.field('withoutB3')} />
        <Checkbox
          label={labels.named}
          hint="Nur möglich, wenn eine Einwilligung für alle gilt, die teilnehmen."
          {...form.field('named')}
        />
      </Form>
    </>
  )
}
