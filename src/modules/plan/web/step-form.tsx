import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { focusFirst } from '../../../platform/web/focus-first.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { Responsible, responsibleLabels } from '../contract/codes.ts'
import { NewStep, planEndpoints, type Plan, type PlanStep } from '../contract/plan.ts'
import { optionalDate, optionalKey, optionalText } from './field-schemas.ts'

const StepForm = z.object({
  wording: NewStep.shape.wording,
  responsible: Responsible,
  organisationId: optionalKey,
  who: optionalText(200),
  dueOn: optionalDate,
  clientWording: optionalText(500),
})
type Values = z.input<typeof StepForm>

const labels: Record<keyof Values, string> = {
  wording: 'Schritt',
  responsible: 'Wer',
  organisationId: 'Organisation',
  who: 'Name oder Stelle',
  dueOn: 'Bis wann',
  clientWording: 'In der Sprache der Person',
}

const valuesOf = (step: PlanStep): Values => ({
  wording: step.text?.wording ?? '',
  responsible: step.responsible,
  organisationId: step.organisation?.id ?? '',
  who: step.text?.who ?? '',
  dueOn: step.dueOn ?? '',
  clientWording: step.text?.clientWording ?? '',
})

const responsibleOptions = Responsible.options.map((value) => ({ value, label: responsibleLabels[value] }))
/** Where an organisation of the district can be named. */
const withOrganisation: ReadonlySet<string> = new Set(['authority', 'partner', 'volunteer', 'other'])

interface StepFormProps {
  plan: Plan
  goalId: string
  /** Absent: a new step. */
  step?: PlanStep | undefined
  onDone: () => void
  onCancel: () => void
}

export function StepFields({ plan, goalId, step, onDone, onCancel }: StepFormProps): ReactElement {
  const form = useForm({
    schema: StepForm,
    initial: step
      ? valuesOf(step)
      : { wording: '', responsible: 'client', organisationId: '', who: '', dueOn: '', clientWording: '' },
    version: step?.version,
    draftKey: step ? `goal-step:${step.id}` : `goal-step:new:${goalId}`,
    submit: async (typed, { ifMatch, idempotencyKey }) => {
      const others = withOrganisation.has(typed.responsible)
      const body = {
        ...typed,
        organisationId: others ? typed.organisationId : null,
        who: others ? typed.who : null,
      }
      if (step) await call(planEndpoints.changeStep, { params: { id: step.id }, body, ifMatch: ifMatch! })
      else await call(planEndpoints.addStep, { params: { id: goalId }, body, idempotencyKey })
      onDone()
    },
  })
  return (
    <div ref={focusFirst}>
      <Form
        form={form}
        action="Schritt speichern"
        labels={labels}
        fromCurrent={(current) => valuesOf(current as PlanStep)}
        onCancel={onCancel}
      >
        <TextField label={labels.wording} required {...form.field('wording')} />
        <Chips label={labels.responsible} options={responsibleOptions} {...form.field('responsible')} />
        {withOrganisation.has(form.values.responsible) && (
          <div className="lt-form__row">
            <Combobox
              label={labels.organisationId}
              options={plan.organisations.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.field('organisationId')}
            />
            <TextField label={labels.who} {...form.field('who')} />
          </div>
        )}
        <DateField label={labels.dueOn} {...form.field('dueOn')} />
        <details className="lt-why" open={form.values.clientWording !== ''}>
          <summary>{labels.clientWording}</summary>
          <TextField label={labels.clientWording} hideLabel dir="auto" {...form.field('clientWording')} />
        </details>
      </Form>
    </div>
  )
}
