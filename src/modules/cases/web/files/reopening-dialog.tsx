import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { closureEndpoints } from '../../contract/closure.ts'
import { ReopeningReason, reopeningReasonLabels } from '../../contract/codes.ts'
import { useCaseRefresh } from './use-case.ts'

const ReopeningForm = z.object({
  reason: z.enum(ReopeningReason.options, { error: 'Bitte wählen Sie einen Grund.' }),
})
const reasons = ReopeningReason.options.map((value) => ({ value, label: reopeningReasonLabels[value] }))

interface ReopeningDialogProps {
  caseId: string
  /** Which file, where the page does not say it. */
  about?: string
  onClose: () => void
  onDone?: () => void
}

/** Opens a closed case again, with a reason. */
export function ReopeningDialog({ caseId, about, onClose, onDone }: ReopeningDialogProps): ReactElement {
  const refresh = useCaseRefresh(caseId)
  const form = useForm({
    schema: ReopeningForm,
    initial: { reason: '' as ReopeningReason },
    warnOnLeave: false,
    submit: async (body, { idempotencyKey }) => {
      const view = await call(closureEndpoints.reopen, { params: { id: caseId }, body, idempotencyKey })
      await refresh(view)
      toast('Fall wieder aufgenommen')
      onClose()
      onDone?.()
    },
  })
  return (
    <Dialog open onClose={onClose} title="Fall wieder aufnehmen">
      {about !== undefined && <p className="kern-body">{about}</p>}
      <p className="kern-body">
        Es beginnt eine neue Begleitung derselben Personen. Der frühere Abschluss bleibt stehen; Freigaben und
        Einwilligungen gelten nicht von selbst weiter.
      </p>
      <Form form={form} action="Fall wieder aufnehmen" labels={{ reason: 'Grund' }} onCancel={onClose}>
        <RadioGroup label="Grund" required options={reasons} {...form.field('reason')} />
      </Form>
    </Dialog>
  )
}
