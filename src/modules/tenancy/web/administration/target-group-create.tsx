import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { today } from '../../../../platform/web/dates.ts'
import { ComboboxMany } from '../../../../platform/web/ui/combobox-many.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import type { Configuration } from '../../contract/administration/configuration.ts'
import { Day } from '../../contract/administration/fields.ts'
import { catalogueEndpoints } from '../../contract/catalogue-entry.ts'
import { EntryForm } from './entry-form.tsx'
import { choicesOf, typed } from './form-values.ts'

const Values = z.object({
  label: typed.label,
  definition: typed.text,
  municipalities: z.array(z.string()),
  validFrom: Day,
})
const labels = {
  label: 'Bezeichnung',
  definition: 'Beschreibung',
  municipalities: 'Nur in diesen Kommunen',
  validFrom: 'Gilt ab',
}
const empty = () => ({ label: '', definition: '', municipalities: [], validFrom: today() })

/** The first version of a new target group. */
export function TargetGroupCreate({
  configuration,
  onDone,
}: {
  configuration: Configuration
  onDone: () => void
}): ReactElement {
  return (
    <EntryForm
      schema={Values}
      initial={empty()}
      thing="Zielgruppe"
      labels={labels}
      fromCurrent={empty}
      onDone={onDone}
      save={({ label, definition, municipalities, validFrom }, { idempotencyKey }) => {
        const settings = { municipalities: municipalities.length === 0 ? 'all' : municipalities, version: 1 }
        const words = { label, ...(definition && { definition }) }
        const body = { kind: 'targetGroup' as const, ...words, validFrom, settings }
        return call(catalogueEndpoints.create, { body, idempotencyKey })
      }}
    >
      {(form) => (
        <>
          <TextField label={labels.label} required {...form.field('label')} />
          <TextArea label={labels.definition} rows={3} {...form.field('definition')} />
          <ComboboxMany
            label={labels.municipalities}
            hint="Ohne Auswahl gilt sie im ganzen Kreis."
            options={choicesOf(configuration).byAgs}
            {...form.field('municipalities')}
          />
          <DateField label={labels.validFrom} required {...form.field('validFrom')} />
        </>
      )}
    </EntryForm>
  )
}
