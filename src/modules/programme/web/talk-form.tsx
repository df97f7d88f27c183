import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { ReportedTo, reportedToLabels } from '../contract/codes.ts'
import { interfaceEndpoints, type InterfacePartnerView, type TalkView } from '../contract/interfaces.ts'
import { neededDay, typedDay, typedText } from './form-values.ts'
import { useDone } from './use-programme-action.ts'

const Talk = z
  .object({
    heldOn: neededDay,
    result: typedText(4000),
    reportedTo: z.union([z.literal(''), ReportedTo]).transform((value) => value || null),
    reportedOn: typedDay,
  })
  .transform((talk) => (talk.reportedTo === null ? { ...talk, reportedOn: null } : talk))

const labels = {
  heldOn: 'Gesprochen am',
  result: 'Ergebnis',
  reportedTo: 'Weitergegeben an',
  reportedOn: 'Weitergegeben am',
}

const valuesOf = (talk: TalkView | undefined): z.input<typeof Talk> => ({
  heldOn: talk?.heldOn ?? today(),
  result: talk?.result ?? '',
  reportedTo: talk?.reportedTo ?? '',
  reportedOn: talk?.reportedOn ?? today(),
})

interface TalkFormProps {
  partner: InterfacePartnerView
  /** Missing: a new talk. */
  talk?: TalkView
  onDone: () => void
}

/** A talk with its result, and where the result went. */
export function TalkForm({ partner, talk, onDone }: TalkFormProps): ReactElement {
  const done = useDone(onDone)
  const form = useForm({
    schema: Talk,
    initial: valuesOf(talk),
    version: talk?.version,
    submit: async (body, { ifMatch, idempotencyKey }) => {
      if (talk)
        await call(interfaceEndpoints.changeTalk, { params: { id: talk.id }, body, ifMatch: ifMatch! })
      else await call(interfaceEndpoints.addTalk, { params: { id: partner.id }, body, idempotencyKey })
      await done(talk ? 'Ergebnis gespeichert' : 'Gespräch festgehalten')
    },
  })
  return (
    <Form
      form={form}
      action={talk ? 'Ergebnis speichern' : 'Gespräch festhalten'}
      labels={labels}
      fromCurrent={(current) =>
        valuesOf((current as InterfacePartnerView).talks.find(({ id }) => id === talk?.id))
      }
      onCancel={onDone}
    >
      <p className="kern-body">{partner.name}</p>
      <DateField label={labels.heldOn} required {...form.field('heldOn')} />
      <TextArea
        label={labels.result}
        hint="Vereinbarungen und offene Punkte, ohne Namen von Ratsuchenden."
        rows={4}
        maxLength={4000}
        {...form.field('result')}
      />
      <div className="lt-form__row">
        <Select
          label={labels.reportedTo}
          empty="noch offen"
          options={ReportedTo.options.map((value) => ({ value, label: reportedToLabels[value] }))}
          {...form.field('reportedTo')}
        />
        {form.values.reportedTo !== '' && (
          <DateField label={labels.reportedOn} required {...form.field('reportedOn')} />
        )}
      </div>
    </Form>
  )
}
