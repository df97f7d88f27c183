import { newId } from '../../../platform/contract/ids.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseStale, Refusal } from '../../../platform/server/http/refusal.ts'
import type { MeetingChange, MeetingView, NewMeeting } from '../contract/meetings.ts'
import { seriesDays } from '../rules/rhythm.ts'
import { readMeeting } from './meeting-screens.ts'
import { holdOpenCommittee, lockMeeting, logged, updateMeeting, wrongField, type Ids } from './store.ts'

/** One meeting, or all of a series. Throws `committeeClosed`, `meetingEndsBeforeStart`, `seriesEndsBeforeStart`. */
export async function planMeetings(
  tx: Tx,
  committeeId: string,
  wish: NewMeeting,
): Promise<{ ids: string[] }> {
  await holdOpenCommittee(tx, committeeId)
  if (wish.endTime && wish.endTime <= wish.startTime) throw wrongField('endTime', 'meetingEndsBeforeStart')
  if (wish.series && wish.series.lastOn < wish.onDate)
    throw wrongField('series.lastOn', 'seriesEndsBeforeStart')
  const days = wish.series ? seriesDays(wish.onDate, wish.series) : [wish.onDate]
  const seriesId = wish.series ? newId() : null
  if (wish.series) {
    await tx
      .insertInto('meeting_series')
      .values({
        id: seriesId!,
        committee_id: committeeId,
        every_unit: wish.series.everyUnit,
        every_count: wish.series.everyCount,
        first_on: wish.onDate,
        last_on: wish.series.lastOn,
        start_time: wish.startTime,
        minutes: minutesBetween(wish.startTime, wish.endTime),
        place: wish.place ?? null,
      })
      .execute()
  }
  const rows = days.map((day, index) => ({
    id: newId(),
    committee_id: committeeId,
    series_id: seriesId,
    number: wish.number === undefined || wish.number === null ? null : wish.number + index,
    title: wish.title ?? null,
    on_date: day,
    start_time: wish.startTime,
    end_time: wish.endTime ?? null,
    form: wish.form,
    place: wish.place ?? null,
    online_url: wish.onlineUrl ?? null,
  }))
  await tx.insertInto('meeting').values(rows).execute()
  await logged(tx, 'meeting.planned', 'committee', committeeId, { meetings: rows.length })
  return { ids: rows.map(({ id }) => id) }
}

function minutesBetween(start: string, end: string | null | undefined): number {
  if (!end) return 120
  return Math.max(15, Temporal.PlainTime.from(start).until(end).total('minutes'))
}

/** Day, time and place; an invited meeting's calendar entry counts the change. Throws 404, 412, `meetingFinished`. */
export async function changeMeeting(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: MeetingChange,
  now: Temporal.Instant,
): Promise<MeetingView> {
  const row = await lockMeeting(tx, ids.id)
  const current = await readMeeting(tx, actor, ids.id, now)
  refuseStale(row.version, ids.version, () => current)
  if (!current.can.includes('change')) throw new Refusal('conflict', 'meetingFinished')
  const moved = wish.onDate !== undefined || wish.startTime !== undefined
  if (moved && current.state !== 'planned' && current.state !== 'invited')
    throw new Refusal('conflict', 'meetingAlreadyHeld')
  const start = wish.startTime ?? current.startTime
  const end = wish.endTime === undefined ? current.endTime : wish.endTime
  if (end !== null && end <= start) throw wrongField('endTime', 'meetingEndsBeforeStart')
  const columns = {
    title: wish.title,
    number: wish.number,
    on_date: wish.onDate,
    start_time: wish.startTime,
    end_time: wish.endTime,
    form: wish.form,
    place: wish.place,
    online_url: wish.onlineUrl,
    remark: wish.remark,
  }
  const change = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  await updateMeeting(tx, row, { ...change, ics_sequence: row.ics_sequence + 1 })
  await logged(tx, 'meeting.changed', 'meeting', ids.id, { fields: Object.keys(wish) })
  return readMeeting(tx, actor, ids.id, now)
}
