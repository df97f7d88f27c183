import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { DecisionKind, DecisionOutcome, SubjectKind } from '../contract/codes.ts'
import type { DecidedNote, MeetingMove, MeetingView, MovedMeeting } from '../contract/meetings.ts'
import { whyNotMeetingMove } from '../rules/states.ts'
import { readMeeting } from './meeting-screens.ts'
import type { OnDecided } from './on-decided.ts'
import { refuseForeignMeeting } from './papers.ts'
import { lockMeeting, lockProfile, logged, updateMeeting, type Ids, type MeetingRow } from './store.ts'

/**
 * The next step of a meeting. Inviting releases the agenda to the members and writes down who is invited; sending the
 * minutes to approval releases them with what they decided. Throws 404, 412 and the codes of `whyNotMeetingMove`.
 */
export async function moveMeeting(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: MeetingMove,
  { now, onDecided }: { now: Temporal.Instant; onDecided: readonly OnDecided[] },
): Promise<MovedMeeting> {
  const row = await lockMeeting(tx, ids.id)
  const current = await readMeeting(tx, actor, ids.id, now)
  refuseStale(row.version, ids.version, () => current)
  if (wish.approvedInId) await refuseForeignMeeting(tx, wish.approvedInId, row.committee_id, 'approvedInId')
  const profile = await lockProfile(tx, row.committee_id)
  refuseIf(
    whyNotMeetingMove(current.state, wish.to, {
      items: current.items.length,
      onDate: current.onDate,
      today: dayOf(now),
      closed: profile.closed_at !== null,
      cancelReason: wish.cancelReason ?? null,
    }),
  )
  if (wish.to === 'invited' || (wish.to === 'running' && current.state === 'planned')) {
    await invite(tx, row, now.toString())
  }
  if (wish.to === 'inApproval') await releaseMinutes(tx, ids.id, now.toString())
  await updateMeeting(tx, row, columnsOf(row, current, { wish, at: now.toString(), by: actor.userId }))
  await logged(tx, `meeting.${wish.to}`, 'meeting', ids.id)
  const stage = stageOf(current.state, wish.to)
  const notes = stage === null ? [] : await tellDecided(tx, row, { stage, onDecided, now })
  return { ...(await readMeeting(tx, actor, ids.id, now)), notes }
}

function stageOf(from: MeetingView['state'], to: MeetingView['state']): Told['stage'] | null {
  if (to === 'inApproval') return 'released'
  if (to === 'approved') return 'approved'
  return from === 'inApproval' ? 'takenBack' : null
}

function columnsOf(
  row: MeetingRow,
  current: MeetingView,
  { wish, at, by }: { wish: MeetingMove; at: string; by: string },
) {
  const state = { state: wish.to, ics_sequence: row.ics_sequence + 1 }
  switch (wish.to) {
    case 'invited':
      return { ...state, invited_at: at }
    case 'running':
      return { ...state, started_at: at, invited_at: row.invited_at ?? at }
    case 'held':
      return current.state === 'running'
        ? { ...state, ended_at: at, quorate: current.quorate }
        : { state: wish.to }
    case 'inApproval':
      return { state: wish.to, minutes_released_at: at }
    case 'approved':
      return {
        state: wish.to,
        approved_at: at,
        approved_by: by,
        approved_in_id: wish.approvedInId ?? null,
      }
    case 'cancelled':
      return { ...state, cancel_reason: wish.cancelReason ?? null }
  }
}

