import { sql } from 'kysely'
import { newId } from '../../../../platform/contract/ids.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import type { Row } from '../district-rows.ts'

/** The times of a site as a whole: those that held end, new ones are written beside them. */
export async function replaceSiteHours(tx: Tx, siteId: string, hours: unknown, today: string): Promise<void> {
  await sql`update consultation_hours h set valid_to = ${today}::date, version = h.version + 1
    where h.tenant_id = (select app.tenant_id()) and h.site_id = ${siteId} and h.valid_to is null`.execute(tx)
  if (!Array.isArray(hours)) return
  const rows = (hours as Row[]).map((one, position) => ({
    id: newId(),
    site_id: siteId,
    weekday: one['weekday'],
    from_time: one['from'],
    to_time: one['to'],
    remark: one['remark'],
    provenance: { decided: today },
    position,
  }))
  await sql`insert into consultation_hours (id, site_id, weekday, from_time, to_time, position, remark, provenance)
    select n.id, n.site_id, n.weekday, n.from_time, n.to_time, n.position, n.remark, n.provenance
    from jsonb_populate_recordset(null::consultation_hours, ${JSON.stringify(rows)}::jsonb) n`.execute(tx)
}
