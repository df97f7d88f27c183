import type { ReactElement } from 'react'
import { z } from 'zod'
import { PlainDate } from '../../../../platform/contract/dates.ts'
import { call } from '../../../../platform/web/api.ts'
import { today } from '../../../../platform/web/dates.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { caseEndpoints } from '../../contract/cases.ts'
import { Intensity, IntensityReason, intensityLabels, intensityReasonLabels } from '../../contract/codes.ts'
import { useLists } from '../use-lists.ts'
import { useCaseRefresh } from './use-case.ts'

const IntensityForm = z.object({
  to: z.enum(Intensity.options, { error: 'Bitte wählen Sie die neue Intensität.' }),
  reason: z.enum(IntensityReason.options, { error: 'Bitte wählen Sie einen Grund.' }),
  on: PlainDate,
  note: z.string().trim().max(2000),
})
const reasons = IntensityReason.options.map((value) => ({ value, label: intensityReasonLabels[value] }))
const labels = { to: 'Neue Intensität', reason: 'Grund', on: 'Gilt ab', note: 'Begründung' }

/** Changes the intensity, dated and with a reason. Everything recorded stays. */
export function IntensityDialog({ file, onClose }: { file: CaseView; onClose: () => void }): ReactElement {
  const lists = useLists()
  const refresh = useCaseRefresh(file.id)
  const form = useForm({
    schema: IntensityForm,
    initial: { to: '' as Intensity, reason: '' as IntensityReason, on: today(), note: '' },
    warnOnLeave: false,
    submit: async (body, { idempotencyKey }) => {
      const view = await call(caseEndpoints.changeIntensity, {
        params: { id: file.id },
        body,
        idempotencyKey,
      })
      await refresh(view)
      toast('Intensität geändert')
      onClose()
    },
  })
  const options = Intensity.options
    .filter((value) => value !== file.intensity)
    .map((value) => {
      const label = lists.label('intensity', value)
      return { value, label: label === value ? intensityLabels[value] : label }
    })
  return (
    <Dialog open onClose={onClose} title="Intensität ändern">
      <p className="kern-body">Alles, was festgehalten ist, bleibt erhalten.</p>
      <Form form={form} action="Intensität ändern" labels={labels} onCancel={onClose}>
        <RadioGroup label={labels.to} required options={options} {...form.field('to')} />
        <Select label={labels.reason} required options={reasons} {...form.field('reason')} />
        <DateField label={labels.on} max={today()} {...form.field('on')} />
        <TextArea
          label={labels.note}
          hint="Freiwillig. Steht im Verlauf; die Fachaufsicht sieht nur den Grund."
          rows={3}
          maxLength={2000}
          {...form.field('note')}
        />
      </Form>
    </Dialog>
  )
}
