import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { Settled } from '../contract/codes.ts'
import { programmeMilestoneEndpoints, type MilestoneView } from '../contract/milestones.ts'
import { neededDay, neededText, typedDay, typedText } from './form-values.ts'
import { useDone } from './use-programme-action.ts'

const Shared = { title: neededText(300, 'Bitte schreiben Sie, was getan sein soll.'), dueOn: neededDay }
const New = z.object(Shared)
const Changed = z
  .object({ ...Shared, state: Settled, stateOn: typedDay, evidence: typedText(2000) })
  .transform((values) => (values.state === 'open' ? { ...values, stateOn: null } : values))

const labels = {
  title: 'Meilenstein',
  dueOn: 'Bis',
  state: 'Stand',
  stateOn: 'Am',
  evidence: 'Nachweis oder Grund',
}
const states = [
  { value: 'open', label: 'Offen' },
  { value: 'reached', label: 'Erreicht' },
  { value: 'dropped', label: 'Aufgegeben' },
] as const

export function NewMilestoneForm({ onDone }: { onDone: () => void }): ReactElement {
  const done = useDone(onDone)
  const form = useForm({
    schema: New,
    initial: { title: '', dueOn: '' },
    submit: async (body, { idempotencyKey }) => {
      await call(programmeMilestoneEndpoints.create, { body, idempotencyKey })
      await done('Meilenstein hinzugefügt')
    },
  })
  return (
    <Form form={form} action="Meilenstein hinzufügen" labels={labels} onCancel={onDone}>
      <TextField label={labels.title} required {...form.field('title')} />
      <DateField label={labels.dueOn} required {...form.field('dueOn')} />
    </Form>
  )
}

const valuesOf = (milestone: MilestoneView): z.input<typeof Changed> => ({
  title: milestone.title,
  dueOn: milestone.dueOn,
  state: milestone.state,
  stateOn: milestone.stateOn ?? '',
  evidence: milestone.evidence ?? '',
})

export function ChangeMilestoneForm(props: { milestone: MilestoneView; onDone: () => void }): ReactElement {
  const { milestone, onDone } = props
  const done = useDone(onDone)
  const form = useForm({
    schema: Changed,
    initial: valuesOf(milestone),
    version: milestone.version,
    submit: async (body, { ifMatch }) => {
      await call(programmeMilestoneEndpoints.change, {
        params: { id: milestone.id },
        body,
        ifMatch: ifMatch!,
      })
      await done('Meilenstein gespeichert')
    },
  })
  return (
    <Form
      form={form}
      action="Meilenstein speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as MilestoneView)}
      onCancel={onDone}
    >
      <TextField label={labels.title} required {...form.field('title')} />
      <DateField label={labels.dueOn} required {...form.field('dueOn')} />
      <RadioGroup label={labels.state} horizontal options={states} {...form.field('state')} />
      {form.values.state !== 'open' && (
        <>
          <DateField label={labels.stateOn} hint="Leer: heute." {...form.field('stateOn')} />
          <TextArea label={labels.evidence} required rows={3} maxLength={2000} {...form.field('evidence')} />
        </>
      )}
    </Form>
  )
}
