import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { PartnerBasis, partnerBasisLabels } from '../contract/codes.ts'
import { receivedReferralEndpoints } from '../contract/endpoints.ts'
import { PartnerAnswer, type ReceivedReferral } from '../contract/received.ts'
import { MoveFields } from './move-fields.tsx'
import { emptyMove, moveLabels, MoveValues, type MoveTo } from './move-values.ts'

const Answer = z.intersection(
  MoveValues,
  z.object({
    basis: z
      .union([z.literal(''), PartnerBasis])
      .pipe(z.enum(PartnerBasis.options, 'Bitte wählen Sie, worauf Ihre Auskunft beruht.')),
    basisConfirmed: z.boolean().pipe(PartnerAnswer.shape.basisConfirmed),
  }),
)
const labels = {
  to: 'Antwort',
  ending: 'Grund oder Ergebnis',
  note: 'Bemerkung',
  basis: 'Worauf beruht Ihre Auskunft?',
  basisConfirmed: 'Ich bestätige, dass unsere Stelle diese Auskunft geben darf.',
}
const said: Readonly<Record<MoveTo, string>> = {
  accepted: 'Verweis angenommen',
  declined: 'Verweis abgelehnt',
  running: 'Beginn festgehalten',
  completed: 'Verweis abgeschlossen',
  brokenOff: 'Verweis abgebrochen',
}
const ends: ReadonlySet<MoveTo> = new Set(['declined', 'completed', 'brokenOff'])

interface AnswerFormProps {
  referral: ReceivedReferral
  to: MoveTo
  onDone: () => void
  onCancel: () => void
}

/** The partner's answer with the basis it rests on; an end closes the content for the partner. */
export function AnswerForm({ referral, to, onDone, onCancel }: AnswerFormProps): ReactElement {
  const initial: z.input<typeof Answer> = { ...emptyMove(to), basis: '', basisConfirmed: false }
  const form = useForm({
    schema: Answer,
    initial,
    version: referral.version,
    draftKey: `received-referral:${referral.id}:${to}`,
    submit: async ({ basis, basisConfirmed, ...answer }, { ifMatch, idempotencyKey }) => {
      await call(receivedReferralEndpoints.answer, {
        params: { id: referral.id },
        ifMatch: ifMatch!,
        idempotencyKey,
        body: { answer, basis, basisConfirmed },
      })
      toast(said[to])
      onDone()
    },
  })
  return (
    <Form form={form} action={moveLabels[to]} labels={labels} onCancel={onCancel}>
      {ends.has(to) && (
        <p className="kern-body">
          Danach zeigt Lotse Ihnen den Inhalt nicht mehr. Was Sie brauchen, übernehmen Sie vorher in Ihre
          eigene Akte.
        </p>
      )}
      <MoveFields
        form={form as unknown as FormHandle<MoveValues>}
        state={referral.state}
        choose={false}
        noteHint="Das liest, wer den Fall begleitet. Nur, was dort gebraucht wird."
      />
      <RadioGroup
        label={labels.basis}
        required
        hint="Für das, was Sie zurückmelden, gilt Ihr eigenes Recht (§§ 67d ff. SGB X)."
        options={PartnerBasis.options.map((value) => ({ value, label: partnerBasisLabels[value] }))}
        {...form.field('basis')}
      />
      <Checkbox label={labels.basisConfirmed} {...form.field('basisConfirmed')} />
    </Form>
  )
}
