import type { ReactElement } from 'react'
import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'
import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'
import { followUpEndpoints } from '../contract/register-endpoints.ts'
import { ownerChoices, ownerOf } from './named-choices.ts'

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
  const options = useView(committeeEndpoints.options, { query: { committeeId } })
  const owners = ownerChoices(options.data?.owners ?? [])
  const form = useForm({
    schema: Values,
    initial: { title: '', responsible: '', dueOn: '' },
    submit: async ({ title, responsible, dueOn }, { idempotencyKey }) => {
      await call(followUpEndpoints.addActionItem, {
        params: { id: committeeId },
        idempotencyKey,
        body: { title, ...ownerOf(owners, responsible), dueOn: dueOn || null },
      })
      toast('Arbeitsauftrag gegeben')
      onDone()
    },
  })
  return (
    <Form form={form} action="Arbeitsauftrag geben" labels={labels} onCancel={onCancel}>
      <TextField label={labels.title} hint="Ohne Namen von Ratsuchenden." required {...form.field('title')} />
      <Combobox
        label={labels.responsible}
        hint="Wer ein Konto hat, findet den Auftrag auf „Mein Tag“ oder in „Meine Gremien“. Sonst eine Stelle oder Funktion, zum Beispiel Jugendamt."
        required
        allowOther
        options={owners}
        {...form.field('responsible')}
      />
      <DateField label={labels.dueOn} {...form.field('dueOn')} />
    </Form>
  )
}
