import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { Id } from '../../../../platform/contract/ids.ts'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { OfficeTouched } from '../../../../platform/web/office-touched.tsx'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { useView, viewKey } from '../../../../platform/web/use-view.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { caseEndpoints } from '../../contract/cases.ts'
import { HandoverReason, handoverReasonLabels } from '../../contract/codes.ts'

const HandoverForm = z.object({
  to: Id.or(z.literal('')).refine((to) => to !== '', 'Bitte wählen Sie, wer den Fall übernimmt.'),
  reason: z.enum(HandoverReason.options, { error: 'Bitte wählen Sie einen Grund.' }),
  note: z.string().trim().max(8000),
})
const reasons = HandoverReason.options.map((value) => ({ value, label: handoverReasonLabels[value] }))
const labels = { to: 'Wer übernimmt', reason: 'Grund', note: 'Hinweise zur Übergabe' }

/** Hands the case to another case manager; says before what is lost. */
export function HandoverDialog({ file, onClose }: { file: CaseView; onClose: () => void }): ReactElement {
  const client = useQueryClient()
  const navigate = useNavigate()
  const candidates = useView(caseEndpoints.handoverCandidates, { params: { id: file.id } })
  const works = file.access.work
  const form = useForm({
    schema: HandoverForm,
    initial: { to: '', reason: '' as HandoverReason, note: '' },
    warnOnLeave: false,
    submit: async (values, { idempotencyKey }) => {
      const body = { ...values, note: values.note === '' ? null : values.note }
      await call(caseEndpoints.handOver, { params: { id: file.id }, body, idempotencyKey })
      toast('Fall übergeben')
      onClose()
      await navigate({ to: '/faelle' })
      client.removeQueries({ queryKey: viewKey(caseEndpoints.read, { params: { id: file.id } }) })
      await client.invalidateQueries({ queryKey: viewKey(caseEndpoints.list) })
    },
  })
  const receiver = candidates.data?.rows.find(({ id }) => id === form.values.to)
  const options = (candidates.data?.rows ?? []).map(({ id, name, organisation }) => ({
    value: id,
    label: name,
    hint: organisation,
  }))
  return (
    <Dialog open onClose={onClose} title="Fall übergeben">
      <p className="kern-body">
        {works
          ? 'Die Person wird benachrichtigt und ist ab sofort zuständig. Sie selbst sehen den Fall danach nicht mehr.'
          : 'Beide Personen stehen unter Ihrer Fachaufsicht. Die neue Person wird benachrichtigt und ist ab sofort zuständig.'}
      </p>
      <Form form={form} action="Fall übergeben" labels={labels} onCancel={onClose}>
        <Combobox label={labels.to} required options={options} {...form.field('to')} />
        <OfficeTouched organisationId={receiver?.organisationId ?? null} />
        <Select label={labels.reason} required options={reasons} {...form.field('reason')} />
        {works && (
          <TextArea
            label={labels.note}
            hint="Liest die Person, die übernimmt."
            rows={4}
            maxLength={8000}
            {...form.field('note')}
          />
        )}
      </Form>
    </Dialog>
  )
}
