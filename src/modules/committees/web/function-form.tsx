import type { ReactElement } from 'react'
import { z } from 'zod'

import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'
import { seatRoleWords, successionWords } from './committee-words.ts'

const labels = {
  label: 'Funktion',
  role: 'Rolle im Gremium',
  succession: 'Nachfolge',
  organisationId: 'Stelle',
  advisory: 'Berät nur, stimmt nicht mit ab',
}
const Values = z.object({
  label: text(300),
  role: z.enum(['chair', 'deputyChair', 'member', 'guest', 'moderation']),
  succession: z.enum(['', 'office', 'election', 'delegation']),
  organisationId: z.string(),
  advisory: z.boolean(),
})

interface FunctionFormProps {
  committeeId: string
  onDone: () => void
  onCancel: () => void
}

/** A function that has a seat: chair, deputy, moderation, member. Who holds it is said afterwards. */
export function FunctionForm({ committeeId, onDone, onCancel }: FunctionFormProps): ReactElement {
  const options = useView(committeeEndpoints.options, { query: {} })
  const form = useForm({
    schema: Values,
    initial: { label: '', role: 'chair', succession: '', organisationId: '', advisory: false } as z.input<
      typeof Values
    >,
    submit: async ({ succession, organisationId, ...values }, { idempotencyKey }) => {
      await call(committeeEndpoints.addFunction, {
        params: { id: committeeId },
        idempotencyKey,
        body: { ...values, succession: succession || null, organisationId: organisationId || null },
      })
      toast('Funktion hinzugefügt. Besetzen Sie jetzt den Sitz.')
      onDone()
    },
  })
  return (
    <Form form={form} action="Funktion hinzufügen" labels={labels} onCancel={onCancel}>
      <TextField
        label={labels.label}
        hint="Zum Beispiel: Leitung des Kommunalen Integrationszentrums."
        required
        {...form.field('label')}
      />
      <Select
        label={labels.role}
        options={Object.entries(seatRoleWords).map(([value, label]) => ({
          value: value as keyof typeof seatRoleWords,
          label,
        }))}
        {...form.field('role')}
        onChange={(value) => value && form.set('role', value)}
      />
      <Select
        label={labels.succession}
        empty="nicht festgelegt"
        options={Object.entries(successionWords).map(([value, label]) => ({
          value: value as keyof typeof successionWords,
          label,
        }))}
        {...form.field('succession')}
      />
      <Combobox
        label={labels.organisationId}
        options={(options.data?.organisations ?? []).map(({ id, label }) => ({ value: id, label }))}
        {...form.field('organisationId')}
      />
      <Checkbox label={labels.advisory} {...form.field('advisory')} />
    </Form>
  )
}
