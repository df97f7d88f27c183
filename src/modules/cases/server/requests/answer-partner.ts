import type { Body } from '../../../../platform/contract/endpoint.ts'
import { berlinDay } from '../../../../platform/contract/dates.ts'
import { audit } from '../../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { Refusal, found, refuseIf } from '../../../../platform/server/http/refusal.ts'
import { notify } from '../../../staff/server/index.ts'
import type { PartnerRequestView, partnerRequestEndpoints } from '../../contract/requests/index.ts'
import { whyNotAnswerPartner } from '../../rules/requests.ts'
import { deputyOf } from './lock-for.ts'
import { worksIt } from './request-view.ts'
import { readRequest } from './screens.ts'
import { findRequestLocked } from './store.ts'

/** Tells the office that asked, once, and no more than whether KIM took over. Throws 404, 403 `requestNotYours`, 409. */
export async function answerPartner(
  tx: Tx,
  actor: Actor,
  id: string,
  { answer, declineReason }: Body<typeof partnerRequestEndpoints.answer>,
  now: Temporal.Instant,
): Promise<PartnerRequestView> {
  const request = found(await findRequestLocked(tx, id))
  if (!worksIt(request.relation)) throw new Refusal('forbidden', 'requestNotYours')
  const row = found(
    await tx.selectFrom('partner_request').selectAll().where('request_id', '=', id).executeTakeFirst(),
  )
  refuseIf(whyNotAnswerPartner({ answered: row.answer !== null, agreed: row.answer_agreed }))
  await tx
    .updateTable('partner_request')
    .set({ answer, decline_reason: declineReason, answered_on: berlinDay(now) })
    .where('id', '=', row.id)
    .execute()
  await notify(tx, {
    userId: row.created_by,
    kind: 'partnerRequest.answered',
    objectKind: 'partnerRequest',
    objectId: row.id,
  })
  await audit(tx, {
    action: 'partnerRequest.answered',
    objectKind: 'request',
    objectId: id,
    deputyOf: deputyOf(request),
    reason: declineReason,
    details: { answer },
  })
  return (await readRequest(tx, actor, id, now)).partnerRequest!
}
