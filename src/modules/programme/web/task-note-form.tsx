import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { programmeTaskEndpoints, type TaskListView, type TaskRow } from '../contract/tasks.ts'
import { typedText } from './form-values.ts'
import { useDone } from './use-programme-action.ts'

const Note = z.object({ note: typedText(2000) })

export function TaskNoteForm(props: { list: TaskListView; task: TaskRow; onDone: () => void }): ReactElement {
  const { list, task, onDone } = props
  const done = useDone(onDone)
  const form = useForm({
    schema: Note,
    initial: { note: task.note ?? '' },
    version: task.version,
    submit: async ({ note }, { ifMatch }) => {
      const at = { list: list.key, task: task.key, period: list.period, regionId: list.regionId }
      await call(programmeTaskEndpoints.mark, { body: { ...at, state: task.state, note }, ifMatch: ifMatch! })
      await done('Notiz gespeichert')
    },
  })
  return (
    <Form
      form={form}
      action="Notiz speichern"
      fromCurrent={(current) => ({ note: (current as TaskRow).note ?? '' })}
      onCancel={onDone}
    >
      <p className="kern-body">{task.label}</p>
      <TextArea label="Notiz" rows={4} maxLength={2000} {...form.field('note')} />
    </Form>
  )
}
