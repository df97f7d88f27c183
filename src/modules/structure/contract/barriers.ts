import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import {
  AttributeKind,
  BarrierKind,
  BarrierReason,
  BarrierSource,
  BarrierState,
  DaysLost,
  ImpulseSource,
  Lasting,
  LegalDomain,
  PeriodGrain,
  PlaceKind,
  UnmetNeed,
  ViewState,
} from './codes.ts'

/** Something of the district's lists: its key or id, and the word for it. */
export const Named = z.object({ id: z.string(), label: z.string() }).meta({ id: 'BarrierNamed' })

/** One barrier as lists show it. No reporter, no case, no exact day: the table has none. */
export const BarrierRow = z
  .object({
    id: Id,
    title: z.string(),
    source: BarrierSource,
    kind: BarrierKind,
    lifeDomain: Named.nullable(),
    placeKind: PlaceKind,
    place: z.string().nullable(),
    periodGrain: PeriodGrain,
    periodFrom: PlainDate,
    daysLost: DaysLost,
    organisations: z.array(z.string()),
    state: BarrierState,
    groupId: Id.nullable(),
    openQuestions: z.int(),
  })
  .meta({ id: 'BarrierRow' })
export type BarrierRow = z.infer<typeof BarrierRow>

export const BarrierFilter = z.object({
  state: BarrierState.or(z.enum(['open', 'all'])).default('open'),
  kind: BarrierKind.optional(),
  lifeDomain: z.string().max(60).optional(),
  legalDomain: LegalDomain.optional(),
  organisationId: Id.optional(),
  municipalityId: Id.optional(),
  regionId: Id.optional(),
  groupId: Id.optional(),
  source: BarrierSource.optional(),
  unmet: UnmetNeed.optional(),
  /** Words of the barrier; every one must be there. There is no person in it, so it may stand in an address. */
  search: z.string().trim().max(100).optional(),
})
export type BarrierFilter = z.infer<typeof BarrierFilter>
export const BarrierQuery = BarrierFilter.extend({
  sort: z.enum(['newest', 'oldest']).default('newest'),
  ...PageQuery.shape,
})
export const BarrierPage = pageOf(BarrierRow, 'BarrierPage')

const Cell = z.object({ row: z.string(), column: z.string(), number: z.int() })

/** Board, matrix, map and trend of what the filter leaves: one question. */
export const BarrierOverview = z
  .object({
    total: z.int(),
    states: z.array(z.object({ key: BarrierState, number: z.int() })),
    /** Kind × life domain; `column` '' is without a life domain. */
    matrix: z.array(Cell),
    lifeDomains: z.array(Named),
    places: z.array(
      z.object({
        placeKind: PlaceKind,
        id: z.string(),
        /** Official key of a municipality. */
        ags: z.string().nullable(),
        label: z.string(),
        number: z.int(),
      }),
    ),
    organisations: z.array(Named.extend({ number: z.int() })),
    /** Per quarter, by its first day; only barriers whose period is a month or a quarter. */
    trend: z.array(z.object({ from: PlainDate, number: z.int() })),
    /** Barriers whose period is coarser than a quarter. */
    coarser: z.int(),
    /** Problems solved in the cases, by action constellation; null below the threshold. Null: not the reader's. */
    levels: z.array(z.object({ level: z.int(), state: z.string(), number: z.int().nullable() })),
  })
  .meta({ id: 'BarrierOverview' })
export type BarrierOverview = z.infer<typeof BarrierOverview>

export const BarrierOptions = z
  .object({
    lifeDomains: z.array(Named),
    organisations: z.array(Named),
    municipalities: z.array(Named),
    regions: z.array(Named),
    groups: z.array(Named),
  })
  .meta({ id: 'BarrierOptions' })
export type BarrierOptions = z.infer<typeof BarrierOptions>

export const OrganisationView = z
  .object({
    id: Id,
    organisation: Named,
    state: ViewState,
    askedOn: PlainDate,
    dueOn: PlainDate,
    answeredOn: PlainDate.nullable(),
    answer: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'OrganisationView' })
export type OrganisationView = z.infer<typeof OrganisationView>

