import type { ReactElement } from 'react'
import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'
import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { ReassignmentReason, reassignmentReasonLabels } from '../contract/codes.ts'
import type { CommitteeOptions } from '../contract/committees.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'
import { followUpEndpoints } from '../contract/register-endpoints.ts'
import type { ActionItemView } from '../contract/shared.ts'
import { ownerChoices, ownerOf } from './named-choices.ts'

const labels = { responsible: 'Wer ist zuständig?', dueOn: 'Bis wann?', reason: 'Warum die Änderung?' }
const Values = z.object({
  responsible: text(200),
  dueOn: z.union([z.literal(''), PlainDate]),
  reason: z.union([z.literal(''), ReassignmentReason]).refine((value) => value !== '', {
    error: 'Bitte wählen Sie den Grund.',
  }),
})

interface ReassignProps {
  item: ActionItemView
  onDone: () => void
  onCancel: () => void
}

/** An action item goes to somebody else, or gets another day. */
export function ReassignForm(props: ReassignProps): ReactElement {
  const options = useView(committeeEndpoints.options, { query: { committeeId: props.item.committeeId } })
  return (
    <>
      <ProblemAlert error={options.error} onRetry={() => void options.refetch()} />
      {options.isPending && <Loading />}
      {options.data && <Fields {...props} owners={options.data.owners} />}
    </>
  )
}

function Fields(props: ReassignProps & { owners: CommitteeOptions['owners'] }): ReactElement {
  const { item, onDone, onCancel } = props
  const owners = ownerChoices(props.owners)
  const now = owners.find(({ label }) => label === item.responsible)?.value ?? item.responsible
  const form = useForm({
    schema: Values,
    initial: { responsible: now, dueOn: item.dueOn ?? '', reason: '' as '' | ReassignmentReason },
    version: item.version,
    submit: async ({ responsible, dueOn, reason }, { ifMatch, idempotencyKey }) => {
      await call(followUpEndpoints.reassign, {
        params: { id: item.id },
        ifMatch: ifMatch!,
        idempotencyKey,
        body: { ...ownerOf(owners, responsible), dueOn: dueOn || null, reason: reason as ReassignmentReason },
      })
      toast('Arbeitsauftrag geändert')
      onDone()
    },
  })
  return (
    <Form form={form} action="Änderung speichern" labels={labels} onCancel={onCancel}>
      <p className="kern-body committee-words">{item.title}</p>
      <Combobox
        label={labels.responsible}
        hint="Wer ein Konto hat, findet den Auftrag auf „Mein Tag“ oder in „Meine Gremien“."
        required
        allowOther
        options={owners}
        {...form.field('responsible')}
      />
      <DateField label={labels.dueOn} {...form.field('dueOn')} />
      <Chips
        label={labels.reason}
        hint={
          item.meetingId === null
            ? 'Der Grund steht im Protokoll der Zugriffe.'
            : 'Die Niederschrift der Sitzung bleibt, wie sie ist. Der Grund steht im Protokoll der Zugriffe.'
        }
        required
        options={ReassignmentReason.options.map((value) => ({
          value,
          label: reassignmentReasonLabels[value],
        }))}
        {...form.field('reason')}
      />
    </Form>
  )
}
