import { sql } from 'kysely'
import { addDays } from '../../../platform/contract/dates.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { DueItem, Overview } from '../contract/overview.ts'
import { adoptable, countOf } from './adopt.ts'
import { dueRows } from './due-sql.ts'
import { readTaskLists } from './tasks.ts'

/** How far „Was ist fällig?“ looks ahead, and how many rows it shows. */
const horizonDays = 60
const most = 100

/** Five statements: what is due, the district file twice, what the registers hold, the marks of the tasks. */
export async function readOverview(tx: Tx, now: Temporal.Instant): Promise<Overview> {
  const today = dayOf(now)
  const { rows } = await sql<DueItem>`
    select kind, id, title, target_id as "targetId", due_on::text as "dueOn"
    from (${dueRows(addDays(today, horizonDays))}) as d order by due_on, kind, title, id limit ${most + 1}`.execute(
    tx,
  )
  const lacking = countOf(await adoptable(tx))
  const { lists, can } = await readTaskLists(tx, now)
  const writes = can.includes('mark')
  return {
    today,
    due: rows.slice(0, most),
    more: rows.length > most,
    taskLists: lists.map(({ label, regionLabel, periodLabel, tasks }) => ({
      label: regionLabel === null ? label : `${label}: ${regionLabel}`,
      periodLabel,
      settled: tasks.filter(({ state }) => state === 'done' || state === 'notNeeded').length,
      all: tasks.length,
    })),
    adoptable: Object.values(lacking).reduce((sum, count) => sum + count, 0),
    can: writes ? ['adopt', 'write'] : [],
  }
}
