import type { ReactElement } from 'react'
import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'
import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { PartyState, partyStateLabels } from '../contract/codes.ts'
import type { EntryView } from '../contract/minutes.ts'
import { decisionEndpoints } from '../contract/register-endpoints.ts'

const Values = z.object({
  state: z.union([PartyState, z.literal('')]).refine((state): state is PartyState => state !== '', {
    error: 'Bitte wählen Sie die Antwort.',
  }),
  onDate: z.union([z.literal(''), PlainDate]),
  remark: z.string().max(500),
})

interface PartyAnswerFormProps {
  party: EntryView['parties'][number]
  approved: boolean
  onDone: () => void
  onCancel: () => void
}

/** Who answers, what, on which day; or what was written down wrongly, put right. */
export function PartyAnswerForm({ party, approved, onDone, onCancel }: PartyAnswerFormProps): ReactElement {
  const correcting = party.state !== 'open'
  const reasoned = correcting && approved
  const labels = {
    state: `Was antwortet ${party.party}?`,
    onDate: 'Am',
    remark: reasoned ? 'Warum berichtigen Sie die Antwort?' : 'Bemerkung',
  }
  const form = useForm({
    schema: Values,
    initial: {
      state: correcting ? party.state : '',
      onDate: party.onDate ?? today(),
      remark: reasoned ? '' : (party.remark ?? ''),
    },
    version: party.version,
    submit: async ({ state, onDate, remark }, { ifMatch, idempotencyKey }) => {
      await call(decisionEndpoints.ratify, {
        params: { id: party.id },
        ifMatch: ifMatch!,
        idempotencyKey,
        body: { state, remark, ...(state !== 'open' && onDate !== '' && { onDate }) },
      })
      toast(`${party.party}: ${partyStateLabels[state]}`)
      onDone()
    },
  })
  const states = PartyState.options.filter((state) => correcting || state !== 'open')
  return (
    <Form
      form={form}
      action={correcting ? 'Antwort berichtigen' : 'Antwort festhalten'}
      labels={labels}
      onCancel={onCancel}
    >
      {reasoned && (
        <p className="kern-body">
          Die Niederschrift ist genehmigt. Sie bleibt, wie sie ist; hier steht danach, dass die Antwort
          berichtigt wurde, wann und warum.
        </p>
      )}
      <RadioGroup
        label={labels.state}
        required
        options={states.map((value) => ({ value, label: partyStateLabels[value] }))}
        {...form.field('state')}
      />
      {form.values.state !== 'open' && (
        <DateField label={labels.onDate} required max={today()} {...form.field('onDate')} />
      )}
      <TextArea
        label={labels.remark}
        rows={2}
        maxLength={500}
        required={reasoned}
        {...form.field('remark')}
      />
    </Form>
  )
}
