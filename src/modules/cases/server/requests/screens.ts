import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../../../platform/server/audit.ts'
import { decodeCursor, encodeCursor } from '../../../../platform/server/db/cursor.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { found } from '../../../../platform/server/http/refusal.ts'
import type {
  RequestListQuery,
  RequestRow,
  RequestView,
  WaitingRequests,
} from '../../contract/requests/index.ts'
import { requestDays, urgencyRank } from '../../rules/requests.ts'
import { detailOf, rowOf, type DetailColumns, type RowColumns } from './request-view.ts'
import { atOwnSiteSql, relationSql } from './store.ts'

/** Instant before which a waiting request counts as overdue; a page keeps the one of the first page. */
const cutoffSql = (now: Temporal.Instant, kept: string | null) => sql`coalesce(${kept}::timestamptz,
  ${now.toString()}::timestamptz - make_interval(days => coalesce((select (s.value #>> '{}')::int from tenant_setting s
    where s.tenant_id = (select app.tenant_id()) and s.key = 'requestUrgentDays'), ${requestDays.requestUrgentDays.value}::int)))`

const columnsSql = sql`r.id, r.version, r.received_at, r.received_at::text as received_key, r.channel, r.language,
  r.life_domains, r.urgency, r.state, r.assigned_at, r.closed_at, r.closed_at::text as closed_key, r.case_id,
  r.site_id, s.label as site_name, r.municipality_id, m.name as municipality_name,
  r.assigned_to, u.given_name || ' ' || u.family_name as assigned_name, t.concern,
  nullif(concat_ws(', ', po.name, pu.label), '') as partner, c.cutoff::text as cutoff, r.state = 'open' and r.received_at < c.cutoff as overdue,
  ${relationSql} as relation, ${atOwnSiteSql} as at_own_site`

const joinsSql = sql`join site s on s.tenant_id = r.tenant_id and s.id = r.site_id
  left join municipality m on m.tenant_id = r.tenant_id and m.id = r.municipality_id
  left join staff_user u on u.tenant_id = r.tenant_id and u.id = r.assigned_to
  left join request_text t on t.tenant_id = r.tenant_id and t.request_id = r.id
  left join partner_request pr on pr.tenant_id = r.tenant_id and pr.request_id = r.id
  left join organisation po on po.tenant_id = pr.tenant_id and po.id = pr.organisation_id
  left join unit pu on pu.tenant_id = pr.tenant_id and pu.id = pr.unit_id`

/** What the office asked on, for who works the request. */
const partnerRequestSql = sql`case when pr.id is not null then jsonb_build_object('office', concat_ws(', ', po.name, pu.label),
    'sentOn', (pr.created_at at time zone 'Europe/Berlin')::date, 'reference', pr.reference, 'consentedOn', pr.consented_on,
    'consentForm', pr.consent_form, 'consentBy', pr.consent_by, 'answerAgreed', pr.answer_agreed, 'answer', pr.answer,
    'declineReason', pr.decline_reason, 'answeredOn', pr.answered_on,
    'withdrawnOn', pr.withdrawn_on) end`

const mineSql = sql`(r.assigned_to = (select app.user_id())
  or r.assigned_to = any ((select app.deputised_colleagues())::uuid[]))`

/** A step `x` of a request as its view; sites and colleagues are known to everybody of the tenant. */
export const transferSql = sql`jsonb_build_object('id', x.id, 'on', x.on_date, 'acrossEmployers', x.across_employers,
    'reason', x.reason, 'agreedOn', x.agreed_on, 'withConcern', x.with_concern, 'withContact', x.with_contact,
    'from', (select jsonb_build_object('id', y.id, 'name', y.label) from site y where y.tenant_id = x.tenant_id and y.id = x.from_site_id),
    'to', (select jsonb_build_object('id', y.id, 'name', y.label) from site y where y.tenant_id = x.tenant_id and y.id = x.to_site_id),
    'by', coalesce((select y.given_name || ' ' || y.family_name from staff_user y where y.tenant_id = x.tenant_id and y.id = x.actor_id), ''))`

const transfersSql = sql`(select coalesce(jsonb_agg(${transferSql} order by x.at, x.id), '[]') from request_step x
    where x.tenant_id = r.tenant_id and x.request_id = r.id)`

const viewSql = {
  // What its office took back stays in the queue for its short retention, at the end.
  unassigned: sql`(r.state = 'open' or (r.state = 'withdrawn' and r.assigned_to is null))`,
  mine: sql`r.state = 'assigned' and ${mineSql}`,
  assigned: sql`r.state = 'assigned' and not ${mineSql}`,
  done: sql`r.closed_at is not null and ${mineSql}`,
}

/** One request; read by whoever works it, with name and number, therefore audited by the route. */
export async function readRequest(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Temporal.Instant,
): Promise<RequestView> {
  const { rows } = await sql<DetailColumns>`
    with c as (select ${cutoffSql(now, null)} as cutoff)
    select ${columnsSql}, r.entry_route, r.outcome, r.delete_after, r.signposted_to, o.name as signposted_name,
      t.signposted_service, k.caller_name, k.callback_number, k.delete_on, e.minutes,
      ${transfersSql} as transfers, ${partnerRequestSql} as partner_request
    from request r cross join c ${joinsSql}
    left join organisation o on o.tenant_id = r.tenant_id and o.id = r.signposted_to
    left join request_contact k on k.tenant_id = r.tenant_id and k.request_id = r.id
    left join request_effort e on e.tenant_id = r.tenant_id and e.request_id = r.id and e.user_id = (select app.user_id())
    where r.tenant_id = (select app.tenant_id()) and r.id = ${id}`.execute(tx)
  return detailOf(found(rows[0]), actor)
}

