import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'

/** What a timeline can be narrowed to. */
export const timelineKinds = [
  'contact',
  'case',
  'consent',
  'assessment',
  'plan',
  'agreement',
  'document',
  'task',
  'referral',
  'sharing',
  'household',
  'problem',
] as const
export const TimelineKind = z.enum(timelineKinds).meta({ id: 'TimelineKind' })
export type TimelineKind = z.infer<typeof TimelineKind>

const Fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])

/** One thing that happened in a case. `facts` are codes and names of offices; `text` is free text, where it is open. */
export const TimelineEntry = z
  .object({
    id: Id,
    kind: TimelineKind,
    /** What happened: `recorded`, `phase`, `signed` … with `kind` it chooses the German sentence. */
    event: z.string(),
    onDate: z.string(),
    /** When it was entered. Null: the record keeps the day only, and no time is made up. */
    at: z.string().nullable(),
    /** Null: the record does not keep who it was. */
    actor: z.object({ id: Id, name: z.string() }).nullable(),
    /** Who was responsible then, when a deputy acted. */
    deputyOf: z.string().nullable(),
    text: z.string().nullable(),
    facts: z.record(z.string(), Fact),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const timelineEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/cases/:id/timeline',
    right: 'timeline.read',
    summary: 'Everything that happened in a case, newest first.',
    params: IdParams,
    query: PageQuery.extend({
      /** Only these kinds, separated by commas; absent: all. */
      kinds: z
        .string()
        .max(200)
        .refine((list) => list.split(',').every((kind) => TimelineKind.safeParse(kind).success), {
          error: 'Bitte wählen Sie aus den vorgesehenen Arten.',
        })
        .optional(),
      /** First and last day. */
      from: PlainDate.optional(),
      to: PlainDate.optional(),
      /** Only what is about this life domain; entries about none in particular are left out. */
      lifeDomain: z
        .string()
        .regex(/^[a-z][A-Za-z0-9-]{0,59}$/, 'Bitte wählen Sie einen Lebensbereich der Liste.')
        .optional(),
    }),
    response: pageOf(TimelineEntry, 'TimelinePage'),
  }),
}
