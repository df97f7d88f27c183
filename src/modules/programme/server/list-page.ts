import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'

export interface Asked {
  readonly after?: string | undefined
  readonly limit: number
  readonly direction: 'asc' | 'desc'
}

const Cursor = z.tuple([z.string().max(400), z.uuid()])
/** After every date and every title. */
const last = '\u{10FFFD}'

/** Sort values are text: dates as ISO, titles folded, nothing at the end. */
export const byDay = (day: RawBuilder<unknown>) => sql`coalesce((${day})::text, ${last})`
export const byTitle = (title: RawBuilder<unknown>) => sql`translate(lower(${title}), 'äöüß„“', 'aous')`

/** Whoever writes one register writes all of them. */
export const mayWrite = sql`(select app.has_any_role('coordinator', 'kimLead', 'administration'))`
export const mine = sql`(select app.tenant_id())`

/** Whether a text holds what was searched for; without words everything does. */
export const holds = (text: RawBuilder<unknown>, q: string | undefined) =>
  q ? sql`strpos(lower(${text}), lower(${q})) > 0` : sql`true`

/** One page of `rows` (columns `view`, `sort`, `id`), in the order of `sort`. */
export async function listPage<View>(
  tx: Tx,
  rows: RawBuilder<unknown>,
  { after, limit, direction }: Asked,
): Promise<{ rows: View[]; next?: string }> {
  const cursor = decodeCursor(after, Cursor)
  const order = direction === 'desc' ? sql`desc` : sql`asc`
  const compare = direction === 'desc' ? sql`<` : sql`>`
  const behind = cursor
    ? sql`where (listed.sort collate "C", listed.id) ${compare} (${cursor[0]}, ${cursor[1]}::uuid)`
    : sql``
  const found = await sql<{ view: View; sort: string; id: string }>`
    select listed.view, listed.sort, listed.id from (${rows}) as listed ${behind}
    order by listed.sort collate "C" ${order}, listed.id ${order} limit ${limit + 1}`.execute(tx)
  const page = found.rows.slice(0, limit)
  const end = page.at(-1)
  const next = found.rows.length > limit && end ? encodeCursor([end.sort, end.id]) : undefined
  return { rows: page.map(({ view }) => view), ...(next === undefined ? {} : { next }) }
}
