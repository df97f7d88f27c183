import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { taskEndpoints, type Task } from '../index.ts'
import { TaskFields } from './task-fields.tsx'
import { changesOfTask, entryOfTask, TaskEntry, taskLabels } from './task-form-values.ts'
import { closeTask } from './task-sheet-store.ts'
import { useTaskAction } from './use-task-action.ts'

/** A task that is there: to change, complete or drop it. */
export default function EditTask({ taskId }: { taskId: string }): ReactElement {
  const view = useView(taskEndpoints.read, { params: { id: taskId } })
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  if (!view.data.can.includes('change')) return <ReadOnly task={view.data} />
  return <Edit task={view.data} />
}

const closedWords = { open: 'offen', done: 'erledigt', dropped: 'verworfen' } as const

function ReadOnly({ task }: { task: Task }): ReactElement {
  const action = useTaskAction(closeTask)
  return (
    <>
      <p className="kern-body">
        {task.title ?? 'Der Text ist für Sie nicht freigegeben.'} ({closedWords[task.state]})
      </p>
      <ProblemAlert error={action.error} />
      {task.can.includes('reopen') && (
        <Button variant="primary" busy={action.isPending} onClick={() => action.mutate({ task, as: 'open' })}>
          Aufgabe wieder aufnehmen
        </Button>
      )}
    </>
  )
}

function Edit({ task }: { task: Task }): ReactElement {
  const client = useQueryClient()
  const action = useTaskAction(closeTask)
  const initial = entryOfTask(task)
  const form = useForm({
    schema: TaskEntry,
    initial,
    version: task.version,
    draftKey: `task-change:${task.id}`,
    submit: async (entry, { ifMatch }) => {
      const body = changesOfTask(initial, entry)
      await call(taskEndpoints.change, {
        params: { id: task.id },
        body,
        ifMatch: ifMatch ?? task.version,
      })
      toast('Aufgabe geändert')
      void client.invalidateQueries()
    },
  })
  const submit = async () => {
    const saved = await form.submit()
    if (saved) closeTask()
    return saved
  }
  return (
    <>
      {task.case && (
        <p className="kern-body">
          {task.case.initials ?? 'Fall'} · {task.case.fileNumber}
        </p>
      )}
      <ProblemAlert error={action.error} />
      <Form
        form={{ ...form, submit }}
        action="Änderung speichern"
        labels={taskLabels}
        fromCurrent={(current) => entryOfTask(current as Task)}
        onCancel={closeTask}
        end={
          <>
            <Button busy={action.isPending} onClick={() => action.mutate({ task, as: 'done' })}>
              Erledigt
            </Button>
            <Button variant="tertiary" onClick={() => action.mutate({ task, as: 'dropped' })}>
              Verwerfen
            </Button>
          </>
        }
      >
        <TaskFields form={form} caseId={task.case?.id} />
      </Form>
    </>
  )
}
