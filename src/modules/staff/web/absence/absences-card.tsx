import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { formatDate, today } from '../../../../platform/web/dates.ts'
import { availabilityEndpoints, type AvailabilityView } from '../../contract/availability.ts'
import { useStaffAction } from '../use-staff-action.ts'

const views = [availabilityEndpoints.read]
const Typed = z.object({
  from: z.iso.date('Bitte geben Sie den ersten Tag an.'),
  lastDay: z.iso.date('Bitte geben Sie den letzten Tag an.'),
})

/** Own absences, without a reason. */
export function AbsencesCard({ absences }: Pick<AvailabilityView, 'absences'>): ReactElement {
  const add = useStaffAction(
    ({ body, idempotencyKey }: { body: z.output<typeof Typed>; idempotencyKey: string }) =>
      call(availabilityEndpoints.addAbsence, { body, idempotencyKey }),
    { done: 'Abwesenheit eingetragen', views },
  )
  const remove = useStaffAction(
    (id: string) => call(availabilityEndpoints.removeAbsence, { params: { id } }),
    {
      done: 'Abwesenheit gelöscht',
      views,
    },
  )
  const form = useForm({
    schema: Typed,
    initial: { from: '', lastDay: '' },
    warnOnLeave: false,
    submit: async (body, { idempotencyKey }) => {
      await add.mutateAsync({ body, idempotencyKey })
      form.replace({ from: '', lastDay: '' })
    },
  })
  return (
    <Card title="Abwesenheiten">
      <p className="kern-body">
        Einen Grund brauchen Sie nicht anzugeben. Ihre Fälle öffnet erst eine{' '}
        <Link to="/vertretungen">Vertretung</Link>.
      </p>
      <ProblemAlert error={remove.error} />
      {absences.length === 0 && <p className="kern-body">Keine Abwesenheit eingetragen.</p>}
      <ul className="lt-steps">
        {absences.map((absence) => {
          const period = `${formatDate(absence.from)} bis ${formatDate(absence.lastDay)}`
          return (
            <li key={absence.id}>
              {period}{' '}
              <Button
                size="small"
                variant="tertiary"
                icon="trash"
                iconOnly
                busy={remove.isPending && remove.variables === absence.id}
                aria-label={`Abwesenheit löschen: ${period}`}
                onClick={() => remove.mutate(absence.id)}
              >
                Löschen
              </Button>
            </li>
          )
        })}
      </ul>
      <Form
        form={form}
        action="Abwesenheit eintragen"
        labels={{ from: 'Erster Tag', lastDay: 'Letzter Tag' }}
      >
        <div className="lt-form__row">
          <DateField label="Erster Tag" {...form.field('from')} />
          <DateField label="Letzter Tag" min={today()} {...form.field('lastDay')} />
        </div>
      </Form>
    </Card>
  )
}
