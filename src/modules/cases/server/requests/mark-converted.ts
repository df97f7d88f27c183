import { sql } from 'kysely'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { stateAfter } from '../../rules/requests.ts'
import { deputyOf, lockFor } from './lock-for.ts'

/**
 * The last step of opening a case from a request: call it in the same transaction, after the case file and its
 * assignment exist. 404 when the request is not visible, 409 when it is closed, 403 when the person only oversees it.
 * The concern moves into `case_text` (unless the case already has one); name and number stay until their own day.
 */
export async function markConverted(
  tx: Tx,
  actor: Actor,
  requestId: string,
  caseId: string,
  now: Temporal.Instant,
): Promise<void> {
  const request = await lockFor(tx, actor, requestId, 'convert')
  await tx
    .updateTable('request')
    .set({
      state: stateAfter(request.state, 'convert'),
      case_id: caseId,
      closed_at: now.toString(),
      ...(request.assigned_to === null
        ? { assigned_to: actor.userId, assigned_at: now.toString(), assigned_by: actor.userId }
        : {}),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', requestId)
    .execute()
  await moveConcern(tx, requestId, caseId)
  await audit(tx, {
    action: 'request.converted',
    objectKind: 'request',
    objectId: requestId,
    caseId,
    deputyOf: deputyOf(request),
  })
}

/** One copy: what became part of the case file follows the rules of the file. */
async function moveConcern(tx: Tx, requestId: string, caseId: string): Promise<void> {
  await sql`
    with moved as (
      insert into case_text (case_id, kind, content)
      select ${caseId}::uuid, 'concern', t.concern from request_text t
      where t.tenant_id = (select app.tenant_id()) and t.request_id = ${requestId} and t.concern is not null
        and not exists (select from case_text c where c.tenant_id = t.tenant_id and c.case_id = ${caseId} and c.kind = 'concern'))
    update request_text t set concern = null
    where t.tenant_id = (select app.tenant_id()) and t.request_id = ${requestId}`.execute(tx)
}
