import { sql } from 'kysely'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, refuseIf } from '../../../../platform/server/http/refusal.ts'
import { notify } from '../notify.ts'

/** Ends oversight now; releases and consent that rested on it open nothing any more. Ended already: the same answer. */
export async function endOversight(tx: Tx, actor: Actor, id: string): Promise<void> {
  const row = found(
    await tx.selectFrom('oversight').selectAll().where('oversight.id', '=', id).executeTakeFirst(),
  )
  refuseIf(row.coordinator_id === actor.userId ? 'ownOversight' : null)
  const ended = await sql`update oversight set valid_during = tstzrange(lower(valid_during), now())
    where tenant_id = (select app.tenant_id()) and id = ${id} and valid_during @> now() and lower(valid_during) < now()`.execute(
    tx,
  )
  if (!ended.numAffectedRows) return
  await audit(tx, { action: 'oversight.ended', objectKind: 'oversight', objectId: id })
  for (const userId of [row.case_manager_id, row.coordinator_id])
    await notify(tx, { userId, kind: 'oversight.ended', objectKind: 'oversight', objectId: id })
}
