import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { ComparisonAlike, ReconstructionResult, ReconstructionState, StationMark } from './codes.ts'
import { BarrierKind, DaysLost, LegalDomain, Lasting } from '../../structure/index.ts'

const weeksField = z.int().min(0).max(520).nullable().default(null)
/** Absent words are null, so that what is stored has every field. */
const words = (max: number) => optionalText(max).transform((value) => value ?? null)

/** A station as the person lived it. Time is relative: „Monat 3“ after the beginning, never a date. */
const Station = z
  .strictObject({
    title: text(200),
    month: z.int().min(0).max(240).nullable().default(null),
    durationWeeks: weeksField,
    happened: words(2000),
    actors: words(300),
    legalDomains: z.array(LegalDomain).max(6).default([]),
    marks: z.array(StationMark).max(3).default([]),
    waitingWeeks: weeksField,
    helped: words(1000),
  })
  .meta({ id: 'Station' })

const Comparison = z.strictObject({
  label: text(200),
  alike: ComparisonAlike,
  note: words(1000),
  /** Another reconstruction or a barrier whose figures stand beside. */
  reconstructionId: Id.nullable().default(null),
  barrierId: Id.nullable().default(null),
})
const TargetStep = z.strictObject({
  label: text(200),
  organisation: words(300),
  legalDomain: LegalDomain.nullable().default(null),
  waitingWeeks: weeksField,
})

/** As many stations, and as many steps of the target chain, as a reconstruction may have. */
export const mostStations = 60
const stations = z.array(Station).max(mostStations)
export const NewReconstruction = z
  .strictObject({ title: text(200), situation: optionalText(4000) })
  .meta({ id: 'NewReconstruction' })

/**
 * An own case as it may be told: a title in place of the name, time from the beginning. `accepted` are marked stretches a
 * person has read and confirmed.
 */
const offered = {
  title: text(200),
  situation: text(4000),
  stations: stations.default([]),
  accepted: z.array(z.string().max(200)).max(200).default([]),
}
export const OfferTexts = z.strictObject(offered).meta({ id: 'ReconstructionOfferTexts' })
export type OfferTexts = z.output<typeof OfferTexts>
export const NewOffer = z
  .strictObject({
    ...offered,
    consent: z.literal(true, {
      error: 'Ohne das Einverständnis der Person nehmen Sie bitte einen konstruierten Fall.',
    }),
  })
  .meta({ id: 'NewReconstructionOffer' })

export const ReconstructionChange = z
  .strictObject({
    title: text(200).optional(),
    situation: optionalText(4000),
    stations: stations.optional(),
    hypothesis: optionalText(4000),
    comparisons: z.array(Comparison).max(40).optional(),
    targetChain: z.array(TargetStep).max(mostStations).optional(),
    participants: optionalText(1000),
    heldOn: PlainDate.nullable().optional(),
    stepsDone: z.array(z.int().min(1).max(12)).max(12).optional(),
  })
  .meta({ id: 'ReconstructionChange' })

/** The end: a theme or no structural cause; both with what speaks for it. */
export const ReconstructionEnd = z
  .strictObject({
    result: ReconstructionResult,
    words: text(2000),
    themeId: Id.nullable().default(null),
  })
  .meta({ id: 'ReconstructionEnd' })

const rowFields = {
  id: Id,
  title: z.string(),
  origin: z.enum(['offered', 'constructed']),
  state: ReconstructionState,
  stations: z.int(),
  result: ReconstructionResult.nullable(),
  theme: z.object({ id: Id, name: z.string() }).nullable(),
  moderator: z.string().nullable(),
}
export const ReconstructionRow = z.object(rowFields).meta({ id: 'ReconstructionRow' })
export type ReconstructionRow = z.infer<typeof ReconstructionRow>
export const ReconstructionPage = pageOf(ReconstructionRow, 'ReconstructionPage')
export const ReconstructionQuery = PageQuery.extend({
  state: ReconstructionState.optional(),
  search: z.string().trim().max(100).optional(),
})

const chainStep = z.object({
  label: z.string(),
  organisation: z.string().nullable(),
  legalDomain: z.string().nullable(),
  waitingWeeks: z.int().nullable(),
  remarks: z.array(z.string()),
})
const Chains = z.object({
  actual: z.array(chainStep),
  target: z.array(chainStep),
  /** What differs, in words. */
  differences: z.array(z.string()),
})

const Figures = z.object({
  steps: z.int(),
  organisations: z.int(),
  waitingWeeks: z.int(),
  /** Steps with a break, double work or a wait. */
  breaks: z.int(),
})

const StationView = z
  .object({
    title: z.string(),
    month: z.int().nullable(),
    durationWeeks: z.int().nullable(),
    happened: z.string().nullable(),
    actors: z.string().nullable(),
    legalDomains: z.array(LegalDomain),
    marks: z.array(StationMark),
    waitingWeeks: z.int().nullable(),
    helped: z.string().nullable(),
  })
  .meta({ id: 'StationView' })

/** Stations as the own case knows them: offices, legal domains and weeks; no word and no day of it. */
export const StationProposals = z
  .object({
    rows: z.array(StationView),
    /** The case knows more than a reconstruction holds. */
    more: z.boolean(),
  })
  .meta({ id: 'StationProposals' })

export const ReconstructionView = z
  .object({
    ...rowFields,
    stations: z.array(StationView),
    situation: z.string().nullable(),
    hypothesis: z.string().nullable(),
    comparisons: z.array(
      z.object({
        label: z.string(),
        alike: ComparisonAlike,
        note: z.string().nullable(),
        reconstructionId: Id.nullable(),
        barrierId: Id.nullable(),
        /** Of the reconstruction that was chosen. */
        figures: Figures.nullable(),
        /** Of the barrier that was chosen. */
        barrier: z.object({ kind: BarrierKind, daysLost: DaysLost, lasting: Lasting }).nullable(),
      }),
    ),
    targetChain: z.array(
      z.object({
        label: z.string(),
        organisation: z.string().nullable(),
        legalDomain: LegalDomain.nullable(),
        waitingWeeks: z.int().nullable(),
      }),
    ),
    participants: z.string().nullable(),
    heldOn: PlainDate.nullable(),
    stepsDone: z.array(z.int()),
    resultWords: z.string().nullable(),
    resultOn: PlainDate.nullable(),
    chains: Chains,
    figures: Figures,
    can: z.array(z.enum(['take', 'decline', 'change', 'end', 'reopen'])),
    version: z.int(),
  })
  .meta({ id: 'Reconstruction' })
export type ReconstructionView = z.infer<typeof ReconstructionView>

/** What the person who offered a case reads of it. */
export const OfferedReconstruction = z
  .object({
    id: Id,
    title: z.string(),
    state: ReconstructionState,
    result: ReconstructionResult.nullable(),
    words: z.string().nullable(),
    theme: z.object({ id: Id, name: z.string() }).nullable(),
  })
  .meta({ id: 'OfferedReconstruction' })
