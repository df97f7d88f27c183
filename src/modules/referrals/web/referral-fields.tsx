import type { ReactElement } from 'react'

import type { FormHandle } from '../../../platform/web/forms/use-form.ts'
import { OfficeTouched } from '../../../platform/web/office-touched.tsx'
import { ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { ComboboxMany } from '../../../platform/web/ui/combobox-many.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import {
  ConsentPurpose,
  DataCategory,
  dataCategoryLabels,
  purposeLabels,
  SpecialCategory,
  specialCategoryLabels,
} from '../../consent/index.ts'
import { documentKindLabels } from '../../documents/index.ts'
import { Section87Notice } from '../../people/web/index.ts'
import type { ReferralOptions } from '../contract/referrals.ts'
import { labels, type ReferralValues } from './referral-values.ts'

interface FieldsProps {
  form: FormHandle<ReferralValues>
  options: ReferralOptions
}

/** To whom, about whom, why; then what goes along; then the words the recipient reads. */
export function ReferralFields({ form, options }: FieldsProps): ReactElement {
  return (
    <>
      <Recipient form={form} options={options} />
      <TextArea
        label={labels.concern}
        hint="In einem Satz, zum Beispiel: Beratung zur Erziehung."
        rows={2}
        maxLength={1000}
        {...asText(form.field('concern'))}
      />
      <Shared form={form} options={options} />
      <TextArea
        label={labels.summary}
        hint="Nur, was die Stelle braucht, und nur Angaben, die oben genannt sind."
        rows={4}
        maxLength={2000}
        {...asText(form.field('summary'))}
      />
      <TextArea
        label={labels.desiredResult}
        rows={2}
        maxLength={1000}
        {...asText(form.field('desiredResult'))}
      />
      {options.goals.length > 0 && (
        <ChipsMany
          label={labels.goalIds}
          hint="Sie gehen in dem Wortlaut mit, den sie beim Abschicken haben."
          options={options.goals.map(({ id, wording }) => ({ value: id, label: wording }))}
          {...form.field('goalIds')}
        />
      )}
      {options.documents.length > 0 && (
        <ComboboxMany
          label={labels.documentIds}
          hint="Die Stelle kann sie herunterladen, solange die Einwilligung gilt und der Verweis offen ist. Dazu gehört oben „Kopien von Unterlagen“ und alles, was in dem Dokument steht."
          options={options.documents.map(({ id, title, kind }) => ({
            value: id,
            label: title,
            hint: documentKindLabels[kind],
          }))}
          {...form.field('documentIds')}
        />
      )}
    </>
  )
}

function Recipient({ form, options }: FieldsProps): ReactElement {
  const field = form.field('organisationId')
  const units = options.organisations.find(({ id }) => id === field.value)?.units ?? []
  return (
    <>
      {options.persons.length > 1 && (
        <Select
          label={labels.personId}
          required
          width="medium"
          hint="Jede erwachsene Person entscheidet für sich und hat einen eigenen Verweis."
          options={options.persons.map(({ id, name }) => ({ value: id, label: name ?? 'Person ohne Namen' }))}
          empty="Bitte wählen"
          {...form.field('personId')}
        />
      )}
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
            options={units.map(({ id, label, readsInLotse }) => ({
              value: id,
              label: readsInLotse ? `${label} (liest in Lotse)` : label,
            }))}
            {...form.field('unitId')}
          />
        )}
      </div>
      <OfficeTouched organisationId={field.value || null} unitId={form.values.unitId || null} />
      <TextField label={labels.service} maxLength={200} {...asText(form.field('service'))} />
      <Select
        label={labels.purpose}
        width="medium"
        empty="Noch offen"
        options={ConsentPurpose.options
          .filter((value) => value !== 'teamWork')
          .map((value) => ({ value, label: purposeLabels[value] }))}
        {...form.field('purpose')}
      />
    </>
  )
}

function Shared({ form, options }: FieldsProps): ReactElement {
  const { dataCategories, purpose } = form.values
  const residence =
    purpose === 'residence' || dataCategories.some((key) => key === 'residence' || key === 'income')
  return (
    <>
      <ChipsMany
        label={labels.lifeDomains}
        options={options.lifeDomains.map(({ key, label }) => ({ value: key, label }))}
        {...form.field('lifeDomains')}
      />
      <ChipsMany
        label={labels.dataCategories}
        hint="So wenig wie möglich. Die Einwilligung muss dieselben Angaben nennen."
        options={DataCategory.options.map((value) => ({ value, label: dataCategoryLabels[value] }))}
        {...form.field('dataCategories')}
      />
      <Why label="Was davon geht von selbst mit?">
        Name, Anschrift und Sprache übernimmt Lotse beim Abschicken aus der Akte, wenn Sie sie hier wählen.
        Alles andere steht nur dann im Verweis, wenn Sie es unten schreiben.
      </Why>
      {residence && <Section87Notice />}
      <ChipsMany
        label={labels.specialCategories}
        hint="Nur, wenn es ohne sie nicht geht; sie müssen in der Einwilligung ausdrücklich genannt sein."
        options={SpecialCategory.options.map((value) => ({ value, label: specialCategoryLabels[value] }))}
        {...form.field('specialCategories')}
      />
    </>
  )
}

/** A text that may be missing, for a field that shows text. */
const asText = <Field extends { value: string | null | undefined }>(field: Field) => ({
  ...field,
  value: field.value ?? '',
})
