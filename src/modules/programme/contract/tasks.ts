import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { TaskState } from './codes.ts'

export const Period = z
  .string()
  .regex(/^\d{4}(-(Q[1-4]|H[12]))?$/, 'Ein Zeitraum heißt 2026, 2026-H2 oder 2026-Q4.')

export const TaskRow = z.object({
  key: z.string(),
  label: z.string(),
  state: TaskState,
  note: z.string().nullable(),
  /** 0: nothing recorded in this period yet. */
  version: z.int(),
})
export type TaskRow = z.infer<typeof TaskRow>

export const TaskListView = z
  .object({
    key: z.string(),
    label: z.string(),
    source: z.string().nullable(),
    period: z.string(),
    periodLabel: z.string(),
    previous: z.string(),
    next: z.string().nullable(),
    /** Null: one list for the whole district. */
    regionId: Id.nullable(),
    regionLabel: z.string().nullable(),
    tasks: z.array(TaskRow),
  })
  .meta({ id: 'ProgrammeTaskList' })
export type TaskListView = z.infer<typeof TaskListView>

export const TaskMark = z
  .strictObject({
    list: z.string().min(1).max(60),
    task: z.string().min(1).max(60),
    period: Period,
    regionId: Id.nullable().optional(),
    state: TaskState,
    note: optionalText(2000),
  })
  .meta({ id: 'ProgrammeTaskMark' })

export const programmeTaskEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/programme-tasks',
    right: 'programme.read',
    summary:
      'The task lists of lead and coordination with what is recorded for a period; without one, the present.',
    query: z.object({ on: z.iso.date().optional() }),
    response: z
      .object({ lists: z.array(TaskListView), can: z.array(z.enum(['mark'])) })
      .meta({ id: 'ProgrammeTaskLists' }),
  }),
  mark: endpoint({
    method: 'PUT',
    path: '/api/programme-task-marks',
    right: 'programme.write',
    summary: 'Records how far a task is in a period; If-Match is 0 where nothing is recorded yet.',
    body: TaskMark,
    response: TaskRow.meta({ id: 'ProgrammeTask' }),
    ifMatch: true,
  }),
}
