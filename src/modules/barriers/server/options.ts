import { sql, type RawBuilder } from 'kysely'
import type { Query } from '../../../platform/contract/endpoint.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { getCase } from '../../cases/server/index.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { problemEndpoints } from '../contract/endpoints.ts'
import type { ProblemOptions } from '../contract/problems.ts'

const lists = sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', e.key, 'label', e.label) order by e.position, e.key), '[]')
    from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.kind = 'lifeDomain' and e.valid_to is null) as "lifeDomains",
  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'label', o.name) order by o.position, o.key), '[]')
    from organisation o where o.tenant_id = (select app.tenant_id()) and o.valid_to is null) as organisations,
  (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'label', m.name) order by m.position, m.name), '[]')
    from municipality m where m.tenant_id = (select app.tenant_id()) and m.valid_to is null) as municipalities`

/** What the form of an impulse offers. */
export async function impulseOptions(
  tx: Tx,
): Promise<Pick<ProblemOptions, 'lifeDomains' | 'organisations' | 'municipalities'>> {
  const { rows } = await sql<
    Pick<ProblemOptions, 'lifeDomains' | 'organisations' | 'municipalities'>
  >`select ${lists}`.execute(tx)
  return rows[0]!
}

/** What the sheet of a case offers, and what it proposes for where it was opened. Throws 404. */
export async function problemOptions(
  tx: Tx,
  caseId: string,
  { origin, originId }: Query<typeof problemEndpoints.options>,
  now: Temporal.Instant,
): Promise<ProblemOptions> {
  const file = await getCase(tx, caseId)
  const today = dayOf(now)
  const { rows } = await sql<Omit<ProblemOptions, 'municipalityId'>>`
    select ${lists},
      (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'organisationId', k.organisation_id, 'unitId', k.unit_id,
          'label', concat_ws(', ', o.name, u.label)) order by o.position, k.id), '[]')
        from consent k join organisation o on o.tenant_id = k.tenant_id and o.id = k.organisation_id
          left join unit u on u.tenant_id = k.tenant_id and u.id = k.unit_id
        where k.tenant_id = (select app.tenant_id()) and k.case_id = ${caseId} and k.direction in ('toRecipient', 'mutual')
          and k.given_on is not null and k.withdrawn_on is null and k.ended_on is null
          and ${today}::date between k.valid_from and k.valid_to) as consents,
      ${proposalOf(origin, originId ?? null, caseId, today)} as proposal`.execute(tx)
  await audit(tx, { action: 'problem.formOpened', objectKind: 'case', objectId: caseId, caseId })
  return { ...rows[0]!, municipalityId: file.municipality_id }
}

/** The ledger of unmet need: a referral that came to nothing says where, what for and how long. */
function proposalOf(
  origin: string,
  originId: string | null,
  caseId: string,
  today: string,
): RawBuilder<unknown> {
  if (originId === null || origin === 'case') return sql`null::jsonb`
  if (origin === 'referral') {
    return sql`(select jsonb_build_object('kind', 'gap', 'title', null, 'lifeDomain', r.life_domains[1],
        'organisationIds', jsonb_build_array(r.organisation_id),
        'unmet', case r.reason when 'noCapacity' then 'noPlace' when 'serviceEnded' then 'noPlace' when 'outsideCriteria' then 'eligibility'
          when 'noLanguage' then 'language' when 'tooFar' then 'distance' when 'tooExpensive' then 'cost' when 'waitingTooLong' then 'waiting'
          when 'noAnswer' then 'waiting'
          else case when r.returned_on is not null or r.state = 'sent' and r.return_on < ${today}::date then 'waiting' end end,
        'since', r.sent_on, 'daysLost', greatest(coalesce(r.ended_on, ${today}::date) - r.sent_on, 0))
      from referral r where r.tenant_id = (select app.tenant_id()) and r.case_id = ${caseId} and r.id = ${originId}::uuid)`
  }
  if (origin === 'contact') {
    return sql`(select jsonb_build_object('kind', 'obstacle', 'title', null, 'lifeDomain', c.topics[1],
        'organisationIds', case when w.organisation_id is null then '[]'::jsonb else jsonb_build_array(w.organisation_id) end,
        'unmet', case when w.contact_id is not null then 'waiting' end, 'since', w.since,
        'daysLost', coalesce(w.answered_on, ${today}::date) - w.since)
      from contact c left join contact_wait w on w.tenant_id = c.tenant_id and w.contact_id = c.id and w.dropped_at is null
      where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId} and c.id = ${originId}::uuid)`
  }
  const domain =
    origin === 'rating'
      ? sql`(select x.life_domain from assessment_rating x where x.tenant_id = (select app.tenant_id())
          and x.case_id = ${caseId} and x.id = ${originId}::uuid)`
      : sql`(select g.life_domains[1] from goal_step s join goal g on g.tenant_id = s.tenant_id and g.id = s.goal_id
          where s.tenant_id = (select app.tenant_id()) and s.case_id = ${caseId} and s.id = ${originId}::uuid)`
  return sql`jsonb_build_object('kind', 'obstacle', 'title', null, 'lifeDomain', ${domain}, 'organisationIds', '[]'::jsonb,
    'unmet', null, 'since', null, 'daysLost', null)`
}
