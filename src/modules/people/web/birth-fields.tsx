import type { ReactElement } from 'react'
import type { BoundField } from '../../../platform/web/forms/use-form.ts'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import type { BirthFormValues } from './person-form-values.ts'

const precisions = [
  { value: 'exact', label: 'genaues Datum' },
  { value: 'yearOnly', label: 'nur das Jahr' },
  { value: 'unknown', label: 'unbekannt' },
] as const

interface BirthFieldsProps {
  precision: BoundField<BirthFormValues['precision']>
  date: BoundField<string>
  year: BoundField<string>
}

/** Date of birth as far as it is known: many papers give only a year, and some people do not know theirs. */
export function BirthFields({ precision, date, year }: BirthFieldsProps): ReactElement {
  return (
    <div className="lt-form__row">
      <Chips
        {...precision}
        label="Geburtsdatum"
        options={[...precisions]}
        onChange={(value) => value !== '' && precision.onChange(value)}
      />
      {precision.value === 'exact' && (
        <DateField {...date} label="Tag der Geburt" hint="Leer lassen, wenn noch nicht gefragt." />
      )}
      {precision.value === 'yearOnly' && (
        <TextField {...year} label="Geburtsjahr" inputMode="numeric" maxLength={4} width="short" />
      )}
    </div>
  )
}
