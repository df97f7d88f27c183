import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { pageOf } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { BuildingBlock } from '../../tenancy/index.ts'
import { ActivityKind, ActivityState, Audience } from './codes.ts'
import { ListQuery } from './list-query.ts'

export const ActivityView = z
  .object({
    id: Id,
    kind: ActivityKind,
    title: z.string(),
    state: ActivityState,
    onDate: PlainDate.nullable(),
    untilDate: PlainDate.nullable(),
    audiences: z.array(Audience),
    buildingBlocks: z.array(BuildingBlock),
    partners: z.string().nullable(),
    languages: z.string().nullable(),
    agreedOn: PlainDate.nullable(),
    agreedReference: z.string().nullable(),
    funderNote: z.boolean().nullable(),
    result: z.string().nullable(),
    nextOn: PlainDate.nullable(),
    source: z.string().nullable(),
    version: z.int(),
    can: z.array(z.enum(['change'])),
  })
  .meta({ id: 'ProgrammeActivity' })
export type ActivityView = z.infer<typeof ActivityView>

const fields = {
  kind: ActivityKind,
  title: text(300),
  state: ActivityState,
  onDate: PlainDate.nullable(),
  untilDate: PlainDate.nullable(),
  audiences: z.array(Audience).max(6),
  buildingBlocks: z.array(BuildingBlock).max(3),
  partners: optionalText(500),
  languages: optionalText(200),
  agreedOn: PlainDate.nullable(),
  agreedReference: optionalText(120),
  funderNote: z.boolean().nullable(),
  result: optionalText(4000),
  nextOn: PlainDate.nullable(),
}
export const ActivityChange = z.strictObject(fields).partial().meta({ id: 'ProgrammeActivityChange' })
export type ActivityChange = z.infer<typeof ActivityChange>
export const NewActivity = z
  .strictObject({ ...z.strictObject(fields).partial().shape, kind: ActivityKind, title: text(300) })
  .meta({ id: 'NewProgrammeActivity' })

const write = { right: 'programme.write', response: ActivityView } as const

export const programmeActivityEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/programme-activities',
    right: 'programme.read',
    summary:
      'Events, campaigns, exploratory talks, formats of the Land and cooperation of the building blocks.',
    query: ListQuery.extend({
      kind: ActivityKind.optional(),
      state: ActivityState.or(z.literal('all')).default('all'),
      sort: z.enum(['onDate', 'title']).default('onDate'),
    }),
    response: pageOf(ActivityView, 'ProgrammeActivityPage'),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/programme-activities',
    summary: 'Enters an event, campaign, talk or format.',
    body: NewActivity,
    status: 201,
    ...write,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/programme-activities/:id',
    summary: 'Changes it, records that it took place and what came of it.',
    params: IdParams,
    body: ActivityChange,
    ifMatch: true,
    ...write,
  }),
}
