import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { ClosureReason, closureReasonLabels } from '../contract/codes.ts'
import type { CommitteeView } from '../contract/committees.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'

const labels = { reason: 'Warum?', note: 'Bemerkung' }

interface CloseFormProps {
  view: CommitteeView
  onDone: () => void
  onCancel: () => void
}

export function CloseForm({ view, onDone, onCancel }: CloseFormProps): ReactElement {
  const form = useForm({
    schema: z.object({ reason: ClosureReason, note: z.string().max(1000) }),
    initial: { reason: 'done' as const, note: '' },
    version: view.version,
    submit: async (body, { ifMatch, idempotencyKey }) => {
      const options = { params: { id: view.id }, ifMatch: ifMatch!, idempotencyKey, body }
      await call(committeeEndpoints.close, options)
      toast('Gremium geschlossen')
      onDone()
    },
  })
  return (
    <Form form={form} action="Gremium schließen" labels={labels} onCancel={onCancel}>
      <p className="kern-body">
        Neue Sitzungen und Sitze sind danach nicht mehr möglich. Unterlagen bleiben für alle lesbar, die sie
        heute lesen können.
      </p>
      <RadioGroup
        label={labels.reason}
        options={ClosureReason.options.map((value) => ({ value, label: closureReasonLabels[value] }))}
        {...form.field('reason')}
        onChange={(value) => value && form.set('reason', value as 'done')}
      />
      <TextArea label={labels.note} rows={3} {...form.field('note')} />
    </Form>
  )
}
