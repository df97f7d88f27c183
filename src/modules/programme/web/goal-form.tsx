import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { Settled } from '../contract/codes.ts'
import { programmeGoalEndpoints, type GoalView } from '../contract/goals.ts'
import { months, neededText, shownFigure, typedDay, typedFigure, typedText } from './form-values.ts'
import { useDone } from './use-programme-action.ts'

const Shared = {
  title: neededText(300, 'Bitte schreiben Sie, was erreicht werden soll.'),
  description: typedText(2000),
  indicator: typedText(300),
  unit: typedText(40),
  target: typedFigure,
  targetOn: typedDay,
  reviewMonths: months,
}
const New = z.object(Shared)
const Changed = z.object({ ...Shared, state: Settled, stateReason: typedText(2000) })

const labels = {
  title: 'Ziel',
  description: 'Erläuterung',
  indicator: 'Messgröße',
  unit: 'Einheit',
  target: 'Zielwert',
  targetOn: 'Erreicht bis',
  reviewMonths: 'Stand alle … Monate',
  state: 'Stand des Ziels',
  stateReason: 'Begründung',
}
const states = [
  { value: 'open', label: 'Offen' },
  { value: 'reached', label: 'Erreicht' },
  { value: 'dropped', label: 'Aufgegeben', hint: 'Bitte begründen.' },
] as const

const blank = {
  title: '',
  description: '',
  indicator: '',
  unit: '',
  target: '',
  targetOn: '',
  reviewMonths: '6',
}

export function NewGoalForm({ onDone }: { onDone: () => void }): ReactElement {
  const done = useDone(onDone)
  const form = useForm({
    schema: New,
    initial: blank,
    submit: async (body, { idempotencyKey }) => {
      await call(programmeGoalEndpoints.create, { body, idempotencyKey })
      await done('Ziel hinzugefügt')
    },
  })
  return (
    <Form form={form} action="Ziel hinzufügen" labels={labels} onCancel={onDone}>
      <SharedFields form={form} />
    </Form>
  )
}

const valuesOf = (goal: GoalView): z.input<typeof Changed> => ({
  title: goal.title,
  description: goal.description ?? '',
  indicator: goal.indicator ?? '',
  unit: goal.unit ?? '',
  target: shownFigure(goal.target),
  targetOn: goal.targetOn ?? '',
  reviewMonths: String(goal.reviewMonths),
  state: goal.state,
  stateReason: goal.stateReason ?? '',
})

export function ChangeGoalForm({ goal, onDone }: { goal: GoalView; onDone: () => void }): ReactElement {
  const done = useDone(onDone)
  const form = useForm({
    schema: Changed,
    initial: valuesOf(goal),
    version: goal.version,
    submit: async (body, { ifMatch }) => {
      await call(programmeGoalEndpoints.change, { params: { id: goal.id }, body, ifMatch: ifMatch! })
      await done('Ziel gespeichert')
    },
  })
  return (
    <Form
      form={form}
      action="Ziel speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as GoalView)}
      onCancel={onDone}
    >
      <SharedFields form={form as never} />
      <RadioGroup label={labels.state} horizontal options={states} {...form.field('state')} />
      {form.values.state !== 'open' && (
        <TextArea label={labels.stateReason} rows={2} maxLength={2000} {...form.field('stateReason')} />
      )}
    </Form>
  )
}

function SharedFields({ form }: { form: FormHandle<z.input<typeof New>> }): ReactElement {
  return (
    <>
      <TextField label={labels.title} required {...form.field('title')} />
      <TextArea label={labels.description} rows={2} maxLength={2000} {...form.field('description')} />
      <TextField
        label={labels.indicator}
        hint="Woran sieht man, ob es erreicht ist? Leer: in Worten."
        {...form.field('indicator')}
      />
      <div className="lt-form__row">
        <TextField label={labels.target} inputMode="decimal" {...form.field('target')} />
        <TextField label={labels.unit} hint="zum Beispiel Kommunen" {...form.field('unit')} />
      </div>
      <div className="lt-form__row">
        <DateField label={labels.targetOn} {...form.field('targetOn')} />
        <TextField label={labels.reviewMonths} required inputMode="numeric" {...form.field('reviewMonths')} />
      </div>
    </>
  )
}
