import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { TimelineEntry, TimelineKind } from '../contract/timeline.ts'
import { nameOf } from './arm.ts'
import { arms } from './arms.ts'

const Cursor = z.tuple([z.iso.date(), z.string().regex(/^[0-9: .+-]{19,40}$/), z.uuid(), z.string().max(40)])

export interface TimelineWish {
  readonly kinds?: readonly TimelineKind[]
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly lifeDomain?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

interface Row extends Omit<TimelineEntry, 'actor' | 'deputyOf' | 'onDate'> {
  exact: boolean
  on_date: string
  at_key: string
  actor_id: string | null
  actor_name: string | null
  deputy_of: string | null
}

/**
 * The timeline of a case in one statement: the union of all arms, newest first, one page. What a reader may not see
 * row level security leaves out of its arm. Only who works a case can do most things, and who works it without being
 * responsible is a deputy: so the assignment at that moment says for whom.
 */
export async function readTimeline(tx: Tx, caseId: string, { kinds, ...wish }: TimelineWish) {
  const asked = kinds ? arms.filter((arm) => kinds.includes(arm.kind)) : arms
  const { limit } = wish
  const { rows } = await sql<Row>`
    select e.kind, e.event, e.id, e.on_date, e.at, e.exact, e.at::text as at_key, e.text, e.facts, e.actor_id,
      ${nameOf('u')} as actor_name, ${nameOf('r')} as deputy_of
    from (
      select * from (${sql.join(
        asked.map((arm) => arm.rows(caseId)),
        sql` union all `,
      )}) e where ${wanted(wish)}
      order by e.on_date desc, e.at desc, e.id desc, e.event desc limit ${limit + 1}) e
    left join staff_user u on u.tenant_id = (select app.tenant_id()) and u.id = e.actor_id
    left join case_assignment a on e.by_worker and a.tenant_id = (select app.tenant_id()) and a.case_id = ${caseId}
      and a.valid_during @> e.at and a.user_id <> e.actor_id
    left join staff_user r on r.tenant_id = a.tenant_id and r.id = a.user_id
    order by e.on_date desc, e.at desc, e.id desc, e.event desc`.execute(tx)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(entryOf),
    ...(rows.length > limit && last
      ? { next: encodeCursor([last.on_date, last.at_key, last.id, last.event]) }
      : {}),
  }
}

function wanted({ after, from, to, lifeDomain }: Omit<TimelineWish, 'kinds'>): RawBuilder<unknown> {
  const cursor = decodeCursor(after, Cursor)
  const parts = [
    ...(from === undefined ? [] : [sql`e.on_date >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`e.on_date <= ${to}::date`]),
    ...(lifeDomain === undefined ? [] : [sql`${lifeDomain}::text = any (e.domains)`]),
    ...(cursor
      ? [
          sql`(e.on_date, e.at, e.id, e.event) < (${cursor[0]}::date, ${cursor[1]}::timestamptz, ${cursor[2]}::uuid, ${cursor[3]}::text)`,
        ]
      : []),
  ]
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)
}

const entryOf = (row: Row): TimelineEntry => ({
  id: row.id,
  kind: row.kind,
  event: row.event,
  onDate: row.on_date,
  at: row.exact ? row.at : null,
  actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? '' },
  deputyOf: row.deputy_of,
  text: row.text,
  facts: row.facts,
})
