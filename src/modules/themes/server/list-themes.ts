import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Query, View } from '../../../platform/contract/endpoint.ts'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { themeEndpoints } from '../contract/endpoints.ts'
import type { ThemeOptions, ThemeRow } from '../contract/themes.ts'
import { pathOfStored, pathSql, stateOf, type StoredPath } from './theme-screen.ts'

type Filter = Query<typeof themeEndpoints.list>

/** Themes of one state the board shows; more stand in the list. */
const perColumn = 12

const Cursor = z.tuple([z.union([z.string(), z.number()]), z.uuid()])
const barriers = sql`(select count(*)::int from theme_barrier tb join barrier b on b.tenant_id = tb.tenant_id and b.id = tb.barrier_id
  where tb.tenant_id = t.tenant_id and tb.theme_id = t.id and b.state <> 'merged')`

const orders: Readonly<
  Record<Filter['sort'], { key: RawBuilder<unknown>; type: RawBuilder<unknown>; descending: boolean }>
> = {
  changed: { key: sql`t.state_on`, type: sql`date`, descending: true },
  title: { key: sql`t.title collate "C"`, type: sql`text`, descending: false },
  evidence: { key: barriers, type: sql`int`, descending: true },
}

const rowSql = sql`t.id, t.title, t.state, t.state_on as "stateOn", t.resubmit_on as "resubmitOn", t.priority, t.stage,
  case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.label) end as region,
  ${barriers} as barriers, o.given_name || ' ' || o.family_name as owner`
const fromSql = sql`from theme t join staff_user o on o.tenant_id = t.tenant_id and o.id = t.owner_id
  left join region r on r.tenant_id = t.tenant_id and r.id = t.region_id`

interface Row extends Omit<ThemeRow, 'state'> {
  state: string
  stage: ThemeRow['state']['stage']
}

const like = (text: string) => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

function filterSql(filter: Filter): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`t.tenant_id = (select app.tenant_id())`]
  if (filter.stage) parts.push(sql`t.stage = ${filter.stage}`)
  if (filter.state) parts.push(sql`t.state = ${filter.state}`)
  if (filter.regionId === 'kreis') parts.push(sql`t.region_id is null`)
  else if (filter.regionId) parts.push(sql`t.region_id = ${filter.regionId}::uuid`)
  if (filter.purpose) parts.push(sql`${filter.purpose} = any (t.purposes)`)
  if (filter.search)
    parts.push(sql`(t.title ilike ${like(filter.search)} or t.description ilike ${like(filter.search)})`)
  return sql.join(parts, sql` and `)
}

/** One page of themes in one statement; the states carry the words of the district. */
export async function listThemes(
  tx: Tx,
  filter: Filter,
  today: string,
): Promise<View<typeof themeEndpoints.list>> {
  const { key, type, descending } = orders[filter.sort]
  const after = decodeCursor(filter.after, Cursor)
  const [compare, direction] = descending ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`]
  const next = after ? sql`(${key}, t.id) ${compare} (${after[0]}::${type}, ${after[1]}::uuid)` : sql`true`
  const { rows } = await sql<Row & { path: StoredPath; key: string | number }>`
    select ${rowSql}, ${key} as key, (select ${pathSql(today)}) as path ${fromSql}
    where ${filterSql(filter)} and ${next} order by ${key} ${direction}, t.id ${direction} limit ${filter.limit + 1}`.execute(
    tx,
  )
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    rows: page.map(viewOf),
    ...(rows.length > page.length && last && { next: encodeCursor([last.key, last.id]) }),
  }
}

const viewOf = ({ path, ...row }: Row & { path: StoredPath }): ThemeRow => ({
  ...row,
  state: stateOf(pathOfStored(path), row.state),
})

/** The newest of each state; states where nothing stands are columns all the same. */
export async function themeBoard(tx: Tx, today: string): Promise<View<typeof themeEndpoints.board>> {
  const { rows } = await sql<{ path: StoredPath; rows: (Row & { total: number })[]; writes: boolean }>`
    select ${pathSql(today)} as path, (select app.has_any_role('coordinator', 'kimLead')) as writes,
      (select coalesce(jsonb_agg(to_jsonb(x) order by x."stateOn" desc, x.id desc), '[]') from (
        select ${rowSql}, n.total ${fromSql} join (select s.id, count(*) over (partition by s.state)::int as total,
            row_number() over (partition by s.state order by s.state_on desc, s.id desc) as place
          from theme s where s.tenant_id = (select app.tenant_id())) n on n.id = t.id and n.place <= ${perColumn}
        where t.tenant_id = (select app.tenant_id())) x) as rows`.execute(tx)
  const { path: stored, rows: themes, writes } = rows[0]!
  const path = pathOfStored(stored)
  const keys = new Set([...path.states.map((state) => state.key), ...themes.map((theme) => theme.state)])
  return {
    columns: [...keys].map((key) => {
      const own = themes.filter((theme) => theme.state === key)
      return {
        state: stateOf(path, key),
        total: own[0]?.total ?? 0,
        rows: own.map((row) => ({ ...row, state: stateOf(path, key) })),
      }
    }),
    can: writes ? ['create'] : [],
  }
}

/** What the forms offer, in one statement. */
export async function themeOptions(tx: Tx, today: string): Promise<ThemeOptions> {
  const entries = (
    kind: string,
    extra = sql``,
  ) => sql`(select coalesce(jsonb_agg(jsonb_build_object('key', e.key, 'label', e.label ${extra})
      order by e.position, e.key), '[]') from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.kind = ${kind}
      and coalesce(e.valid_to > ${today}::date, true))`
  const { rows } = await sql<ThemeOptions>`
    select ${entries('themeState', sql`, 'stage', e.settings ->> 'stage', 'definition', e.definition`)} as states,
      ${entries('themePurpose', sql`, 'part', e.settings ->> 'part'`)} as purposes,
      ${entries('themeExample')} as examples,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.label) order by r.position, r.id), '[]')
        from region r where r.tenant_id = (select app.tenant_id()) and r.valid_to is null) as regions,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'kind', c.kind) order by c.position, c.id), '[]')
        from committee c where c.tenant_id = (select app.tenant_id()) and c.valid_to is null) as committees,
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.position, g.id), '[]')
        from organisation g where g.tenant_id = (select app.tenant_id()) and g.valid_to is null) as organisations,
      (select coalesce(jsonb_agg(jsonb_build_object('id', w.user_id, 'name', w.name) order by w.name, w.user_id), '[]')
        from app.theme_owners() w) as owners`.execute(tx)
  return rows[0]!
}
