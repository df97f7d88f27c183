import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { MeasureState, MeasureSubject } from './codes.ts'

const what = {
  title: text(200),
  description: optionalText(2000),
  /** The group or body it goes to. */
  committeeId: Id.nullable().optional(),
  /** The office and the function that does it. */
  organisationId: Id.nullable().optional(),
  unitId: Id.nullable().optional(),
  function: optionalText(200),
  dueOn: PlainDate.nullable().optional(),
  /** Where it was recommended. */
  fromCommitteeId: Id.nullable().optional(),
  programme: optionalText(200),
  /** What it answers: a theme, a barrier … */
  subject: z
    .strictObject({ kind: MeasureSubject.exclude(['none']), id: Id, title: text(300) })
    .nullable()
    .optional(),
}

export const NewMeasure = z
  .strictObject({
    ...what,
    /** A measure that was decided already starts as taken up. */
    state: z.enum(['recommended', 'planned']).default('recommended'),
  })
  .meta({ id: 'NewMeasure' })
export type NewMeasure = z.infer<typeof NewMeasure>

/** Absent keeps, null clears. */
export const MeasureChange = z.strictObject(what).partial().meta({ id: 'MeasureChange' })
export type MeasureChange = z.infer<typeof MeasureChange>

export const MeasureMove = z
  .strictObject({
    to: MeasureState,
    /** The answer back to who recommended it; needed to decline, defer or drop. */
    note: optionalText(1000),
    /** What shows that it is done. */
    evidence: optionalText(1000),
    dueOn: PlainDate.nullable().optional(),
  })
  .meta({ id: 'MeasureMove' })
export type MeasureMove = z.infer<typeof MeasureMove>

const Named = z.object({ id: Id, label: z.string() })

export const MeasureView = z
  .object({
    id: Id,
    title: z.string(),
    description: z.string().nullable(),
    state: MeasureState,
    stateOn: PlainDate,
    committee: Named.nullable(),
    organisation: Named.nullable(),
    unit: Named.nullable(),
    function: z.string().nullable(),
    dueOn: PlainDate.nullable(),
    overdue: z.boolean(),
    fromCommittee: Named.nullable(),
    subject: z.object({ kind: MeasureSubject, id: Id, title: z.string().nullable() }).nullable(),
    programme: z.string().nullable(),
    evidence: z.string().nullable(),
    /** Recommended by whoever asks. */
    mine: z.boolean(),
    steps: z.array(
      z.object({
        from: MeasureState.nullable(),
        to: MeasureState,
        onDate: PlainDate,
        note: z.string().nullable(),
      }),
    ),
    version: z.int(),
    can: z.array(z.enum(['change', 'move'])),
  })
  .meta({ id: 'Measure' })
export type MeasureView = z.infer<typeof MeasureView>

export const MeasureQuery = PageQuery.extend({
  view: z.enum(['open', 'mine', 'settled', 'all']).default('open'),
  /** That go to this committee or come from it. */
  committeeId: Id.optional(),
  /** Words of the title. */
  search: z.string().trim().max(100).optional(),
})

const write = { right: 'measure.write', params: IdParams, response: MeasureView } as const

export const measureEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/measures',
    right: 'measure.read',
    summary: 'Recommendations and measures: open ones, own recommendations, settled ones; newest first.',
    query: MeasureQuery,
    response: pageOf(MeasureView, 'MeasurePage'),
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/measures/:id',
    right: 'measure.read',
    summary: 'One recommendation or measure with its steps.',
    params: IdParams,
    response: MeasureView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/measures',
    right: 'measure.recommend',
    summary: 'Recommends something to a group; whoever may write measures can enter one as taken up.',
    body: NewMeasure,
    response: MeasureView,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/measures/:id',
    summary: 'Changes what a measure says, who does it and until when.',
    body: MeasureChange,
    ifMatch: true,
    ...write,
  }),
  move: endpoint({
    method: 'POST',
    path: '/api/measures/:id/steps',
    summary: 'Takes a recommendation up or answers it, starts, finishes, defers or drops a measure.',
    body: MeasureMove,
    ifMatch: true,
    ...write,
  }),
  csv: endpoint({
    method: 'GET',
    path: '/api/measures/csv',
    right: 'measure.read',
    summary: 'All recommendations and measures as a table.',
    download: 'text/csv',
  }),
}
