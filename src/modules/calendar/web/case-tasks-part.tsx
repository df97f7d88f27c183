import type { ReactElement } from 'react'

import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { today } from '../../../platform/web/dates.ts'
import { usePages } from '../../../platform/web/use-view.ts'
import { taskEndpoints, type Task } from '../index.ts'
import './day.css'
import { lateness } from './day-words.ts'
import { openTask } from './task-sheet-store.ts'
import { useTaskAction } from './use-task-action.ts'

/** Card of a case's overview: its open tasks. A list, because a card is too narrow for a table. */
export default function CaseTasksPart({ caseId }: { caseId: string }): ReactElement {
  const { session } = useApp()
  const { rows, error, loading, retry, pager } = usePages<typeof taskEndpoints.list, Task>(
    taskEndpoints.list,
    { query: { caseId, state: 'open', limit: 10 } },
  )
  const mayWrite = session.rights.has('contact.write')
  return (
    <Card
      title="Aufgaben"
      end={
        mayWrite && (
          <Button size="small" icon="add" onClick={() => openTask({ caseId })}>
            Aufgabe
          </Button>
        )
      }
    >
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && rows.length === 0 && <p className="kern-body">Keine offene Aufgabe.</p>}
      <ul className="lt-day__list" role="list">
        {rows.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
      {pager.hasMore && <Pager {...pager} />}
    </Card>
  )
}

function TaskRow({ task }: { task: Task }): ReactElement {
  const action = useTaskAction()
  const title = task.title ?? 'Text nicht freigegeben'
  const late = lateness({ dueOn: task.dueOn, since: null }, today())
  const notes = [late, task.assignee && `bei ${task.assignee.name}`].filter(Boolean).join(' · ')
  return (
    <li className="lt-day__row lt-day__row--narrow">
      <div className="lt-day__what">
        <button type="button" className="lt-day__open" onClick={() => openTask({ taskId: task.id })}>
          {title}
        </button>
        {notes && <span className="lt-day__late">{notes}</span>}
        <ProblemAlert error={action.error} />
      </div>
      {task.can.includes('close') && (
        <Button
          size="small"
          busy={action.isPending}
          aria-label={`Erledigt: ${title}`}
          onClick={() => action.mutate({ task, as: 'done' })}
        >
          Erledigt
        </Button>
      )}
    </li>
  )
}
