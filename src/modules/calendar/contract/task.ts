import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'

/** What a person enters; `derived` tasks are made by the program. */
const EnteredKind = z.enum(['own', 'waitingForOthers'])
export const TaskKind = z.enum([...EnteredKind.options, 'derived']).meta({ id: 'TaskKind' })
export const TaskState = z.enum(['open', 'done', 'dropped']).meta({ id: 'TaskState' })
export type TaskState = z.infer<typeof TaskState>

const fields = {
  title: text(200),
  remark: optionalText(2000),
  kind: EnteredKind.optional(),
  dueOn: PlainDate.nullable().optional(),
  /** From this day on in Mein Tag, even when due later. */
  remindOn: PlainDate.nullable().optional(),
  /** In a case, null: whoever is responsible for it, also after a handover. Without a case, absent: oneself. */
  assigneeId: Id.nullable().optional(),
}

export const NewTask = z.strictObject({ ...fields, caseId: Id.nullable().optional() }).meta({ id: 'NewTask' })
export type NewTask = z.output<typeof NewTask>
/** Absent = keep, null = clear. The case of a task never changes. */
export const TaskChange = z
  .strictObject({ ...fields, title: fields.title.optional() })
  .meta({ id: 'TaskChange' })
export type TaskChange = z.output<typeof TaskChange>

const Named = z.object({ id: Id, name: z.string() })

/** The case as a row names it: initials of the main person, where names are open to the reader. */
export const CaseLabel = z
  .object({ id: Id, fileNumber: z.string(), initials: z.string().nullable() })
  .meta({ id: 'CaseLabel' })
export type CaseLabel = z.infer<typeof CaseLabel>

export const Task = z
  .object({
    id: Id,
    case: CaseLabel.nullable(),
    /** Null: free text of the case is not open to the reader. */
    title: z.string().nullable(),
    remark: z.string().nullable(),
    kind: TaskKind,
    dueOn: z.string().nullable(),
    remindOn: z.string().nullable(),
    /** Null in a case: the responsible person, named in `responsible`. */
    assignee: Named.nullable(),
    responsible: Named.nullable(),
    state: TaskState,
    closed: z.object({ at: z.string(), by: Named }).nullable(),
    createdBy: Named,
    createdAt: z.string(),
    can: z.array(z.enum(['change', 'close', 'reopen'])),
    version: z.int(),
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof Task>

export const TaskListQuery = PageQuery.extend({
  /** `mine`: what the person has to do; `given`: laid on others by the person; with `caseId`: all of the case. */
  view: z.enum(['mine', 'given']).default('mine'),
  caseId: Id.optional(),
  state: z.enum(['open', 'closed']).default('open'),
})

export const taskEndpoints = {
  list: endpoint({
    method: 'GET',
    reads: true,
    path: '/api/tasks',
    right: 'task.read',
    summary: 'Tasks: open ones by due date, closed ones newest first.',
    query: TaskListQuery,
    response: pageOf(Task, 'TaskPage'),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/tasks',
    right: 'task.write',
    summary: 'Adds a task, of a case or of nobody.',
    body: NewTask,
    response: Task,
    status: 201,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/tasks/:id',
    right: 'task.read',
    summary: 'One task.',
    params: IdParams,
    response: Task,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/tasks/:id',
    right: 'task.write',
    summary: 'Changes an open task; absent fields stay, null clears.',
    params: IdParams,
    ifMatch: true,
    body: TaskChange,
    response: Task,
  }),
  close: endpoint({
    method: 'POST',
    path: '/api/tasks/:id/completion',
    right: 'task.write',
    summary: 'Completes a task, or drops it.',
    params: IdParams,
    ifMatch: true,
    body: z.strictObject({ as: z.enum(['done', 'dropped']).default('done') }),
    response: Task,
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/api/tasks/:id/reopening',
    right: 'task.write',
    summary: 'Takes the completion of a task back.',
    params: IdParams,
    ifMatch: true,
    response: Task,
  }),
  colleagues: endpoint({
    method: 'GET',
    path: '/api/tasks/assignees',
    right: 'task.write',
    summary: 'Who can be given a task: of a case, whoever works it; else active colleagues.',
    query: z.object({ caseId: Id.optional() }),
    response: z.object({ rows: z.array(Named) }).meta({ id: 'TaskAssignees' }),
  }),
}
