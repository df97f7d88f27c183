import type { ReactElement } from 'react'
import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'
import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { AnswerVia, answerViaLabels } from '../contract/codes.ts'
import { referralEndpoints } from '../contract/endpoints.ts'
import type { ReferralView } from '../contract/referrals.ts'
import { MoveFields } from './move-fields.tsx'
import { emptyMove, MoveValues } from './move-values.ts'

const ways = AnswerVia.exclude(['app'])
const Answer = z.intersection(MoveValues, z.object({ via: ways, onDate: PlainDate }))
const labels = {
  to: 'Antwort',
  ending: 'Grund oder Ergebnis',
  note: 'Bemerkung',
  via: 'Wie?',
  onDate: 'Wann?',
}

interface RecordAnswerFormProps {
  referral: ReferralView
  onDone: () => void
  onCancel: () => void
}

/** An answer by telephone, letter or in person, written down by the sender. */
export function RecordAnswerForm({ referral, onDone, onCancel }: RecordAnswerFormProps): ReactElement {
  const form = useForm({
    schema: Answer,
    initial: { ...emptyMove(''), via: 'phone' as const, onDate: today() },
    version: referral.version,
    draftKey: `referral-answer:${referral.id}`,
    submit: async ({ via, onDate, ...answer }, { ifMatch, idempotencyKey }) => {
      await call(referralEndpoints.recordAnswer, {
        params: { id: referral.id },
        ifMatch: ifMatch!,
        idempotencyKey,
        body: { answer, via, onDate },
      })
      toast('Antwort eingetragen')
      onDone()
    },
  })
  return (
    <Form form={form} action="Antwort eintragen" labels={labels} onCancel={onCancel}>
      <MoveFields
        form={form as unknown as FormHandle<MoveValues>}
        state={referral.state}
        choose
        noteHint="Was die Stelle gesagt hat. Nur, was für den Fall gebraucht wird."
      />
      <Chips
        label={labels.via}
        options={ways.options.map((value) => ({ value, label: answerViaLabels[value] }))}
        {...form.field('via')}
        onChange={(value) => value && form.set('via', value)}
      />
      <DateField label={labels.onDate} max={today()} {...form.field('onDate')} />
    </Form>
  )
}
