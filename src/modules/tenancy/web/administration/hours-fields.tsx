import type { ReactElement } from 'react'
import { z } from 'zod'
import type { BoundField } from '../../../../platform/web/forms/use-form.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { FieldSet } from '../../../../platform/web/ui/field-set.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { Clock } from '../../contract/administration/fields.ts'
import type { SiteEntry } from '../../contract/administration/entries.ts'
import { Weekday } from '../../contract/district/structure.ts'
import { weekdays } from '../district-words.ts'
import { typed } from './form-values.ts'

const Time = z.union([z.literal(''), Clock]).transform((value) => (value === '' ? null : value))
const Line = z.object({
  weekday: z.union([z.literal(''), Weekday]).transform((value) => (value === '' ? null : value)),
  from: Time,
  to: Time,
  remark: typed.text,
})
type Line = z.input<typeof Line>

/** No line at all means: the times are not known. */
export const HoursValues = z.array(Line).transform((lines) => (lines.length === 0 ? null : lines))

export const hoursShown = (hours: SiteEntry['hours']): Line[] =>
  (hours ?? []).map((one) => ({
    weekday: Weekday.safeParse(one.weekday).data ?? '',
    from: one.from ?? '',
    to: one.to ?? '',
    remark: one.remark ?? '',
  }))

interface HoursFieldsProps {
  label: string
  form: {
    values: { hours: Line[] }
    set: (path: 'hours', lines: Line[]) => void
    field: {
      (path: 'hours'): BoundField<Line[]>
      (path: `hours.${number}.weekday`): BoundField<Line['weekday']>
      (path: `hours.${number}.${'from' | 'to' | 'remark'}`): BoundField<string>
    }
  }
}

const days = Weekday.options.map((value) => ({ value, label: weekdays[value]! }))

/** Weekday, from, to and a remark, line by line. */
export function HoursFields({ label, form }: HoursFieldsProps): ReactElement {
  const { hours } = form.values
  const { id, error } = form.field('hours')
  return (
    <FieldSet
      id={id}
      label={label}
      hint={hours.length === 0 ? 'Ohne eine Zeit heißt es: Zeiten nicht bekannt.' : undefined}
      error={hours.length === 0 ? error : undefined}
    >
      {hours.map((_, at) => (
        <div key={at} className="lt-form__row">
          <Select
            label="Wochentag"
            empty="nicht bekannt"
            options={days}
            {...form.field(`hours.${at}.weekday`)}
          />
          <TextField label="Von" width="short" inputMode="numeric" {...form.field(`hours.${at}.from`)} />
          <TextField label="Bis" width="short" inputMode="numeric" {...form.field(`hours.${at}.to`)} />
          <TextField label="Hinweis" {...form.field(`hours.${at}.remark`)} />
          <Button
            size="small"
            variant="tertiary"
            icon="trash"
            aria-label={`Zeit ${at + 1} entfernen`}
            onClick={() =>
              form.set(
                'hours',
                hours.filter((__, other) => other !== at),
              )
            }
          >
            Entfernen
          </Button>
        </div>
      ))}
      <Button
        size="small"
        icon="add"
        onClick={() => form.set('hours', [...hours, { weekday: '', from: '', to: '', remark: '' }])}
      >
        Zeit hinzufügen
      </Button>
    </FieldSet>
  )
}
