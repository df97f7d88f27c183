import { sql } from 'kysely'
import type { z } from 'zod'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf, officeDay } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { MeetingView, NewCaseItem } from '../contract/meetings.ts'
import { whyNotAgenda } from '../rules/states.ts'
import { readMeeting } from './meeting-screens.ts'
import { insertItems, lockMeeting } from './store.ts'
import { committeeTexts } from './texts.ts'

/**
 * A case for discussion: the agenda says „Fall A“ and the question, nothing of the person. By name only where everybody
 * who attends sees the case anyway or belongs to a unit that a given consent names. Throws 404, `agendaFixed`,
 * `caseNotCoveredForAll`, `caseReadOnly`, `caseClosed`.
 */
export async function addCaseItem(
  tx: Tx,
  actor: Actor,
  meetingId: string,
  wish: z.output<typeof NewCaseItem>,
  now: Temporal.Instant,
): Promise<MeetingView> {
  // Held only for who works in the group: to everybody else the meeting is not there.
  await lockMeeting(tx, meetingId)
  const current = await readMeeting(tx, actor, meetingId, now)
  refuseIf(whyNotAgenda(current.state))
  const file = await lockCaseForWork(tx, wish.caseId)
  if (wish.named) await refuseUncovered(tx, wish.caseId, { meetingId, committeeId: current.committeeId })
  const letters = current.items.filter((item) => item.kind === 'case').length
  const id = newId()
  await insertItems(tx, [
    {
      id,
      committee_id: current.committeeId,
      meeting_id: meetingId,
      position: current.items.reduce((last, item) => Math.max(last, item.position), 0) + 1,
      title: `Fall ${nameOf(letters)}`,
      detail: wish.question,
      kind: 'case',
      purpose: 'advice',
      subject_kind: 'case',
      is_public: false,
      without_b3: wish.withoutB3,
      released_at: current.invitedOn === null ? null : now.toString(),
    },
  ])
  await tx
    .insertInto('agenda_case')
    .values({
      agenda_item_id: id,
      meeting_id: meetingId,
      case_id: wish.caseId,
      named: wish.named,
      named_checked_on: wish.named ? dayOf(now) : null,
    })
    .execute()
  await audit(tx, {
    action: 'meeting.caseAdded',
    objectKind: 'agendaItem',
    objectId: id,
    caseId: wish.caseId,
    deputyOf: file.deputyOf,
    details: { named: wish.named },
  })
  return readMeeting(tx, actor, meetingId, now)
}

/** A, B … Z, AA: nothing of the case. */
const nameOf = (index: number): string =>
  (index >= 26 ? nameOf(Math.floor(index / 26) - 1) : '') + String.fromCodePoint(65 + (index % 26))

/** Who attends: those invited, before the invitation everybody seated on that day. */
async function refuseUncovered(
  tx: Tx,
  caseId: string,
  { meetingId, committeeId }: { meetingId: string; committeeId: string },
): Promise<void> {
  const { rows } = await sql<{ label: string }>`
    with attending as (
      select t.account_id, t.organisation_id, t.unit_id, coalesce(t.function_label, 'Gast') as label
      from meeting_participant t where t.tenant_id = (select app.tenant_id()) and t.meeting_id = ${meetingId}
      union all
      select b.account_id, b.organisation_id, u.unit_id, coalesce(f.label, 'Mitglied') from committee_member b
        left join staff_user u on u.tenant_id = b.tenant_id and u.id = b.account_id
        left join committee_function f on f.tenant_id = b.tenant_id and f.id = b.function_id
      where b.tenant_id = (select app.tenant_id()) and b.committee_id = ${committeeId} and b.kind in ('holder', 'adviser')
        and (b.to_on is null or b.to_on >= ${officeDay}) and (b.ended_at is null or b.ended_at > now())
        and not exists (select from meeting_participant t where t.tenant_id = b.tenant_id and t.meeting_id = ${meetingId}
          and t.member_id = b.id))
    select distinct a.label from attending a
    where a.account_id is distinct from (select app.user_id())
      and not exists (select from app.who_sees_case(${caseId}) w where w.user_id = a.account_id
        and w.parts & 2 <> 0 and w.valid_during @> now())
      and not exists (select from consent k where k.tenant_id = (select app.tenant_id()) and k.case_id = ${caseId}
        and k.organisation_id = a.organisation_id and k.unit_id is not distinct from a.unit_id
        and k.direction in ('toRecipient', 'mutual') and k.given_on is not null and k.withdrawn_on is null
        and k.ended_on is null and 'identity' = any (k.data_categories) and ${officeDay} between k.valid_from and k.valid_to)
    order by a.label limit 10`.execute(tx)
  if (rows.length === 0) return
  const code = 'caseNotCoveredForAll'
  const missing = rows.map(({ label }) => label).join('; ')
  throw new Refusal('invalid', 'invalidInput', {
    fields: [{ path: 'named', code, message: `${committeeTexts[code]!} Nicht gedeckt: ${missing}.` }],
  })
}
