import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { optionalText, text } from '../../../platform/contract/text.ts'
import { CommitteeKind } from '../../tenancy/index.ts'
import { ClosureReason, CommitteeScope, MeetingState, MemberKind, SeatEndReason } from './codes.ts'
import { ActionItemView, can, Due, PaperView } from './shared.ts'

const Authority = z.enum(['deciding', 'advisory', 'operative'])

export const CommitteeRow = z
  .object({
    id: Id,
    name: z.string(),
    kind: CommitteeKind,
    authority: Authority.nullable(),
    scope: CommitteeScope,
    rhythm: z.string().nullable(),
    /** Of the last meeting that took place; null: none is recorded. */
    lastOn: Due,
    nextOn: Due,
    nextId: Id.nullable(),
    /** Days since the rhythm ran out; 0: not overdue, null: no distance is set. */
    overdueDays: z.number().nullable(),
    openActionItems: z.number(),
    lateActionItems: z.number(),
    minutesToApprove: z.number(),
    members: z.number(),
    mine: z.boolean(),
    closedOn: Due,
  })
  .meta({ id: 'CommitteeRow' })
export type CommitteeRow = z.infer<typeof CommitteeRow>

export const CommitteeList = z
  .object({ rows: z.array(CommitteeRow), can: can(['found', 'propose', 'register']) })
  .meta({ id: 'CommitteeList' })

export const SeatView = z
  .object({
    id: Id,
    functionId: Id.nullable(),
    kind: MemberKind,
    forMemberId: Id.nullable(),
    heldBy: z.string(),
    organisation: z.string().nullable(),
    municipality: z.string().nullable(),
    hasAccount: z.boolean(),
    b3: z.boolean(),
    contact: z.string().nullable(),
    fromOn: PlainDate,
    toOn: Due,
    endReason: SeatEndReason.nullable(),
    current: z.boolean(),
    remark: z.string().nullable(),
    version: z.number(),
  })
  .meta({ id: 'CommitteeSeat' })
export type SeatView = z.infer<typeof SeatView>

