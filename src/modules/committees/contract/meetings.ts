import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import {
  Attendance,
  CancelReason,
  ItemKind,
  ItemPurpose,
  MeetingForm,
  MeetingState,
  ParticipantKind,
  Priority,
} from './codes.ts'
import { can, ClockTime, PaperView, Subject, subjectWish, webAddress } from './shared.ts'

const when = {
  startTime: ClockTime,
  endTime: ClockTime.nullable().optional(),
  form: MeetingForm.default('inPerson'),
  place: optionalText(300),
  onlineUrl: webAddress(),
}

/** One meeting, or a series of them. */
export const NewMeeting = z
  .strictObject({
    title: optionalText(200),
    number: z.int().positive().nullable().optional(),
    onDate: PlainDate,
    ...when,
    series: z
      .strictObject({
        everyUnit: z.enum(['week', 'month']),
        everyCount: z.int().min(1).max(24),
        lastOn: PlainDate,
      })
      .nullable()
      .optional(),
  })
  .meta({ id: 'NewMeeting' })
export type NewMeeting = z.infer<typeof NewMeeting>

export const PlannedMeetings = z.object({ ids: z.array(Id) }).meta({ id: 'PlannedMeetings' })

export const MeetingChange = z
  .strictObject({
    title: optionalText(200),
    number: z.int().positive().nullable().optional(),
    onDate: PlainDate.optional(),
    startTime: ClockTime.optional(),
    endTime: ClockTime.nullable().optional(),
    form: MeetingForm.optional(),
    place: optionalText(300),
    onlineUrl: webAddress(),
    remark: optionalText(1000),
  })
  .meta({ id: 'MeetingChange' })
export type MeetingChange = z.infer<typeof MeetingChange>

export const MeetingMove = z
  .strictObject({
    to: MeetingState.exclude(['planned']),
    cancelReason: CancelReason.nullable().optional(),
    /** The meeting that approved the minutes, where it was one. */
    approvedInId: Id.nullable().optional(),
  })
  .meta({ id: 'MeetingMove' })
export type MeetingMove = z.infer<typeof MeetingMove>

export const AgendaItemView = z
  .object({
    id: Id,
    position: z.number(),
    title: z.string(),
    detail: z.string().nullable(),
    kind: ItemKind,
    purpose: ItemPurpose,
    presenter: z.string().nullable(),
    minutes: z.number().nullable(),
    ...Subject.shape,
    isPublic: z.boolean(),
    withoutB3: z.boolean(),
    state: z.enum(['open', 'treated', 'postponed']),
    /** For who works the case alone: which it is, and whether it may be spoken of by name. */
    case: z.object({ id: Id, named: z.boolean() }).nullable(),
    /** What stands at the theme or recommendation already; the meeting may choose otherwise. Null for whom it is hidden. */
    proposal: z
      .object({ format: z.string().nullable(), priority: Priority.nullable(), dueOn: PlainDate.nullable() })
      .nullable(),
    version: z.number(),
  })
  .meta({ id: 'AgendaItem' })
export type AgendaItemView = z.infer<typeof AgendaItemView>

export const ParticipantView = z
  .object({
    id: Id,
    kind: ParticipantKind,
    heldBy: z.string(),
    functionLabel: z.string().nullable(),
    organisation: z.string().nullable(),
    b3: z.boolean(),
    voting: z.boolean(),
    attendance: Attendance,
    standsInForId: Id.nullable(),
    version: z.number(),
  })
  .meta({ id: 'MeetingParticipant' })
export type ParticipantView = z.infer<typeof ParticipantView>

export const MeetingView = z
  .object({
    id: Id,
    committeeId: Id,
    committee: z.string(),
    kind: z.string(),
    scope: z.enum(['own', 'town', 'foreign']),
    title: z.string().nullable(),
    number: z.number().nullable(),
    state: MeetingState,
    onDate: PlainDate,
    startTime: z.string(),
    endTime: z.string().nullable(),
    form: MeetingForm,
    place: z.string().nullable(),
    onlineUrl: z.string().nullable(),
    remark: z.string().nullable(),
    cancelReason: CancelReason.nullable(),
    invitedOn: PlainDate.nullable(),
    approvedOn: PlainDate.nullable(),
    /** Day of the meeting that approved the minutes, where one did. */
    approvedIn: z.object({ id: Id, onDate: PlainDate }).nullable(),
    quorumPercent: z.number().nullable(),
    /** Of the voting seats, who is there; null: no quorum is set. */
    quorate: z.boolean().nullable(),
    invitationDays: z.number().nullable(),
    /** Whether B3, partners or guests are among the participants. */
    outsiders: z.boolean(),
    items: z.array(AgendaItemView),
    participants: z.array(ParticipantView),
    papers: z.array(PaperView),
    /** To copy into a mail: no names, no topics. */
    invitationText: z.string().nullable(),
    version: z.number(),
    can: can(['change', 'agenda', 'propose', 'case', 'minute', 'upload', 'move', 'print']),
    moves: z.array(MeetingState),
  })
  .meta({ id: 'Meeting' })
