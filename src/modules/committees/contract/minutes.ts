import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { DecisionOutcome, EntryKind, MeetingState, PartyState, Priority } from './codes.ts'

export const EntryView = z
  .object({
    id: Id,
    agendaItemId: Id,
    kind: EntryKind,
    content: z.string(),
    isPublic: z.boolean(),
    withoutB3: z.boolean(),
    struck: z.boolean(),
    responsible: z.string().nullable(),
    dueOn: PlainDate.nullable(),
    votes: z.object({ yes: z.number(), no: z.number(), abstained: z.number() }).nullable(),
    /** Of a decision; null where nothing was decided. */
    outcome: DecisionOutcome.nullable(),
    /** Of a decision on a theme: what the meeting chose. */
    themeFormat: z.string().nullable(),
    themePriority: Priority.nullable(),
    /** Of an answer to a recommendation: taken up in another form. */
    inOtherForm: z.boolean(),
    parties: z.array(
      z.object({
        id: Id,
        party: z.string(),
        state: PartyState,
        onDate: PlainDate.nullable(),
        remark: z.string().nullable(),
        /** Put right after the minutes were approved; the remark says why. */
        correctedOn: PlainDate.nullable(),
        version: z.number(),
      }),
    ),
    mine: z.boolean(),
    at: z.string(),
    version: z.number(),
  })
  .meta({ id: 'MinuteEntry' })
export type EntryView = z.infer<typeof EntryView>

/** `revision` grows with every entry; asked with the one known, nothing is sent again. */
export const MinutesView = z
  .object({ revision: z.number(), unchanged: z.boolean(), state: MeetingState, entries: z.array(EntryView) })
  .meta({ id: 'Minutes' })
export type MinutesView = z.infer<typeof MinutesView>

const votes = z.strictObject({
  yes: z.int().min(0).max(500),
  no: z.int().min(0).max(500),
  abstained: z.int().min(0).max(500),
})
export const NewEntry = z
  .strictObject({
    agendaItemId: Id,
    kind: EntryKind.default('note'),
    content: text(8000),
    isPublic: z.boolean().default(true),
    votes: votes.nullable().optional(),
    /** Left out: as the votes say, and adopted where nobody counted. */
    outcome: DecisionOutcome.optional(),
    /** Who ratifies an agreement. */
    parties: z.array(text(200)).max(20).default([]),
    /** Of an action item: who, until when. A function, or „ich“ by the account. */
    responsible: optionalText(200),
    responsibleId: Id.nullable().optional(),
    /** Also of a decision that answers a recommendation: until when it is done. */
    dueOn: PlainDate.nullable().optional(),
    /** Of a commission or recommendation: the committee it goes to. */
    toCommitteeId: Id.nullable().optional(),
    /** Of a decision on a theme: the format and the priority the meeting chose. */
    themeFormat: optionalText(300),
    themePriority: Priority.nullable().optional(),
    /** Of a decision that answers a recommendation: taken up in another form, as the words say. */
    inOtherForm: z.boolean().default(false),
  })
  .meta({ id: 'NewMinuteEntry' })
export type NewEntry = z.infer<typeof NewEntry>

export const EntryChange = z
  .strictObject({
    content: text(8000).optional(),
    isPublic: z.boolean().optional(),
    /** Struck entries stay readable for who writes, and out of the printed minutes. */
    struck: z.boolean().optional(),
  })
  .meta({ id: 'MinuteEntryChange' })