export const BarrierView = z
  .object({
    ...BarrierRow.omit({ openQuestions: true, organisations: true, groupId: true }).shape,
    impulseSource: ImpulseSource.nullable(),
    description: z.string().nullable(),
    helped: z.string().nullable(),
    clientView: z.string().nullable(),
    answer: z.string().nullable(),
    legalDomains: z.array(LegalDomain),
    organisations: z.array(Named),
    unmet: UnmetNeed.nullable(),
    lasting: Lasting,
    level: z.int().nullable(),
    /** `label`: of a word of the district's own lists. */
    attributes: z.array(z.object({ kind: AttributeKind, value: z.string(), label: z.string().nullable() })),
    reason: BarrierReason.nullable(),
    group: Named.nullable(),
    mergedInto: Named.nullable(),
    additions: z.array(z.string()),
    questions: z.array(
      z.object({ id: Id, question: z.string(), answer: z.string().nullable(), askedOn: PlainDate }),
    ),
    views: z.array(OrganisationView),
    /** What an office was asked at a theme this barrier stands in; it counts here too. */
    askedAtThemes: z.array(
      z.object({
        organisation: Named,
        theme: Named,
        state: ViewState,
        askedOn: PlainDate,
        answer: z.string().nullable(),
      }),
    ),
    interview: z.object({ organisation: Named, guide: z.string() }).nullable(),
    steps: z.array(
      z.object({
        id: Id,
        from: BarrierState,
        to: BarrierState,
        reason: BarrierReason.nullable(),
        onDate: PlainDate,
        by: z.string().nullable(),
      }),
    ),
    /** What themes, decisions and papers answer; module themes adds its rows. */
    outcome: z.array(
      z.object({
        kind: z.string(),
        objectId: Id.nullable(),
        title: z.string(),
        state: z.string(),
        onDate: PlainDate.nullable(),
        words: z.string().nullable(),
      }),
    ),
    version: z.int(),
    can: z.array(z.enum(['move', 'ask', 'merge', 'group', 'askOrganisation'])),
  })
  .meta({ id: 'Barrier' })
export type BarrierView = z.infer<typeof BarrierView>

/** Why a barrier is like another. */
export const SimilarBarrier = z
  .object({
    ...BarrierRow.shape,
    shared: z.array(
      z.enum(['kind', 'lifeDomain', 'organisation', 'legalDomain', 'unmet', 'municipality', 'region']),
    ),
    /** Words both use, as the other one spells them. */
    words: z.array(z.string()),
    /** Words of the other one that look like one of this. */
    near: z.array(z.string()),
  })
  .meta({ id: 'SimilarBarrier' })
export type SimilarBarrier = z.infer<typeof SimilarBarrier>

export const BarrierMove = z
  .strictObject({
    to: z.enum(['new', 'reviewing', 'answered', 'noAction']),
    reason: BarrierReason.optional(),
    answer: optionalText(2000),
  })
  .meta({ id: 'BarrierMove' })
export type BarrierMove = z.infer<typeof BarrierMove>

export const NewQuestion = z.strictObject({ question: text(1000) }).meta({ id: 'NewBarrierQuestion' })

export const NewGroup = z
  .strictObject({
    title: text(200),
    note: optionalText(2000),
    barrierIds: z.array(Id).min(1).max(200),
  })
  .meta({ id: 'NewBarrierGroup' })

export const GroupChange = z
  .strictObject({
    title: text(200).optional(),
    note: optionalText(2000),
    add: z.array(Id).max(200).default([]),
    remove: z.array(Id).max(200).default([]),
  })
  .meta({ id: 'BarrierGroupChange' })

export const GroupView = z
  .object({
    id: Id,
    title: z.string(),
    note: z.string().nullable(),
    barriers: z.int(),
    /** Rounded down to fives; null below the threshold. */
    cases: z.int().nullable(),
    version: z.int(),
    can: z.array(z.enum(['change'])),
  })
  .meta({ id: 'BarrierGroup' })
export type GroupView = z.infer<typeof GroupView>

export const NewView = z
  .strictObject({ organisationId: Id, dueOn: PlainDate })
  .meta({ id: 'NewOrganisationView' })

export const ViewAnswer = z
  .strictObject({ state: z.enum(['answered', 'declined', 'noAnswer']), answer: optionalText(4000) })
  .meta({ id: 'OrganisationViewAnswer' })
