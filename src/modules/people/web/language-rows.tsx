import type { ReactElement } from 'react'
import { LANGUAGE_LEVELS, LANGUAGES, LITERACY_LEVELS } from '../../../platform/contract/code-lists/index.ts'
import type { FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { FieldSet } from '../../../platform/web/ui/field-set.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import type { PersonFormValues } from './person-form-values.ts'

const optionsOf = (entries: readonly { code: string; label: string }[]) =>
  entries.map(({ code, label }) => ({ value: code, label }))
const unknown = { value: 'unknown', label: 'unbekannt' }
const languages = optionsOf(LANGUAGES.entries)
const levels = [...optionsOf(LANGUAGE_LEVELS.entries), unknown]
const scripts = [...optionsOf(LITERACY_LEVELS.entries), unknown]

/** Languages of a person: which, how well, and what the person can read and write in. */
export function LanguageRows({ form }: { form: FormHandle<PersonFormValues> }): ReactElement {
  const list = form.field('languages')
  const rows = list.value
  const set = (next: PersonFormValues['languages']) => form.set('languages', next)
  return (
    <FieldSet id={list.id} label="Sprachen" error={list.error} role="group">
      {rows.map((row, index) => (
        // Rows have no identity of their own; they are added and removed at any place.
        <div className="lt-form__row" key={`${row.code}-${index}`}>
          <Combobox label="Sprache" options={languages} {...form.field(`languages.${index}.code`)} />
          <Select label="Niveau" options={levels} {...form.field(`languages.${index}.level`)} />
          <Select label="Schrift" options={scripts} {...form.field(`languages.${index}.script`)} />
          <Checkbox label="bevorzugt" {...form.field(`languages.${index}.preferred`)} />
          <div className="lt-actions">
            <Button size="small" icon="trash" onClick={() => set(rows.filter((_, at) => at !== index))}>
              {`Sprache ${index + 1} entfernen`}
            </Button>
          </div>
        </div>
      ))}
      <div className="lt-actions">
        <Button
          size="small"
          icon="add"
          onClick={() =>
            set([...rows, { code: '', level: 'unknown', script: 'unknown', preferred: rows.length === 0 }])
          }
        >
          Sprache hinzufügen
        </Button>
      </div>
    </FieldSet>
  )
}
