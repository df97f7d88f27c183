import type { ReactElement } from 'react'
import { GENDERS, NATIONALITIES, openForEntry } from '../../../platform/contract/code-lists/index.ts'
import type { FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { ComboboxMany } from '../../../platform/web/ui/combobox-many.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import type { Option } from '../../../platform/web/ui/option.ts'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { BirthFields } from './birth-fields.tsx'
import { LanguageRows } from './language-rows.tsx'
import { personLabels as labels, type PersonFormValues } from './person-form-values.ts'

const genders = [
  ...GENDERS.entries.map(({ code, label }) => ({ value: code, label })),
  { value: 'unknown' as const, label: 'unbekannt' },
]
const nationalities = openForEntry(NATIONALITIES).map(({ code, label }) => ({ value: code, label }))

interface PersonFieldsProps {
  form: FormHandle<PersonFormValues>
  municipalities: readonly Option[]
}

/** Everything kept about a person. Only the name is mandatory. */
export function PersonFields({ form, municipalities }: PersonFieldsProps): ReactElement {
  const { field } = form
  const gender = field('gender')
  return (
    <>
      <div className="lt-form__row">
        <TextField label={labels['familyName']!} required {...field('familyName')} />
        <TextField label={labels['givenName']!} required {...field('givenName')} />
      </div>
      <BirthFields
        precision={field('birthDate.precision')}
        date={field('birthDate.date')}
        year={field('birthDate.year')}
      />
      <Chips
        label={labels['gender']!}
        options={genders}
        {...gender}
        onChange={(value) => value !== '' && gender.onChange(value)}
      />
      <div className="lt-form__row">
        <TextField label={labels['birthName']!} {...field('birthName')} />
        <TextField
          label={labels['originalScript']!}
          hint="Zum Beispiel arabisch oder kyrillisch, wie im Ausweis."
          dir="auto"
          {...field('originalScript')}
        />
      </div>
      <ComboboxMany
        label={labels['nationalities']!}
        hint="Mehrere sind möglich. Die Liste ist eine Auswahl des amtlichen Schlüssels."
        options={nationalities}
        {...field('nationalities')}
      />
      <LanguageRows form={form} />
      <ContactFields form={form} municipalities={municipalities} />
    </>
  )
}

function ContactFields({ form, municipalities }: PersonFieldsProps): ReactElement {
  const { field } = form
  return (
    <>
      <div className="lt-form__row">
        <TextField label={labels['phone']!} type="tel" {...field('phone')} />
        <TextField label={labels['email']!} type="email" {...field('email')} />
      </div>
      <TextField label={labels['street']!} {...field('street')} />
      <div className="lt-form__row">
        <TextField
          label={labels['postalCode']!}
          inputMode="numeric"
          maxLength={5}
          width="short"
          {...field('postalCode')}
        />
        <TextField label={labels['place']!} {...field('place')} />
        <Select
          label={labels['municipalityId']!}
          empty="nicht bekannt"
          options={municipalities}
          {...field('municipalityId')}
        />
      </div>
    </>
  )
}
