import type { z } from 'zod'
import { newId } from '../../../platform/contract/ids.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { MeetingView, NewGuest, ParticipantChange } from '../contract/meetings.ts'
import { readMeeting } from './meeting-screens.ts'
import { changeRow, insertParticipants, lockMeeting, lockRow, logged, wrongField, type Ids } from './store.ts'

const finished = new Set(['approved', 'cancelled'])

/** A guest of this meeting alone. A case marked „by name“ falls back to without (trigger of migration 0161). */
export async function addGuest(
  tx: Tx,
  actor: Actor,
  meetingId: string,
  wish: z.output<typeof NewGuest>,
  now: Temporal.Instant,
): Promise<MeetingView> {
  const meeting = await lockMeeting(tx, meetingId)
  if (finished.has(meeting.state)) throw new Refusal('conflict', 'meetingFinished')
  const id = newId()
  await insertParticipants(tx, [
    {
      id,
      committee_id: meeting.committee_id,
      meeting_id: meetingId,
      kind: wish.kind,
      held_by: wish.heldBy,
      function_label: wish.functionLabel ?? null,
      organisation_id: wish.organisationId ?? null,
      b3: wish.b3,
    },
  ])
  await logged(tx, 'meeting.guestInvited', 'meeting', meetingId, { kind: wish.kind })
  return readMeeting(tx, actor, meetingId, now)
}

/** Who came, and who stands in for whom. Throws 404, 412, `standInUnknown`. */
export async function recordAttendance(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: z.output<typeof ParticipantChange>,
  now: Temporal.Instant,
): Promise<MeetingView> {
  const row = await lockRow(tx, 'meeting_participant', ids.id)
  refuseStale(row.version, ids.version, () => undefined)
  const current = await readMeeting(tx, actor, row.meeting_id, now)
  if (finished.has(current.state)) throw new Refusal('conflict', 'meetingFinished')
  const stands = wish.standsInForId ?? null
  const seat = current.participants.find((one) => one.id === stands)
  if (stands !== null && (!seat?.voting || seat.id === ids.id))
    throw wrongField('standsInForId', 'standInUnknown')
  await changeRow(tx, 'meeting_participant', row, {
    attendance: wish.attendance,
    ...(wish.standsInForId === undefined ? {} : { stands_in_for_id: stands }),
  })
  await logged(tx, 'meeting.attendanceRecorded', 'meeting', row.meeting_id, { attendance: wish.attendance })
  return readMeeting(tx, actor, row.meeting_id, now)
}
