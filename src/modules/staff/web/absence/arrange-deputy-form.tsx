import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { today } from '../../../../platform/web/dates.ts'
import { useView } from '../../../../platform/web/use-view.ts'
import { deputyEndpoints, type DeputyChoices } from '../../contract/deputies.ts'
import { useStaffAction } from '../use-staff-action.ts'

/** For oneself, or as coordinator for somebody under the own oversight. */
export function ArrangeDeputyForm({ onDone }: { onDone: () => void }): ReactElement {
  const choices = useView(deputyEndpoints.choices)
  if (choices.isPending) return <Loading />
  if (!choices.data) return <ProblemAlert error={choices.error} onRetry={() => void choices.refetch()} />
  if (choices.data.absent.length === 0) {
    return (
      <EmptyState title="Niemand zu vertreten">
        Vertretungen gibt es für das Case Management: für sich selbst, oder als Koordination für Personen
        unter der eigenen Fachaufsicht.
      </EmptyState>
    )
  }
  return <Arrange choices={choices.data} onDone={onDone} />
}

const Typed = z.object({
  absentUserId: z.uuid('Bitte wählen Sie, wer abwesend ist.'),
  deputyUserId: z.uuid('Bitte wählen Sie die Vertretung.'),
  from: z.iso.date('Bitte geben Sie den ersten Tag an.'),
  lastDay: z.iso.date('Bitte geben Sie den letzten Tag an.'),
})

function Arrange({ choices, onDone }: { choices: DeputyChoices; onDone: () => void }): ReactElement {
  const arrange = useStaffAction(
    ({ body, idempotencyKey }: { body: z.output<typeof Typed>; idempotencyKey: string }) =>
      call(deputyEndpoints.arrange, { body, idempotencyKey }),
    { done: 'Vertretung eingetragen', views: [deputyEndpoints.list] },
  )
  const form = useForm({
    schema: Typed,
    initial: { absentUserId: choices.absent[0]!.id, deputyUserId: '', from: today(), lastDay: '' },
    submit: async (body, { idempotencyKey }) => {
      await arrange.mutateAsync({ body, idempotencyKey })
      onDone()
    },
  })
  const { absentUserId, deputyUserId } = form.values
  const deputies = choices.deputies.filter((row) => row.id !== absentUserId)
  return (
    <Form
      form={form}
      action="Vertretung eintragen"
      labels={{
        absentUserId: 'Abwesend',
        deputyUserId: 'Vertretung',
        from: 'Erster Tag',
        lastDay: 'Letzter Tag',
      }}
      onCancel={onDone}
    >
      {choices.absent.length > 1 && (
        <Combobox
          label="Wer ist abwesend?"
          required
          options={choices.absent.map((row) => ({
            value: row.id,
            label: row.self ? `${row.name} (Sie selbst)` : row.name,
          }))}
          {...form.field('absentUserId')}
        />
      )}
      <Combobox
        label="Wer vertritt?"
        required
        options={deputies.map((row) => ({
          value: row.id,
          label: [row.name, row.organisation].filter(Boolean).join(', '),
        }))}
        {...form.field('deputyUserId')}
      />
      {isAcross(choices, absentUserId, deputyUserId) && (
        <Alert tone="info" title="Anderer Anstellungsträger" live>
          <p className="kern-body">
            Es öffnen sich nur Fälle, in deren Einwilligung das KIM-Team genannt ist. Für die übrigen braucht
            es eine Vertretung beim selben Anstellungsträger.
          </p>
        </Alert>
      )}
      <div className="lt-form__row">
        <DateField label="Erster Tag" min={today()} {...form.field('from')} />
        <DateField label="Letzter Tag" min={today()} {...form.field('lastDay')} />
      </div>
    </Form>
  )
}

function isAcross({ deputies }: DeputyChoices, absentId: string, deputyId: string): boolean {
  const employer = (id: string) => deputies.find((row) => row.id === id)?.organisationId
  return deputyId !== '' && employer(absentId) !== employer(deputyId)
}
