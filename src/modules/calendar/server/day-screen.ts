import { sql } from 'kysely'
import { addDays } from '../../../platform/contract/dates.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { notificationText, pathOfNotification, rightsOf } from '../../staff/index.ts'
import { mostNotifications, type DayView } from '../contract/day.ts'
import type { CaseLabel } from '../contract/task.ts'
import { arrangeDay, type PlacedItem } from '../rules.ts'
import { caseLabelSql, meSql, myCaseSql, tenantSql } from './case-sql.ts'
import { mostPerSource, type DayRow, type DaySource } from './day-source.ts'

/** How far Mein Tag looks ahead for the next due date. */
const HORIZON_DAYS = 28

interface JoinedRow extends DayRow {
  readonly case: CaseLabel | null
  readonly deputy_for: string | null
  readonly with_name: string | null
}

/** Mein Tag in two statements: all sources as one union, and the unread notifications. */
export async function readDay(
  tx: Tx,
  actor: Actor,
  sources: readonly DaySource[],
  today: string,
): Promise<DayView> {
  const rights = rightsOf(actor.roles)
  const asked = sources.filter((source) => rights.has(source.right))
  const rows = asked.length === 0 ? [] : await readRows(tx, asked, today)
  const counts = Map.groupBy(rows, (row) => row.source)
  const shown = [...counts.values()].flatMap((of) => of.slice(0, mostPerSource))
  const items = shown.map((row) =>
    placed(
      row,
      asked.find((source) => source.key === row.source)!,
    ),
  )
  return {
    today,
    ...arrangeDay(items, today),
    more: shown.length < rows.length,
    notifications: await readNotifications(tx),
  }
}

async function readRows(tx: Tx, sources: readonly DaySource[], today: string): Promise<JoinedRow[]> {
  const span = { today, until: addDays(today, HORIZON_DAYS) }
  const arms = sources.map(
    (source) => sql`(select ${source.key}::text as source, s.* from (${source.rows(span)}) s)`,
  )
  const { rows } = await sql<JoinedRow>`
    with my_case as materialized (${myCaseSql}), due as materialized (${sql.join(arms, sql` union all `)}),
    label as materialized (select f.id, ${caseLabelSql} as words from case_file f
      where f.tenant_id = ${tenantSql} and f.id in (select due.case_id from due))
    select due.*, l.words as case, w.given_name || ' ' || w.family_name as with_name,
      r.given_name || ' ' || r.family_name as deputy_for
    from due
    left join label l on l.id = due.case_id
    left join staff_user w on w.tenant_id = ${tenantSql} and w.id = due.with_id
    left join my_case m on m.id = due.case_id and m.responsible_user_id <> ${meSql}
    left join staff_user r on r.tenant_id = ${tenantSql} and r.id = m.responsible_user_id`.execute(tx)
  return rows
}

function placed(row: JoinedRow, source: DaySource): PlacedItem {
  const { what, action } = source.item(row)
  return {
    remindOn: row.remind_on,
    waiting: row.waits,
    group: source.group ?? null,
    item: {
      source: row.source,
      id: row.id,
      what,
      case: row.case,
      deputyFor: row.deputy_for,
      with: row.with_name,
      dueOn: row.due_on,
      since: row.since,
      action,
      version: row.version,
    },
  }
}

interface NotificationRow {
  id: string
  kind: string
  object_kind: string
  object_id: string | null
  case_id: string | null
  created_at: string
}

/** Notifications without names: they may stand on a screen somebody else looks at. */
async function readNotifications(tx: Tx): Promise<DayView['notifications']> {
  const { rows } = await sql<NotificationRow>`
    select n.id, n.kind, n.object_kind, n.object_id, n.case_id, n.created_at from notification n
    where n.tenant_id = ${tenantSql} and n.user_id = ${meSql} and n.read_at is null
    order by n.created_at desc, n.id limit ${sql.lit(mostNotifications)}`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    text: notificationText(row.kind),
    to:
      pathOfNotification({ caseId: row.case_id, objectKind: row.object_kind, objectId: row.object_id }) ??
      null,
    at: row.created_at,
  }))
}
