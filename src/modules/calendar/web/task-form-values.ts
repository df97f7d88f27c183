import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'
import type { Task } from '../index.ts'

const Day = z.union([PlainDate, z.literal('')])

/** What is typed: empty text stands for "nothing said". */
export const TaskEntry = z
  .object({
    title: z.string().trim().min(1, 'Bitte schreiben Sie, was zu tun ist.').max(200),
    dueOn: Day,
    remindOn: Day,
    waits: z.boolean(),
    assigneeId: z.string(),
    remark: z.string().max(2000),
  })
  .refine((entry) => entry.remindOn === '' || entry.dueOn === '' || entry.remindOn <= entry.dueOn, {
    path: ['remindOn'],
    error: 'Die Erinnerung liegt nach der Fälligkeit.',
  })
export type TaskEntryValues = z.input<typeof TaskEntry>

export const taskLabels: Record<string, string> = {
  title: 'Was ist zu tun?',
  dueOn: 'Fällig am',
  remindOn: 'Erinnern ab',
  waits: 'Jemand anderes ist am Zug, ich warte darauf',
  assigneeId: 'Wer?',
  remark: 'Bemerkung',
}

export const emptyTask: TaskEntryValues = {
  title: '',
  dueOn: '',
  remindOn: '',
  waits: false,
  assigneeId: '',
  remark: '',
}

/** A task as it stands, in the shape of the form. */
export const entryOfTask = (task: Task): TaskEntryValues => ({
  title: task.title ?? '',
  dueOn: task.dueOn ?? '',
  remindOn: task.remindOn ?? '',
  waits: task.kind === 'waitingForOthers',
  assigneeId: task.assignee?.id ?? '',
  remark: task.remark ?? '',
})

/** As the API takes it. */
export const bodyOfTask = (entry: z.output<typeof TaskEntry>) => ({
  title: entry.title,
  dueOn: entry.dueOn === '' ? null : entry.dueOn,
  remindOn: entry.remindOn === '' ? null : entry.remindOn,
  kind: entry.waits ? ('waitingForOthers' as const) : ('own' as const),
  assigneeId: entry.assigneeId === '' ? null : entry.assigneeId,
  remark: entry.remark.trim() === '' ? null : entry.remark,
})

/** Only what differs travels: nobody overwrites what they did not touch. */
export function changesOfTask(before: TaskEntryValues, after: z.output<typeof TaskEntry>) {
  const was = bodyOfTask(before)
  const body = bodyOfTask(after)
  return Object.fromEntries(
    Object.entries(body).filter(([key, value]) => value !== was[key as keyof typeof was]),
  ) as Partial<typeof body>
}
