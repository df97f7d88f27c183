import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { ExportView } from '../contract/exports.ts'
import { actionsOf } from '../rules.ts'

const mine = sql`j.tenant_id = (select app.tenant_id()) and j.user_id = (select app.user_id()) and j.delete_after > now()`

const viewsOf = (condition: RawBuilder<unknown>) => sql<Omit<ExportView, 'can'>>`
  select j.id, j.kind, j.format, j.state, j.reason, j.done_count as done, j.total_count as total,
    j.created_at as "createdAt", j.finished_at as "finishedAt", j.delete_after as until,
    case when f.id is null then null else jsonb_build_object('id', f.id, 'fileNumber', f.file_number) end as case
  from export_job j left join case_file f on f.tenant_id = j.tenant_id and f.id = j.case_id
  where ${mine} and ${condition}
  order by j.created_at desc, j.id desc limit 50`

const withActions = (row: Omit<ExportView, 'can'>): ExportView => ({ ...row, can: actionsOf(row.state) })

/** The person's exports, newest first, and the grant to take lists out. */
export async function listExports(tx: Tx) {
  const { rows } = await viewsOf(sql`true`).execute(tx)
  return { rows: rows.map(withActions), lists: await readGrant(tx) }
}

export async function readExport(tx: Tx, id: string): Promise<ExportView> {
  const { rows } = await viewsOf(sql`j.id = ${id}`).execute(tx)
  return withActions(found(rows[0]))
}

/** Whether the person may take lists out now, and until when. */
export async function readGrant(tx: Tx): Promise<{ until: string } | null> {
  const { rows } = await sql<{ until: string }>`
    select upper(g.valid_during) as until from export_grant g
    where g.tenant_id = (select app.tenant_id()) and g.user_id = (select app.user_id()) and g.valid_during @> now()
    order by upper(g.valid_during) desc limit 1`.execute(tx)
  return rows[0] ?? null
}
