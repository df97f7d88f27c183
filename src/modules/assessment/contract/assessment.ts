import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { BasisKind } from '../../cases/index.ts'
import { AssessmentKind, RatingState, RatingUrgency } from './codes.ts'

/** One step of the scale with its words, one for each question. */
export const ScaleStep = z
  .object({ value: z.int(), resource: z.string(), need: z.string(), clientView: z.string() })
  .meta({ id: 'AssessmentScaleStep' })
export type ScaleStep = z.infer<typeof ScaleStep>

const value = z.int().nullable()

/** What the three questions were answered with; steps of the scale, null where left open. */
export const RatingValues = z.object({ resource: value, need: value, clientView: value })
export type RatingValues = z.infer<typeof RatingValues>

export const RatingView = RatingValues.extend({
  /** Null: nothing is saved yet. */
  id: Id.nullable(),
  lifeDomain: z.string(),
  /** Null: the whole family. */
  personId: Id.nullable(),
  state: RatingState,
  urgency: RatingUrgency.nullable(),
  /** Null where the access does not reach to free text. */
  text: z.object({ note: z.string().nullable(), clientWords: z.string().nullable() }).nullable(),
  version: z.int(),
}).meta({ id: 'AssessmentRating' })
export type RatingView = z.infer<typeof RatingView>

/** A row without its words, to lay beside another. */
export const ComparedRating = RatingValues.extend({
  lifeDomain: z.string(),
  personId: Id.nullable(),
  state: RatingState,
}).meta({ id: 'ComparedAssessmentRating' })
export type ComparedRating = z.infer<typeof ComparedRating>

/** Last time's row, shown as a ghost beside the new one. Nothing of it is taken over. */
export const PreviousRating = ComparedRating.extend({
  /** Null where the access does not reach to free text. */
  text: z.object({ note: z.string().nullable(), clientWords: z.string().nullable() }).nullable(),
}).meta({ id: 'PreviousAssessmentRating' })
export type PreviousRating = z.infer<typeof PreviousRating>

/** A life domain of the district as this case may use it. */
export const DomainView = z
  .object({
    key: z.string(),
    label: z.string(),
    definition: z.string().nullable(),
    /** Null: open. With a kind, recording that legal basis opens the domain; without, the district keeps it locked. */
    locked: z
      .object({ reason: z.enum(['basisMissing', 'lockedByDistrict']), basis: BasisKind.nullable() })
      .nullable(),
    /** The notice of § 87 AufenthG stands beside it. */
    section87: z.boolean(),
    /** Religion easily comes up here, and its legal basis is not recorded. */
    noReligionYet: z.boolean(),
  })
  .meta({ id: 'AssessmentDomain' })
export type DomainView = z.infer<typeof DomainView>

export const SubjectView = z
  .object({
    personId: Id,
    isMain: z.boolean(),
    /** Null where the access does not reach to names. */
    name: z.string().nullable(),
  })
  .meta({ id: 'AssessmentSubject' })
export type SubjectView = z.infer<typeof SubjectView>

export const SummaryView = z
  .object({
    /** The edited text. Null: none, the summary writes itself from the ratings; or not to be read, see `withheld`. */
    content: z.string().nullable(),
    withheld: z.enum(['noAccess', 'basisMissing']).nullable(),
    version: z.int(),
  })
  .meta({ id: 'AssessmentSummary' })
export type SummaryView = z.infer<typeof SummaryView>

export const AssessmentView = z
  .object({
    id: Id,
    version: z.int(),
    kind: AssessmentKind,
    episode: z.int(),
    startedOn: PlainDate,
    finishedOn: PlainDate.nullable(),
    by: z.object({ id: Id, name: z.string() }),
    /** Who finished it; null while open, and where it was finished before this was kept. */
    finishedBy: z.object({ id: Id, name: z.string() }).nullable(),
    /** Null: without scale. */
    scale: z.array(ScaleStep).nullable(),
    ratings: z.array(RatingView),
    summary: SummaryView,
  })
  .meta({ id: 'Assessment' })
export type AssessmentView = z.infer<typeof AssessmentView>

export const AssessmentAction = z.enum(['start', 'rate', 'complete', 'undoCompletion', 'discard'])
export type AssessmentAction = z.infer<typeof AssessmentAction>

/** Everything the tab „Lebensbereiche“ shows, in one request. */
export const AssessmentScreen = z
  .object({
    caseId: Id,
    /** The open one, else the last one finished; or the one asked for. */
    current: AssessmentView.nullable(),
    previous: z
      .object({
        finishedOn: PlainDate,
        /** Who finished it, else who began it: another person than now may have judged differently. */
        by: z.object({ id: Id, name: z.string() }),
        scale: z.array(ScaleStep).nullable(),
        ratings: z.array(PreviousRating),
      })
      .nullable(),
    history: z.array(
      z.object({
        id: Id,
        kind: AssessmentKind,
        startedOn: PlainDate,
        finishedOn: PlainDate.nullable(),
        by: z.string(),
      }),
    ),
    domains: z.array(DomainView),
    subjects: z.array(SubjectView),
    /** What a new assessment would start with. */
    scale: z.object({ steps: z.array(ScaleStep), withoutScaleAllowed: z.boolean() }).nullable(),
    reassessment: z.object({
      dueOn: PlainDate.nullable(),
      months: z.int(),
      /** The interval is the program's default, no concept of the district names one. */
      isDefault: z.boolean(),
    }),
    can: z.array(AssessmentAction),
  })
  .meta({ id: 'AssessmentScreen' })
export type AssessmentScreen = z.infer<typeof AssessmentScreen>
