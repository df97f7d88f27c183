import type { ReactElement } from 'react'
import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import {
  ClientInformed,
  clientInformedLabels,
  NotInformedReason,
  notInformedReasonLabels,
} from '../contract/disclosure-codes.ts'
import { disclosureEndpoints, type DisclosureView } from '../contract/disclosures.ts'

const CarriedOut = z
  .object({
    carriedOutOn: PlainDate,
    clientInformed: z
      .union([z.literal(''), ClientInformed])
      .pipe(z.enum(ClientInformed.options, 'Bitte wählen Sie, ob die Person informiert ist.')),
    clientInformedOn: PlainDate,
    notInformedReason: z.union([z.literal(''), NotInformedReason]),
    note: optionalText(1000),
  })
  .superRefine(({ clientInformed, notInformedReason }, context) => {
    if (clientInformed !== 'not' || notInformedReason !== '') return
    context.addIssue({ code: 'custom', path: ['notInformedReason'], message: 'Bitte wählen Sie den Grund.' })
  })
  .transform(({ clientInformedOn, notInformedReason, ...rest }) => ({
    ...rest,
    clientInformedOn: rest.clientInformed === 'not' ? null : clientInformedOn,
    notInformedReason: rest.clientInformed === 'not' && notInformedReason !== '' ? notInformedReason : null,
  }))

const labels = {
  carriedOutOn: 'Übermittelt am',
  clientInformed: 'Ist die Person informiert?',
  clientInformedOn: 'Informiert am',
  notInformedReason: 'Warum nicht?',
  note: 'Bemerkung',
}

interface CarryOutFormProps {
  row: DisclosureView
  onDone: () => void
  onCancel: () => void
}

/** What was done with the agreement of the second person. */
export function CarryOutForm({ row, onDone, onCancel }: CarryOutFormProps): ReactElement {
  const initial: z.input<typeof CarriedOut> = {
    carriedOutOn: today(),
    clientInformed: '',
    clientInformedOn: today(),
    notInformedReason: '',
    note: '',
  }
  const form = useForm({
    schema: CarriedOut,
    initial,
    version: row.version,
    draftKey: `disclosure:${row.id}`,
    submit: async (body, { ifMatch }) => {
      await call(disclosureEndpoints.carryOut, { params: { id: row.id }, body, ifMatch: ifMatch! })
      toast('Übermittlung festgehalten')
      onDone()
    },
  })
  const { clientInformed } = form.values
  return (
    <Form form={form} action="Übermittlung festhalten" labels={labels} onCancel={onCancel}>
      <DateField label={labels.carriedOutOn} max={today()} {...form.field('carriedOutOn')} />
      <RadioGroup
        label={labels.clientInformed}
        required
        options={ClientInformed.options.map((value) => ({ value, label: clientInformedLabels[value] }))}
        {...form.field('clientInformed')}
      />
      {clientInformed === 'not' && (
        <RadioGroup
          label={labels.notInformedReason}
          required
          options={NotInformedReason.options.map((value) => ({
            value,
            label: notInformedReasonLabels[value],
          }))}
          {...form.field('notInformedReason')}
        />
      )}
      {(clientInformed === 'before' || clientInformed === 'after') && (
        <DateField label={labels.clientInformedOn} {...form.field('clientInformedOn')} />
      )}
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
