import { sql } from 'kysely'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../../platform/server/http/refusal.ts'
import type { RequestView } from '../../contract/requests/index.ts'
import { lockFor } from './lock-for.ts'
import { readRequest } from './screens.ts'

/**
 * A case manager takes a request from the queue. Of two who try at once one wins; for the other the request has
 * left the queue and is as invisible as one that never was, so both read the same sentence (`requestGone`).
 */
export async function takeRequest(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Temporal.Instant,
): Promise<RequestView> {
  const request = await lockFor(tx, actor, id, 'take').catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === 'notFound') throw new Refusal('notFound', 'requestGone')
    throw error
  })
  await setAssigned(tx, request.id, actor.userId, actor.userId, now)
  await audit(tx, { action: 'request.taken', objectKind: 'request', objectId: id })
  return readRequest(tx, actor, id, now)
}

/** The coordinator assigns to a case manager of the request's site under the own oversight, who is told. */
export async function assignRequest(
  tx: Tx,
  actor: Actor,
  id: string,
  to: string,
  now: Temporal.Instant,
): Promise<RequestView> {
  const request = await lockFor(tx, actor, id, 'assign')
  const { rows } = await sql`
    select from app.assignable_case_managers(${request.site_id}::uuid) a where a.user_id = ${to}::uuid`.execute(
    tx,
  )
  if (rows.length === 0) {
    const message =
      'Diese Person arbeitet nicht an diesem Standort unter Ihrer Fachaufsicht. Bitte wählen Sie neu.'
    throw new Refusal('invalid', 'invalidInput', { fields: [{ path: 'to', code: 'notAssignable', message }] })
  }
  await setAssigned(tx, request.id, to, actor.userId, now)
  await tx
    .insertInto('notification')
    .values({ id: newId(), user_id: to, kind: 'request.assigned', object_kind: 'request', object_id: id })
    .execute()
  await audit(tx, {
    action: 'request.assigned',
    objectKind: 'request',
    objectId: id,
    details: { reassigned: request.state === 'assigned' },
  })
  return readRequest(tx, actor, id, now)
}

async function setAssigned(tx: Tx, id: string, to: string, by: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('request')
    .set({
      state: 'assigned',
      assigned_to: to,
      assigned_at: now.toString(),
      assigned_by: by,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}
