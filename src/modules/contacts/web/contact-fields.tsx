import type { ReactElement } from 'react'

import { LANGUAGES } from '../../../platform/contract/code-lists/index.ts'
import type { FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Chips, ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import type { Option } from '../../../platform/web/ui/option.ts'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { EffortShare, LanguageMediator, mediatorLabels, shareLabels, type ContactForm } from '../index.ts'
import { contactLabels as labels, type ContactEntryValues } from './contact-form-values.ts'
import { useContactLists } from './use-contact-lists.ts'

const languages: Option[] = LANGUAGES.entries.map(({ code, label }) => ({ value: code, label }))
const mediators = LanguageMediator.options.map((value) => ({ value, label: mediatorLabels[value] }))
const shares = EffortShare.options.map((value) => ({ value, label: shareLabels[value] }))
const named = (rows: readonly { id: string; name: string | null }[]): Option[] =>
  rows.map(({ id, name }) => ({ value: id, label: name ?? 'Name nicht sichtbar' }))

/** The usual lengths as chips, and the one that stands there when it is another. */
const durations = (chosen: string): Option[] =>
  [...new Set(['15', '30', '45', '60', ...(chosen === '' ? [] : [chosen])])]
    .toSorted((a, b) => Number(a) - Number(b))
    .map((value) => ({ value, label: `${value} Min` }))

interface ContactFieldsProps {
  form: FormHandle<ContactEntryValues>
  /** What the case offers: persons, sites, organisations. */
  choices: Pick<ContactForm, 'persons' | 'sites' | 'organisations'>
  /** Persons of the entry who no longer belong to the case. */
  former?: readonly { id: string; name: string | null }[]
}

/** In the order of thinking: when, how long, how, with whom, what about, what is left open. */
export function ContactFields({ form, choices, former = [] }: ContactFieldsProps): ReactElement {
  const { field, values } = form
  const lists = useContactLists()
  const persons = named([
    ...choices.persons,
    ...former.filter(({ id }) => !choices.persons.some((person) => person.id === id)),
  ])
  return (
    <>
      <div className="lt-form__row">
        <DateField label={labels['onDate']!} required {...field('onDate')} />
        <TextField label={labels['atTime']!} type="time" width="short" {...field('atTime')} />
      </div>
      <Chips
        label={labels['minutes']!}
        hint="Freiwillig. Nur Sie sehen das."
        options={durations(values.minutes)}
        {...field('minutes')}
      />
      <Chips
        label={labels['kind']!}
        required
        options={lists('contactKind', [values.kind])}
        {...field('kind')}
      />
      {persons.length > 0 && <ChipsMany label={labels['persons']!} options={persons} {...field('persons')} />}
      <div className="lt-form__row">
        <Combobox label={labels['language']!} options={languages} {...field('language')} />
        <Select
          label={labels['mediator']!}
          empty="nicht angegeben"
          options={mediators}
          {...field('mediator')}
        />
      </div>
      <ChipsMany
        label={labels['topics']!}
        options={lists('lifeDomain', values.topics)}
        {...field('topics')}
      />
      <TextArea label={labels['note']!} rows={4} maxLength={8000} {...field('note')} />
      {values.note.trim() !== '' && (
        <Checkbox
          label={labels['secrecy203']!}
          hint="Sie wird dann auch aus einem Anlass nicht für die Fachaufsicht geöffnet."
          {...field('secrecy203')}
        />
      )}
      <div className="lt-form__row">
        <Combobox
          label={labels['waitsFor']!}
          hint="Stelle aus der Liste, oder eigene Worte"
          allowOther
          options={named(choices.organisations)}
          {...field('waitsFor')}
        />
        {values.waitsFor !== '' && <DateField label={labels['waitsUntil']!} {...field('waitsUntil')} />}
      </div>
      <MoreFields form={form} choices={choices} />
    </>
  )
}

/** Rarely needed; opened when something stands there. */
function MoreFields({ form, choices }: ContactFieldsProps): ReactElement {
  const { field, values } = form
  const lists = useContactLists()
  const filled = values.activities.length > 0 || values.place !== '' || values.share !== ''
  return (
    <details open={filled}>
      <summary className="kern-label">Weitere Angaben</summary>
      <div className="lt-stack">
        <ChipsMany
          label={labels['activities']!}
          options={lists('activityType', values.activities)}
          {...field('activities')}
        />
        <div className="lt-form__row">
          <Select
            label={labels['siteId']!}
            empty="kein Standort"
            options={named(choices.sites)}
            {...field('siteId')}
          />
          <TextField label={labels['place']!} {...field('place')} />
        </div>
        <Chips
          label={labels['share']!}
          hint="Freiwillig. Nur Sie sehen das."
          options={shares}
          {...field('share')}
        />
      </div>
    </details>
  )
}
