import { sql } from 'kysely'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found } from '../../../../platform/server/http/refusal.ts'
import type { ExportGrantView } from '../../contract/export-grants.ts'

/** A grant as its view; `g` is the table, `b` the person who gave it. */
export const exportGrantView = sql<ExportGrantView>`jsonb_build_object('id', g.id, 'reason', g.reason,
  'from', lower(g.valid_during), 'until', upper(g.valid_during), 'by', b.given_name || ' ' || b.family_name,
  'state', case when g.ended_at is null and upper(g.valid_during) > now() then 'current' else 'ended' end, 'version', g.version)`

export async function readExportGrant(tx: Tx, id: string): Promise<ExportGrantView> {
  const { rows } = await sql<{ view: ExportGrantView }>`select ${exportGrantView} as view from export_grant g
      join staff_user b on b.tenant_id = g.tenant_id and b.id = g.granted_by
    where g.tenant_id = (select app.tenant_id()) and g.id = ${id}`.execute(tx)
  return found(rows[0]).view
}
