import { sql } from 'kysely'
import { officeDay } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { renderSheet, type SheetBlock } from '../../../platform/server/documents/index.ts'
import { found, Refusal } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { letterhead } from '../../tenancy/server/index.ts'
import { calendarOf, type CalendarMeeting } from '../rules/calendar.ts'
import {
  agendaBlocks,
  invitationBlocks,
  meetingName,
  minutesBlocks,
  paperBlocks,
  type Block,
} from '../rules/print.ts'
import { readMeeting, readMinutes } from './meeting-screens.ts'
import { logged } from './store.ts'
import type { SubjectPaper } from './subject-paper.ts'

const titles = { invitation: 'Einladung', agenda: 'Tagesordnung', minutes: 'Niederschrift' } as const
type PrintKind = keyof typeof titles

/** Invitation, agenda or minutes, as far as the asker may read them. Nothing released yet is 404. */
export async function printMeeting(
  tx: Tx,
  actor: Actor,
  { id, kind, part }: { id: string; kind: PrintKind; part: 'all' | 'public' },
  now: Temporal.Instant,
): Promise<Download> {
  const meeting = await readMeeting(tx, actor, id, now)
  const publicOnly = part === 'public'
  const blocks = await blocksOf(tx, { meeting, kind, publicOnly })
  await logged(tx, 'meeting.printed', 'meeting', id, { kind, part })
  const title = `${titles[kind]}: ${meetingName(meeting)}`
  const bytes = await renderSheet({ title, ...(await letterhead(tx)), blocks }, now)
  return { name: `${titles[kind]}-${meeting.onDate}.pdf`, bytes }
}

type Read = Awaited<ReturnType<typeof readMeeting>>

async function blocksOf(
  tx: Tx,
  { meeting, kind, publicOnly }: { meeting: Read; kind: PrintKind; publicOnly: boolean },
): Promise<Block[]> {
  if (kind === 'agenda') return agendaBlocks(meeting, publicOnly)
  if (kind === 'invitation') return invitationBlocks(meeting, publicOnly)
  const { entries } = await readMinutes(tx, meeting.id, undefined)
  return minutesBlocks(meeting, entries, publicOnly)
}

/** One item as a paper for the agenda of a committee that somebody else runs (R134). */
export async function printItem(
  tx: Tx,
  actor: Actor,
  { id, papers }: { id: string; papers: readonly SubjectPaper[] },
  now: Temporal.Instant,
): Promise<Download> {
  const row = found(
    await tx.selectFrom('agenda_item').select(['meeting_id', 'kind']).where('id', '=', id).executeTakeFirst(),
  )
  // A case discussion leaves the room on no paper.
  if (row.kind === 'case') throw new Refusal('conflict', 'caseStaysInside')
  const meeting = await readMeeting(tx, actor, row.meeting_id, now)
  const item = found(meeting.items.find((one) => one.id === id))
  const more = await blocksOfSubject(tx, { item, papers }, now)
  await logged(tx, 'meeting.itemPrinted', 'agendaItem', id)
  const sheet = { title: `Vorlage: ${item.title}`, ...(await letterhead(tx)) }
  const bytes = await renderSheet({ ...sheet, blocks: [...paperBlocks(meeting, item), ...more] }, now)
  return { name: `Vorlage-${meeting.onDate}.pdf`, bytes }
}

/** What the module that owns the subject of the item adds. */
async function blocksOfSubject(
  tx: Tx,
  { item, papers }: { item: Read['items'][number]; papers: readonly SubjectPaper[] },
  now: Temporal.Instant,
): Promise<readonly SheetBlock[]> {
  if (item.subjectId === null) return []
  const words = [item.title, item.detail, item.subjectTitle]
  for (const paper of papers) {
    const blocks = await paper(tx, { kind: item.subjectKind, id: item.subjectId, words }, now)
    if (blocks) return blocks
  }
  return []
}

async function calendarFile(tx: Tx, where: ReturnType<typeof sql>, name: string): Promise<Download> {
  const { rows } = await sql<CalendarMeeting>`
    select m.id, m.on_date::text as "onDate", to_char(m.start_time, 'HH24:MI') as "startTime",
      to_char(m.end_time, 'HH24:MI') as "endTime", c.name as committee, m.place, m.online_url as "onlineUrl",
      m.ics_sequence as sequence, m.state,
      to_char(coalesce(m.ended_at, m.started_at, m.invited_at, m.created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') as "changedAt"
    from meeting m join committee c on c.tenant_id = m.tenant_id and c.id = m.committee_id
    where m.tenant_id = (select app.tenant_id()) and ${where} order by m.on_date, m.start_time, m.id limit 400`.execute(
    tx,
  )
  return { name, bytes: Buffer.from(calendarOf(rows), 'utf8') }
}

export async function meetingCalendar(tx: Tx, id: string): Promise<Download> {
  found(await tx.selectFrom('meeting').select('id').where('id', '=', id).executeTakeFirst())
  return calendarFile(tx, sql`m.id = ${id}`, 'Termin.ics')
}

/** Meetings of the last month and to come, cancelled ones included, so that a calendar takes them out. */
export async function committeeCalendar(tx: Tx, committeeId: string): Promise<Download> {
  const { rows } =
    await sql`select from committee c where c.tenant_id = (select app.tenant_id()) and c.id = ${committeeId}
    and ((select app.has_any_role('coordinator', 'kimLead', 'administration', 'caseManager', 'townCoordinator'))
      or exists (select from committee_access x where x.tenant_id = c.tenant_id and x.committee_id = c.id
        and x.user_id = (select app.user_id()) and x.valid_during @> now()))`.execute(tx)
  found(rows[0])
  return calendarFile(
    tx,
    sql`m.committee_id = ${committeeId} and m.on_date > ${officeDay} - 31`,
    'Termine.ics',
  )
}
