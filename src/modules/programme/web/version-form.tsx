import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { programmeVersionEndpoints, type DocumentView, type VersionView } from '../contract/documents.ts'
import { typedDay, typedText } from './form-values.ts'
import { useDone } from './use-programme-action.ts'

const Words = z.object({
  asOf: z
    .string()
    .trim()
    .regex(
      /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/,
      'Schreiben Sie 2026, 2026-08 oder 2026-08-31.',
    )
    .transform((value) => value || null),
  changes: typedText(2000),
  reviewOn: typedDay,
})
const labels = { asOf: 'Stand', changes: 'Was ist neu?', reviewOn: 'Nächste Prüfung' }

const valuesOf = (version: VersionView): z.input<typeof Words> => ({
  asOf: version.asOf ?? '',
  changes: version.changes ?? '',
  reviewOn: version.reviewOn ?? '',
})

/** A draft as a whole; of the version in force only the day of the next review. */
export function VersionForm({ version, onDone }: { version: VersionView; onDone: () => void }): ReactElement {
  const draft = version.can.includes('change')
  const done = useDone(onDone)
  const form = useForm({
    schema: Words,
    initial: valuesOf(version),
    version: version.version,
    submit: async ({ reviewOn, ...words }, { ifMatch }) => {
      const body = draft ? { ...words, reviewOn } : { reviewOn }
      await call(programmeVersionEndpoints.change, { params: { id: version.id }, body, ifMatch: ifMatch! })
      await done('Fassung gespeichert')
    },
  })
  return (
    <Form
      form={form}
      action="Fassung speichern"
      labels={labels}
      fromCurrent={(current) =>
        valuesOf((current as DocumentView).versions.find(({ id }) => id === version.id) ?? version)
      }
      onCancel={onDone}
    >
      {draft && (
        <>
          <TextField
            label={labels.asOf}
            hint="Jahr, Monat oder Tag: 2026, 2026-08 oder 2026-08-31."
            width="short"
            {...form.field('asOf')}
          />
          <TextArea label={labels.changes} rows={3} maxLength={2000} {...form.field('changes')} />
        </>
      )}
      <DateField
        label={labels.reviewOn}
        hint="An diesem Tag steht das Dokument unter „Was ist fällig?“ und in Mein Tag."
        {...form.field('reviewOn')}
      />
    </Form>
  )
}
