import { sql } from 'kysely'
import type { View } from '../../../platform/contract/endpoint.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { getCase } from '../../cases/server/index.ts'
import type { reconstructionEndpoints } from '../contract/endpoints.ts'
import { mostStations } from '../contract/reconstructions.ts'
import { stationOfCase, type KnownOfCase } from '../rules/station-of-case.ts'

/** The course of the case, the wait for an office first: what a full reconstruction leaves out is talks. */
const order = ['wait', 'referral', 'phase', 'step', 'talks']

/** Waits for an answer, from the contact after which one waited. */
const waits = (caseId: string) => sql`
  select 'wait' as kind, w.organisation_id, w.since, w.answered_on is null as open, w.answered_on - w.since as waiting,
    null::int as lasted, null::text as key, '{}'::text[] as topics, 1 as number
  from contact_wait w join contact c on c.tenant_id = w.tenant_id and c.id = w.contact_id and c.withdrawn_at is null
  where w.tenant_id = (select app.tenant_id()) and w.case_id = ${caseId} and w.dropped_at is null`

const referrals = (caseId: string) => sql`
  select 'referral', r.organisation_id, r.sent_on, r.state = 'sent',
    case when r.state <> 'sent' then coalesce((select min(s.on_date) from referral_step s where s.tenant_id = r.tenant_id
      and s.referral_id = r.id and s.to_state in ('accepted', 'declined')), r.ended_on) - r.sent_on end,
    r.ended_on - r.sent_on, null, '{}', 1
  from referral r where r.tenant_id = (select app.tenant_id()) and r.case_id = ${caseId} and r.sent_on is not null`

/** Phases of case management with how long each lasted; those passed on the same day are no station. */
const phases = (caseId: string) => sql`
  select 'phase', null::uuid, p.on_date, false, null, p.until - p.on_date, p.to_value, '{}', 1
  from (select s.kind, s.to_value, s.on_date, lead(s.on_date) over (order by s.on_date, s.at, s.id) as until
    from case_step s where s.tenant_id = (select app.tenant_id()) and s.case_id = ${caseId}
      and s.kind in ('phase', 'closed', 'reopened')) p
  where p.kind = 'phase' and p.to_value <> 'closed' and p.until is distinct from p.on_date`

/** Steps of the plan that an office has to take; those of the person and of case management belong to the phases. */
const steps = (caseId: string) => sql`
  select 'step', g.organisation_id, x.since, g.state = 'waiting', null,
    case when g.state = 'done' then greatest(0, g.state_on - x.since) end, g.responsible, '{}', 1
  from goal_step g cross join lateral (select (g.created_at at time zone 'Europe/Berlin')::date as since) x
  where g.tenant_id = (select app.tenant_id()) and g.case_id = ${caseId} and g.state <> 'dropped'
    and (g.organisation_id is not null or g.responsible in ('authority', 'partner', 'volunteer'))`

/** Talks by month since the beginning, with their topics in the words of the district. */
const talks = (caseId: string) => sql`
  select 'talks', null::uuid, min(c.on_date), false, null, null, null,
    coalesce(array_agg(distinct coalesce(e.label, t.key)) filter (where t.key is not null), '{}'), count(distinct c.id)::int
  from contact c join case_file f on f.tenant_id = c.tenant_id and f.id = c.case_id
    left join lateral unnest(c.topics) t (key) on true
    left join catalogue_entry e on e.tenant_id = c.tenant_id and e.kind = 'lifeDomain' and e.key = t.key
  where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId} and c.withdrawn_at is null
  group by floor((c.on_date - f.opened_on) / 30.44)`

/**
 * Stations as the own case knows them already, for its case manager to put into words: whom it waited for and was referred
 * to, the phases, what offices had to do, the talks of each month (R090, R113). Time from the beginning, legal domains from
 * its own barriers with that office; no note, no day, no person leaves here, and what is offered of it passes the gate.
 * Throws 404.
 */
export async function proposeStations(
  tx: Tx,
  caseId: string,
): Promise<View<typeof reconstructionEndpoints.proposals>> {
  await getCase(tx, caseId)
  const known = sql.join(
    [waits, referrals, phases, steps, talks].map((of) => of(caseId)),
    sql` union all `,
  )
  const { rows } = await sql<KnownOfCase>`
    select k.kind, o.name as organisation, k.open, k.waiting as "waitingDays", k.lasted as "lastedDays", k.key, k.topics, k.number,
      greatest(0, floor((k.since - f.opened_on) / 30.44))::int as month,
      array(select distinct d from problem p join problem_organisation x on x.tenant_id = p.tenant_id and x.problem_id = p.id
          cross join unnest(p.legal_domains) d
        where p.tenant_id = f.tenant_id and p.case_id = f.id and x.organisation_id = k.organisation_id order by d limit 6) as "legalDomains"
    from case_file f cross join (select u.*, row_number() over (order by array_position(${order}::text[], u.kind), u.since) as rank
        from (${known}) u) k
      left join organisation o on o.tenant_id = f.tenant_id and o.id = k.organisation_id
    where f.tenant_id = (select app.tenant_id()) and f.id = ${caseId} and k.rank <= ${mostStations + 1}
    order by k.rank > ${mostStations}, k.since, array_position(${order}::text[], k.kind), o.name`.execute(tx)
  await audit(tx, { action: 'reconstruction.stationsProposed', objectKind: 'case', objectId: caseId, caseId })
  return { rows: rows.slice(0, mostStations).map(stationOfCase), more: rows.length > mostStations }
}
