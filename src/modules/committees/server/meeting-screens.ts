import { sql } from 'kysely'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { MeetingView } from '../contract/meetings.ts'
import type { MinutesView } from '../contract/minutes.ts'
import { invitationText } from '../rules/print.ts'
import { isQuorate } from '../rules/rhythm.ts'
import { meetingMoves, whyNotAgenda, whyNotMinute } from '../rules/states.ts'
import { berlinDay, keepsCommittees, listOf, subjectColumns, worksCases } from './office.ts'
import { paperRows, withPaperActions } from './row-screens.ts'

type Raw = Omit<MeetingView, 'can' | 'moves' | 'quorate' | 'invitationText'> & {
  works: boolean
  storedQuorate: boolean | null
}

/** Partners, B3 and guests of the day; members employed by the Kreis or a town are no outsiders. */
const outsiders = sql`exists (select from meeting_participant t
  left join organisation o on o.tenant_id = t.tenant_id and o.id = t.organisation_id
  where t.tenant_id = m.tenant_id and t.meeting_id = m.id
    and (t.b3 or t.kind = 'guest' or coalesce(o.kind, 'other') not in ('kreis', 'municipality')))`

const items = sql`
  select i.id, i.position, i.title, i.detail, i.kind, i.purpose, i.presenter, i.minutes, ${subjectColumns(sql`i`)},
    i.is_public as "isPublic", i.without_b3 as "withoutB3", i.state, i.version,
    (select jsonb_build_object('id', k.case_id, 'named', k.named) from agenda_case k
      where k.tenant_id = i.tenant_id and k.agenda_item_id = i.id) as "case",
    case i.subject_kind
      when 'theme' then (select jsonb_build_object('format', t.format, 'priority', t.priority, 'dueOn', null) from theme t
        where t.tenant_id = i.tenant_id and t.id = i.subject_id)
      when 'measure' then (select jsonb_build_object('format', null, 'priority', null, 'dueOn', x.due_on) from measure x
        where x.tenant_id = i.tenant_id and x.id = i.subject_id) end as proposal
  from agenda_item i where i.tenant_id = m.tenant_id and i.meeting_id = m.id order by i.position, i.id`

const participants = sql`
  select t.id, t.kind, t.held_by as "heldBy", t.function_label as "functionLabel", o.name as organisation, t.b3, t.voting,
    t.attendance, t.stands_in_for_id as "standsInForId", t.version
  from meeting_participant t left join organisation o on o.tenant_id = t.tenant_id and o.id = t.organisation_id
  where t.tenant_id = m.tenant_id and t.meeting_id = m.id
  order by t.kind = 'guest', not t.voting, t.function_label, t.held_by, t.id`

export async function readMeeting(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Temporal.Instant,
): Promise<MeetingView> {
  const { rows } = await sql<Raw>`
    select m.id, m.committee_id as "committeeId", c.name as committee, c.kind, p.scope, m.title, m.number, m.state,
      m.on_date::text as "onDate", to_char(m.start_time, 'HH24:MI') as "startTime", to_char(m.end_time, 'HH24:MI') as "endTime",
      m.form, m.place, m.online_url as "onlineUrl", m.remark, m.cancel_reason as "cancelReason",
      (select jsonb_build_object('id', x.id, 'onDate', x.on_date) from meeting x where x.tenant_id = m.tenant_id
        and x.id = m.approved_in_id) as "approvedIn",
      ${berlinDay(sql`m.invited_at`)} as "invitedOn", ${berlinDay(sql`m.approved_at`)} as "approvedOn",
      p.quorum_percent as "quorumPercent", p.invitation_days as "invitationDays", m.quorate as "storedQuorate",
      ${outsiders} as outsiders, ${listOf(items)} as items, ${listOf(participants)} as participants,
      ${listOf(paperRows(sql`and p.meeting_id = ${id} order by p.created_at, p.id limit 100`))} as papers,
      exists (select from committee_access x where x.tenant_id = m.tenant_id and x.committee_id = m.committee_id
        and x.user_id = (select app.user_id()) and x.valid_during @> now()) as works, m.version
    from meeting m join committee c on c.tenant_id = m.tenant_id and c.id = m.committee_id
      join committee_profile p on p.tenant_id = m.tenant_id and p.committee_id = m.committee_id
    where m.tenant_id = (select app.tenant_id()) and m.id = ${id}`.execute(tx)
  const { works, storedQuorate, ...row } = found(rows[0])
  const office = keepsCommittees(actor)
  const live = row.state === 'running' || row.state === 'held'
  return {
    ...row,
    papers: row.papers.map((paper) => withPaperActions(paper, actor)),
    quorate: live ? isQuorate(row.participants, row.quorumPercent) : storedQuorate,
    invitationText: office ? invitationText(row) : null,
    can: actionsOf(row, { office, works: works && worksCases(actor) }),
    moves: office
      ? meetingMoves[row.state].filter((to) => !(to === 'running' && row.onDate > dayOf(now)))
      : [],
  }
}

