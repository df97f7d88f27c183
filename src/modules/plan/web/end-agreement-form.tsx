import type { ReactElement } from 'react'
import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'
import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { agreementEndpoints, type AgreementView } from '../contract/agreement.ts'
import { EndedBy, endedByLabels } from '../contract/codes.ts'

const EndValues = z.object({ endedOn: PlainDate, endedBy: EndedBy })

interface EndAgreementFormProps {
  agreement: AgreementView
  onDone: () => void
  onCancel: () => void
}

/** Either side may end it at any time. A reason is not asked: nobody owes one. */
export function EndAgreementForm({ agreement, onDone, onCancel }: EndAgreementFormProps): ReactElement {
  const form = useForm({
    schema: EndValues,
    initial: { endedOn: today(), endedBy: 'client' },
    version: agreement.version,
    submit: async (body, { ifMatch, idempotencyKey }) => {
      const options = { params: { id: agreement.id }, body, idempotencyKey, ifMatch: ifMatch! }
      await call(agreementEndpoints.end, options)
      onDone()
    },
  })
  return (
    <Form form={form} action="Vereinbarung beenden" onCancel={onCancel}>
      <p className="kern-body">
        Die Vereinbarung bleibt lesbar. Die Beratung geht weiter, wenn die Person das möchte.
      </p>
      <DateField label="Beendet am" required {...form.field('endedOn')} />
      <RadioGroup
        label="Beendet von"
        options={EndedBy.options.map((value) => ({ value, label: endedByLabels[value] }))}
        {...form.field('endedBy')}
      />
    </Form>
  )
}
