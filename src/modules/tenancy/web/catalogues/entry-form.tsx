import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { addDays } from '../../../../platform/web/dates.ts'
import { viewKey } from '../../../../platform/web/use-view.ts'
import { catalogueEndpoints, type CatalogueEntry } from '../../contract/catalogue-entry.ts'

const Day = z.union([z.literal(''), z.iso.date('Bitte geben Sie ein gültiges Datum ein.')])
const EntryForm = z.object({
  label: z
    .string()
    .trim()
    .min(1, 'Bitte geben Sie eine Bezeichnung ein.')
    .max(300, 'Bitte höchstens 300 Zeichen.'),
  definition: z.string().trim().max(2000, 'Bitte höchstens 2000 Zeichen.'),
  validFrom: Day,
  lastDay: Day,
})

const valuesOf = (entry: CatalogueEntry): z.input<typeof EntryForm> => ({
  label: entry.label,
  definition: entry.definition ?? '',
  validFrom: entry.validFrom ?? '',
  lastDay: entry.validTo === null ? '' : addDays(entry.validTo, -1),
})

const fieldLabels = {
  label: 'Bezeichnung',
  definition: 'Beschreibung',
  validFrom: 'Wählbar ab',
  lastDay: 'Wählbar bis einschließlich',
}

/** Changes label, description and validity of an entry; its key stays, so old cases keep their meaning. */
export function ChangeEntryForm({
  entry,
  onDone,
}: {
  entry: CatalogueEntry
  onDone: () => void
}): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: EntryForm,
    initial: valuesOf(entry),
    version: entry.version,
    submit: async (values, { ifMatch }) => {
      const body = {
        label: values.label,
        definition: values.definition || null,
        validFrom: values.validFrom || null,
        validTo: values.lastDay ? addDays(values.lastDay, 1) : null,
      }
      await call(catalogueEndpoints.change, { params: { id: entry.id }, body, ifMatch: ifMatch! })
      await client.invalidateQueries({ queryKey: viewKey(catalogueEndpoints.list) })
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Eintrag speichern"
      labels={{ ...fieldLabels, validTo: fieldLabels.lastDay }}
      fromCurrent={(current) => valuesOf(current as CatalogueEntry)}
      onCancel={onDone}
    >
      <TextField label={fieldLabels.label} required {...form.field('label')} />
      <TextArea label={fieldLabels.definition} rows={3} {...form.field('definition')} />
      <div className="lt-form__row">
        <DateField label={fieldLabels.validFrom} {...form.field('validFrom')} />
        <DateField
          label={fieldLabels.lastDay}
          hint="Danach steht der Eintrag nicht mehr zur Wahl; alte Fälle zeigen ihn weiter."
          {...form.field('lastDay')}
        />
      </div>
      {entry.isDefault && (
        <p className="kern-body kern-body--small">
          {`Bisher eine Vorgabe des Programms${entry.remark ? `: ${entry.remark}` : '.'} Mit dem Speichern wird daraus eine Entscheidung des Kreises.`}
        </p>
      )}
    </Form>
  )
}

const NewEntry = EntryForm.pick({ label: true, definition: true })

/** Adds an entry at the end of a list that may grow. */
export function NewEntryForm({
  kind,
  onDone,
}: {
  kind: CatalogueEntry['kind']
  onDone: () => void
}): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: NewEntry,
    initial: { label: '', definition: '' },
    submit: async ({ label, definition }, { idempotencyKey }) => {
      const settings = kind === 'targetGroup' ? { municipalities: 'all', version: 1 } : undefined
      const body = { kind, label, ...(definition && { definition }), ...(settings && { settings }) }
      await call(catalogueEndpoints.create, { body, idempotencyKey })
      await client.invalidateQueries({ queryKey: viewKey(catalogueEndpoints.list) })
      onDone()
    },
  })
  return (
    <Form form={form} action="Eintrag hinzufügen" labels={fieldLabels} onCancel={onDone}>
      <TextField label={fieldLabels.label} required {...form.field('label')} />
      <TextArea label={fieldLabels.definition} rows={3} {...form.field('definition')} />
    </Form>
  )
}
