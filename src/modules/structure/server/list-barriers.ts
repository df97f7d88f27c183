import { sql } from 'kysely'
import { z } from 'zod'
import type { Query } from '../../../platform/contract/endpoint.ts'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import { planForValues, type Tx } from '../../../platform/server/db/with-actor.ts'
import type { BarrierRow } from '../contract/barriers.ts'
import type { structureEndpoints } from '../contract/endpoints.ts'
import { filtered, rowColumns, rowJoins } from './barrier-sql.ts'
import { stemsOfSearch } from './search-stems.ts'

const Cursor = z.tuple([z.iso.date(), z.uuid()])

/** Barriers by their period; inside a period by a random id, so that the order tells nothing about the moment. */
export async function listBarriers(
  tx: Tx,
  { sort, after, limit, search, ...filter }: Query<typeof structureEndpoints.list>,
): Promise<{ rows: BarrierRow[]; next?: string }> {
  const cursor = decodeCursor(after, Cursor)
  const newest = sort === 'newest'
  const direction = newest ? sql`desc` : sql`asc`
  const from = cursor
    ? sql`(b.period_from, b.id) ${newest ? sql`<` : sql`>`} (${cursor[0]}::date, ${cursor[1]}::uuid)`
    : sql`true`
  await planForValues(tx)
  const words = await stemsOfSearch(tx, search)
  const { rows } = await sql<BarrierRow>`
    select ${rowColumns} from (
      select b.* from barrier b where ${filtered(filter, words)} and ${from}
      order by b.period_from ${direction}, b.id ${direction} limit ${limit + 1}) b ${rowJoins}
    order by b.period_from ${direction}, b.id ${direction}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { rows: page, ...(last ? { next: encodeCursor([last.periodFrom, last.id]) } : {}) }
}
