import type { ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { deputyEndpoints, type DeputyView } from '../../contract/deputies.ts'
import { useStaffAction } from '../use-staff-action.ts'

/** Prolongs or shortens an arrangement. */
export function MoveLastDayForm({
  deputy,
  onDone,
}: {
  deputy: DeputyView
  onDone: () => void
}): ReactElement {
  const change = useStaffAction(
    ({ lastDay, ifMatch }: { lastDay: string; ifMatch: number }) =>
      call(deputyEndpoints.change, { params: { id: deputy.id }, body: { lastDay }, ifMatch }),
    { done: 'Vertretung geändert', views: [deputyEndpoints.list] },
  )
  const form = useForm({
    schema: deputyEndpoints.change.body,
    initial: { lastDay: deputy.lastDay },
    version: deputy.version,
    submit: async ({ lastDay }, { ifMatch }) => {
      await change.mutateAsync({ lastDay, ifMatch: ifMatch! })
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Letzten Tag ändern"
      labels={{ lastDay: 'Letzter Tag' }}
      fromCurrent={(current) => ({ lastDay: (current as DeputyView).lastDay })}
      onCancel={onDone}
    >
      <p className="kern-body">
        {deputy.deputy.name} vertritt {deputy.absent.name}.
      </p>
      <DateField label="Letzter Tag" {...form.field('lastDay')} />
    </Form>
  )
}