function actionsOf(
  { state }: Pick<Raw, 'state'>,
  { office, works }: { office: boolean; works: boolean },
): MeetingView['can'] {
  const can: MeetingView['can'] = ['print']
  const finished = state === 'approved' || state === 'cancelled'
  if (office && !finished) can.push('change', 'move', 'upload')
  if (office && whyNotAgenda(state) === null) can.push('agenda')
  if ((office || works) && whyNotAgenda(state) === null) can.push('propose')
  if (works && whyNotAgenda(state) === null) can.push('case')
  if ((office || works) && whyNotMinute(state) === null) can.push('minute')
  return can
}

const party = sql`select r.id, r.party, r.state, r.on_date::text as "onDate", r.remark,
    r.corrected_on::text as "correctedOn", r.version from decision_party r
  where r.tenant_id = e.tenant_id and r.decision_id = e.decision_id order by r.party`

/** Columns of an entry of the minutes. */
export const entryRows = sql`
  select e.id, e.agenda_item_id as "agendaItemId", e.kind, e.content, e.is_public as "isPublic",
    e.without_b3 as "withoutB3", e.struck_at is not null as struck,
    coalesce(a.responsible, t.name, k.to_label) as responsible, coalesce(a.due_on, k.due_on, d.due_on)::text as "dueOn",
    case when d.votes_yes is null then null else jsonb_build_object('yes', d.votes_yes, 'no', d.votes_no,
      'abstained', d.votes_abstained) end as votes, d.outcome, d.theme_format as "themeFormat",
    d.theme_priority as "themePriority", coalesce(d.in_other_form, false) as "inOtherForm",
    ${listOf(party)} as parties, e.created_by = (select app.user_id()) as mine, e.changed_at as at, e.version
  from minute_entry e left join decision d on d.tenant_id = e.tenant_id and d.id = e.decision_id
    left join action_item a on a.tenant_id = e.tenant_id and a.id = e.action_item_id
    left join commission k on k.tenant_id = e.tenant_id and k.id = e.commission_id
    left join committee t on t.tenant_id = e.tenant_id and t.id = coalesce(k.to_committee_id, d.to_committee_id)
  where e.tenant_id = (select app.tenant_id())`

/** All entries, in the order in which they were written; nothing when the asker knows the revision. */
export async function readMinutes(tx: Tx, id: string, known: number | undefined): Promise<MinutesView> {
  const { rows } = await sql<{ revision: number; state: MinutesView['state'] }>`
    select m.minutes_revision as revision, m.state from meeting m where m.tenant_id = (select app.tenant_id()) and m.id = ${id}`.execute(
    tx,
  )
  const meeting = found(rows[0])
  if (known === meeting.revision) return { ...meeting, unchanged: true, entries: [] }
  const entries = await sql<MinutesView['entries'][number]>`
    ${entryRows} and e.meeting_id = ${id} order by e.created_at, e.id`.execute(tx)
  return { ...meeting, unchanged: false, entries: entries.rows.map(withInstant) }
}

export const withInstant = <T extends { at: string }>(row: T): T => ({
  ...row,
  at: new Date(row.at).toISOString(),
})
