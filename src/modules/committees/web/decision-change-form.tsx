import type { ReactElement } from 'react'
import { z } from 'zod'

import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { decisionEndpoints } from '../contract/register-endpoints.ts'
import type { DecisionView } from '../contract/registers.ts'
import { decisionLabels } from './decision-form.tsx'
import { DecisionField } from './decision-field.tsx'

const labels = { ...decisionLabels, remark: 'Bemerkung', state: 'Stand', replacedById: 'Ersetzt durch' }
const states = {
  valid: 'gilt',
  revoked: 'aufgehoben',
  replaced: 'ersetzt durch einen anderen Beschluss',
} as const
const Values = z
  .object({
    title: text(300),
    wording: z.string().max(8000),
    reference: z.string().max(80),
    councilNumber: z.string().max(80),
    councilUrl: z.string().max(500),
    remark: z.string().max(1000),
    state: z.enum(['valid', 'revoked', 'replaced']),
    replacedById: z.string(),
  })
  .refine(({ state, replacedById }) => state !== 'replaced' || replacedById !== '', {
    path: ['replacedById'],
    error: 'Bitte wählen Sie den Beschluss, der diesen ersetzt.',
  })

const valuesOf = (row: DecisionView): z.input<typeof Values> => ({
  title: row.title,
  wording: row.wording ?? '',
  reference: row.reference ?? '',
  councilNumber: row.councilNumber ?? '',
  councilUrl: row.councilUrl ?? '',
  remark: row.remark ?? '',
  state: row.state,
  replacedById: row.replacedBy?.id ?? '',
})

interface DecisionChangeFormProps {
  row: DecisionView
  onDone: () => void
  onCancel: () => void
}

/** Completes a decision. The words of one that was minuted stay those of the minutes. */
export function DecisionChangeForm({ row, onDone, onCancel }: DecisionChangeFormProps): ReactElement {
  const minuted = row.meetingId !== null
  const form = useForm({
    schema: Values,
    initial: valuesOf(row),
    version: row.version,
    submit: async ({ title, wording, state, replacedById, ...known }, { ifMatch }) => {
      const words = minuted ? {} : { title, wording }
      const validity = state === 'replaced' ? { state, replacedById } : { state }
      const unchanged = state === row.state && replacedById === (row.replacedBy?.id ?? '')
      const body = { ...known, ...words, ...(unchanged ? {} : validity) }
      await call(decisionEndpoints.change, { params: { id: row.id }, ifMatch: ifMatch!, body })
      toast('Beschluss ergänzt')
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Angaben speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as DecisionView)}
      onCancel={onCancel}
    >
      {minuted ? (
        <p className="kern-body">
          {row.title}
          <br />
          <span className="kern-body--small">Den Wortlaut hält die Niederschrift fest.</span>
        </p>
      ) : (
        <>
          <TextField label={labels.title} required {...form.field('title')} />
          <TextArea label={labels.wording} rows={4} {...form.field('wording')} />
        </>
      )}
      <TextField label={labels.reference} width="medium" {...form.field('reference')} />
      <TextField label={labels.councilNumber} width="medium" {...form.field('councilNumber')} />
      <TextField label={labels.councilUrl} hint="Beginnt mit https://" {...form.field('councilUrl')} />
      <TextArea label={labels.remark} rows={2} maxLength={1000} {...form.field('remark')} />
      <Select
        label={labels.state}
        options={Object.entries(states).map(([value, label]) => ({
          value: value as keyof typeof states,
          label,
        }))}
        {...form.field('state')}
        onChange={(value) => value && form.set('state', value)}
      />
      {form.values.state === 'replaced' && (
        <DecisionField
          label={labels.replacedById}
          hint="Ein Beschluss desselben Gremiums. Tippen Sie Wörter, die darin stehen."
          required
          row={row}
          {...form.field('replacedById')}
        />
      )}
    </Form>
  )
}
