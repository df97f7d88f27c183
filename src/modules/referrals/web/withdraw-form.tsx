import type { ReactElement } from 'react'
import { z } from 'zod'

import { optionalText } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { WithdrawnReason, withdrawnReasonLabels } from '../contract/codes.ts'
import { referralEndpoints } from '../contract/endpoints.ts'
import type { ReferralView } from '../contract/referrals.ts'

const reasons = WithdrawnReason.exclude(['caseClosed'])
const Withdrawal = z.object({
  reason: z.union([z.literal(''), reasons]).pipe(z.enum(reasons.options, 'Bitte wählen Sie den Grund.')),
  note: optionalText(1000),
})
const labels = { reason: 'Warum?', note: 'Bemerkung (bleibt bei uns)' }

interface WithdrawFormProps {
  referral: ReferralView
  onDone: () => void
  onCancel: () => void
}

/** Takes a referral back; the recipient learns that, not why. */
export function WithdrawForm({ referral, onDone, onCancel }: WithdrawFormProps): ReactElement {
  const initial: z.input<typeof Withdrawal> = { reason: '', note: '' }
  const form = useForm({
    schema: Withdrawal,
    initial,
    version: referral.version,
    submit: async (body, { ifMatch }) => {
      await call(referralEndpoints.withdraw, { params: { id: referral.id }, body, ifMatch: ifMatch! })
      toast('Verweis zurückgezogen. Die Stelle kann ihn nicht mehr lesen.')
      onDone()
    },
  })
  return (
    <Form form={form} action="Verweis zurückziehen" labels={labels} onCancel={onCancel}>
      <p className="kern-body">
        {referral.recipient.label} kann den Verweis danach nicht mehr lesen. Was dort schon gelesen wurde,
        lässt sich nicht zurückholen.
      </p>
      <RadioGroup
        label={labels.reason}
        required
        options={reasons.options.map((value) => ({ value, label: withdrawnReasonLabels[value] }))}
        {...form.field('reason')}
      />
      <TextArea
        label={labels.note}
        rows={2}
        maxLength={1000}
        {...form.field('note')}
        value={form.values.note ?? ''}
      />
    </Form>
  )
}
