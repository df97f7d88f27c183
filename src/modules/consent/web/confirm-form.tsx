import type { ReactElement } from 'react'
import { z } from 'zod'

import { LANGUAGES } from '../../../platform/contract/code-lists/index.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { FieldSet } from '../../../platform/web/ui/field-set.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { ConsentForm, consentFormLabels, ConsentMediator, mediatorLabels } from '../contract/codes.ts'
import { ConsentConfirmation, type ConsentOptions, type ConsentView } from '../contract/consents.ts'
import { endpointsOf } from './endpoints-of.ts'
import { asText } from './recipient-fields.tsx'
import { UncheckedText } from './unchecked-text.tsx'

const { givenOn, givenAs, language, mediator } = ConsentConfirmation.shape
const ConfirmValues = z
  .object({
    givenOn,
    givenAs,
    self: z.boolean(),
    guardians: z.array(z.string().max(200)),
    language,
    mediator,
    witness: optionalText(200),
  })
  .superRefine(({ self, guardians }, context) => {
    if (self || guardians.some((name) => name.trim() !== '')) return
    const message = 'Wählen Sie, wer die Erklärung abgegeben hat.'
    context.addIssue({ code: 'custom', path: ['self'], message })
  })
  .transform(({ self, guardians, ...rest }) => ({
    ...rest,
    givers: [
      ...(self ? [{ role: 'self' as const }] : []),
      ...guardians
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => ({ role: 'legalRepresentative' as const, name })),
    ],
  }))
type Values = z.input<typeof ConfirmValues>

const labels = {
  givenOn: 'Erteilt am',
  givenAs: 'Wie?',
  self: 'Wer hat die Erklärung abgegeben?',
  language: 'In welcher Sprache erklärt?',
  mediator: 'Sprachmittlung',
  witness: 'Wer war dabei?',
}

interface ConfirmFormProps {
  consent: ConsentView
  options: ConsentOptions
  onDone: () => void
  onCancel: () => void
}

/** Records that it was given; from then on the text stays as it is. */
export function ConfirmForm({ consent, options, onDone, onCancel }: ConfirmFormProps): ReactElement {
  const minor = consent.person.minor === true
  const form = useForm({
    schema: ConfirmValues,
    initial: {
      givenOn: today(),
      givenAs: 'written',
      self: !minor,
      guardians: minor ? ['', ''] : [''],
      language: (LANGUAGES.entries.find((one) => one.code === options.language)?.code ??
        'de') as Values['language'],
      mediator: 'none',
      witness: '',
    },
    version: consent.version,
    submit: async (body, { ifMatch, idempotencyKey }) => {
      const { confirm } = endpointsOf(consent.kind)
      await call(confirm, { params: { id: consent.id }, body, idempotencyKey, ifMatch: ifMatch! })
      toast('Erteilung festgehalten')
      onDone()
    },
  })
  const forms = ConsentForm.options.filter((value) => value !== 'oral' || options.oralAllowed)
  return (
    <Form form={form} action="Erteilung festhalten" labels={labels} onCancel={onCancel}>
      <p className="kern-body">
        Danach bleibt der Text, wie er ist. Haben Sie ihn zusammen gelesen und Fragen beantwortet?
      </p>
      <UncheckedText text={options.texts[consent.kind]} />
      <DateField label={labels.givenOn} required {...form.field('givenOn')} />
      <RadioGroup
        label={labels.givenAs}
        horizontal
        options={forms.map((value) => ({ value, label: consentFormLabels[value] }))}
        {...form.field('givenAs')}
      />
      {form.values.givenAs === 'oral' && (
        <TextField label={labels.witness} required {...asText(form.field('witness'))} />
      )}
      <Givers form={form} consent={consent} minor={minor} />
      <div className="lt-form__row">
        <Combobox
          label={labels.language}
          required
          options={LANGUAGES.entries.map(({ code, label }) => ({ value: code, label }))}
          {...form.field('language')}
        />
        <Select
          label={labels.mediator}
          options={ConsentMediator.options.map((value) => ({ value, label: mediatorLabels[value] }))}
          {...form.field('mediator')}
        />
      </div>
    </Form>
  )
}

interface GiversProps {
  form: FormHandle<Values>
  consent: ConsentView
  minor: boolean
}

function Givers({ form, consent, minor }: GiversProps): ReactElement {
  const name = consent.person.name ?? 'Die Person'
  const hint = minor
    ? 'Für das Kind entscheiden die gesetzlichen Vertretungen; bei gemeinsamer Sorge beide. Versteht das Kind, worum es geht, stimmt es auch selbst zu.'
    : undefined
  return (
    <FieldSet id={`${form.id}-givers`} label={labels.self} hint={hint}>
      <Checkbox label={`${name} selbst`} {...form.field('self')} />
      {form.values.guardians.map((_, index) => (
        <TextField
          key={index}
          label={
            minor
              ? `Gesetzliche Vertretung ${index + 1}: Name`
              : 'Rechtliche Betreuung, falls es eine gibt: Name'
          }
          {...form.field(`guardians.${index}`)}
        />
      ))}
    </FieldSet>
  )
}
