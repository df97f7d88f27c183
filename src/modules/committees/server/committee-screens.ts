import { sql, type RawBuilder } from 'kysely'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { CommitteeOptions, CommitteeRow, CommitteeView } from '../contract/committees.ts'
import { overdueDays } from '../rules/rhythm.ts'
import { berlinDay, keepsCommittees, listOf } from './office.ts'
import { actionItemRows, paperRows, withItemActions, withPaperActions } from './row-screens.ts'

type RawRow = Omit<CommitteeRow, 'overdueDays'> & { intervalDays: number | null; since: string | null }
const mostMeetings = 40
const mostRows = 100

/** What list and page share. Sessions before Lotse stand in the district file; the last of them counts as well. */
const facts = (today: string): RawBuilder<unknown> => sql`
  c.id, c.name, c.kind, c.authority, p.scope, c.rhythm_label as rhythm, c.interval_days as "intervalDays",
  greatest((select max(m.on_date) from meeting m where m.tenant_id = c.tenant_id and m.committee_id = c.id
      and m.state in ('held', 'inApproval', 'approved') and m.on_date <= ${today}::date),
    (select max(s.day::date) from jsonb_array_elements_text(c.details -> 'sessions') s (day)
      where s.day ~ '^\\d{4}-\\d{2}-\\d{2}$'))::text as "lastOn",
  c.valid_from::text as since, next.on_date::text as "nextOn", next.id as "nextId",
  (select count(*) from action_item a where a.tenant_id = c.tenant_id and a.committee_id = c.id and a.state = 'open')::int
    as "openActionItems",
  (select count(*) from action_item a where a.tenant_id = c.tenant_id and a.committee_id = c.id and a.state = 'open'
    and a.due_on < ${today}::date)::int as "lateActionItems",
  (select count(*) from meeting m where m.tenant_id = c.tenant_id and m.committee_id = c.id
    and m.state in ('held', 'inApproval'))::int as "minutesToApprove",
  ${berlinDay(sql`p.closed_at`)} as "closedOn"`

const from = (today: string): RawBuilder<unknown> => sql`
  from committee c join committee_profile p on p.tenant_id = c.tenant_id and p.committee_id = c.id
    left join lateral (select m.id, m.on_date from meeting m where m.tenant_id = c.tenant_id and m.committee_id = c.id
      and m.on_date >= ${today}::date and m.state in ('planned', 'invited', 'running')
      order by m.on_date, m.id limit 1) next on true
  where c.tenant_id = (select app.tenant_id())`

const withOverdue = <T extends RawRow>({ intervalDays, since, ...row }: T, today: string) => ({
  ...row,
  overdueDays: row.closedOn === null ? overdueDays(row.lastOn, intervalDays, { today, since }) : null,
})

/** „Was steht an?“: overdue ones first, then the next meeting, closed ones last. */
export async function listCommittees(tx: Tx, actor: Actor, now: Temporal.Instant) {
  const today = dayOf(now)
  const { rows } = await sql<RawRow>`
    select ${facts(today)},
      (select count(*) from committee_member b where b.tenant_id = c.tenant_id and b.committee_id = c.id
        and b.kind = 'holder' and b.from_on <= ${today}::date and (b.to_on is null or b.to_on >= ${today}::date)
        and (b.ended_at is null or b.ended_at > now()))::int as members,
      exists (select from committee_access x where x.tenant_id = c.tenant_id and x.committee_id = c.id
        and x.user_id = (select app.user_id()) and x.valid_during @> now()) as mine
    ${from(today)} and (c.valid_to is null or p.closed_at is not null) order by c.position, c.name`.execute(
    tx,
  )
  const list = rows.map((row) => withOverdue(row, today)).sort(byUrgency)
  const office = keepsCommittees(actor)
  return {
    rows: list,
    can: [...(office ? (['found', 'register'] as const) : []), 'propose' as const],
  }
}

function byUrgency(a: CommitteeRow, b: CommitteeRow): number {
  if ((a.closedOn === null) !== (b.closedOn === null)) return a.closedOn === null ? -1 : 1
  if ((a.overdueDays ?? 0) !== (b.overdueDays ?? 0)) return (b.overdueDays ?? 0) - (a.overdueDays ?? 0)
  return (a.nextOn ?? '9999') < (b.nextOn ?? '9999')
    ? -1
    : (a.nextOn ?? '9999') > (b.nextOn ?? '9999')
      ? 1
      : 0
}

