import { sql } from 'kysely'
import type { z } from 'zod'
import { newId } from '../../../platform/contract/ids.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { ItemChange, MeetingView, NewItem, NewItems, OfferList } from '../contract/meetings.ts'
import { agendaTemplate } from '../rules/agenda-template.ts'
import { whyNotAgenda, whyNotMinute } from '../rules/states.ts'
import { readOffers, type AgendaSource } from './agenda-source.ts'
import { readMeeting } from './meeting-screens.ts'
import { changeRow, insertItems, lockMeeting, lockRow, logged, type Ids, type MeetingRow } from './store.ts'

/** What other parts of Lotse offer for this agenda. */
export async function agendaOffers(
  tx: Tx,
  sources: readonly AgendaSource[],
  meetingId: string,
  now: Temporal.Instant,
): Promise<z.infer<typeof OfferList>> {
  const { rows } = await sql<{ committeeId: string; kind: string; onDate: string }>`
    select m.committee_id as "committeeId", c.kind, m.on_date::text as "onDate"
    from meeting m join committee c on c.tenant_id = m.tenant_id and c.id = m.committee_id
    where m.tenant_id = (select app.tenant_id()) and m.id = ${meetingId}`.execute(tx)
  const span = { meetingId, ...found(rows[0]), today: dayOf(now) }
  return readOffers(tx, sources, span)
}

/** Adds items at the end; with `template` those the committee begins with. Throws 404, `agendaFixed`. */
export async function addItems(
  tx: Tx,
  actor: Actor,
  meetingId: string,
  wish: z.output<typeof NewItems>,
  now: Temporal.Instant,
): Promise<MeetingView> {
  const meeting = await lockMeeting(tx, meetingId)
  refuseIf(whyNotAgenda(meeting.state as 'planned'))
  const current = await readMeeting(tx, actor, meetingId, now)
  if (!current.can.includes('propose')) throw new Refusal('forbidden', 'forbidden')
  const template = wish.template ? await missingOfTemplate(tx, meeting, current) : []
  const known = new Set(current.items.map(({ title }) => title))
  const wanted = [...template, ...wish.items].filter(({ title }) => !known.has(title))
  const first = current.items.reduce((last, item) => Math.max(last, item.position), 0) + 1
  const rows = wanted.map((item, index) => rowOf(item, meeting, first + index))
  await insertItems(tx, rows)
  await logged(tx, 'meeting.agendaExtended', 'meeting', meetingId, { items: rows.length })
  return readMeeting(tx, actor, meetingId, now)
}

async function missingOfTemplate(
  tx: Tx,
  meeting: MeetingRow,
  current: MeetingView,
): Promise<Pick<NewItem, 'title' | 'kind'>[]> {
  const { rows } = await sql<{ topics: string[]; toApprove: boolean }>`
    select coalesce(c.details -> 'topics', '[]') as topics, exists (select from meeting m where m.tenant_id = c.tenant_id
      and m.committee_id = c.id and m.state in ('held', 'inApproval')) as "toApprove"
    from committee c where c.tenant_id = (select app.tenant_id()) and c.id = ${meeting.committee_id}`.execute(
    tx,
  )
  const { topics, toApprove } = found(rows[0])
  const facts = { quorum: current.quorumPercent !== null, minutesToApprove: toApprove }
  return agendaTemplate(topics, facts)
}

/** Members see what is added after the invitation at once. */
const rowOf = (
  item: Pick<NewItem, 'title' | 'kind'> & Partial<NewItem>,
  meeting: MeetingRow,
  position: number,
) => ({
  id: newId(),
  committee_id: meeting.committee_id,
  meeting_id: meeting.id,
  position,
  title: item.title,
  detail: item.detail ?? null,
  kind: item.kind,
  purpose: item.purpose ?? 'information',
  presenter: item.presenter ?? null,
  minutes: item.minutes ?? null,
  subject_kind: item.subjectKind ?? 'none',
  subject_id: item.subjectId ?? null,
  subject_title: item.subjectTitle ?? null,
  source_key: item.source ?? null,
  is_public: item.isPublic ?? true,
  without_b3: item.withoutB3 ?? false,
  released_at: meeting.invited_at,
})

/** Throws 404, 412, `agendaFixed`. Whether an item was treated is said while the minutes are written. */
export async function changeItem(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: ItemChange,
  now: Temporal.Instant,
): Promise<MeetingView> {
  const item = await lockRow(tx, 'agenda_item', ids.id)
  const meeting = await lockMeeting(tx, item.meeting_id)
  refuseStale(item.version, ids.version, () => undefined)
  const onlyState = Object.keys(wish).every((field) => field === 'state')
  const state = meeting.state as 'planned'
  refuseIf(onlyState ? whyNotAgenda(state) && whyNotMinute(state) : whyNotAgenda(state))
  const columns = {
    title: wish.title,
    detail: wish.detail,
    purpose: wish.purpose,
    presenter: wish.presenter,
    minutes: wish.minutes,
    is_public: wish.isPublic,
    without_b3: wish.withoutB3,
    state: wish.state,
  }
  const change = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  await changeRow(tx, 'agenda_item', item, change)
  if (wish.withoutB3 && !item.without_b3) await closePapers(tx, ids.id)
  if (wish.position !== undefined) await place(tx, item.meeting_id, ids.id, wish.position)
  await logged(tx, 'meeting.agendaItemChanged', 'agendaItem', ids.id, { fields: Object.keys(wish) })
  return readMeeting(tx, actor, item.meeting_id, now)
}

/** What belongs to an item of the part without B3 is kept from B3 as well. */
const closePapers = (tx: Tx, itemId: string) =>
  tx
    .updateTable('committee_paper')
    .set((eb) => ({ without_b3: true, version: eb('version', '+', 1) }))
    .where('agenda_item_id', '=', itemId)
    .where('without_b3', '=', false)
    .execute()

/** Numbers the agenda anew with the item at its new place. */
const place = (tx: Tx, meetingId: string, itemId: string, position: number) =>
  sql`
  with ordered as (select i.id, row_number() over (order by i.position, i.id) as n from agenda_item i
      where i.tenant_id = (select app.tenant_id()) and i.meeting_id = ${meetingId} and i.id <> ${itemId}),
    placed as (select id, n + case when n >= ${position} then 1 else 0 end as n from ordered
      union all select ${itemId}::uuid, least(${position}, (select count(*) from ordered) + 1))
  update agenda_item i set position = p.n from placed p
  where i.tenant_id = (select app.tenant_id()) and i.id = p.id and i.position <> p.n`.execute(tx)

/** Throws 404, 412, `agendaFixed`, `itemHasMinutes`. */
export async function dropItem(tx: Tx, ids: Ids): Promise<void> {
  const item = await lockRow(tx, 'agenda_item', ids.id)
  const meeting = await lockMeeting(tx, item.meeting_id)
  refuseStale(item.version, ids.version, () => undefined)
  refuseIf(whyNotAgenda(meeting.state as 'planned'))
  const written = await tx
    .selectFrom('minute_entry')
    .select('id')
    .where('agenda_item_id', '=', ids.id)
    .limit(1)
    .executeTakeFirst()
  if (written) throw new Refusal('conflict', 'itemHasMinutes')
  await tx.deleteFrom('agenda_item').where('id', '=', ids.id).execute()
  await logged(tx, 'meeting.agendaItemDropped', 'agendaItem', ids.id)
}
