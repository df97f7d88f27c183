import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { interfaceEndpoints, type InterfacePartnerView } from '../contract/interfaces.ts'
import { months, neededText, typedDay } from './form-values.ts'
import { useDone } from './use-programme-action.ts'

const Shared = {
  name: neededText(400, 'Bitte geben Sie die Stelle ein.'),
  topic: neededText(300, 'Bitte schreiben Sie, um welche Schnittstelle es geht.'),
  intervalMonths: months,
}
const New = z.object(Shared)
const Changed = z.object({ ...Shared, plannedOn: typedDay, endedOn: typedDay })

const labels = {
  name: 'Stelle',
  topic: 'Schnittstelle',
  intervalMonths: 'Gespräch alle … Monate',
  plannedOn: 'Geplant am',
  endedOn: 'Keine Gespräche mehr seit',
}

export function NewPartnerForm({ onDone }: { onDone: () => void }): ReactElement {
  const done = useDone(onDone)
  const form = useForm({
    schema: New,
    initial: { name: '', topic: '', intervalMonths: '12' },
    submit: async (body, { idempotencyKey }) => {
      await call(interfaceEndpoints.create, { body, idempotencyKey })
      await done('Stelle hinzugefügt')
    },
  })
  return (
    <Form form={form} action="Stelle hinzufügen" labels={labels} onCancel={onDone}>
      <SharedFields form={form} />
    </Form>
  )
}

const valuesOf = (partner: InterfacePartnerView): z.input<typeof Changed> => ({
  name: partner.name,
  topic: partner.topic,
  intervalMonths: String(partner.intervalMonths),
  plannedOn: partner.plannedOn ?? '',
  endedOn: partner.endedOn ?? '',
})

export function ChangePartnerForm(props: {
  partner: InterfacePartnerView
  onDone: () => void
}): ReactElement {
  const { partner, onDone } = props
  const done = useDone(onDone)
  const form = useForm({
    schema: Changed,
    initial: valuesOf(partner),
    version: partner.version,
    submit: async (body, { ifMatch }) => {
      await call(interfaceEndpoints.change, { params: { id: partner.id }, body, ifMatch: ifMatch! })
      await done('Stelle gespeichert')
    },
  })
  return (
    <Form
      form={form}
      action="Stelle speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as InterfacePartnerView)}
      onCancel={onDone}
    >
      <DateField
        label={labels.plannedOn}
        hint="Dann erinnert „Was ist fällig?“ an diesem Tag."
        {...form.field('plannedOn')}
      />
      <SharedFields form={form as never} />
      <DateField label={labels.endedOn} {...form.field('endedOn')} />
    </Form>
  )
}

function SharedFields({ form }: { form: FormHandle<z.input<typeof New>> }): ReactElement {
  return (
    <>
      <TextField label={labels.name} required {...form.field('name')} />
      <TextField label={labels.topic} required {...form.field('topic')} />
      <TextField
        label={labels.intervalMonths}
        required
        inputMode="numeric"
        width="short"
        {...form.field('intervalMonths')}
      />
    </>
  )
}
