import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import {
  AttributeKind,
  BarrierKind,
  BarrierState,
  LegalDomain,
  Named,
  PeriodGrain,
  PlaceKind,
  UnmetNeed,
} from '../../structure/index.ts'
import {
  ArrangementOutcome,
  CoordinatorAnswer,
  LevelReason,
  ProblemOrigin,
  ProblemState,
  ProblemStepKind,
} from './codes.ts'

export const Level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Level = z.infer<typeof Level>
const daysLost = z.int().min(0).max(3650)

/** What a problem says of the obstacle; of a barrier without a case as well. */
export const ProblemFields = z.strictObject({
  kind: BarrierKind,
  /** Missing: made of kind and life domain. */
  title: optionalText(200),
  lifeDomain: z.string().max(60).nullable().default(null),
  legalDomains: z.array(LegalDomain).max(8).default([]),
  organisationIds: z.array(Id).max(8).default([]),
  municipalityId: Id.nullable().default(null),
  noticedOn: PlainDate.optional(),
  since: PlainDate.nullable().default(null),
  daysLost: daysLost.nullable().default(null),
  unmet: UnmetNeed.nullable().default(null),
  description: optionalText(4000),
  helped: optionalText(2000),
  clientView: optionalText(2000),
})

export const NewProblem = ProblemFields.extend({
  level: Level.default(1),
  origin: ProblemOrigin.default('case'),
  originId: Id.nullable().default(null),
}).meta({ id: 'NewCaseProblem' })
export type NewProblem = z.infer<typeof NewProblem>

export const ProblemChange = z
  .strictObject({
    kind: BarrierKind.optional(),
    title: text(200).optional(),
    lifeDomain: z.string().max(60).nullable().optional(),
    legalDomains: z.array(LegalDomain).max(8).optional(),
    organisationIds: z.array(Id).max(8).optional(),
    municipalityId: Id.nullable().optional(),
    noticedOn: PlainDate.optional(),
    since: PlainDate.nullable().optional(),
    daysLost: daysLost.nullable().optional(),
    unmet: UnmetNeed.nullable().optional(),
    description: optionalText(4000),
    helped: optionalText(2000),
    clientView: optionalText(2000),
  })
  .meta({ id: 'CaseProblemChange' })
export type ProblemChange = z.infer<typeof ProblemChange>

export const LevelChange = z
  .strictObject({ level: Level, reason: LevelReason, note: optionalText(2000) })
  .meta({ id: 'ProblemLevelChange' })
export type LevelChange = z.infer<typeof LevelChange>

export const StateChange = z
  .strictObject({ state: ProblemState, note: optionalText(2000) })
  .meta({ id: 'ProblemStateChange' })

export const NewArrangement = z
  .strictObject({
    organisationId: Id,
    unitId: Id.nullable().default(null),
    /** Naming the client to a partner needs a consent that names this partner. */
    consentId: Id,
    note: optionalText(2000),
  })
  .meta({ id: 'NewProblemArrangement' })
export type NewArrangement = z.infer<typeof NewArrangement>

export const ArrangementEnd = z
  .strictObject({ outcome: ArrangementOutcome, note: optionalText(2000) })
  .meta({ id: 'ProblemArrangementEnd' })

export const CoordinatorReply = z
  .strictObject({ answer: CoordinatorAnswer, note: optionalText(2000) })
  .meta({ id: 'ProblemCoordinatorReply' })

/** The joint text of case manager and coordinator (R082), without names; `accepted`: marked stretches both have read. */
export const CasePreparation = z
  .strictObject({
    situation: optionalText(4000),
    interplay: optionalText(4000),
    question: optionalText(2000),
    accepted: z.array(z.string().max(200)).max(200).default([]),
  })
  .meta({ id: 'CasePreparation' })

