import type { ReactElement, ReactNode } from 'react'

import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import type { Task } from '../index.ts'
import { openTask } from './task-sheet-store.ts'
import { useTaskAction } from './use-task-action.ts'

interface TaskTableProps {
  caption: string
  rows: readonly Task[]
  empty: ReactNode
}

export function TaskTable({ caption, rows, empty }: TaskTableProps): ReactElement {
  const action = useTaskAction()
  const columns = [...facts, actionColumn(action)]
  return (
    <>
      <ProblemAlert error={action.error} />
      <Table
        caption={caption}
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={empty}
      />
    </>
  )
}

const facts: readonly Column<Task>[] = [
  {
    key: 'title',
    header: 'Was',
    cell: (task) => (
      <>
        <Button variant="tertiary" size="small" onClick={() => openTask({ taskId: task.id })}>
          {task.title ?? 'Text nicht freigegeben'}
        </Button>{' '}
        {task.kind === 'waitingForOthers' && <Badge icon="clock">wartet</Badge>}
      </>
    ),
  },
  { key: 'case', header: 'Fall', cell: (task) => <CaseLink task={task} /> },
  {
    key: 'who',
    header: 'Wer',
    cell: (task) => task.assignee?.name ?? task.responsible?.name ?? '',
  },
  {
    key: 'due',
    header: 'Fällig',
    align: 'end',
    cell: (task) => (task.dueOn ? <Day at={task.dueOn} relative /> : 'ohne Termin'),
  },
]

function CaseLink({ task }: { task: Task }): ReactElement | null {
  if (!task.case) return null
  return (
    <Link to="/faelle/$id" params={{ id: task.case.id }}>
      {task.case.initials ? `${task.case.initials} · ${task.case.fileNumber}` : task.case.fileNumber}
    </Link>
  )
}

function actionColumn(action: ReturnType<typeof useTaskAction>): Column<Task> {
  const button = (task: Task, as: 'done' | 'open', label: string) => (
    <Button
      size="small"
      busy={action.isPending && action.variables.task.id === task.id}
      onClick={() => action.mutate({ task, as })}
    >
      {label}
    </Button>
  )
  return {
    key: 'action',
    header: 'Aktion',
    action: true,
    cell: (task) =>
      task.can.includes('close')
        ? button(task, 'done', 'Erledigt')
        : task.can.includes('reopen') && button(task, 'open', 'Wieder aufnehmen'),
  }
}
