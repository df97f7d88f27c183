import type { ReactElement } from 'react'

import type { FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import {
  ConsentDirection,
  directionLabels,
  RecipientKind,
  recipientKindLabels,
  type SharingKind,
} from '../contract/codes.ts'
import { explanations } from '../contract/consent-form.ts'
import type { ConsentOptions } from '../contract/consents.ts'
import type { ConsentValues } from './consent-values.ts'
import { labels } from './labels.ts'

interface RecipientFieldsProps {
  form: FormHandle<ConsentValues>
  kind: SharingKind
  options: ConsentOptions
}

/** Whose data, towards whom, in which direction. */
export function RecipientFields({ form, kind, options }: RecipientFieldsProps): ReactElement {
  const { personId, recipientKind } = form.values
  const minor = options.persons.find((person) => person.id === personId)?.minor === true
  return (
    <>
      {kind === 'secrecyRelease' && <p className="kern-body">{explanations.secrecyRelease}</p>}
      <Select
        label={labels.personId}
        required
        width="medium"
        hint={minor ? explanations.guardian : explanations.person}
        options={options.persons.map(({ id, name, minor: child }) => ({
          value: id,
          label: `${name ?? 'Person ohne Namen'}${child ? ' (minderjährig)' : ''}`,
        }))}
        {...form.field('personId')}
      />
      <RadioGroup
        label={labels.recipientKind}
        options={RecipientKind.options.map((value) => ({ value, label: recipientKindLabels[value] }))}
        hint={recipientKind === 'kimTeam' ? explanations.kimTeam : explanations.recipient}
        {...form.field('recipientKind')}
        onChange={(value) => value && chooseRecipient(form, value)}
      />
      {recipientKind === 'organisation' && <Organisation form={form} options={options} />}
      {recipientKind === 'other' && (
        <TextField label={labels.recipientName} maxLength={200} {...asText(form.field('recipientName'))} />
      )}
      {recipientKind !== 'kimTeam' && (
        <RadioGroup
          label={labels.direction}
          hint={explanations.direction}
          options={ConsentDirection.options.map((value) => ({ value, label: directionLabels[value] }))}
          {...form.field('direction')}
        />
      )}
    </>
  )
}

/** The team works with the file for one purpose and in one direction; nobody has to choose them. */
function chooseRecipient(form: FormHandle<ConsentValues>, kind: RecipientKind): void {
  form.set('recipientKind', kind)
  if (kind !== 'kimTeam') return
  form.set('direction', 'toRecipient')
  if (form.values.purposes.length === 0) form.set('purposes', ['teamWork'])
}

function Organisation({ form, options }: Omit<RecipientFieldsProps, 'kind'>): ReactElement {
  const field = form.field('organisationId')
  const units = options.organisations.find((one) => one.id === field.value)?.units ?? []
  return (
    <div className="lt-form__row">
      <Combobox
        {...field}
        label={labels.organisationId}
        required
        options={options.organisations.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => {
          form.set('organisationId', value)
          form.set('unitId', '')
        }}
      />
      {units.length > 0 && (
        <Select
          label={labels.unitId}
          empty="Noch offen"
          options={units.map(({ id, label }) => ({ value: id, label }))}
          {...form.field('unitId')}
        />
      )}
    </div>
  )
}

/** A text that may be missing, for a field that shows text. */
export const asText = <Field extends { value: string | null | undefined }>(field: Field) => ({
  ...field,
  value: field.value ?? '',
})
