import type { Cell } from '../../../../platform/server/spreadsheets/index.ts'
import type { Task } from '../../../calendar/index.ts'
import { listTasks } from '../../../calendar/server/index.ts'
import { taskColumnLabels, type TaskColumn } from '../../contract/columns.ts'
import type { ListChoice } from '../../contract/exports.ts'
import { day, dayAt, words } from './cells.ts'
import type { ListTable } from './list-source.ts'

type Choice = Extract<ListChoice, { kind: 'tasks' }>

const kinds = {
  own: 'eigene Aufgabe',
  waitingForOthers: 'wartet auf andere',
  derived: 'vom Programm',
} as const
const states = { open: 'offen', done: 'erledigt', dropped: 'verworfen' } as const

const cells: Readonly<Record<TaskColumn, (row: Task) => Cell>> = {
  fileNumber: (row) => words(row.case?.fileNumber),
  title: (row) => words(row.title),
  remark: (row) => words(row.remark),
  kind: (row) => kinds[row.kind],
  dueOn: (row) => day(row.dueOn),
  remindOn: (row) => day(row.remindOn),
  assignee: (row) => words(row.assignee?.name ?? row.responsible?.name),
  state: (row) => states[row.state],
  closedOn: (row) => dayAt(row.closed?.at),
  createdBy: (row) => words(row.createdBy.name),
}

export const taskList = ({ columns, caseId, view, state }: Choice): ListTable => ({
  header: columns.map((column) => taskColumnLabels[column]),
  page: async (tx, _actor, { after, limit }) => {
    const { rows, ...more } = await listTasks(tx, {
      limit,
      view,
      state,
      ...(after === undefined ? {} : { after }),
      ...(caseId === null ? {} : { caseId }),
    })
    return { ...more, rows: rows.map((row) => columns.map((column) => cells[column](row))) }
  },
})
