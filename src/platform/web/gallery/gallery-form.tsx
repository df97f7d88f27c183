import type { ReactElement } from 'react'
import { z } from 'zod'

import type { Problem } from '../../contract/problem.ts'
import { Form } from '../forms/form.tsx'
import { useForm } from '../forms/use-form.ts'
import { ProblemError } from '../problem-error.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Chips, ChipsMany } from '../ui/chips.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { ComboboxMany } from '../ui/combobox-many.tsx'
import { DateField } from '../ui/date-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'

const Entry = z.object({
  name: z.string().min(1),
  day: z.iso.date(),
  minutes: z.string(),
  topics: z.array(z.string()).min(1),
  kind: z.enum(['call', 'visit']).or(z.literal('')),
  place: z.enum(['voerde', 'wesel']),
  language: z.string(),
  nationalities: z.array(z.string()),
  note: z.string().max(200),
  informed: z.boolean(),
})
type Values = z.input<typeof Entry>

const initial: Values = {
  name: '',
  day: '',
  minutes: '',
  topics: [],
  kind: '',
  place: '' as Values['place'],
  language: '',
  nationalities: ['TR'],
  note: '',
  informed: false,
}

const labels = { name: 'Name', day: 'Tag', topics: 'Themen', place: 'Ort', note: 'Notiz' }

const countries = [
  { value: 'TR', label: 'Türkei' },
  { value: 'SY', label: 'Syrien, Arabische Republik' },
  { value: 'UA', label: 'Ukraine' },
  { value: 'VN', label: 'Vietnam' },
]

/** Saving the name „Konflikt“ answers like a row that somebody else changed; everything else is saved. */
async function save(values: Values): Promise<void> {
  if (values.name !== 'Konflikt') return
  const problem: Problem = {
    type: 'about:blank',
    status: 412,
    code: 'stale',
    title: 'Der Eintrag wurde um 10:41 geändert.',
    current: { ...values, name: 'Anders', version: 2 },
  }
  throw new ProblemError(problem)
}

export function GalleryForm({ idPrefix }: { idPrefix: string }): ReactElement {
  const form = useForm({ schema: Entry, initial, version: 1, submit: (values) => save(values as Values) })
  const field = form.field
  return (
    <section aria-label={`Formular ${idPrefix}`}>
      <Form
        form={form}
        action="Kontakt speichern"
        labels={labels}
        fromCurrent={(current) => current as Values}
      >
        <div className="lt-form__row">
          <TextField label="Name" required {...field('name')} />
          <DateField label="Tag" {...field('day')} />
        </div>
        <Chips
          label="Dauer in Minuten"
          options={['15', '30', '45', '60'].map((m) => ({ value: m, label: m }))}
          {...field('minutes')}
        />
        <ChipsMany
          label="Themen"
          hint="Mehrere möglich"
          options={['Sprache', 'Wohnen', 'Arbeit', 'Gesundheit'].map((t) => ({ value: t, label: t }))}
          {...field('topics')}
        />
        <RadioGroup
          label="Art"
          horizontal
          options={[
            { value: 'call', label: 'Telefon' },
            { value: 'visit', label: 'Besuch', hint: 'auch unterwegs' },
          ]}
          {...field('kind')}
        />
        <Select
          label="Ort"
          width="medium"
          options={[
            { value: 'voerde', label: 'Voerde', group: 'Häufig' },
            { value: 'wesel', label: 'Wesel', group: 'Alle' },
          ]}
          {...field('place')}
        />
        <Combobox label="Sprache" options={countries} {...field('language')} />
        <ComboboxMany label="Staatsangehörigkeiten" options={countries} {...field('nationalities')} />
        <TextArea label="Notiz" maxLength={200} {...field('note')} />
        <Checkbox label="Person ist informiert" hint="mündlich genügt" {...field('informed')} />
      </Form>
    </section>
  )
}
