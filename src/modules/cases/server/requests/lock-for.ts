import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import { Refusal, found, refuseIf } from '../../../../platform/server/http/refusal.ts'
import { rightsOf } from '../../../staff/index.ts'
import type { RequestAction } from '../../contract/requests/index.ts'
import { mayDo, whyNot } from '../../rules/requests.ts'
import { findRequestLocked, type LockedRequest } from './store.ts'

/**
 * Locks a request for one action: 404 when it is not visible, 409 when its state does not allow the action,
 * 403 `requestNotYours` when the person sees it but is not the one to do it (oversight alone).
 */
export async function lockFor(
  tx: Tx,
  actor: Actor,
  id: string,
  action: RequestAction,
): Promise<LockedRequest> {
  const request = found(await findRequestLocked(tx, id))
  refuseIf(whyNot(request.state, action))
  const standing = {
    relation: request.relation,
    atOwnSite: request.at_own_site,
    rights: rightsOf(actor.roles),
  }
  if (!mayDo(action, standing)) throw new Refusal('forbidden', 'requestNotYours')
  return request
}

/** For the audit entry: whom the person stands in for. */
export const deputyOf = (request: LockedRequest): string | null =>
  request.relation === 'deputy' ? request.assigned_to : null
