import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { keepAnswer, viewKey } from '../../../platform/web/use-view.ts'
import { ReconstructionResult, reconstructionResultLabels } from '../contract/codes.ts'
import { reconstructionEndpoints, themeEndpoints } from '../contract/endpoints.ts'
import type { ReconstructionView } from '../contract/reconstructions.ts'
import { ThemeField } from './theme-field.tsx'

const Values = z.object({
  result: z
    .union([z.literal(''), ReconstructionResult])
    .pipe(z.enum(ReconstructionResult.options, 'Bitte wählen Sie das Ergebnis.')),
  words: z.string().trim().min(1, 'Bitte begründen Sie das Ergebnis.').max(2000),
  themeId: z.string(),
  newTitle: z.string().max(200),
})
const labels = {
  result: 'Ergebnis',
  words: 'Was spricht dafür?',
  themeId: 'Thema, das es schon gibt',
  newTitle: 'Titel eines neuen Themas',
}

/** The end of a reconstruction. A new theme begins with its title; the rest is told on its page. */
export function EndForm({ view, onDone }: { view: ReconstructionView; onDone: () => void }): ReactElement {
  const client = useQueryClient()
  const initial: z.input<typeof Values> = { result: '', words: '', themeId: '', newTitle: '' }
  const form = useForm({
    schema: Values,
    initial,
    version: view.version,
    submit: async ({ result, words, themeId, newTitle }, { ifMatch, idempotencyKey }) => {
      const makes = result === 'theme' && themeId === '' && newTitle.trim() !== ''
      const theme = makes
        ? await call(themeEndpoints.create, {
            body: { title: newTitle, description: view.hypothesis },
            idempotencyKey: `${idempotencyKey}-theme`,
          })
        : undefined
      const saved = await call(reconstructionEndpoints.end, {
        params: { id: view.id },
        body: { result, words, themeId: result === 'theme' ? (theme?.id ?? (themeId || null)) : null },
        ifMatch: ifMatch!,
        idempotencyKey,
      })
      toast('Ergebnis festgehalten')
      keepAnswer(client, viewKey(reconstructionEndpoints.read, { params: { id: view.id } }), saved)
      await client.invalidateQueries({ queryKey: viewKey(themeEndpoints.board) })
      onDone()
    },
  })
  return (
    <Form form={form} action="Ergebnis festhalten" labels={labels} onCancel={onDone}>
      <RadioGroup
        label={labels.result}
        required
        options={ReconstructionResult.options.map((value) => ({
          value,
          label: reconstructionResultLabels[value],
        }))}
        {...form.field('result')}
      />
      {form.values.result === 'theme' && (
        <>
          <ThemeField label={labels.themeId} {...form.field('themeId')} />
          {form.values.themeId === '' && <TextField label={labels.newTitle} {...form.field('newTitle')} />}
        </>
      )}
      <TextArea label={labels.words} rows={3} required {...form.field('words')} />
    </Form>
  )
}
