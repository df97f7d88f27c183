import { sql, type RawBuilder } from 'kysely'
import type { BarrierFilter } from '../contract/barriers.ts'
import { openStates } from '../rules/states.ts'

/** Columns of a row of a list; `b` is the barrier. Joins by key only, after the page is cut. */
export const rowColumns = sql`b.id, t.title, b.source, b.kind, b.place_kind as "placeKind",
  case when b.life_domain is not null then jsonb_build_object('id', b.life_domain, 'label', coalesce(e.label, b.life_domain)) end as "lifeDomain",
  case b.place_kind when 'municipality' then m.name when 'region' then r.label end as place,
  b.period_grain as "periodGrain", b.period_from as "periodFrom", b.days_lost as "daysLost",
  (select coalesce(jsonb_agg(o.name order by o.position, o.name), '[]') from barrier_organisation x
    join organisation o on o.tenant_id = x.tenant_id and o.id = x.organisation_id
    where x.tenant_id = b.tenant_id and x.barrier_id = b.id) as organisations,
  b.state, b.group_id as "groupId",
  (select count(*)::int from barrier_question q where q.tenant_id = b.tenant_id and q.barrier_id = b.id
    and q.answer is null) as "openQuestions"`

export const rowJoins = sql`join barrier_text t on t.tenant_id = b.tenant_id and t.barrier_id = b.id
  left join municipality m on m.tenant_id = b.tenant_id and m.id = b.municipality_id
  left join region r on r.tenant_id = b.tenant_id and r.id = b.region_id
  left join catalogue_entry e on e.tenant_id = b.tenant_id and e.kind = 'lifeDomain' and e.key = b.life_domain`

/** Whether `column` is of the state asked for: one, the open ones, or all that count. */
export function inState(column: RawBuilder<unknown>, state: BarrierFilter['state']): RawBuilder<unknown> {
  if (state === 'open') return sql`${column} = any(${[...openStates]}::text[])`
  return state === 'all' ? sql`${column} <> 'merged'` : sql`${column} = ${state}`
}

/**
 * What a filter leaves, of the tenant. Only what is asked stands in the statement, so that indexes serve it. `words`: the
 * stems of each word searched for.
 */
export function filtered(
  filter: Omit<BarrierFilter, 'search'>,
  words: readonly string[][] = [],
): RawBuilder<unknown> {
  const { state, kind, lifeDomain, legalDomain, organisationId, municipalityId, regionId } = filter
  const parts: RawBuilder<unknown>[] = [sql`b.tenant_id = (select app.tenant_id())`]
  parts.push(inState(sql`b.state`, state))
  if (kind) parts.push(sql`b.kind = ${kind}`)
  if (lifeDomain) parts.push(sql`b.life_domain = ${lifeDomain}`)
  if (legalDomain) parts.push(sql`${legalDomain} = any(b.legal_domains)`)
  if (municipalityId) parts.push(sql`b.municipality_id = ${municipalityId}`)
  if (regionId) parts.push(sql`b.region_id = ${regionId}`)
  if (filter.groupId) parts.push(sql`b.group_id = ${filter.groupId}`)
  if (filter.source) parts.push(sql`b.source = ${filter.source}`)
  if (filter.unmet) parts.push(sql`b.unmet = ${filter.unmet}`)
  if (organisationId) {
    parts.push(sql`exists (select from barrier_organisation x where x.tenant_id = b.tenant_id and x.barrier_id = b.id
      and x.organisation_id = ${organisationId})`)
  }
  for (const stems of words) {
    parts.push(sql`b.id in (select s.barrier_id from barrier_stem s
      where s.tenant_id = (select app.tenant_id()) and s.stem = any (${stems}::text[]))`)
  }
  return sql.join(parts, sql` and `)
}
