import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { Rating, ratingLabels } from '../contract/codes.ts'
import { programmeGoalEndpoints, type GoalView } from '../contract/goals.ts'
import { neededDay, typedDay, typedFigure, typedText } from './form-values.ts'
import { useDone } from './use-programme-action.ts'

const Status = z
  .object({
    onDate: neededDay,
    value: typedFigure,
    rating: Rating,
    note: typedText(2000),
    countermeasure: typedText(2000),
    countermeasureBy: typedDay,
  })
  .transform((status) =>
    status.rating === 'onTrack' ? { ...status, countermeasure: null, countermeasureBy: null } : status,
  )
const labels = {
  onDate: 'Am',
  value: 'Wert',
  rating: 'Wie steht es?',
  note: 'Dazu',
  countermeasure: 'Was tun Sie dagegen?',
  countermeasureBy: 'Bis wann?',
}

export function GoalStatusForm({ goal, onDone }: { goal: GoalView; onDone: () => void }): ReactElement {
  const done = useDone(onDone)
  const form = useForm({
    schema: Status,
    initial: {
      onDate: today(),
      value: '',
      rating: goal.statuses[0]?.rating ?? ('onTrack' as const),
      note: '',
      countermeasure: '',
      countermeasureBy: '',
    },
    submit: async (body, { idempotencyKey }) => {
      const params = { id: goal.id }
      await call(programmeGoalEndpoints.addStatus, { params, body, idempotencyKey })
      await done('Stand festgehalten')
    },
  })
  const behind = form.values.rating !== 'onTrack'
  return (
    <Form form={form} action="Stand festhalten" labels={labels} onCancel={onDone}>
      <p className="kern-body">{goal.title}</p>
      <RadioGroup
        label={labels.rating}
        required
        horizontal
        options={Rating.options.map((value) => ({ value, label: ratingLabels[value] }))}
        {...form.field('rating')}
      />
      <div className="lt-form__row">
        <DateField label={labels.onDate} required {...form.field('onDate')} />
        <TextField
          label={goal.unit === null ? labels.value : `${labels.value} (${goal.unit})`}
          inputMode="decimal"
          {...form.field('value')}
        />
      </div>
      <TextArea label={labels.note} rows={2} maxLength={2000} {...form.field('note')} />
      {behind && (
        <>
          <TextArea
            label={labels.countermeasure}
            required={form.values.rating === 'offTrack'}
            rows={3}
            maxLength={2000}
            {...form.field('countermeasure')}
          />
          <DateField
            label={labels.countermeasureBy}
            hint="An diesem Tag steht die Gegensteuerung unter „Was ist fällig?“."
            {...form.field('countermeasureBy')}
          />
        </>
      )}
    </Form>
  )
}
