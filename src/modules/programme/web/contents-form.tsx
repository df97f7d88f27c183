import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { ContentOutcome, contentLabels } from '../contract/codes.ts'
import { programmeVersionEndpoints, type VersionView } from '../contract/documents.ts'
import { typedText } from './form-values.ts'
import { useDone } from './use-programme-action.ts'

const Checked = z.object({
  contents: z.array(
    z.object({ key: z.string(), outcome: z.union([z.literal(''), ContentOutcome]), place: typedText(300) }),
  ),
})

/** Each content the Land asks for: whether it is in, and where (R146). */
export function ContentsForm({
  version,
  onDone,
}: {
  version: VersionView
  onDone: () => void
}): ReactElement {
  const done = useDone(onDone)
  const initial: z.input<typeof Checked> = {
    contents: version.contents.map(({ key, outcome, place }) => ({
      key,
      outcome: outcome ?? '',
      place: place ?? '',
    })),
  }
  const form = useForm({
    schema: Checked,
    initial,
    version: version.version,
    submit: async ({ contents }, { ifMatch }) => {
      const body = {
        contents: contents.flatMap(({ outcome, ...one }) => (outcome === '' ? [] : [{ ...one, outcome }])),
      }
      await call(programmeVersionEndpoints.check, { params: { id: version.id }, body, ifMatch: ifMatch! })
      await done('Prüfung gespeichert')
    },
  })
  return (
    <Form form={form} action="Prüfung speichern" onCancel={onDone}>
      {version.contents.map(({ key, label, definition }, at) => (
        <div key={key} className="lt-stack">
          <Chips
            label={label}
            {...(definition === null ? {} : { hint: definition })}
            options={ContentOutcome.options.map((value) => ({ value, label: contentLabels[value] }))}
            {...form.field(`contents.${at}.outcome`)}
          />
          <TextField label={`Fundstelle: ${label}`} maxLength={300} {...form.field(`contents.${at}.place`)} />
        </div>
      ))}
    </Form>
  )
}
