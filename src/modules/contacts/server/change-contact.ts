import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { touchLastContact } from '../../cases/server/index.ts'
import type { Contact, ContactChange } from '../contract/contact.ts'
import { lockOwnContact } from './lock-own-contact.ts'
import { refuseWrongFields } from './refuse-wrong-fields.ts'
import { readContact } from './screens.ts'
import {
  deleteEffort,
  deletePersons,
  insertEffort,
  insertNote,
  insertPersons,
  insertWait,
  updateContact,
  updateNote,
  updateWait,
  type ContactKey,
} from './store.ts'

/** Changes an own contact. What it was before is not kept; that it changed, and which fields, is in the audit. */
export async function changeContact(
  tx: Tx,
  actor: Actor,
  id: string,
  wish: ContactChange,
  { version, today }: { version: number; today: string },
): Promise<Contact> {
  const { before, file } = await lockOwnContact(tx, actor, id, version)
  const onDate = wish.onDate ?? before.onDate
  await refuseWrongFields(tx, before.caseId, wish, {
    today,
    onDate,
    until: (wish.wait === undefined ? before.wait : wish.wait)?.until ?? null,
    answeredOn: wish.wait === null ? null : (before.wait?.answeredOn ?? null),
  })

  const key: ContactKey = {
    id,
    caseId: before.caseId,
    organisationId: actor.organisationId ?? file.responsible_organisation_id,
  }
  await updateContact(tx, id, version, wish)
  await writeNote(tx, key, before, wish)
  if (wish.persons !== undefined) {
    await deletePersons(tx, id)
    await insertPersons(tx, key, wish.persons)
  }
  if (wish.minutes !== undefined || wish.share !== undefined) {
    await deleteEffort(tx, id)
    await insertEffort(tx, key, {
      minutes: wish.minutes === undefined ? (before.effort?.minutes ?? null) : wish.minutes,
      share: wish.share === undefined ? (before.effort?.share ?? null) : wish.share,
    })
  }
  await writeWait(tx, key, before, wish, onDate)
  await touchLastContact(tx, before.caseId, onDate)
  await audit(tx, {
    action: 'contact.changed',
    objectKind: 'contact',
    objectId: id,
    caseId: before.caseId,
    deputyOf: file.deputyOf,
    details: { fields: Object.keys(wish).sort() },
  })
  return readContact(tx, id)
}

async function writeNote(tx: Tx, key: ContactKey, before: Contact, wish: ContactChange): Promise<void> {
  const { note, place, secrecy203, wait } = wish
  if ([note, place, secrecy203, wait].every((part) => part === undefined)) return
  const parts = {
    content: note === undefined ? before.note : note,
    place: place === undefined ? before.place : place,
    waitingLabel: wait === undefined ? (before.wait?.label ?? null) : (wait?.label ?? null),
    secrecy203: secrecy203 ?? before.secrecy203,
  }
  if (await updateNote(tx, key.id, parts)) return
  if (parts.content ?? parts.place ?? parts.waitingLabel ?? (parts.secrecy203 || null)) {
    await insertNote(tx, key, parts)
  }
}

async function writeWait(
  tx: Tx,
  key: ContactKey,
  before: Contact,
  { wait }: ContactChange,
  onDate: string,
): Promise<void> {
  // A wait counts from its contact: when the day of the contact moves, the wait moves with it.
  const moved = onDate !== before.onDate && before.wait !== null && wait === undefined
  if (wait === undefined && !moved) return
  if (wait === null) {
    await updateWait(tx, key.id, null)
    return
  }
  const parts = {
    organisationId: wait ? (wait.organisationId ?? null) : (before.wait?.organisation?.id ?? null),
    since: onDate,
    until: wait ? (wait.until ?? null) : (before.wait?.until ?? null),
  }
  if (!(await updateWait(tx, key.id, parts))) await insertWait(tx, key, parts)
}
