import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { BuildingBlock } from '../../tenancy/index.ts'
import { programmeActivityEndpoints, type ActivityView } from '../contract/activities.ts'
import {
  ActivityKind,
  activityKindLabels,
  ActivityState,
  Audience,
  audienceLabels,
  publishedKinds,
} from '../contract/codes.ts'
import { neededText, typedDay, typedText } from './form-values.ts'
import { useDone } from './use-programme-action.ts'

const Activity = z
  .object({
    kind: ActivityKind,
    title: neededText(300, 'Bitte geben Sie einen Titel ein.'),
    state: ActivityState,
    onDate: typedDay,
    untilDate: typedDay,
    audiences: z.array(Audience),
    buildingBlocks: z.array(BuildingBlock),
    partners: typedText(500),
    languages: typedText(200),
    agreedOn: typedDay,
    agreedReference: typedText(120),
    funderNote: z.boolean(),
    result: typedText(4000),
    nextOn: typedDay,
  })
  .transform((values) => ({
    ...values,
    funderNote: publishedKinds.includes(values.kind) ? values.funderNote : null,
  }))
type Values = z.input<typeof Activity>

const labels = {
  kind: 'Art',
  title: 'Titel',
  state: 'Stand',
  onDate: 'Am',
  untilDate: 'Bis',
  audiences: 'Für wen?',
  buildingBlocks: 'Beteiligte Bausteine',
  partners: 'Mit wem, wo?',
  languages: 'Sprachen',
  agreedOn: 'In der Lenkungsgruppe vereinbart am',
  agreedReference: 'Fundstelle',
  funderNote: 'Trägt den Förderhinweis und die Logos',
  result: 'Ergebnis',
  nextOn: 'Nächster Termin',
} as const

const states = [
  { value: 'planned', label: 'Geplant' },
  { value: 'done', label: 'Durchgeführt' },
  { value: 'cancelled', label: 'Abgesagt' },
] as const

const valuesOf = (activity: ActivityView | undefined): Values => ({
  kind: activity?.kind ?? 'infoEvent',
  title: activity?.title ?? '',
  state: activity?.state ?? 'planned',
  onDate: activity?.onDate ?? '',
  untilDate: activity?.untilDate ?? '',
  audiences: activity?.audiences ?? [],
  buildingBlocks: activity?.buildingBlocks ?? [],
  partners: activity?.partners ?? '',
  languages: activity?.languages ?? '',
  agreedOn: activity?.agreedOn ?? '',
  agreedReference: activity?.agreedReference ?? '',
  funderNote: activity?.funderNote ?? false,
  result: activity?.result ?? '',
  nextOn: activity?.nextOn ?? '',
})

interface ActivityFormProps {
  activity: ActivityView | undefined
  onDone: () => void
}

/** Enters an activity, or records that it took place and what came of it. */
export function ActivityForm({ activity, onDone }: ActivityFormProps): ReactElement {
  const done = useDone(onDone)
  const form = useForm({
    schema: Activity,
    initial: valuesOf(activity),
    version: activity?.version,
    submit: async (body, { ifMatch, idempotencyKey }) => {
      if (activity)
        await call(programmeActivityEndpoints.change, {
          params: { id: activity.id },
          body,
          ifMatch: ifMatch!,
        })
      else await call(programmeActivityEndpoints.create, { body, idempotencyKey })
      await done(activity ? 'Aktion gespeichert' : 'Aktion eingetragen')
    },
  })
  return (
    <Form
      form={form}
      action={activity ? 'Aktion speichern' : 'Aktion eintragen'}
      labels={labels}
      fromCurrent={(current) => valuesOf(current as ActivityView)}
      onCancel={onDone}
    >
      <TextField label={labels.title} required {...form.field('title')} />
      <Select
        label={labels.kind}
        required
        width="medium"
        options={ActivityKind.options.map((value) => ({ value, label: activityKindLabels[value] }))}
        {...form.field('kind')}
      />
      <RadioGroup label={labels.state} horizontal options={states} {...form.field('state')} />
      <div className="lt-form__row">
        <DateField label={labels.onDate} {...form.field('onDate')} />
        <DateField label={labels.untilDate} hint="Nur bei mehreren Tagen." {...form.field('untilDate')} />
      </div>
      <Whom form={form} />
      <Published form={form} />
      <TextArea
        label={labels.result}
        hint="Ohne Namen von Ratsuchenden."
        rows={3}
        maxLength={4000}
        {...form.field('result')}
      />
      <DateField
        label={labels.nextOn}
        hint="Für Reihen: An diesem Tag steht sie wieder unter „Was ist fällig?“."
        {...form.field('nextOn')}
      />
    </Form>
  )
}

function Whom({ form }: { form: FormHandle<Values> }): ReactElement {
  return (
    <>
      <ChipsMany
        label={labels.audiences}
        options={Audience.options.map((value) => ({ value, label: audienceLabels[value] }))}
        {...form.field('audiences')}
      />
      <ChipsMany
        label={labels.buildingBlocks}
        hint="Mehrere: ein Nachweis, dass die Bausteine zusammenarbeiten."
        options={BuildingBlock.options.map((value) => ({ value, label: value }))}
        {...form.field('buildingBlocks')}
      />
      <div className="lt-form__row">
        <TextField label={labels.partners} maxLength={500} {...form.field('partners')} />
        <TextField label={labels.languages} maxLength={200} {...form.field('languages')} />
      </div>
    </>
  )
}

/** What goes out to the public is agreed in the steering group and bears the note of who pays (R147, R170). */
function Published({ form }: { form: FormHandle<Values> }): ReactElement {
  return (
    <>
      <div className="lt-form__row">
        <DateField label={labels.agreedOn} {...form.field('agreedOn')} />
        <TextField label={labels.agreedReference} maxLength={120} {...form.field('agreedReference')} />
      </div>
      {publishedKinds.includes(form.values.kind) && (
        <Checkbox
          label={labels.funderNote}
          hint="Jede Veröffentlichung trägt „Gefördert durch …“; der Wortlaut steht unter „Kreis“."
          {...form.field('funderNote')}
        />
      )}
    </>
  )
}
