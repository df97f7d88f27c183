import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork, touchLastContact } from '../../cases/server/index.ts'
import type { Contact, NewContact } from '../contract/contact.ts'
import { whyNotRecordable } from '../rules.ts'
import { refuseWrongFields } from './refuse-wrong-fields.ts'
import { readContact } from './screens.ts'
import { insertContact, insertEffort, insertNote, insertPersons, insertWait } from './store.ts'

/** A contact with everything that hangs on it. Refuses with `caseReadOnly`, `caseClosed`, or 400 at the fields. */
export async function recordContact(
  tx: Tx,
  actor: Actor,
  caseId: string,
  wish: NewContact,
  today: string,
): Promise<Contact> {
  const file = await lockCaseForWork(tx, caseId, { closed: 'allowed' })
  refuseIf(whyNotRecordable({ closedOn: file.closed_on, phase: file.phase }))
  await refuseWrongFields(tx, caseId, wish, {
    today,
    onDate: wish.onDate,
    until: wish.wait?.until ?? null,
    answeredOn: null,
  })

  const organisationId = actor.organisationId ?? file.responsible_organisation_id
  const key = { id: newId(), caseId, organisationId }
  await insertContact(tx, key, wish)
  const { note, place, wait } = wish
  // What hangs on the contact needs only the contact: all of it travels in one round trip.
  await Promise.all([
    (note || place || wait?.label || wish.secrecy203) &&
      insertNote(tx, key, {
        content: note ?? null,
        place: place ?? null,
        waitingLabel: wait?.label ?? null,
        secrecy203: wish.secrecy203 ?? false,
      }),
    insertPersons(tx, key, wish.persons ?? []),
    insertEffort(tx, key, { minutes: wish.minutes ?? null, share: wish.share ?? null }),
    wait &&
      insertWait(tx, key, {
        organisationId: wait.organisationId ?? null,
        since: wish.onDate,
        until: wait.until ?? null,
      }),
    touchLastContact(tx, caseId, wish.onDate),
    audit(tx, {
      action: 'contact.recorded',
      objectKind: 'contact',
      objectId: key.id,
      caseId,
      deputyOf: file.deputyOf,
    }),
  ])
  return readContact(tx, key.id)
}
