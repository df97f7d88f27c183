import type { ReactElement } from 'react'
import { z } from 'zod'
import { Id } from '../../../../platform/contract/ids.ts'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Chips, ChipsMany } from '../../../../platform/web/ui/chips.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { partLabels, ReleasablePart } from '../../contract/access-parts.ts'
import { accessEndpoints } from '../../contract/access.ts'

const parts = ReleasablePart.options.map((value) => ({ value, label: partLabels[value] }))
const periods = [
  { value: '1', label: '1 Tag' },
  { value: '7', label: '1 Woche' },
  { value: '14', label: '2 Wochen' },
  { value: '90', label: '3 Monate' },
]
const Release = z.object({
  to: Id,
  parts: accessEndpoints.release.body.shape.parts.unwrap(),
  days: z.string(),
})
const labels = { to: 'Für wen', parts: 'Welche Teile', days: 'Wie lange' }

interface ReleaseFormProps {
  caseId: string
  coordinators: readonly { id: string; name: string }[]
  onDone: () => void
  onCancel: () => void
}

/** Release with one click: everything is preset. Reads only. */
export function ReleaseForm({ caseId, coordinators, onDone, onCancel }: ReleaseFormProps): ReactElement {
  const form = useForm({
    schema: Release,
    initial: {
      to: coordinators[0]?.id ?? '',
      parts: ['identity', 'contactNotes', 'assessmentTexts', 'planTexts'] as ReleasablePart[],
      days: '14',
    },
    warnOnLeave: false,
    submit: async ({ days, ...values }, { idempotencyKey }) => {
      const body = { ...values, days: Number(days) }
      await call(accessEndpoints.release, { params: { id: caseId }, body, idempotencyKey })
      toast('Fall freigegeben')
      onDone()
    },
  })
  return (
    <Form form={form} action="Freigeben" labels={labels} onCancel={onCancel}>
      <Select
        label={labels.to}
        options={coordinators.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('to')}
      />
      <ChipsMany
        label={labels.parts}
        hint="Die Koordination liest, sie ändert nichts."
        options={parts}
        {...form.field('parts')}
      />
      <Chips
        label={labels.days}
        options={periods}
        {...form.field('days')}
        onChange={(value) => value !== '' && form.set('days', value)}
      />
    </Form>
  )
}