const seats = (today: string) => sql`
  select b.id, b.function_id as "functionId", b.kind, b.for_member_id as "forMemberId", b.held_by as "heldBy",
    o.name as organisation, g.name as municipality, b.account_id is not null as "hasAccount", b.b3,
    b.contact, b.from_on::text as "fromOn",
    least(b.to_on, (b.ended_at at time zone 'Europe/Berlin')::date)::text as "toOn", b.end_reason as "endReason",
    b.from_on <= ${today}::date and (b.to_on is null or b.to_on >= ${today}::date)
      and (b.ended_at is null or b.ended_at > now()) as current, b.remark, b.version
  from committee_member b left join organisation o on o.tenant_id = b.tenant_id and o.id = b.organisation_id
    left join municipality g on g.tenant_id = b.tenant_id and g.id = b.municipality_id
  where b.tenant_id = c.tenant_id and b.committee_id = c.id order by b.from_on desc, b.held_by`

const functions = sql`
  select f.id, f.label, f.count, f.role, f.succession, o.name as organisation, f.advisory, f.source, f.remark,
    coalesce(f.provenance -> 'alternatives', '[]') as alternatives
  from committee_function f left join organisation o on o.tenant_id = f.tenant_id and o.id = f.organisation_id
  where f.tenant_id = c.tenant_id and f.committee_id = c.id and f.valid_to is null order by f.position, f.label`

const foundings = sql`
  select f.id, f.name, f.outcome, f.reason, ${berlinDay(sql`f.created_at`)} as on,
    (select coalesce(jsonb_agg(jsonb_build_object('committee', e.name, 'fits', x.fits, 'reason', x.reason)), '[]')
      from jsonb_to_recordset(f.examined) x ("committeeId" uuid, fits boolean, reason text)
      join committee e on e.tenant_id = f.tenant_id and e.id = x."committeeId") as examined
  from committee_founding f where f.tenant_id = c.tenant_id and f.committee_id = c.id order by f.created_at desc`

/** Towns without a seat anywhere in the committee, by the seat or by the organisation of the town (R166). */
const missingTowns = (today: string) => sql`
  (select coalesce(array_agg(g.name order by g.name), '{}') from municipality g where g.tenant_id = c.tenant_id
    and g.valid_to is null and not exists (select from committee_member b
      left join organisation o on o.tenant_id = b.tenant_id and o.id = b.organisation_id
      where b.tenant_id = c.tenant_id and b.committee_id = c.id and (b.to_on is null or b.to_on >= ${today}::date)
        and (b.ended_at is null or b.ended_at > now()) and g.id in (b.municipality_id, o.municipality_id)))`

const welfareMissing = (today: string) => sql`not exists (select from committee_member b
  join organisation o on o.tenant_id = b.tenant_id and o.id = b.organisation_id and o.kind in ('welfare', 'welfareAssociation')
  where b.tenant_id = c.tenant_id and b.committee_id = c.id and (b.to_on is null or b.to_on >= ${today}::date)
    and (b.ended_at is null or b.ended_at > now()))`

type RawView = Omit<CommitteeView, 'overdueDays' | 'can' | 'more'> & RawRow

