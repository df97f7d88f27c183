import type { Body } from '../../../../platform/contract/endpoint.ts'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { newId } from '../../../../platform/contract/ids.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../../platform/server/http/refusal.ts'
import type { protectionEndpoints, ProtectionOpinion } from '../../contract/protection.ts'
import { readOpinion } from './protection-screens.ts'

/** The opinion that a default of the wall (§ 87 AufenthG) waits for; kept for good. */
export async function recordOpinion(
  tx: Tx,
  wish: Body<typeof protectionEndpoints.recordOpinion>,
  now: Temporal.Instant,
): Promise<ProtectionOpinion> {
  refuseIf(wish.givenOn > berlinDay(now) ? 'opinionLater' : null)
  const id = newId()
  await tx
    .insertInto('protection_opinion')
    .values({ id, topic: wish.topic, allows: wish.allows, reference: wish.reference, given_on: wish.givenOn })
    .execute()
  await audit(tx, {
    action: 'protectionOpinion.recorded',
    objectKind: 'protectionOpinion',
    objectId: id,
    details: { topic: wish.topic, allows: wish.allows },
  })
  return readOpinion(tx, id)
}
