import { sql } from 'kysely'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, refuseIf, refuseStale } from '../../../../platform/server/http/refusal.ts'
import type { ExportGrantView } from '../../contract/export-grants.ts'
import { notify } from '../notify.ts'
import { readExportGrant } from './export-grant-screen.ts'

/** Ends the right to take lists out now. Ended already: the same answer. */
export async function endExportGrant(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<ExportGrantView> {
  const row = found(
    await tx.selectFrom('export_grant').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
  )
  refuseIf(row.user_id === actor.userId ? 'ownExportGrant' : null)
  const before = await readExportGrant(tx, id)
  if (before.state === 'ended') return before
  refuseStale(row.version, version, () => before)
  // A range may not be empty: what is ended in the moment it was given lasts for its first instant.
  await sql`update export_grant set valid_during = tstzrange(lower(valid_during),
      greatest(now(), lower(valid_during) + interval '1 microsecond')), ended_at = now(), ended_by = ${actor.userId},
      version = version + 1
    where tenant_id = (select app.tenant_id()) and id = ${id}`.execute(tx)
  await audit(tx, { action: 'exportGrant.ended', objectKind: 'user', objectId: row.user_id })
  await notify(tx, {
    userId: row.user_id,
    kind: 'exportGrant.ended',
    objectKind: 'exportGrant',
    objectId: id,
  })
  return readExportGrant(tx, id)
}
