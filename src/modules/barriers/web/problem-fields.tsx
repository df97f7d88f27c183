import type { ReactElement } from 'react'

import type { FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { ComboboxMany } from '../../../platform/web/ui/combobox-many.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { barrierKindLabels, legalDomainLabels, unmetLabels } from '../../structure/index.ts'
import { problemLabels as labels, type Entry } from './problem-form.ts'

interface Lists {
  readonly lifeDomains: readonly { id: string; label: string }[]
  readonly organisations: readonly { id: string; label: string }[]
  readonly municipalities: readonly { id: string; label: string }[]
}
interface FieldsProps {
  form: FormHandle<Entry>
  lists: Lists
  /** A talk with somebody else's client, an impulse: words are needed at once. */
  open?: boolean
}

const named = (rows: readonly { id: string; label: string }[]) =>
  rows.map(({ id, label }) => ({ value: id, label }))
export const choices = (all: Readonly<Record<string, string>>) =>
  Object.entries(all).map(([value, label]) => ({ value, label }))

/** What a barrier says. The first question is enough; everything else can wait. */
export function ProblemFields({ form, lists, open = false }: FieldsProps): ReactElement {
  const { field, values } = form
  const filled = open || values.since !== '' || values.unmet !== '' || values.description !== ''
  return (
    <>
      <Chips label={labels.kind} required options={choices(barrierKindLabels)} {...field('kind')} />
      <TextField
        label={labels.title}
        required={open}
        hint="Ohne Namen, zum Beispiel „Kein Sprachkurs mit Kinderbetreuung“"
        maxLength={200}
        {...field('title')}
      />
      <Select
        label={labels.lifeDomain}
        empty="keiner"
        options={named(lists.lifeDomains)}
        {...field('lifeDomain')}
      />
      <details open={filled}>
        <summary className="kern-label">Weitere Angaben</summary>
        <div className="lt-stack">
          <Select
            label={labels.unmet}
            empty="nicht angegeben"
            options={choices(unmetLabels)}
            {...field('unmet')}
          />
          <ComboboxMany
            label={labels.organisationIds}
            hint="Stellen, nie Personen"
            options={named(lists.organisations)}
            {...field('organisationIds')}
          />
          <ComboboxMany
            label={labels.legalDomains}
            options={choices(legalDomainLabels)}
            {...field('legalDomains')}
          />
          <Select
            label={labels.municipalityId}
            empty="ganzer Kreis"
            options={named(lists.municipalities)}
            {...field('municipalityId')}
          />
          <div className="lt-form__row">
            <DateField label={labels.since} {...field('since')} />
            <TextField label={labels.daysLost} width="short" inputMode="numeric" {...field('daysLost')} />
          </div>
          <TextArea label={labels.description} rows={3} maxLength={4000} {...field('description')} />
          <TextArea label={labels.helped} rows={2} maxLength={2000} {...field('helped')} />
          <TextArea label={labels.clientView} rows={2} maxLength={2000} {...field('clientView')} />
        </div>
      </details>
    </>
  )
}
