import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { SubjectKind } from './codes.ts'

/** A time of day in Berlin, 24 hours. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte als 09:30 eingeben.')
/** Only addresses that a browser opens as a page. */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: 'Bitte eine Adresse, die mit https:// beginnt.' })
  .max(500)
export const webAddress = () =>
  z
    .union([z.literal('').transform(() => null), WebAddress])
    .nullable()
    .optional()

export const Subject = z.object({
  subjectKind: SubjectKind,
  subjectId: Id.nullable(),
  subjectTitle: z.string().nullable(),
})
export const subjectWish = {
  subjectKind: SubjectKind.exclude(['case']).default('none'),
  subjectId: Id.nullable().optional(),
  subjectTitle: optionalText(300),
}
export const can = <const T extends readonly [string, ...string[]]>(actions: T) => z.array(z.enum(actions))

export const Due = PlainDate.nullable()
/** A row of the follow-up list. */
export const ActionItemView = z
  .object({
    id: Id,
    committeeId: Id,
    committee: z.string(),
    meetingId: Id.nullable(),
    meetingOn: PlainDate.nullable(),
    title: z.string(),
    responsible: z.string(),
    mine: z.boolean(),
    dueOn: Due,
    state: z.enum(['open', 'done', 'dropped']),
    stateOn: Due,
    result: z.string().nullable(),
    ...Subject.shape,
    withoutB3: z.boolean(),
    version: z.number(),
    can: can(['settle', 'change']),
  })
  .meta({ id: 'ActionItem' })
export type ActionItemView = z.infer<typeof ActionItemView>

export const CommissionView = z
  .object({
    id: Id,
    committeeId: Id,
    committee: z.string(),
    meetingId: Id.nullable(),
    toCommitteeId: Id.nullable(),
    to: z.string(),
    title: z.string(),
    mandate: z.string().nullable(),
    dueOn: Due,
    state: z.enum(['given', 'accepted', 'running', 'reported', 'done', 'returned']),
    stateOn: PlainDate,
    result: z.string().nullable(),
    ...Subject.shape,
    version: z.number(),
    /** `found`: it goes to no committee yet; one may be founded for it. */
    can: can(['move', 'found']),
  })
  .meta({ id: 'Commission' })
export type CommissionView = z.infer<typeof CommissionView>

export const PaperView = z
  .object({
    id: Id,
    /** Null: the source document of a decision of another body. */
    committeeId: Id.nullable(),
    meetingId: Id.nullable(),
    agendaItemId: Id.nullable(),
    /** Title of the item of the agenda it belongs to. */
    item: z.string().nullable(),
    title: z.string(),
    mediaType: z.string(),
    byteSize: z.number(),
    isPublic: z.boolean(),
    withoutB3: z.boolean(),
    releasedOn: PlainDate.nullable(),
    withdrawnOn: PlainDate.nullable(),
    version: z.number(),
    can: can(['change']),
  })
  .meta({ id: 'CommitteePaper' })
export type PaperView = z.infer<typeof PaperView>
