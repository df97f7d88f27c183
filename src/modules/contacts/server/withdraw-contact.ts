import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import type { Contact } from '../contract/contact.ts'
import type { WithdrawalReason } from '../contract/codes.ts'
import { lockOwnContact } from './lock-own-contact.ts'
import { readContact } from './screens.ts'
import { setWithdrawn, updateWait } from './store.ts'

/** Entered by mistake: the entry stays, marked with the reason; nobody waits because of it any more. */
export async function withdrawContact(
  tx: Tx,
  actor: Actor,
  id: string,
  { reason, version }: { reason: WithdrawalReason; version: number },
): Promise<Contact> {
  const { before, file } = await lockOwnContact(tx, actor, id, version)
  await setWithdrawn(tx, id, version, reason)
  if (before.wait) await updateWait(tx, id, null)
  await audit(tx, {
    action: 'contact.withdrawn',
    objectKind: 'contact',
    objectId: id,
    caseId: before.caseId,
    reason,
    deputyOf: file.deputyOf,
  })
  return readContact(tx, id)
}