/** Everybody seated on that day becomes a participant; the agenda and the papers of the meeting are released. */
async function invite(tx: Tx, meeting: MeetingRow, at: string): Promise<void> {
  const seats = await sql<{
    id: string
    kind: 'holder' | 'substitute' | 'adviser'
    for_member_id: string | null
  }>`
    select m.id, m.kind, m.for_member_id, m.held_by, f.label as function_label, m.organisation_id, u.unit_id, m.account_id,
      m.b3 or coalesce(w.kind in ('immigrationAuthority', 'naturalisationAuthority', 'immigration', 'naturalisation'), false) as b3, m.kind = 'holder' and coalesce(not f.advisory and f.role <> 'guest', true) as voting
    from committee_member m left join committee_function f on f.tenant_id = m.tenant_id and f.id = m.function_id
      left join staff_user u on u.tenant_id = m.tenant_id and u.id = m.account_id
      left join unit w on w.tenant_id = u.tenant_id and w.id = u.unit_id
    where m.tenant_id = (select app.tenant_id()) and m.committee_id = ${meeting.committee_id}
      and m.kind in ('holder', 'substitute', 'adviser') and m.from_on <= ${meeting.on_date}::date
      and (m.to_on is null or m.to_on >= ${meeting.on_date}::date) and (m.ended_at is null or m.ended_at > now())
      and not exists (select from meeting_participant t where t.tenant_id = m.tenant_id and t.meeting_id = ${meeting.id}
        and t.member_id = m.id)`.execute(tx)
  // A substitute stands in for the seat of the member, whoever of both comes.
  const participantOf = new Map(seats.rows.map(({ id }) => [id, newId()]))
  const rows = seats.rows.map(({ id, kind, for_member_id, ...seat }) => ({
    ...seat,
    id: participantOf.get(id)!,
    committee_id: meeting.committee_id,
    meeting_id: meeting.id,
    member_id: id,
    kind: kind === 'holder' ? 'member' : kind,
    stands_in_for_id: for_member_id === null ? null : (participantOf.get(for_member_id) ?? null),
  }))
  if (rows.length > 0)
    await tx
      .insertInto('meeting_participant')
      .values(rows as never)
      .execute()
  const own = sql`tenant_id = (select app.tenant_id()) and meeting_id = ${meeting.id} and released_at is null`
  await sql`with papers as (update committee_paper set released_at = ${at} where ${own})
    update agenda_item set released_at = ${at} where ${own}`.execute(tx)
}

interface Told {
  readonly stage: 'released' | 'takenBack' | 'approved'
  readonly onDecided: readonly OnDecided[]
  readonly now: Temporal.Instant
}

/** What was decided holds now, or is taken back: modules hear of each decision, of struck ones too. */
async function tellDecided(tx: Tx, meeting: MeetingRow, told: Told): Promise<DecidedNote[]> {
  if (told.onDecided.length === 0) return []
  const rows = await tx
    .selectFrom('decision as d')
    .leftJoin('agenda_item as i', 'i.id', 'd.agenda_item_id')
    .innerJoin('minute_entry as e', 'e.decision_id', 'd.id')
    .selectAll('d')
    .select(['i.state as item_state', 'e.struck_at'])
    .where('d.meeting_id', '=', meeting.id)
    .where((eb) => eb.or([eb('d.state', '=', 'valid'), eb('e.struck_at', 'is not', null)]))
    .orderBy('d.created_at')
    .execute()
  const notes: (DecidedNote | null)[] = []
  for (const row of rows) {
    const decided = {
      decisionId: row.id,
      committeeId: meeting.committee_id,
      meetingId: meeting.id,
      kind: row.kind as DecisionKind,
      outcome: outcomeOf(row),
      wording: row.wording ?? row.title,
      isPublic: row.is_public,
      subjectKind: row.subject_kind as SubjectKind,
      subjectId: row.subject_id,
      subjectTitle: row.subject_title,
      toCommitteeId: row.to_committee_id,
      themeFormat: row.theme_format,
      themePriority: row.theme_priority,
      dueOn: row.due_on,
      inOtherForm: row.in_other_form,
      struck: row.struck_at !== null,
      stage: told.stage,
      onDate: meeting.on_date,
    } as const
    for (const tell of told.onDecided) notes.push(await tell(tx, decided, told.now))
  }
  return notes.filter((note) => note !== null)
}

/** Struck lines are told as rejected: nothing moves by them, and what a released one made is taken back. */
function outcomeOf(row: {
  struck_at: string | null
  item_state: string | null
  outcome: string
}): DecisionOutcome {
  if (row.struck_at !== null) return 'rejected'
  return row.item_state === 'postponed' ? 'postponed' : (row.outcome as DecisionOutcome)
}

/** Minutes and what they made become readable for members together. */
async function releaseMinutes(tx: Tx, meetingId: string, at: string): Promise<void> {
  const own = sql`tenant_id = (select app.tenant_id()) and meeting_id = ${meetingId} and released_at is null`
  await sql`
    with party as (update decision_party r set released_at = ${at} from decision d
        where d.tenant_id = (select app.tenant_id()) and d.meeting_id = ${meetingId} and r.tenant_id = d.tenant_id
          and r.decision_id = d.id and r.released_at is null),
      said as (update decision set released_at = ${at} where ${own}),
      given as (update commission set released_at = ${at} where ${own}),
      asked as (update action_item set released_at = ${at} where ${own})
    update minute_entry set released_at = ${at} where ${own}`.execute(tx)
}
