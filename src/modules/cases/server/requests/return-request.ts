import { sql } from 'kysely'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import type { RequestView } from '../../contract/requests/index.ts'
import { stateAfter } from '../../rules/requests.ts'
import { deputyOf, lockFor } from './lock-for.ts'
import { readRequest } from './screens.ts'

/** Back into the queue of the site, with the age it has. */
export async function returnRequest(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Temporal.Instant,
): Promise<RequestView> {
  const request = await lockFor(tx, actor, id, 'return')
  await tx
    .updateTable('request')
    .set({
      state: stateAfter(request.state, 'return'),
      assigned_to: null,
      assigned_at: null,
      assigned_by: null,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
  await audit(tx, {
    action: 'request.returned',
    objectKind: 'request',
    objectId: id,
    deputyOf: deputyOf(request),
  })
  return readRequest(tx, actor, id, now)
}
