import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { CaseLabel } from './task.ts'

/** One row of Mein Tag: what, who, how late, one action. */
export const DayItem = z
  .object({
    /** Key of the source (`task`, `contactWait` …); with `id` unique. */
    source: z.string(),
    id: Id,
    what: z.string(),
    case: CaseLabel.nullable(),
    /** In whose stead, where the person deputises. */
    deputyFor: z.string().nullable(),
    /** Another person has it; the row stands under "Wartet auf andere". */
    with: z.string().nullable(),
    dueOn: z.string().nullable(),
    since: z.string().nullable(),
    /** Follow `to`, or complete the task in place (then `version` is there). */
    action: z.object({ label: z.string(), to: z.string().nullable() }),
    version: z.int().nullable(),
  })
  .meta({ id: 'DayItem' })
export type DayItem = z.infer<typeof DayItem>

export const daySections = ['overdue', 'today', 'week', 'undated', 'waiting'] as const

export const mostNotifications = 20

export const DayView = z
  .object({
    today: z.string(),
    sections: z.array(z.object({ key: z.enum(daySections), items: z.array(DayItem) })),
    /** Short lists of one kind: re-assessments due, consents running out … */
    groups: z.array(z.object({ key: z.string(), label: z.string(), items: z.array(DayItem) })),
    /** The first day after this week on which something is due, at most four weeks ahead. */
    nextDueOn: z.string().nullable(),
    /** True: a source had more rows than are shown. */
    more: z.boolean(),
    /** The newest unread ones, at most `mostNotifications`. */
    notifications: z.array(z.object({ id: Id, text: z.string(), to: z.string().nullable(), at: z.string() })),
  })
  .meta({ id: 'Day' })
export type DayView = z.infer<typeof DayView>

export const dayEndpoints = {
  read: endpoint({
    method: 'GET',
    reads: true,
    path: '/api/day',
    right: 'day.read',
    summary: 'Mein Tag: everything that is due for the person, across cases.',
    response: DayView,
  }),
  readNotification: endpoint({
    method: 'POST',
    path: '/api/notifications/:id/reading',
    right: 'notification.own',
    summary: 'Ticks an own notification off.',
    params: IdParams,
    status: 204,
  }),
}
