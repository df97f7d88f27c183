import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { DroppedReason, droppedReasonLabels, GoalState, goalStateLabels } from '../contract/codes.ts'
import { planEndpoints, type PlanGoal } from '../contract/plan.ts'
import { optionalText } from './field-schemas.ts'

const settled = GoalState.options.filter((state) => state !== 'open')

const SettleGoal = z
  .object({
    state: z.enum(settled, 'Bitte wählen Sie, was aus dem Ziel geworden ist.'),
    droppedReason: z.union([z.literal(''), DroppedReason]),
    outcomeNote: optionalText(1000),
  })
  .refine(({ state, droppedReason }) => state !== 'dropped' || droppedReason !== '', {
    path: ['droppedReason'],
    message: 'Bitte wählen Sie einen Grund.',
  })

const labels = {
  state: 'Was ist aus dem Ziel geworden?',
  droppedReason: 'Grund',
  outcomeNote: 'Wie sieht es die Person selbst?',
}

type Values = z.input<typeof SettleGoal>

/** Nothing is chosen for an open goal; the schema says so when it stays like that. */
const valuesOf = (goal: PlanGoal): Values => ({
  state: (goal.state === 'open' ? '' : goal.state) as Values['state'],
  droppedReason: goal.droppedReason ?? '',
  outcomeNote: goal.text?.outcomeNote ?? '',
})

interface SettleGoalFormProps {
  goal: PlanGoal
  onDone: () => void
  onCancel: () => void
}

/** Reached, partly, not reached, or not pursued any more; what the client says about it stands beside it (R056). */
export function SettleGoalForm({ goal, onDone, onCancel }: SettleGoalFormProps): ReactElement {
  const form = useForm({
    schema: SettleGoal,
    initial: valuesOf(goal),
    version: goal.version,
    submit: async ({ state, droppedReason, outcomeNote }, { ifMatch }) => {
      const reason = state === 'dropped' && droppedReason !== '' ? droppedReason : null
      await call(planEndpoints.changeGoal, {
        params: { id: goal.id },
        body: { state, droppedReason: reason, outcomeNote },
        ifMatch: ifMatch!,
      })
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Ergebnis speichern"
      labels={labels}
      onCancel={onCancel}
      fromCurrent={(current) => valuesOf(current as PlanGoal)}
    >
      <RadioGroup
        label={labels.state}
        required
        options={settled.map((value) => ({ value, label: goalStateLabels[value] }))}
        {...form.field('state')}
      />
      {form.values.state === 'dropped' && (
        <Select
          label={labels.droppedReason}
          required
          options={DroppedReason.options.map((value) => ({ value, label: droppedReasonLabels[value] }))}
          {...form.field('droppedReason')}
        />
      )}
      <TextArea label={labels.outcomeNote} rows={2} maxLength={1000} {...form.field('outcomeNote')} />
    </Form>
  )
}
