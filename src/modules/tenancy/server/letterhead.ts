import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'

/** The district's name and the funder's note, for every printed page (R170). */
export async function letterhead(tx: Tx): Promise<{ district: string; funderNote: string }> {
  const { rows } = await sql<{ district: string; funderNote: string }>`
    select t.name as district, coalesce((select s.value #>> '{}' from tenant_setting s
      where s.tenant_id = t.id and s.key = 'fundersNote'), '') as "funderNote"
    from tenant t where t.id = (select app.tenant_id())`.execute(tx)
  return found(rows[0])
}
