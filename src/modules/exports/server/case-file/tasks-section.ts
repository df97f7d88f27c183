import type { Task } from '../../../calendar/index.ts'
import { listTasks } from '../../../calendar/server/index.ts'
import type { CaseFileSection } from './case-file-context.ts'
import { everyRow } from './every-row.ts'
import { dateOr, dayOfInstant, note } from './words.ts'

const states = { open: 'offen', done: 'erledigt', dropped: 'verworfen' } as const

export const tasksSection: CaseFileSection = async (tx, { file }) => {
  const of = (state: 'open' | 'closed') =>
    everyRow((page) => listTasks(tx, { ...page, view: 'mine', state, caseId: file.id }))
  const tasks = [...(await of('open')), ...(await of('closed'))]
  if (tasks.length === 0) return [note('Es gibt keine Aufgabe zu diesem Fall.')]
  return [
    {
      kind: 'table',
      widths: [6, 2, 3, 3],
      header: ['Aufgabe', 'Fällig', 'Wer', 'Stand'],
      rows: tasks.map(rowOf),
    },
  ]
}

const rowOf = (task: Task): string[] => [
  [task.title ?? 'Wortlaut nicht einsehbar', task.remark].filter(Boolean).join('\n'),
  dateOr(task.dueOn),
  task.assignee?.name ?? task.responsible?.name ?? '',
  task.closed === null ? states[task.state] : `${states[task.state]} am ${dayOfInstant(task.closed.at)}`,
]