export type MeetingView = z.infer<typeof MeetingView>

/** What became of the subject of a decision when the minutes were released or taken back. */
export const DecidedNote = z.object({
  kind: z.enum(['moved', 'notMoved', 'basisGone']),
  title: z.string(),
  text: z.string(),
  subjectKind: Subject.shape.subjectKind,
  subjectId: Id,
})
export type DecidedNote = z.infer<typeof DecidedNote>

/** The meeting after a step, with what its decisions moved or did not. */
export const MovedMeeting = MeetingView.extend({ notes: z.array(DecidedNote) }).meta({ id: 'MovedMeeting' })
export type MovedMeeting = z.infer<typeof MovedMeeting>

export const Offer = z
  .object({
    source: z.string(),
    label: z.string(),
    title: z.string(),
    detail: z.string().nullable(),
    kind: ItemKind,
    ...Subject.shape,
    /** Belongs into the part without B3, into the public part. */
    withoutB3: z.boolean(),
    isPublic: z.boolean(),
  })
  .meta({ id: 'AgendaOffer' })
export type Offer = z.infer<typeof Offer>
export const OfferList = z
  .object({
    rows: z.array(Offer),
    /** Headings of which there is more than is offered here. */
    more: z.array(z.string()),
  })
  .meta({ id: 'AgendaOfferList' })

export const NewItem = z
  .strictObject({
    title: text(300),
    detail: optionalText(4000),
    kind: ItemKind.exclude(['case']).default('free'),
    purpose: ItemPurpose.default('information'),
    presenter: optionalText(200),
    minutes: z.int().min(1).max(600).nullable().optional(),
    ...subjectWish,
    source: z.string().max(60).nullable().optional(),
    isPublic: z.boolean().default(true),
    withoutB3: z.boolean().default(false),
  })
  .meta({ id: 'NewAgendaItem' })
export type NewItem = z.infer<typeof NewItem>

export const NewItems = z
  .strictObject({
    /** Adds what the committee's template has and the agenda has not. */
    template: z.boolean().default(false),
    items: z.array(NewItem).max(60).default([]),
  })
  .meta({ id: 'NewAgendaItems' })

export const ItemChange = z
  .strictObject({
    title: text(300).optional(),
    detail: optionalText(4000),
    purpose: ItemPurpose.optional(),
    presenter: optionalText(200),
    minutes: z.int().min(1).max(600).nullable().optional(),
    isPublic: z.boolean().optional(),
    withoutB3: z.boolean().optional(),
    state: z.enum(['open', 'treated', 'postponed']).optional(),
    /** The new place in the order, from 1. */
    position: z.int().min(1).max(500).optional(),
  })
  .meta({ id: 'AgendaItemChange' })
export type ItemChange = z.infer<typeof ItemChange>

/** A case for discussion: without name, with the question only; the link stays with the case. */
export const NewCaseItem = z
  .strictObject({
    caseId: Id,
    question: text(2000),
    withoutB3: z.boolean().default(true),
    /** Speak of it by name: only where consent covers everybody who attends. */
    named: z.boolean().default(false),
  })
  .meta({ id: 'NewCaseItem' })

export const NewGuest = z
  .strictObject({
    heldBy: text(200),
    functionLabel: optionalText(300),
    organisationId: Id.nullable().optional(),
    kind: z.enum(['guest', 'adviser']).default('guest'),
    b3: z.boolean().default(false),
  })
  .meta({ id: 'NewMeetingGuest' })

export const ParticipantChange = z
  .strictObject({ attendance: Attendance, standsInForId: Id.nullable().optional() })
  .meta({ id: 'MeetingParticipantChange' })

export const PaperChange = z
  .strictObject({
    title: text(200).optional(),
    isPublic: z.boolean().optional(),
    withoutB3: z.boolean().optional(),
    released: z.literal(true).optional(),
    withdrawn: z.boolean().optional(),
  })
  .meta({ id: 'CommitteePaperChange' })
