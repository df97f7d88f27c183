import type { ReactElement } from 'react'
import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'
import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { followUpEndpoints } from '../contract/register-endpoints.ts'

const labels = { title: 'Was ist zu tun?', responsible: 'Wer ist zuständig?', dueOn: 'Bis wann?' }
const Values = z.object({
  title: text(500),
  responsible: text(200),
  dueOn: z.union([z.literal(''), PlainDate]),
})

interface ActionItemFormProps {
  committeeId: string
  onDone: () => void
  onCancel: () => void
}

/** An action item between two meetings. */
export function ActionItemForm({ committeeId, onDone, onCancel }: ActionItemFormProps): ReactElement {
  const form = useForm({
    schema: Values,
    initial: { title: '', responsible: '', dueOn: '' },
    submit: async ({ dueOn, ...body }, { idempotencyKey }) => {
      await call(followUpEndpoints.addActionItem, {
        params: { id: committeeId },
        idempotencyKey,
        body: { ...body, dueOn: dueOn || null },
      })
      toast('Arbeitsauftrag gegeben')
      onDone()
    },
  })
  return (
    <Form form={form} action="Arbeitsauftrag geben" labels={labels} onCancel={onCancel}>
      <TextField label={labels.title} hint="Ohne Namen von Ratsuchenden." required {...form.field('title')} />
      <TextField
        label={labels.responsible}
        hint="Eine Stelle oder Funktion, zum Beispiel Jugendamt."
        required
        {...form.field('responsible')}
      />
      <DateField label={labels.dueOn} {...form.field('dueOn')} />
    </Form>
  )
}