export async function readCommittee(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Temporal.Instant,
): Promise<CommitteeView> {
  const today = dayOf(now)
  const { rows } = await sql<RawView>`
    select ${facts(today)}, c.details ->> 'purpose' as purpose, c.details -> 'managingOffice' ->> 'label' as "managingOffice",
      c.municipality_id as "municipalityId", (select g.name from municipality g where g.tenant_id = c.tenant_id
        and g.id = c.municipality_id) as municipality, p.host, p.participation, coalesce(c.details -> 'topics', '[]') as topics, p.quorum_percent as "quorumPercent",
      p.invitation_days as "invitationDays", c.details ->> 'convenedOn' as "convenedOn",
      coalesce(c.details -> 'sessions', '[]') as "earlierSessions", c.source, c.remark, p.closed_reason as "closedReason",
      p.closed_note as "closedNote", p.version, ${listOf(functions)} as functions, ${listOf(seats(today))} as seats,
      ${missingTowns(today)} as "missingTowns", ${welfareMissing(today)} as "welfareMissing",
      ${listOf(foundings)} as foundings,
      ${listOf(sql`select m.id, m.title, m.number, m.state, m.on_date::text as "onDate",
        to_char(m.start_time, 'HH24:MI') as "startTime", m.place from meeting m where m.tenant_id = c.tenant_id
        and m.committee_id = c.id order by m.on_date desc, m.id limit ${mostMeetings + 1}`)} as meetings,
      ${listOf(actionItemRows(sql`and a.committee_id = ${id} and a.state = 'open' order by a.due_on nulls last, a.id limit ${mostRows + 1}`))}
        as "actionItems",
      ${listOf(paperRows(sql`and p.committee_id = ${id} order by p.created_at desc, p.id limit ${mostRows + 1}`))} as papers
    ${from(today)} and c.id = ${id}`.execute(tx)
  const { intervalDays, ...row } = found(rows[0])
  const view = withOverdue({ ...row, intervalDays }, today)
  return {
    ...view,
    intervalDays,
    meetings: row.meetings.slice(0, mostMeetings),
    moreMeetings: row.meetings.length > mostMeetings,
    actionItems: row.actionItems.slice(0, mostRows).map((item) => withItemActions(item, actor)),
    papers: row.papers.slice(0, mostRows).map((item) => withPaperActions(item, actor)),
    more: (['actionItems', 'papers'] as const).filter((list) => row[list].length > mostRows),
    can: actionsOf(actor, row.closedOn !== null),
  }
}

function actionsOf(actor: Actor, closed: boolean): CommitteeView['can'] {
  if (!keepsCommittees(actor)) return ['calendar']
  if (closed) return ['members', 'calendar']
  return ['change', 'members', 'plan', 'close', 'upload', 'calendar']
}
/** Accounts with what they are in the committee, then names on seats without an account. */
const owners = (committeeId: string, today: string) => sql`
  with seat as (select b.account_id, b.held_by, coalesce(f.label, o.name) as detail
    from committee_member b left join committee_function f on f.tenant_id = b.tenant_id and f.id = b.function_id
      left join organisation o on o.tenant_id = b.tenant_id and o.id = b.organisation_id
    where b.tenant_id = (select app.tenant_id()) and b.committee_id = ${committeeId} and b.kind <> 'frontOffice'
      and b.from_on <= ${today}::date and (b.to_on is null or b.to_on >= ${today}::date)
      and (b.ended_at is null or b.ended_at > now()))
  select w.user_id as "accountId", w.name,
    coalesce((select min(s.detail) from seat s where s.account_id = w.user_id), w.office) as detail
  from app.action_item_owners(${committeeId}, false) w
  union all select distinct null::uuid, s.held_by, s.detail from seat s where s.account_id is null`

/** What forms offer: names of committees, organisations, towns and of the accounts that could hold a seat. */
export async function committeeOptions(
  tx: Tx,
  committeeId: string | null,
  now: Temporal.Instant,
): Promise<CommitteeOptions> {
  const { rows } = await sql<CommitteeOptions>`select
    ${listOf(sql`select c.id, c.name as label from committee c join committee_profile p on p.tenant_id = c.tenant_id
      and p.committee_id = c.id where c.tenant_id = (select app.tenant_id()) and p.closed_at is null and c.valid_to is null
      order by c.position, c.name`)} as committees,
    ${listOf(sql`select o.id, o.name as label from organisation o where o.tenant_id = (select app.tenant_id())
      and o.valid_to is null order by o.name`)} as organisations,
    ${listOf(sql`select g.id, g.name as label from municipality g where g.tenant_id = (select app.tenant_id())
      and g.valid_to is null order by g.name`)} as municipalities,
    ${listOf(sql`select u.id, u.given_name || ' ' || u.family_name || coalesce(', ' || o.name, '') as label
      from staff_user u left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
      where u.tenant_id = (select app.tenant_id()) and u.active and u.kind = 'person'
      order by u.family_name, u.given_name limit 1000`)} as accounts,
    ${committeeId === null ? sql`'[]'::jsonb` : listOf(owners(committeeId, dayOf(now)))} as owners`.execute(
    tx,
  )
  return found(rows[0])
}
