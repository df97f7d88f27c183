import type { ReactElement } from 'react'
import { z } from 'zod'

import { LANGUAGES } from '../../../platform/contract/code-lists/index.ts'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { ComboboxMany } from '../../../platform/web/ui/combobox-many.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { FieldSet } from '../../../platform/web/ui/field-set.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { agreementEndpoints, NewSignature, type AgreementView } from '../contract/agreement.ts'
import {
  MediatorKind,
  mediatorKindLabels,
  SignatoryRole,
  signatoryRoleLabels,
  SignatureKind,
  signatureKindLabels,
} from '../contract/codes.ts'

const SignatureValues = z
  .object({
    signedOn: PlainDate,
    kind: SignatureKind,
    people: z.array(z.object({ role: SignatoryRole, signs: z.boolean(), name: z.string().max(200) })),
    readLanguages: NewSignature.shape.readLanguages,
    mediatorKind: MediatorKind,
  })
  .superRefine(({ kind, people }, context) => {
    for (const [index, { signs, name }] of people.entries()) {
      if (kind !== 'screen' || !signs || name.trim() !== '') continue
      const message = 'Am Bildschirm braucht jede anwesende Person einen Namen.'
      context.addIssue({ code: 'custom', path: ['people', index, 'name'], message })
    }
  })
  .transform(({ people, ...rest }) => ({
    ...rest,
    signatories: people
      .filter((person) => person.signs)
      .map(({ role, name }) => ({ role, name: name.trim() === '' ? null : name.trim() })),
  }))
type Values = z.input<typeof SignatureValues>

const labels = {
  signedOn: 'Unterschrieben am',
  kind: 'Wie',
  people: 'Wer hat unterschrieben oder war dabei?',
  readLanguages: 'In welchen Sprachen vorgelesen oder erklärt?',
  mediatorKind: 'Sprachmittlung',
}

interface SignatureFormProps {
  agreement: AgreementView
  /** Language of the case, a first guess for „vorgelesen in“. */
  language: string | null
  onDone: () => void
  onCancel: () => void
}

export function SignatureForm({ agreement, language, onDone, onCancel }: SignatureFormProps): ReactElement {
  const form = useForm({
    schema: SignatureValues,
    initial: {
      signedOn: today(),
      kind: 'paper',
      people: peopleOf(agreement),
      readLanguages: [...new Set([...(language === null ? [] : [language]), 'de'])],
      mediatorKind: 'none',
    },
    version: agreement.version,
    submit: async (body, { ifMatch, idempotencyKey }) => {
      const options = { params: { id: agreement.id }, body, idempotencyKey, ifMatch: ifMatch! }
      await call(agreementEndpoints.sign, options)
      onDone()
    },
  })
  return (
    <Form form={form} action="Unterschrift festhalten" labels={labels} onCancel={onCancel}>
      <DateField label={labels.signedOn} required {...form.field('signedOn')} />
      <RadioGroup
        label={labels.kind}
        horizontal
        options={SignatureKind.options.map((value) => ({ value, label: signatureKindLabels[value] }))}
        {...form.field('kind')}
      />
      <People form={form} />
      <ComboboxMany
        label={labels.readLanguages}
        required
        options={LANGUAGES.entries.map(({ code, label }) => ({ value: code, label }))}
        {...form.field('readLanguages')}
      />
      <Select
        label={labels.mediatorKind}
        width="medium"
        options={MediatorKind.options.map((value) => ({ value, label: mediatorKindLabels[value] }))}
        {...form.field('mediatorKind')}
      />
    </Form>
  )
}

function People({ form }: { form: FormHandle<Values> }): ReactElement {
  return (
    <FieldSet id={`${form.id}-people`} label={labels.people}>
      {form.values.people.map(({ role, signs }, index) => (
        <div key={index} className="lt-form__row plan-signatory">
          <Checkbox label={signatoryRoleLabels[role]} {...form.field(`people.${index}.signs`)} />
          {signs && (
            <TextField label={`Name: ${signatoryRoleLabels[role]}`} {...form.field(`people.${index}.name`)} />
          )}
        </div>
      ))}
    </FieldSet>
  )
}

/** Who is named in the agreement is ticked; guardian, mediator and others can be added. */
function peopleOf(agreement: AgreementView): Values['people'] {
  const named = agreement.parties
    .filter((party) => party.stage === 'named')
    .map(({ role, name }) => ({ role, signs: true, name: name ?? '' }))
  const known = new Set(named.map((person) => person.role))
  const missing = SignatoryRole.options.filter((role) => !known.has(role))
  return [
    ...named,
    ...missing.map((role) => ({ role, signs: role === 'client' || role === 'caseManager', name: '' })),
  ]
}
