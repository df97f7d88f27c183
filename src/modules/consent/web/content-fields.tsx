import type { ReactElement } from 'react'

import type { FormHandle } from '../../../platform/web/forms/use-form.ts'
import { ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import { Section87Notice } from '../../people/web/index.ts'
import {
  ConsentPurpose,
  DataCategory,
  dataCategoryLabels,
  purposeLabels,
  SpecialCategory,
  specialCategoryLabels,
} from '../contract/codes.ts'
import { explanations } from '../contract/consent-form.ts'
import type { ConsentOptions } from '../contract/consents.ts'
import { touchesResidence, type ConsentValues } from './consent-values.ts'
import { labels } from './labels.ts'
import { asText } from './recipient-fields.tsx'

interface ContentFieldsProps {
  form: FormHandle<ConsentValues>
  options: ConsentOptions
}

/** Purpose, areas, data, period, and what happens without it. */
export function ContentFields({ form, options }: ContentFieldsProps): ReactElement {
  return (
    <>
      <ChipsMany
        label={labels.purposes}
        hint={explanations.purposes}
        options={ConsentPurpose.options.map((value) => ({ value, label: purposeLabels[value] }))}
        {...form.field('purposes')}
      />
      <TextArea
        label={labels.purpose}
        hint="Das einzelne Anliegen, zum Beispiel: Wohngeldantrag vom November stellen."
        rows={2}
        maxLength={1000}
        {...asText(form.field('purpose'))}
      />
      {form.values.recipientKind !== 'kimTeam' && (
        <ChipsMany
          label={labels.lifeDomains}
          hint={explanations.lifeDomains}
          options={options.lifeDomains.map(({ key, label }) => ({ value: key, label }))}
          {...form.field('lifeDomains')}
        />
      )}
      <ChipsMany
        label={labels.dataCategories}
        hint={explanations.dataCategories}
        options={DataCategory.options.map((value) => ({ value, label: dataCategoryLabels[value] }))}
        {...form.field('dataCategories')}
      />
      {touchesResidence(form.values) && <Section87Notice />}
      <ChipsMany
        label={labels.specialCategories}
        hint={explanations.specialCategories}
        options={SpecialCategory.options.map((value) => ({ value, label: specialCategoryLabels[value] }))}
        {...form.field('specialCategories')}
      />
      <div className="lt-form__row">
        <DateField label={labels.validFrom} {...form.field('validFrom')} />
        <DateField label={labels.validTo} {...form.field('validTo')} />
      </div>
      <Why label="Warum dieser Zeitraum?">
        {options.monthsAreDefault
          ? `${options.months} Monate sind eine Vorgabe des Programms; Ihr Kreis hat keine festgelegt. `
          : `${options.months} Monate hat Ihr Kreis festgelegt. `}
        Passen Sie das Ende an: so lange wie nötig, nie unbefristet.
      </Why>
      <TextArea
        label={labels.refusalConsequence}
        hint={explanations.refusalConsequence}
        rows={3}
        maxLength={1000}
        {...asText(form.field('refusalConsequence'))}
      />
    </>
  )
}
