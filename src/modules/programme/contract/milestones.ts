import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { pageOf } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { Settled } from './codes.ts'
import { ListQuery } from './list-query.ts'

export const DuePrecision = z.enum(['day', 'month', 'year'])
export type DuePrecision = z.infer<typeof DuePrecision>

export const MilestoneView = z
  .object({
    id: Id,
    title: z.string(),
    dueOn: PlainDate,
    duePrecision: DuePrecision,
    state: Settled,
    stateOn: PlainDate.nullable(),
    evidence: z.string().nullable(),
    source: z.string().nullable(),
    version: z.int(),
    can: z.array(z.enum(['change'])),
  })
  .meta({ id: 'ProgrammeMilestone' })
export type MilestoneView = z.infer<typeof MilestoneView>

const fields = { title: text(300), dueOn: PlainDate }
const write = { right: 'programme.write', response: MilestoneView } as const

export const NewMilestone = z.strictObject(fields).meta({ id: 'NewProgrammeMilestone' })
export const MilestoneChange = z
  .strictObject({ ...fields, state: Settled, stateOn: PlainDate.nullable(), evidence: optionalText(2000) })
  .partial()
  .meta({ id: 'ProgrammeMilestoneChange' })

export const programmeMilestoneEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/programme-milestones',
    right: 'programme.read',
    summary: 'Milestones, by the day they are due.',
    query: ListQuery.extend({
      state: Settled.or(z.literal('all')).default('all'),
      sort: z.enum(['dueOn', 'title']).default('dueOn'),
    }),
    response: pageOf(MilestoneView, 'ProgrammeMilestonePage'),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/programme-milestones',
    summary: 'Adds a milestone.',
    body: NewMilestone,
    status: 201,
    ...write,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/programme-milestones/:id',
    summary: 'Changes a milestone, or settles it as reached or dropped with its evidence.',
    params: IdParams,
    body: MilestoneChange,
    ifMatch: true,
    ...write,
  }),
}
