import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { PlainDate } from '../../../../platform/contract/dates.ts'
import { catalogueEndpoints } from '../../../tenancy/index.ts'
import { call } from '../../../../platform/web/api.ts'
import { today } from '../../../../platform/web/dates.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { useView } from '../../../../platform/web/use-view.ts'
import { Section87Notice } from '../../../people/web/index.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { closureEndpoints } from '../../contract/closure.ts'
import { GoalsReached, goalsReachedLabels } from '../../contract/codes.ts'
import { proposedAftercare } from '../../rules/closure.ts'
import { useLists } from '../use-lists.ts'
import { useCase, useCaseRefresh } from './use-case.ts'
import { useCaseId } from './use-case-id.ts'

const ClosureForm = z.object({
  reason: z.string().min(1, 'Bitte wählen Sie einen Grund.'),
  goals: z.enum(GoalsReached.options, { error: 'Bitte wählen Sie, wie weit die Ziele erreicht sind.' }),
  openNeeds: z.string().trim().max(8000),
  clientView: z.string().trim().max(8000),
  summary: z.string().trim().max(8000),
  closedOn: PlainDate,
  aftercareOn: z.union([PlainDate, z.literal('')]),
})
const goals = GoalsReached.options.map((value) => ({ value, label: goalsReachedLabels[value] }))
const labels = {
  reason: 'Grund',
  goals: 'Ziele',
  openNeeds: 'Offener Bedarf',
  clientView: 'Sicht der Person',
  summary: 'Auswertung',
  closedOn: 'Abgeschlossen am',
  aftercareOn: 'Nachsorge bis',
}

/** „Fall abschließen“: the evaluation, and what closing does. */
export function ClosurePage(): ReactElement | null {
  const caseId = useCaseId()
  const file = useCase(caseId).data
  const lists = useView(catalogueEndpoints.list)
  if (!file) return null
  if (lists.isPending) return <Loading />
  if (!file.can.includes('close'))
    return <Alert tone="info" title="Dieser Fall kann hier nicht abgeschlossen werden." />
  const months = Number(lists.data?.settings['aftercareMonths'] ?? 6)
  return <CloseForm file={file} aftercareOn={proposedAftercare(today(), months) ?? ''} />
}

function CloseForm({ file, aftercareOn }: { file: CaseView; aftercareOn: string }): ReactElement {
  const navigate = useNavigate()
  const refresh = useCaseRefresh(file.id)
  const reasons = useLists().options('closureReason')
  const form = useForm({
    schema: ClosureForm,
    initial: {
      reason: '',
      goals: '' as GoalsReached,
      openNeeds: '',
      clientView: '',
      summary: '',
      closedOn: today(),
      aftercareOn,
    },
    draftKey: `closure:${file.id}`,
    submit: async (values, { idempotencyKey }) => {
      const body = { ...values, aftercareOn: values.aftercareOn === '' ? null : values.aftercareOn }
      const view = await call(closureEndpoints.close, { params: { id: file.id }, body, idempotencyKey })
      await refresh(view)
      toast('Fall abgeschlossen')
      await navigate({ to: `/faelle/${file.id}` })
    },
  })
  return (
    <Card title="Fall abschließen">
      <div className="lt-stack">
        <Alert tone="warning" title="Mit dem Abschluss endet die Weitergabe">
          <p className="kern-body">
            Freigaben und Einwilligungen enden heute. Nach der Nachsorge wird die Akte eingeschränkt: Dann
            sind die Inhalte geschlossen, und der Fall steht unter „Eingeschränkte Akten“. Von dort nehmen Sie
            ihn mit einem Grund wieder auf, wenn die Person zurückkommt.
          </p>
        </Alert>
        <Form
          form={form}
          action="Fall abschließen"
          labels={labels}
          onCancel={() => void navigate({ to: `/faelle/${file.id}` })}
        >
          <Select label={labels.reason} required width="medium" options={reasons} {...form.field('reason')} />
          <Section87Notice />
          <RadioGroup label={labels.goals} required options={goals} {...form.field('goals')} />
          <TextArea
            label={labels.openNeeds}
            hint="Was bleibt, und wer kümmert sich?"
            rows={3}
            {...form.field('openNeeds')}
          />
          <TextArea
            label={labels.clientView}
            hint="In den Worten der Person."
            rows={3}
            {...form.field('clientView')}
          />
          <TextArea label={labels.summary} rows={3} {...form.field('summary')} />
          <div className="lt-form__row">
            <DateField label={labels.closedOn} required max={today()} {...form.field('closedOn')} />
            <DateField
              label={labels.aftercareOn}
              hint="Leer: keine Nachsorge."
              {...form.field('aftercareOn')}
            />
          </div>
        </Form>
      </div>
    </Card>
  )
}
