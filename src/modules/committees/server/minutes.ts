import { sql } from 'kysely'
import type { z } from 'zod'
import { newId } from '../../../platform/contract/ids.ts'
import { officeDay } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { DecisionKind } from '../contract/codes.ts'
import type { EntryChange, EntryView, NewEntry } from '../contract/minutes.ts'
import { whyNotMinute } from '../rules/states.ts'
import { entryRows, withInstant } from './meeting-screens.ts'
import { keepsCommittees } from './office.ts'
import type { OnDecided } from './on-decided.ts'
import { lockMeeting, lockRow, logged, wrongField, type Ids, type MeetingRow } from './store.ts'
import { makeWhatItSays, outcomeOf, titleOf, type Item, type Written } from './what-it-says.ts'

/**
 * Writes an entry, and what it makes: a decision with its parties, a commission, an action item. Each entry is a row of
 * its own, so two people write at the same time and lose nothing. Throws 404, `meetingNotRunning`, `minutesFixed`,
 * `recommendationOnly` and the codes of the fields.
 */
export async function writeEntry(
  tx: Tx,
  actor: Actor,
  { meetingId, wish, now }: { meetingId: string; wish: NewEntry; now: Temporal.Instant },
  onDecided: readonly OnDecided[],
): Promise<EntryView> {
  const meeting = await lockMeeting(tx, meetingId)
  refuseIf(whyNotMinute(meeting.state as 'running'))
  refuseByRole(actor, wish)
  const item = await itemOf(tx, meeting, wish.agendaItemId)
  const links = await makeWhatItSays(tx, { meeting, item, wish, now })
  const id = newId()
  await tx
    .insertInto('minute_entry')
    .values({
      id,
      committee_id: meeting.committee_id,
      meeting_id: meetingId,
      agenda_item_id: item.id,
      kind: wish.kind,
      content: wish.content,
      is_public: wish.isPublic && item.is_public,
      without_b3: item.without_b3,
      ...links,
    })
    .execute()
  await minutesMoved(tx, meetingId)
  await logged(tx, 'minutes.written', 'minuteEntry', id, { kind: wish.kind })
  if (links.decision_id) {
    for (const tell of onDecided) await tell(tx, decidedOf(links.decision_id, { meeting, item, wish }), now)
  }
  return readEntry(tx, id)
}

/** Case managers write notes, recommendations and action items of the team; the office decides what was decided. */
function refuseByRole(actor: Actor, wish: NewEntry): void {
  if (keepsCommittees(actor)) return
  const open = wish.kind === 'note' || wish.kind === 'recommendation' || wish.kind === 'actionItem'
  if (!open) throw new Refusal('forbidden', 'recommendationOnly')
}

async function itemOf(tx: Tx, meeting: MeetingRow, id: string): Promise<Item> {
  const item = await tx
    .selectFrom('agenda_item')
    .select(['id', 'title', 'without_b3', 'is_public', 'subject_kind', 'subject_id', 'subject_title'])
    .where('id', '=', id)
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst()
  if (!item) throw wrongField('agendaItemId', 'itemUnknown')
  return item
}

const decidedOf = (decisionId: string, { meeting, item, wish }: Written) => ({
  decisionId,
  committeeId: meeting.committee_id,
  meetingId: meeting.id,
  kind: DecisionKind.parse(wish.kind),
  outcome: outcomeOf(wish),
  wording: wish.content,
  isPublic: wish.isPublic && item.is_public,
  subjectKind: (item.subject_kind === 'case' ? 'none' : item.subject_kind) as 'none',
  subjectId: item.subject_kind === 'case' ? null : item.subject_id,
  subjectTitle: item.subject_kind === 'case' ? null : item.subject_title,
  toCommitteeId: wish.toCommitteeId ?? null,
  themeFormat: wish.themeFormat ?? null,
  themePriority: wish.themePriority ?? null,
  dueOn: wish.dueOn ?? null,
  inOtherForm: wish.inOtherForm,
  struck: false,
  stage: 'live' as const,
  onDate: meeting.on_date,
})

/** Whoever looks on sees that something moved. The version of the meeting stays: nobody's form becomes stale by it. */
export const minutesMoved = (tx: Tx, meetingId: string): Promise<unknown> =>
  tx
    .updateTable('meeting')
    .set((eb) => ({ minutes_revision: eb('minutes_revision', '+', 1) }))
    .where('id', '=', meetingId)
    .execute()

async function readEntry(tx: Tx, id: string): Promise<EntryView> {
  const { rows } = await sql<EntryView>`${entryRows} and e.id = ${id}`.execute(tx)
  return withInstant(found(rows[0]))
}

/** Rewords or strikes; what the entry made follows its words. Throws 404, 412, `minutesFixed`, `entryOfAnother`. */
export async function changeEntry(tx: Tx, ids: Ids, wish: z.output<typeof EntryChange>): Promise<EntryView> {
  const row = await lockRow(tx, 'minute_entry', ids.id)
  const current = await readEntry(tx, ids.id)
  refuseStale(row.version, ids.version, () => current)
  const meeting = await lockMeeting(tx, row.meeting_id)
  refuseIf(whyNotMinute(meeting.state as 'running'))
  await tx
    .updateTable('minute_entry')
    .set({
      ...(wish.content === undefined ? {} : { content: wish.content }),
      ...(wish.isPublic === undefined ? {} : { is_public: wish.isPublic }),
      ...(wish.struck === undefined ? {} : { struck_at: wish.struck ? sql`now()` : null }),
      changed_at: sql`now()`,
      version: row.version + 1,
    })
    .where('id', '=', ids.id)
    .execute()
  await followWords(tx, row, wish)
  await minutesMoved(tx, row.meeting_id)
  await logged(tx, 'minutes.changed', 'minuteEntry', ids.id, { fields: Object.keys(wish) })
  return readEntry(tx, ids.id)
}

type EntryRow = Awaited<ReturnType<typeof lockRow<'minute_entry'>>>

async function followWords(tx: Tx, row: EntryRow, wish: z.output<typeof EntryChange>): Promise<void> {
  const { content, struck, isPublic } = wish
  const visible = isPublic === undefined ? {} : { is_public: isPublic }
  if (row.decision_id) {
    const words = content === undefined ? {} : { title: titleOf(content), wording: content }
    const state = struck === undefined ? {} : { state: struck ? 'revoked' : 'valid' }
    await changed(tx, 'decision', row.decision_id, { ...words, ...state, ...visible })
  }
  if (row.action_item_id) {
    const words = content === undefined ? {} : { title: titleOf(content) }
    const state =
      struck === undefined
        ? {}
        : struck
          ? { state: 'dropped', state_on: officeDay }
          : { state: 'open', state_on: null }
    // One that went on to somebody else stays ended: another stands for it.
    const on = await tx
      .selectFrom('action_item')
      .select('result')
      .where('id', '=', row.action_item_id)
      .executeTakeFirst()
    await changed(tx, 'action_item', row.action_item_id, {
      ...words,
      ...(struck === false && on?.result ? {} : state),
    })
  }
  if (row.commission_id) {
    const words = content === undefined ? {} : { title: titleOf(content), mandate: content.slice(0, 4000) }
    const state = struck === undefined ? {} : { state: struck ? 'returned' : 'given' }
    await changed(tx, 'commission', row.commission_id, { ...words, ...state })
  }
}

async function changed(
  tx: Tx,
  table: 'decision' | 'action_item' | 'commission',
  id: string,
  change: Record<string, unknown>,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await tx
    .updateTable(table as 'decision')
    .set({ ...change, version: sql`version + 1` } as never)
    .where('id', '=', id)
    .execute()
}
