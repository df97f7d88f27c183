import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { toast } from '../../../platform/web/ui/toast.ts'
import { taskEndpoints } from '../index.ts'
import { CaseChooser } from './case-chooser.tsx'
import { TaskFields } from './task-fields.tsx'
import { bodyOfTask, emptyTask, TaskEntry, taskLabels } from './task-form-values.ts'
import { closeTask } from './task-sheet-store.ts'

/** A new task: of the case whose page is open, of one chosen by typing, or of none. */
export default function NewTask({ caseId }: { caseId: string | undefined }): ReactElement {
  const { session } = useApp()
  const [chosen, setChosen] = useState(caseId ?? '')
  const mayChoose = caseId === undefined && session.rights.has('contact.write')
  return (
    <div className="lt-stack">
      {mayChoose && <CaseChooser label="Zu welchem Fall? (freiwillig)" value={chosen} onChange={setChosen} />}
      <Entry key={chosen} caseId={chosen === '' ? undefined : chosen} />
    </div>
  )
}

function Entry({ caseId }: { caseId: string | undefined }): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: TaskEntry,
    initial: emptyTask,
    draftKey: `task:${caseId ?? 'none'}`,
    submit: async (entry, { idempotencyKey }) => {
      const body = { ...bodyOfTask(entry), caseId: caseId ?? null }
      await call(taskEndpoints.create, { body, idempotencyKey })
      toast('Aufgabe angelegt')
      void client.invalidateQueries()
    },
  })
  const submit = async () => {
    const saved = await form.submit()
    if (saved) closeTask()
    return saved
  }
  return (
    <Form form={{ ...form, submit }} action="Aufgabe anlegen" labels={taskLabels} onCancel={closeTask}>
      <TaskFields form={form} caseId={caseId} />
    </Form>
  )
}
