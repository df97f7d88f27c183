import { lazy, Suspense, type ReactElement } from 'react'

import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Sheet } from '../../../platform/web/ui/sheet.tsx'
import { closeTask, useTaskSheet } from './task-sheet-store.ts'

const NewTask = lazy(() => import('./new-task.tsx'))
const EditTask = lazy(() => import('./edit-task.tsx'))

/** The task sheet, over whatever page is open. */
export default function TaskLayer(): ReactElement {
  const sheet = useTaskSheet()
  const editing = sheet !== undefined && 'taskId' in sheet
  return (
    <Sheet open={sheet !== undefined} onClose={closeTask} title={editing ? 'Aufgabe' : 'Neue Aufgabe'}>
      {sheet && (
        <Suspense fallback={<Loading />}>
          {'taskId' in sheet ? (
            <EditTask key={sheet.taskId} taskId={sheet.taskId} />
          ) : (
            <NewTask key={sheet.caseId ?? ''} caseId={sheet.caseId} />
          )}
        </Suspense>
      )}
    </Sheet>
  )
}
