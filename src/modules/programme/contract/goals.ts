import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { pageOf } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { Rating, Settled } from './codes.ts'
import { ListQuery } from './list-query.ts'

const Figure = z.number().min(-1e9).max(1e9)

export const GoalStatus = z.object({
  id: Id,
  onDate: PlainDate,
  value: z.number().nullable(),
  rating: Rating,
  note: z.string().nullable(),
  countermeasure: z.string().nullable(),
  countermeasureBy: PlainDate.nullable(),
})

export const GoalView = z
  .object({
    id: Id,
    title: z.string(),
    description: z.string().nullable(),
    indicator: z.string().nullable(),
    unit: z.string().nullable(),
    target: z.number().nullable(),
    targetOn: PlainDate.nullable(),
    reviewMonths: z.int(),
    state: Settled,
    stateOn: PlainDate.nullable(),
    stateReason: z.string().nullable(),
    source: z.string().nullable(),
    /** Newest first; the last 24. */
    statuses: z.array(GoalStatus),
    /** When the next status is due; null once settled. */
    statusDueOn: PlainDate.nullable(),
    version: z.int(),
    can: z.array(z.enum(['change'])),
  })
  .meta({ id: 'ProgrammeGoal' })
export type GoalView = z.infer<typeof GoalView>

const fields = {
  title: text(300),
  description: optionalText(2000),
  indicator: optionalText(300),
  unit: optionalText(40),
  target: Figure.nullable().optional(),
  targetOn: PlainDate.nullable().optional(),
}
export const NewGoal = z
  .strictObject({ ...fields, reviewMonths: z.int().min(1).max(36).optional() })
  .meta({ id: 'NewProgrammeGoal' })
export const GoalChange = z
  .strictObject({
    ...fields,
    reviewMonths: z.int().min(1).max(36),
    state: Settled,
    stateReason: optionalText(2000),
  })
  .partial()
  .meta({ id: 'ProgrammeGoalChange' })
export const NewGoalStatus = z
  .strictObject({
    onDate: PlainDate,
    value: Figure.nullable().optional(),
    rating: Rating,
    note: optionalText(2000),
    countermeasure: optionalText(2000),
    countermeasureBy: PlainDate.nullable().optional(),
  })
  .meta({ id: 'NewProgrammeGoalStatus' })

const write = { right: 'programme.write', response: GoalView } as const

export const programmeGoalEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/programme-goals',
    right: 'programme.read',
    summary: 'Goals of the district with indicator, target and how they stood over time.',
    query: ListQuery.extend({
      state: Settled.or(z.literal('all')).default('open'),
      sort: z.enum(['title', 'targetOn', 'statusDueOn']).default('title'),
    }),
    response: pageOf(GoalView, 'ProgrammeGoalPage'),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/programme-goals',
    summary: 'Adds a goal.',
    body: NewGoal,
    status: 201,
    ...write,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/programme-goals/:id',
    summary: 'Changes a goal, or settles it as reached or dropped.',
    params: IdParams,
    body: GoalChange,
    ifMatch: true,
    ...write,
  }),
  addStatus: endpoint({
    method: 'POST',
    path: '/api/programme-goals/:id/statuses',
    summary: 'Records how a goal stands, and what is done where it falls behind.',
    params: IdParams,
    body: NewGoalStatus,
    status: 201,
    ...write,
  }),
}
