import type { ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { formatDate, today } from '../../../../platform/web/dates.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { intakeEndpoints } from '../../contract/intake.ts'
import { useCaseRefresh } from './use-case.ts'

/** The first counselling talk: a date, recorded once. */
export function FirstTalkCard({ file }: { file: CaseView }): ReactElement {
  const { firstTalkOn } = file.intake
  return (
    <Card title="Erstgespräch">
      {firstTalkOn ? (
        <p className="kern-body">Geführt am {formatDate(firstTalkOn)}.</p>
      ) : file.can.includes('edit') ? (
        <FirstTalkForm file={file} />
      ) : (
        <p className="kern-body">Noch nicht festgehalten.</p>
      )}
    </Card>
  )
}

function FirstTalkForm({ file }: { file: CaseView }): ReactElement {
  const refresh = useCaseRefresh(file.id)
  const form = useForm({
    schema: intakeEndpoints.recordFirstTalk.body,
    initial: { on: today() },
    submit: async (body, { idempotencyKey }) => {
      await call(intakeEndpoints.recordFirstTalk, { params: { id: file.id }, body, idempotencyKey })
      await refresh()
      toast('Erstgespräch festgehalten')
    },
  })
  return (
    <Form form={form} action="Erstgespräch festhalten" labels={{ on: 'Geführt am' }}>
      <DateField label="Geführt am" max={today()} {...form.field('on')} />
    </Form>
  )
}
