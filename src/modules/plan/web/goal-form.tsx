import type { ReactElement } from 'react'
import { z } from 'zod'

import { LANGUAGES } from '../../../platform/contract/code-lists/index.ts'
import { call } from '../../../platform/web/api.ts'
import { focusFirst } from '../../../platform/web/focus-first.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { NewGoal, planEndpoints, type Plan, type PlanGoal } from '../contract/plan.ts'
import { optionalDate, optionalKey, optionalText } from './field-schemas.ts'
import { personLabel } from './person-label.ts'

const GoalForm = z.object({
  wording: NewGoal.shape.wording,
  personId: optionalKey,
  targetOn: optionalDate,
  lifeDomains: z.array(z.string()),
  indicator: optionalText(500),
  clientWording: optionalText(1000),
  clientLanguage: optionalKey,
})
type Values = z.input<typeof GoalForm>

const labels: Record<keyof Values, string> = {
  wording: 'Ziel in den Worten der Person',
  personId: 'Für wen',
  targetOn: 'Bis wann',
  lifeDomains: 'Lebensbereiche',
  indicator: 'Woran merken wir, dass es erreicht ist?',
  clientWording: 'In der Sprache der Person',
  clientLanguage: 'Diese Sprache',
}

const valuesOf = (goal: PlanGoal): Values => ({
  wording: goal.text?.wording ?? '',
  personId: goal.personId ?? '',
  targetOn: goal.targetOn ?? '',
  lifeDomains: [...goal.lifeDomains],
  indicator: goal.text?.indicator ?? '',
  clientWording: goal.text?.clientWording ?? '',
  clientLanguage: goal.text?.clientLanguage ?? '',
})

interface GoalFormProps {
  plan: Plan
  /** Absent: a new goal. */
  goal?: PlanGoal | undefined
  onDone: () => void
  onCancel: () => void
}

export function GoalFields({ plan, goal, onDone, onCancel }: GoalFormProps): ReactElement {
  const main = plan.persons.find((person) => person.isMain)
  const form = useForm({
    schema: GoalForm,
    initial: goal
      ? valuesOf(goal)
      : {
          wording: '',
          personId: plan.persons.length === 1 ? (main?.id ?? '') : '',
          targetOn: '',
          lifeDomains: [],
          indicator: '',
          clientWording: '',
          clientLanguage: plan.language ?? '',
        },
    version: goal?.version,
    draftKey: goal ? `goal:${goal.id}` : `goal:new:${plan.caseId}`,
    submit: async (typed, { ifMatch, idempotencyKey }) => {
      const body = { ...typed, clientLanguage: typed.clientWording === null ? null : typed.clientLanguage }
      if (goal) await call(planEndpoints.changeGoal, { params: { id: goal.id }, body, ifMatch: ifMatch! })
      else await call(planEndpoints.addGoal, { params: { id: plan.caseId }, body, idempotencyKey })
      onDone()
    },
  })
  return (
    <div ref={focusFirst}>
      <Form
        form={form}
        action="Ziel speichern"
        labels={labels}
        fromCurrent={(current) => valuesOf(current as PlanGoal)}
        onCancel={onCancel}
      >
        <TextArea label={labels.wording} required rows={2} maxLength={1000} {...form.field('wording')} />
        <div className="lt-form__row">
          <Select
            label={labels.personId}
            empty="die ganze Familie"
            options={plan.persons.map((person) => ({ value: person.id, label: personLabel(person) }))}
            {...form.field('personId')}
          />
          <DateField label={labels.targetOn} {...form.field('targetOn')} />
        </div>
        {plan.lifeDomains.length > 0 && (
          <ChipsMany
            label={labels.lifeDomains}
            options={plan.lifeDomains.map(({ key, label }) => ({ value: key, label }))}
            {...form.field('lifeDomains')}
          />
        )}
        <TextField label={labels.indicator} {...form.field('indicator')} />
        <ClientWording form={form} />
      </Form>
    </div>
  )
}

/** What the client said or wrote in an own language: printed in the right column of the agreement. */
function ClientWording({ form }: { form: FormHandle<Values> }): ReactElement {
  const language = form.values.clientLanguage
  return (
    <details className="lt-why" open={form.values.clientWording !== ''}>
      <summary>In der Sprache der Person</summary>
      <div className="lt-stack">
        <TextArea
          label={labels.clientWording}
          hint="Steht in der Vereinbarung neben dem deutschen Text."
          rows={2}
          dir="auto"
          {...(language ? { lang: language } : {})}
          {...form.field('clientWording')}
        />
        <Select
          label={labels.clientLanguage}
          width="medium"
          empty="nicht angegeben"
          options={LANGUAGES.entries.map(({ code, label }) => ({ value: code, label }))}
          {...form.field('clientLanguage')}
        />
      </div>
    </details>
  )
}
