import type { ReactElement } from 'react'
import { z } from 'zod'

import { optionalText } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { clientViewLabels, ReferralClientView } from '../contract/codes.ts'
import { referralEndpoints } from '../contract/endpoints.ts'
import type { ReferralView } from '../contract/referrals.ts'

const Said = z.object({
  clientView: z
    .union([z.literal(''), ReferralClientView])
    .pipe(z.enum(ReferralClientView.options, 'Bitte wählen Sie eine Antwort.')),
  note: optionalText(1000),
})
const labels = { clientView: 'Hat der Verweis der Person geholfen?', note: 'In ihren Worten' }

interface ClientViewFormProps {
  referral: ReferralView
  onDone: () => void
  onCancel: () => void
}

/** The person's own view at the end of a referral (R056). The recipient never reads it. */
export function ClientViewForm({ referral, onDone, onCancel }: ClientViewFormProps): ReactElement {
  const initial: z.input<typeof Said> = { clientView: referral.clientView ?? '', note: '' }
  const form = useForm({
    schema: Said,
    initial,
    version: referral.version,
    draftKey: `referral-view:${referral.id}`,
    submit: async (body, { ifMatch }) => {
      await call(referralEndpoints.recordClientView, { params: { id: referral.id }, body, ifMatch: ifMatch! })
      toast('Sicht der Person festgehalten')
      onDone()
    },
  })
  return (
    <Form form={form} action="Sicht festhalten" labels={labels} onCancel={onCancel}>
      <RadioGroup
        label={labels.clientView}
        required
        options={ReferralClientView.options.map((value) => ({ value, label: clientViewLabels[value] }))}
        {...form.field('clientView')}
      />
      <TextArea
        label={labels.note}
        hint="Die andere Stelle liest das nicht."
        rows={2}
        maxLength={1000}
        {...form.field('note')}
        value={form.values.note ?? ''}
      />
    </Form>
  )
}