/** What the case shows of a barrier that left: where it went, what came of it (R096). */
export const OwnBarrier = z
  .object({
    id: Id,
    kind: BarrierKind,
    title: z.string(),
    description: z.string().nullable(),
    helped: z.string().nullable(),
    clientView: z.string().nullable(),
    state: BarrierState,
    placeKind: PlaceKind,
    place: z.string().nullable(),
    periodGrain: PeriodGrain,
    periodFrom: PlainDate,
    attributes: z.array(z.string()),
    additions: z.array(z.string()),
    questions: z.array(
      z.object({ id: Id, question: z.string(), answer: z.string().nullable(), askedOn: PlainDate }),
    ),
    answers: z.array(
      z.object({
        kind: z.string(),
        title: z.string(),
        state: z.string(),
        onDate: PlainDate.nullable(),
        words: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'OwnBarrier' })
export type OwnBarrier = z.infer<typeof OwnBarrier>

export const ProblemView = z
  .object({
    id: Id,
    caseId: Id,
    kind: BarrierKind,
    lifeDomain: Named.nullable(),
    legalDomains: z.array(LegalDomain),
    organisations: z.array(Named),
    municipality: Named.nullable(),
    noticedOn: PlainDate,
    since: PlainDate.nullable(),
    daysLost: z.int().nullable(),
    unmet: UnmetNeed.nullable(),
    origin: ProblemOrigin,
    level: Level,
    state: ProblemState,
    coordinatorCalledOn: PlainDate.nullable(),
    /** Null for oversight without a release. */
    text: z
      .object({
        title: z.string(),
        description: z.string().nullable(),
        helped: z.string().nullable(),
        clientView: z.string().nullable(),
      })
      .nullable(),
    arrangements: z.array(
      z.object({
        id: Id,
        organisation: z.string(),
        agreedOn: PlainDate,
        outcome: ArrangementOutcome.nullable(),
        outcomeOn: PlainDate.nullable(),
        version: z.int(),
      }),
    ),
    steps: z.array(
      z.object({
        id: Id,
        kind: ProblemStepKind,
        from: z.string().nullable(),
        to: z.string().nullable(),
        reason: z.string().nullable(),
        onDate: PlainDate,
        by: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
    /** What case manager and coordinator wrote together; null: nothing yet. */
    preparation: z
      .object({
        situation: z.string().nullable(),
        interplay: z.string().nullable(),
        question: z.string().nullable(),
        by: z.string().nullable(),
        on: PlainDate,
        version: z.int(),
      })
      .nullable(),
    reportedOn: PlainDate.nullable(),
    barrier: OwnBarrier.nullable(),
    version: z.int(),
    can: z.array(
      z.enum(['change', 'level', 'arrange', 'call', 'answer', 'prepare', 'report', 'add', 'close', 'reopen']),
    ),
  })
  .meta({ id: 'CaseProblem' })
export type ProblemView = z.infer<typeof ProblemView>

export const ProblemList = z
  .object({
    rows: z.array(ProblemView),
    /** There are older ones than these. */
    more: z.boolean(),
    can: z.array(z.enum(['write'])),
  })
  .meta({ id: 'CaseProblemList' })
export type ProblemList = z.infer<typeof ProblemList>

/** What the sheet offers, and what it proposes for where it was opened. */
export const ProblemOptions = z
  .object({
    lifeDomains: z.array(Named),
    organisations: z.array(Named),
    municipalities: z.array(Named),
    municipalityId: Id.nullable(),
    consents: z.array(z.object({ id: Id, organisationId: Id, unitId: Id.nullable(), label: z.string() })),
    /** Of the referral, contact, step or rating it was opened from. */
    proposal: z
      .object({
        kind: BarrierKind,
        title: z.string().nullable(),
        lifeDomain: z.string().nullable(),
        organisationIds: z.array(Id),
        unmet: UnmetNeed.nullable(),
        since: PlainDate.nullable(),
        daysLost: z.int().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'ProblemOptions' })
export type ProblemOptions = z.infer<typeof ProblemOptions>

/** Problems a coordinator was called in for. */
export const CalledProblems = z
  .object({
    rows: z.array(
      z.object({
        problem: ProblemView,
        fileNumber: z.string(),
        responsible: z.string(),
        answered: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CalledProblems' })
export type CalledProblems = z.infer<typeof CalledProblems>

export { AttributeKind }
