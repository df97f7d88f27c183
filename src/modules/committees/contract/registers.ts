import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { PageQuery, pageOf } from '../../../platform/contract/paging.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import {
  ActionState,
  CommissionState,
  DecisionKind,
  DecisionOutcome,
  FeedbackTone,
  PartyState,
  ReassignmentReason,
  RequestState,
} from './codes.ts'
import { ActionItemView, can, CommissionView, Due, PaperView, Subject, webAddress } from './shared.ts'

export const DecisionView = z
  .object({
    id: Id,
    committeeId: Id.nullable(),
    /** Committee, or the political body. */
    body: z.string(),
    meetingId: Id.nullable(),
    kind: DecisionKind,
    title: z.string(),
    wording: z.string().nullable(),
    /** ISO day, month or year, as exact as the source; null: not known. */
    dateText: z.string().nullable(),
    reference: z.string().nullable(),
    councilNumber: z.string().nullable(),
    councilUrl: z.string().nullable(),
    votes: z.object({ yes: z.number(), no: z.number(), abstained: z.number() }).nullable(),
    ...Subject.shape,
    isPublic: z.boolean(),
    outcome: DecisionOutcome,
    state: z.enum(['valid', 'revoked', 'replaced']),
    source: z.string().nullable(),
    remark: z.string().nullable(),
    /** What other sources say about a field (R129): kept, not chosen. */
    alternatives: z.array(
      z.object({
        field: z.string(),
        value: z.unknown(),
        source: z.string().optional(),
        remark: z.string().optional(),
      }),
    ),
    /** Source documents, as far as who asks may read them. */
    papers: z.array(PaperView),
    replacedBy: z.object({ id: Id, title: z.string() }).nullable(),
    /** Of a recommendation: the committee it goes to. */
    toCommittee: z.string().nullable(),
    version: z.number(),
    can: can(['change']),
  })
  .meta({ id: 'Decision' })
export type DecisionView = z.infer<typeof DecisionView>

export const DecisionQuery = PageQuery.extend({
  kind: DecisionKind.optional(),
  committeeId: Id.optional(),
  /** The theme, paper, measure … it is about. */
  subjectId: Id.optional(),
  political: z.enum(['true', 'false']).optional(),
})
/** Words travel in the body: what is searched for is nobody's business in a log. */
export const DecisionSearch = z
  .strictObject({
    ...DecisionQuery.omit({ subjectId: true }).shape,
    words: optionalText(100),
    limit: z.int().min(1).max(200).default(50),
  })
  .meta({ id: 'DecisionSearch' })
export const DecisionPage = pageOf(DecisionView, 'DecisionPage')

const dateText = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'Bitte Jahr, Monat oder Tag angeben.')
export const NewDecision = z
  .strictObject({
    body: text(200),
    kind: DecisionKind.default('decision'),
    title: text(300),
    wording: optionalText(8000),
    dateText: dateText.nullable().optional(),
    reference: optionalText(80),
    councilNumber: optionalText(80),
    councilUrl: webAddress(),
    isPublic: z.boolean().default(true),
    remark: optionalText(1000),
  })
  .meta({ id: 'NewDecision' })
export const DecisionChange = z
  .strictObject({
    title: text(300).optional(),
    wording: optionalText(8000),
    reference: optionalText(80),
    councilNumber: optionalText(80),
    councilUrl: webAddress(),
    isPublic: z.boolean().optional(),
    state: z.enum(['valid', 'revoked', 'replaced']).optional(),
    replacedById: Id.nullable().optional(),
    remark: optionalText(1000),
  })
  .meta({ id: 'DecisionChange' })
export type DecisionChange = z.infer<typeof DecisionChange>

export const PartyAnswer = z
  .strictObject({
    /** `open`: what was written down was a mistake, the party has not answered. */
    state: PartyState,
    onDate: PlainDate.optional(),
    /** Needed where an answer is put right after the minutes were approved. */
    remark: optionalText(500),
  })
  .meta({ id: 'DecisionPartyAnswer' })

export const CommissionPage = pageOf(CommissionView, 'CommissionPage')
export const CommissionQuery = PageQuery.extend({
  view: z.enum(['open', 'settled']).default('open'),
  /** Of this committee, given or received. */
  committeeId: Id.optional(),
  /** This one alone. */
  id: Id.optional(),
})
export const CommissionMove = z
  .strictObject({ to: CommissionState.exclude(['given']), result: optionalText(4000) })
  .meta({ id: 'CommissionMove' })

