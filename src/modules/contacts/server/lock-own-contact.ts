import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork, type LockedCase } from '../../cases/server/index.ts'
import type { Contact } from '../contract/contact.ts'
import { whyNotChangeable, whyNotRecordable } from '../rules.ts'
import { readContact } from './screens.ts'
import { getCaseOfContact } from './store.ts'

/**
 * An own contact for a write. The lock is the case's: everybody who writes a contact takes it first, so what is
 * read after it stays true. 404, 403 `caseReadOnly`, 409 `caseClosed` | `contactNotOwn` | `contactWithdrawn`, 412.
 */
export async function lockOwnContact(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<{ before: Contact; file: LockedCase }> {
  const file = await lockCaseForWork(tx, await getCaseOfContact(tx, id), { closed: 'allowed' })
  refuseIf(whyNotRecordable({ closedOn: file.closed_on, phase: file.phase }))
  const before = await readContact(tx, id)
  refuseIf(
    whyNotChangeable({ createdBy: before.createdBy.id, withdrawn: before.withdrawn !== null }, actor.userId),
  )
  refuseStale(before.version, version, () => before)
  return { before, file }
}
