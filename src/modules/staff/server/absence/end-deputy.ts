import { sql } from 'kysely'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { lockDeputy } from './lock-deputy.ts'
import { tellBoth } from './tell-both.ts'

/** Ends an arrangement now; a planned one never begins. Over already: the same answer. */
export async function endDeputy(tx: Tx, actor: Actor, id: string, version: number): Promise<void> {
  const row = await lockDeputy(tx, actor, id, version)
  const ended = await sql`update deputy set ended_at = now(), version = version + 1,
      valid_during = case when lower(valid_during) >= now() then 'empty' else tstzrange(lower(valid_during), now()) end
    where tenant_id = (select app.tenant_id()) and id = ${id} and upper(valid_during) > now()`.execute(tx)
  if (!ended.numAffectedRows) return
  await audit(tx, { action: 'deputy.ended', objectKind: 'deputy', objectId: id })
  await tellBoth(tx, actor, row, 'deputy.ended')
}
