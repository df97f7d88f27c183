import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { Contact } from '../contract/contact.ts'
import { whyNotAnswered, whyNotRecordable } from '../rules.ts'
import { readContact } from './screens.ts'
import { getCaseOfContact, lockWait, setAnswered } from './store.ts'
import { contactFieldTexts } from './texts.ts'

/** The authority answered (or, with null, did not after all). Anybody who works the case may say so. */
export async function answerContact(
  tx: Tx,
  id: string,
  { answeredOn, version, today }: { answeredOn: string | null; version: number; today: string },
): Promise<Contact> {
  const caseId = await getCaseOfContact(tx, id)
  const file = await lockCaseForWork(tx, caseId, { closed: 'allowed' })
  refuseIf(whyNotRecordable({ closedOn: file.closed_on, phase: file.phase }))
  const row = await lockWait(tx, id)
  const wait = row && { since: row.since, answeredOn: row.answered_on, dropped: row.dropped_at !== null }
  const why = whyNotAnswered(wait, answeredOn, today)
  if (why === 'noWait') throw new Refusal('conflict', why)
  if (why !== null) {
    const field = { path: 'answeredOn', code: why, message: contactFieldTexts[why] }
    throw new Refusal('invalid', 'invalidInput', { fields: [field] })
  }
  const current = await readContact(tx, id)
  refuseStale(row!.version, version, () => current)
  await setAnswered(tx, id, version, answeredOn)
  await audit(tx, {
    action: answeredOn === null ? 'contact.answerTakenBack' : 'contact.answered',
    objectKind: 'contact',
    objectId: id,
    caseId,
    deputyOf: file.deputyOf,
  })
  return readContact(tx, id)
}