export const FunctionView = z
  .object({
    id: Id,
    label: z.string(),
    count: z.number().nullable(),
    role: z.enum(['chair', 'deputyChair', 'member', 'guest', 'moderation']),
    succession: z.enum(['office', 'election', 'delegation']).nullable(),
    organisation: z.string().nullable(),
    advisory: z.boolean(),
    source: z.string().nullable(),
    remark: z.string().nullable(),
    alternatives: z.array(
      z.object({
        field: z.string(),
        value: z.unknown(),
        source: z.string().optional(),
        remark: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'CommitteeFunction' })
export type FunctionView = z.infer<typeof FunctionView>

export const Examined = z.strictObject({ committeeId: Id, fits: z.boolean(), reason: text(500) })
export const FoundingView = z.object({
  id: Id,
  name: z.string(),
  outcome: z.enum(['new', 'existing']),
  reason: z.string(),
  examined: z.array(z.object({ committee: z.string(), fits: z.boolean(), reason: z.string() })),
  on: PlainDate,
})

export const MeetingLine = z
  .object({
    id: Id,
    title: z.string().nullable(),
    number: z.number().nullable(),
    state: MeetingState,
    onDate: PlainDate,
    startTime: z.string(),
    place: z.string().nullable(),
  })
  .meta({ id: 'MeetingLine' })
export type MeetingLine = z.infer<typeof MeetingLine>

export const CommitteeView = z
  .object({
    ...CommitteeRow.omit({ members: true, mine: true }).shape,
    purpose: z.string().nullable(),
    managingOffice: z.string().nullable(),
    municipalityId: Id.nullable(),
    municipality: z.string().nullable(),
    host: z.string().nullable(),
    participation: z.string().nullable(),
    topics: z.array(z.string()),
    intervalDays: z.number().nullable(),
    quorumPercent: z.number().nullable(),
    invitationDays: z.number().nullable(),
    convenedOn: z.string().nullable(),
    earlierSessions: z.array(z.string()),
    source: z.string().nullable(),
    remark: z.string().nullable(),
    closedReason: ClosureReason.nullable(),
    closedNote: z.string().nullable(),
    functions: z.array(FunctionView),
    seats: z.array(SeatView),
    /** R166: towns without anybody in it, and whether no welfare organisation takes part. */
    missingTowns: z.array(z.string()),
    welfareMissing: z.boolean(),
    foundings: z.array(FoundingView),
    meetings: z.array(MeetingLine),
    moreMeetings: z.boolean(),
    /** The most pressing or newest of each; `more` names the lists that go on elsewhere. */
    actionItems: z.array(ActionItemView),
    papers: z.array(PaperView),
    more: z.array(z.enum(['actionItems', 'papers'])),
    version: z.number(),
    can: can(['change', 'members', 'plan', 'close', 'upload', 'calendar']),
  })
  .meta({ id: 'Committee' })
export type CommitteeView = z.infer<typeof CommitteeView>

export const NewFunction = z
  .strictObject({
    label: text(300),
    role: z.enum(['chair', 'deputyChair', 'member', 'guest', 'moderation']).default('member'),
    succession: z.enum(['office', 'election', 'delegation']).nullable().optional(),
    organisationId: Id.nullable().optional(),
    advisory: z.boolean().default(false),
  })
  .meta({ id: 'NewCommitteeFunction' })

export const NewCommittee = z
  .strictObject({
    name: text(200),
    kind: CommitteeKind,
    authority: Authority.nullable().optional(),
    purpose: optionalText(2000),
    rhythm: optionalText(200),
    intervalDays: z.int().positive().max(1100).nullable().optional(),
    municipalityId: Id.nullable().optional(),
    scope: CommitteeScope.default('own'),
    host: optionalText(200),
    participation: optionalText(1000),
    /** Who runs it: a function or office, in words. */
    managingOffice: optionalText(200),
    /** Chair, deputy, moderation and who else has a seat. */
    functions: z.array(NewFunction).max(30).default([]),
    /** „Könnte es ein bestehendes Gremium übernehmen?“ (R097); of foreign bodies and those of towns nobody asks. */
    examined: z.array(Examined).max(30).default([]),
    outcome: z.enum(['new', 'existing']),
    existingId: Id.nullable().optional(),
    reason: text(2000),
    requestId: Id.nullable().optional(),
    /** The commission it is founded for; it goes to the new committee. */
    commissionId: Id.nullable().optional(),
  })
  .meta({ id: 'NewCommittee' })
export type NewCommittee = z.infer<typeof NewCommittee>

export const CommitteeChange = z
  .strictObject({
    name: text(200).optional(),
    authority: Authority.nullable().optional(),
    purpose: optionalText(2000),
    rhythm: optionalText(200),
    intervalDays: z.int().positive().max(1100).nullable().optional(),
    topics: z.array(text(300)).max(30).optional(),
    scope: CommitteeScope.optional(),
    host: optionalText(200),
    participation: optionalText(1000),
    managingOffice: optionalText(200),
    municipalityId: Id.nullable().optional(),
    quorumPercent: z.int().min(1).max(100).nullable().optional(),
    invitationDays: z.int().min(0).max(90).nullable().optional(),
  })
  .meta({ id: 'CommitteeChange' })
export type CommitteeChange = z.infer<typeof CommitteeChange>

export const CommitteeClosure = z
  .strictObject({ reason: ClosureReason, note: optionalText(1000) })
  .meta({ id: 'CommitteeClosure' })

export const NewSeat = z
  .strictObject({
    functionId: Id.nullable().optional(),
    kind: MemberKind.default('holder'),
    /** Of substitute and front office. */
    forMemberId: Id.nullable().optional(),
    heldBy: text(200),
    organisationId: Id.nullable().optional(),
    municipalityId: Id.nullable().optional(),
    accountId: Id.nullable().optional(),
    b3: z.boolean().default(false),
    contact: optionalText(300),
    fromOn: PlainDate,
    toOn: PlainDate.nullable().optional(),
    /** Whom this person follows: that seat ends the day before. */
    followsId: Id.nullable().optional(),
    followReason: SeatEndReason.exclude(['mistake']).nullable().optional(),
    remark: optionalText(500),
  })
  .meta({ id: 'NewCommitteeSeat' })
export type NewSeat = z.infer<typeof NewSeat>

export const SeatEnd = z
  .strictObject({
    reason: SeatEndReason,
    /** Last day; absent: at once. */
    lastOn: PlainDate.nullable().optional(),
  })
  .meta({ id: 'CommitteeSeatEnd' })

const Named = z.object({ id: Id, label: z.string() })
export const CommitteeOptions = z
  .object({
    committees: z.array(Named),
    organisations: z.array(Named),
    municipalities: z.array(Named),
    accounts: z.array(Named),
    /**
     * Of the committee asked for: who can be made responsible. With an account the person sees the item and settles it;
     * a seat without one is a name.
     */
    owners: z.array(z.object({ accountId: Id.nullable(), name: z.string(), detail: z.string().nullable() })),
  })
  .meta({ id: 'CommitteeOptions' })
export type CommitteeOptions = z.infer<typeof CommitteeOptions>
