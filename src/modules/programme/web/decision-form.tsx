import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { ApprovalOutcome } from '../contract/codes.ts'
import { programmeVersionEndpoints, type VersionView } from '../contract/documents.ts'
import { neededDay, typedText } from './form-values.ts'
import { useDone } from './use-programme-action.ts'

const Decided = z.object({
  outcome: ApprovalOutcome,
  decidedOn: neededDay,
  fileNumber: typedText(120),
  remark: typedText(2000),
})
const labels = {
  outcome: 'Ergebnis',
  decidedOn: 'Am',
  fileNumber: 'Aktenzeichen oder Vorlage',
  remark: 'Bemerkung',
}
const outcomes = [
  { value: 'agreed', label: 'Zugestimmt' },
  {
    value: 'returned',
    label: 'Zurückgegeben',
    hint: 'Die Fassung wird wieder Entwurf und geht danach erneut hierhin.',
  },
  { value: 'notNeeded', label: 'Nicht nötig', hint: 'Diese Stelle braucht nicht zuzustimmen.' },
] as const

/** What the body decided whose turn it is. */
export function DecisionForm({
  version,
  onDone,
}: {
  version: VersionView
  onDone: () => void
}): ReactElement {
  const done = useDone(onDone)
  const form = useForm({
    schema: Decided,
    initial: { outcome: 'agreed' as const, decidedOn: today(), fileNumber: '', remark: '' },
    version: version.version,
    submit: async (body, { ifMatch, idempotencyKey }) => {
      const params = { id: version.id }
      await call(programmeVersionEndpoints.decide, { params, body, ifMatch: ifMatch!, idempotencyKey })
      await done('Entscheidung eingetragen')
    },
  })
  return (
    <Form form={form} action="Entscheidung eintragen" labels={labels} onCancel={onDone}>
      <RadioGroup label={labels.outcome} required options={outcomes} {...form.field('outcome')} />
      <div className="lt-form__row">
        <DateField label={labels.decidedOn} required {...form.field('decidedOn')} />
        <TextField label={labels.fileNumber} maxLength={120} {...form.field('fileNumber')} />
      </div>
      <TextArea label={labels.remark} rows={2} maxLength={2000} {...form.field('remark')} />
    </Form>
  )
}