/** The page of one request: the reading is recorded. */
export async function openRequest(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Temporal.Instant,
): Promise<RequestView> {
  const view = await readRequest(tx, actor, id, now)
  await audit(tx, {
    action: 'request.read',
    objectKind: 'request',
    objectId: id,
    deputyOf: view.relation === 'deputy' ? (view.assignedTo?.id ?? null) : null,
  })
  return view
}

/** As PostgreSQL writes an instant, with microseconds; a forged one must not reach it. */
const Instant = z.string().max(40).refine(isInstant)
const QueueCursor = z.tuple([Instant, z.number().int(), Instant, z.uuid()])
const DoneCursor = z.tuple([Instant, z.uuid()])

/** A list as one statement. Open ones: most urgent and oldest first; closed ones: newest first. */
export async function listRequests(
  tx: Tx,
  actor: Actor,
  query: RequestListQuery,
  now: Temporal.Instant,
): Promise<{ rows: RequestRow[]; next?: string }> {
  const found = await (query.view === 'done' ? closedRows(tx, query, now) : waitingRows(tx, query, now))
  const rows = found.slice(0, query.limit)
  const last = found.length > query.limit ? rows.at(-1) : undefined
  return {
    rows: rows.map((row) => rowOf(row, actor)),
    ...(last ? { next: cursorOf(last, query) } : {}),
  }
}

const cursorOf = (row: RowColumns, query: RequestListQuery): string =>
  query.view === 'done'
    ? encodeCursor([row.closed_key, row.id])
    : encodeCursor([row.cutoff, rankOf(row), row.received_key, row.id])

const rankOf = ({ state, urgency, overdue }: RowColumns): number =>
  state === 'withdrawn' ? 3 : urgencyRank(urgency, overdue)

async function waitingRows(tx: Tx, query: RequestListQuery, now: Temporal.Instant): Promise<RowColumns[]> {
  const [cutoff, rank, receivedAt, id] = decodeCursor(query.after, QueueCursor) ?? [null, null, null, null]
  const { rows } = await sql<RowColumns>`
    with c as (select ${cutoffSql(now, cutoff)} as cutoff), ranked as (
      select r.id, case when r.state = 'withdrawn' then 3 when r.urgency = 'urgent' or (r.state = 'open' and r.received_at < c.cutoff) then 0
                        when r.urgency = 'soon' then 1 else 2 end as rank
      from request r cross join c
      where r.tenant_id = (select app.tenant_id()) and ${viewSql[query.view]} ${filterSql(query)})
    select ${columnsSql} from ranked q join request r on r.tenant_id = (select app.tenant_id()) and r.id = q.id
    cross join c ${joinsSql}
    where ${rank}::int is null or (q.rank, r.received_at, r.id) > (${rank}::int, ${receivedAt}::timestamptz, ${id}::uuid)
    order by q.rank, r.received_at, r.id limit ${query.limit + 1}`.execute(tx)
  return rows
}

async function closedRows(tx: Tx, query: RequestListQuery, now: Temporal.Instant): Promise<RowColumns[]> {
  const [closedAt, id] = decodeCursor(query.after, DoneCursor) ?? [null, null]
  const { rows } = await sql<RowColumns>`
    with c as (select ${cutoffSql(now, null)} as cutoff)
    select ${columnsSql} from request r cross join c ${joinsSql}
    where r.tenant_id = (select app.tenant_id()) and ${viewSql.done} ${filterSql(query)}
      and (${closedAt}::timestamptz is null or (r.closed_at, r.id) < (${closedAt}::timestamptz, ${id}::uuid))
    order by r.closed_at desc, r.id desc limit ${query.limit + 1}`.execute(tx)
  return rows
}

/** Each filter is one fixed piece of SQL with a parameter, so that a statement keeps its name and plan. */
const filterSql = ({ siteId, urgency, language }: RequestListQuery) => sql`
  and (${siteId ?? null}::uuid is null or r.site_id = ${siteId ?? null}::uuid)
  and (${urgency ?? null}::text is null or r.urgency = ${urgency ?? null}::text)
  and (${language ?? null}::text is null or r.language = ${language ?? null}::text)`

/** For Mein Tag: how many wait at the own sites. Counted from visible rows alone. */
export async function countWaiting(tx: Tx, now: Temporal.Instant): Promise<WaitingRequests> {
  const { rows } = await sql<{ id: string; name: string; waiting: number; urgent: number; oldest: string }>`
    with c as (select ${cutoffSql(now, null)} as cutoff)
    select s.id, s.label as name, count(*)::int as waiting, min(r.received_at) as oldest,
      (count(*) filter (where r.urgency = 'urgent' or r.received_at < c.cutoff))::int as urgent
    from request r cross join c join site s on s.tenant_id = r.tenant_id and s.id = r.site_id
    where r.tenant_id = (select app.tenant_id()) and r.state = 'open'
    group by s.id, s.label order by min(r.received_at), s.id`.execute(tx)
  return {
    total: rows.reduce((sum, row) => sum + row.waiting, 0),
    urgent: rows.reduce((sum, row) => sum + row.urgent, 0),
    sites: rows.map(({ id, name, waiting, oldest }) => ({ id, name, waiting, oldestReceivedAt: oldest })),
  }
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text.replace(' ', 'T'))
    return true
  } catch {
    return false
  }
}
