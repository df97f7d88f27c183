import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Chips, ChipsMany } from '../../../../platform/web/ui/chips.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { partLabels, ReleasablePart } from '../../contract/access-parts.ts'
import { accessEndpoints } from '../../contract/access.ts'
import { ClearReason, clearReasonLabels } from '../../contract/codes.ts'

const parts = ReleasablePart.options.map((value) => ({ value, label: partLabels[value] }))
const reasons = ClearReason.options.map((value) => ({ value, label: clearReasonLabels[value] }))
const hours = ['4', '24', '72'].map((value) => ({ value, label: `${value} Stunden` }))
const Opening = z.object({
  reason: z.enum(ClearReason.options, { error: 'Bitte wählen Sie einen Grund.' }),
  parts: accessEndpoints.openForReason.body.shape.parts,
  hours: z.string(),
})
const labels = { reason: 'Grund', parts: 'Welche Teile', hours: 'Wie lange' }

interface ReasonFormProps {
  caseId: string
  onDone: () => void
  onCancel: () => void
}

/** A coordinator opens parts for a listed reason; says before who learns of it. */
export function ReasonForm({ caseId, onDone, onCancel }: ReasonFormProps): ReactElement {
  const form = useForm({
    schema: Opening,
    initial: { reason: '' as ClearReason, parts: [] as ReleasablePart[], hours: '24' },
    warnOnLeave: false,
    submit: async (values, { idempotencyKey }) => {
      const body = { ...values, hours: Number(values.hours) }
      await call(accessEndpoints.openForReason, { params: { id: caseId }, body, idempotencyKey })
      toast('Teile geöffnet')
      onDone()
    },
  })
  return (
    <Form form={form} action="Öffnen" labels={labels} onCancel={onCancel}>
      <Alert tone="info" title="Die fallführende Person wird sofort benachrichtigt">
        <p className="kern-body">
          Der Zugang steht im Bericht an die ratsuchende Person und in der Liste der oder des
          Datenschutzbeauftragten. Er endet von selbst nach höchstens 72 Stunden.
        </p>
      </Alert>
      <RadioGroup label={labels.reason} required options={reasons} {...form.field('reason')} />
      <ChipsMany label={labels.parts} required options={parts} {...form.field('parts')} />
      <Chips
        label={labels.hours}
        options={hours}
        {...form.field('hours')}
        onChange={(value) => value !== '' && form.set('hours', value)}
      />
    </Form>
  )
}
