import { sql } from 'kysely'
import { planForValues, type Actor, type Tx } from '../../../platform/server/db/with-actor.ts'
import type { BarrierFilter, BarrierOptions, BarrierOverview } from '../contract/barriers.ts'
import type { BarrierState } from '../contract/codes.ts'
import { filtered, inState } from './barrier-sql.ts'
import { stemsOfSearch } from './search-stems.ts'

interface CountedRow {
  of: 'state' | 'cell' | 'place' | 'quarter' | 'organisation'
  key: string
  key2: string
  number: number
}

/** Board, matrix, map and trend of what the filter leaves, added up here. */
export async function readOverview(tx: Tx, actor: Actor, filter: BarrierFilter): Promise<BarrierOverview> {
  const { rows } = await (isTallied(filter) ? tallied(filter) : await counted(tx, filter)).execute(tx)
  const names = await readNames(tx)
  return { ...shape(rows, names), levels: await readLevels(tx, actor) }
}

/**
 * Counted while barriers were written (`barrier_tally`), by state, kind and life domain: the same for a hundred barriers
 * and for a hundred thousand.
 */
const tallied = ({ state, kind, lifeDomain }: BarrierFilter) => sql<CountedRow>`
  with chosen as materialized (select t.* from barrier_tally t
      where t.tenant_id = (select app.tenant_id()) and ${inState(sql`t.state`, state)}
        ${kind ? sql`and t.kind = ${kind}` : sql``} ${lifeDomain ? sql`and t.life_domain = ${lifeDomain}` : sql``}),
    added as (
      select 'state' as of, state as key, '' as key2, sum(number)::int as number from chosen where of = 'barrier' group by state
      union all
      select 'cell', kind, life_domain, sum(number)::int from chosen where of = 'barrier' group by kind, life_domain
      union all
      select of, key, key2, sum(number)::int from chosen where of in ('place', 'quarter') group by of, key, key2
      union all
      (select of, key, '', sum(number)::int from chosen where of = 'organisation' group by of, key
        order by 4 desc, key limit ${mostOrganisations}))
  select * from added where number > 0`

/** Whether a filter asks for nothing but what the tally is kept by. */
const isTallied = (filter: BarrierFilter): boolean =>
  Object.entries(filter).every(
    ([name, value]) => value === undefined || ['state', 'kind', 'lifeDomain'].includes(name),
  )

/** What a narrower filter leaves, counted by its columns as they stand and put into words per group, not per barrier. */
async function counted(tx: Tx, filter: BarrierFilter) {
  await planForValues(tx)
  const where = filtered(filter, await stemsOfSearch(tx, filter.search))
  return sql<CountedRow>`
  with counted as (select b.state, b.kind, b.life_domain, b.place_kind, b.municipality_id, b.region_id, b.period_grain, b.period_from,
        count(*)::int as number, grouping(b.state, b.kind, b.place_kind, b.period_grain) as g
      from barrier b where ${where}
      group by grouping sets ((b.state), (b.kind, b.life_domain), (b.place_kind, b.municipality_id, b.region_id), (b.period_grain, b.period_from)))
  select case g when 7 then 'state' when 11 then 'cell' when 13 then 'place' else 'quarter' end as of,
    case g when 7 then state when 11 then kind when 13 then place_kind else app.barrier_quarter(period_grain, period_from) end as key,
    coalesce(case when g = 11 then life_domain when g = 13 and place_kind = 'municipality' then municipality_id::text
      when g = 13 then region_id::text end, '') as key2, sum(number)::int as number
  from counted group by 1, 2, 3
  union all
  (select 'organisation', x.organisation_id::text, '', count(*)::int from barrier_organisation x
    where x.tenant_id = (select app.tenant_id()) and x.barrier_id in (select b.id from barrier b where ${where})
    group by x.organisation_id order by 4 desc, 2 limit ${mostOrganisations})`
}

const mostOrganisations = 50

type Names = BarrierOptions & { ags: Record<string, string> }

function shape(rows: readonly CountedRow[], names: Names): Omit<BarrierOverview, 'levels'> {
  const of = (kind: CountedRow['of']) => rows.filter((row) => row.of === kind)
  const states = of('state').map(({ key, number }) => ({ key: key as BarrierState, number }))
  const label = (list: readonly { id: string; label: string }[], id: string) =>
    list.find((one) => one.id === id)?.label ?? id
  const places = of('place').map(({ key, key2, number }) => ({
    placeKind: key as 'municipality' | 'region' | 'kreis',
    id: key2,
    ags: names.ags[key2] ?? null,
    label:
      key === 'kreis'
        ? 'Kreisweit'
        : label(key === 'municipality' ? names.municipalities : names.regions, key2),
    number,
  }))
  const quarters = of('quarter')
  return {
    total: states.reduce((sum, { number }) => sum + number, 0),
    states,
    matrix: of('cell').map(({ key, key2, number }) => ({ row: key, column: key2, number })),
    lifeDomains: names.lifeDomains,
    places: places.sort((a, b) => b.number - a.number || a.label.localeCompare(b.label)),
    organisations: of('organisation').map(({ key, number }) => ({
      id: key,
      label: label(names.organisations, key),
      number,
    })),
    trend: quarters
      .filter(({ key }) => key !== '')
      .map(({ key, number }) => ({ from: key, number }))
      .sort((a, b) => a.from.localeCompare(b.from)),
    coarser: quarters.find(({ key }) => key === '')?.number ?? 0,
  }
}

async function readNames(tx: Tx): Promise<Names> {
  const { rows } = await sql<Names>`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', e.key, 'label', e.label) order by e.position, e.key), '[]')
        from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.kind = 'lifeDomain') as "lifeDomains",
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'label', o.name) order by o.position, o.key), '[]')
        from organisation o where o.tenant_id = (select app.tenant_id())) as organisations,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'label', m.name) order by m.position, m.name), '[]')
        from municipality m where m.tenant_id = (select app.tenant_id())) as municipalities,
      (select coalesce(jsonb_object_agg(m.id, m.ags), '{}') from municipality m
        where m.tenant_id = (select app.tenant_id())) as ags,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'label', r.label) order by r.position, r.key), '[]')
        from region r where r.tenant_id = (select app.tenant_id())) as regions,
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'label', g.title) order by g.created_at desc, g.id), '[]')
        from barrier_group g where g.tenant_id = (select app.tenant_id())) as groups`.execute(tx)
  return rows[0]!
}

/** What lists are filtered by. */
export async function readOptions(tx: Tx): Promise<BarrierOptions> {
  const { ags: _, ...options } = await readNames(tx)
  return options
}

/** Constellations 1–4 as they stand in the cases, in numbers only: for the coordination. */
async function readLevels(tx: Tx, actor: Actor): Promise<BarrierOverview['levels']> {
  if (!actor.roles.some((role) => role === 'coordinator' || role === 'kimLead')) return []
  const { rows } = await sql<BarrierOverview['levels'][number]>`
    select level, state, number from app.problem_levels()`.execute(tx)
  return rows
}