export const ActionItemPage = pageOf(ActionItemView, 'ActionItemPage')
export const ActionItemQuery = PageQuery.extend({
  view: z.enum(['open', 'mine', 'settled']).default('open'),
  committeeId: Id.optional(),
})
export const NewActionItem = z
  .strictObject({
    title: text(500),
    responsible: optionalText(200),
    responsibleId: Id.nullable().optional(),
    dueOn: PlainDate.nullable().optional(),
  })
  .meta({ id: 'NewActionItem' })
export const ActionItemSettlement = z
  .strictObject({ state: ActionState.exclude(['open']), result: optionalText(2000) })
  .meta({ id: 'ActionItemSettlement' })
/** Who does it and until when, both as they shall be from now on. */
export const ActionItemReassignment = z
  .strictObject({
    responsible: optionalText(200),
    responsibleId: Id.nullable().optional(),
    dueOn: PlainDate.nullable().default(null),
    reason: ReassignmentReason,
  })
  .meta({ id: 'ActionItemReassignment' })

export const FeedbackView = z
  .object({
    id: Id,
    onDate: PlainDate,
    stakeholder: z.string(),
    organisation: z.string().nullable(),
    tone: FeedbackTone,
    content: z.string(),
    committee: z.string().nullable(),
    answer: z.string().nullable(),
    answeredOn: Due,
    version: z.number(),
  })
  .meta({ id: 'StakeholderFeedback' })
export type FeedbackView = z.infer<typeof FeedbackView>
export const FeedbackPage = pageOf(FeedbackView, 'StakeholderFeedbackPage')
export const NewFeedback = z
  .strictObject({
    onDate: PlainDate,
    stakeholder: text(200),
    organisationId: Id.nullable().optional(),
    tone: FeedbackTone,
    content: text(4000),
    committeeId: Id.nullable().optional(),
  })
  .meta({ id: 'NewStakeholderFeedback' })
export const FeedbackAnswer = z.strictObject({ answer: text(4000) }).meta({ id: 'StakeholderFeedbackAnswer' })

export const FormatRequestView = z
  .object({
    id: Id,
    title: z.string(),
    need: z.string(),
    proposedBy: z.string(),
    state: RequestState,
    stateOn: PlainDate,
    form: z.string().nullable(),
    committeeId: Id.nullable(),
    committee: z.string().nullable(),
    steps: z.array(z.object({ to: RequestState, onDate: PlainDate, reason: z.string().nullable() })),
    version: z.number(),
    moves: z.array(RequestState),
  })
  .meta({ id: 'FormatRequest' })
export type FormatRequestView = z.infer<typeof FormatRequestView>
export const FormatRequestList = z
  .object({
    rows: z.array(FormatRequestView),
    /** The way as the district's concept describes it; empty: it describes none. */
    way: z.array(z.object({ label: z.string(), source: z.string().nullable() })),
    wayRemark: z.string().nullable(),
    can: can(['propose']),
  })
  .meta({ id: 'FormatRequestList' })
export const NewFormatRequest = z
  .strictObject({ title: text(200), need: text(4000), proposedBy: text(200) })
  .meta({ id: 'NewFormatRequest' })
export const FormatRequestMove = z
  .strictObject({
    to: RequestState.exclude(['proposed', 'founded']),
    reason: optionalText(1000),
    form: optionalText(4000),
    committeeId: Id.nullable().optional(),
  })
  .meta({ id: 'FormatRequestMove' })
export type FormatRequestMove = z.infer<typeof FormatRequestMove>

/** What a member without any other role sees: own committees, their papers, own action items. */
export const MemberArea = z
  .object({
    committees: z.array(
      z.object({
        id: Id,
        name: z.string(),
        seat: z.enum(['holder', 'substitute', 'adviser', 'frontOffice']),
        closed: z.boolean(),
        meetings: z.array(
          z.object({
            id: Id,
            title: z.string().nullable(),
            state: z.string(),
            onDate: PlainDate,
            startTime: z.string(),
            place: z.string().nullable(),
            agenda: z.boolean(),
            minutes: z.boolean(),
          }),
        ),
        papers: z.array(PaperView),
        /** There are older meetings or papers than these. */
        more: z.boolean(),
      }),
    ),
    moreActionItems: z.boolean(),
    actionItems: z.array(ActionItemView),
  })
  .meta({ id: 'MemberArea' })
export type MemberArea = z.infer<typeof MemberArea>
