import type { ReactElement } from 'react'

import type { FormHandle } from '../../../platform/web/forms/use-form.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { taskEndpoints } from '../index.ts'
import { taskLabels as labels, type TaskEntryValues } from './task-form-values.ts'

interface TaskFieldsProps {
  form: FormHandle<TaskEntryValues>
  caseId: string | undefined
}

export function TaskFields({ form, caseId }: TaskFieldsProps): ReactElement {
  const { session } = useApp()
  const people = useView(taskEndpoints.colleagues, { query: { caseId } })
  const options = (people.data?.rows ?? [])
    .filter((row) => caseId !== undefined || row.id !== session.user.id)
    .map((row) => ({ value: row.id, label: row.name }))
  return (
    <>
      <TextField label={labels['title']!} required {...form.field('title')} />
      <div className="lt-form__row">
        <DateField label={labels['dueOn']!} {...form.field('dueOn')} />
        <DateField label={labels['remindOn']!} {...form.field('remindOn')} />
      </div>
      <Checkbox label={labels['waits']!} {...form.field('waits')} />
      <Combobox
        label={labels['assigneeId']!}
        hint={
          caseId === undefined
            ? 'Leer lassen, wenn Sie selbst es tun.'
            : 'Leer lassen: wer für den Fall zuständig ist, auch nach einer Übergabe.'
        }
        options={options}
        {...form.field('assigneeId')}
      />
      <TextArea label={labels['remark']!} rows={3} maxLength={2000} {...form.field('remark')} />
    </>
  )
}
