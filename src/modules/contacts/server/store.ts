import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { ContactChange, NewContact } from '../contract/contact.ts'

/** Which contact of which case, and whose employer the writer belongs to. */
export interface ContactKey {
  readonly id: string
  readonly caseId: string
  readonly organisationId: string
}

export async function getCaseOfContact(tx: Tx, id: string): Promise<string> {
  const row = await tx.selectFrom('contact').select('case_id').where('id', '=', id).executeTakeFirst()
  return found(row).case_id
}

export async function insertContact(tx: Tx, key: ContactKey, wish: NewContact): Promise<void> {
  await tx
    .insertInto('contact')
    .values({
      id: key.id,
      case_id: key.caseId,
      on_date: wish.onDate,
      at_time: wish.atTime ?? null,
      kind: wish.kind,
      site_id: wish.siteId ?? null,
      language: wish.language ?? null,
      mediator: wish.mediator ?? null,
      topics: wish.topics ?? [],
      activities: wish.activities ?? [],
    })
    .execute()
}

/** Absent fields stay as they are. */
export async function updateContact(tx: Tx, id: string, version: number, wish: ContactChange): Promise<void> {
  const { onDate, atTime, kind, siteId, language, mediator, topics, activities } = wish
  await tx
    .updateTable('contact')
    .set({
      version: version + 1,
      ...(onDate === undefined ? {} : { on_date: onDate }),
      ...(atTime === undefined ? {} : { at_time: atTime }),
      ...(kind === undefined ? {} : { kind }),
      ...(siteId === undefined ? {} : { site_id: siteId }),
      ...(language === undefined ? {} : { language }),
      ...(mediator === undefined ? {} : { mediator }),
      ...(topics === undefined ? {} : { topics }),
      ...(activities === undefined ? {} : { activities }),
    })
    .where('id', '=', id)
    .execute()
}

export interface NoteParts {
  readonly content: string | null
  readonly place: string | null
  readonly waitingLabel: string | null
  readonly secrecy203: boolean
}

export async function insertNote(tx: Tx, key: ContactKey, note: NoteParts): Promise<void> {
  await tx
    .insertInto('contact_note')
    .values({
      contact_id: key.id,
      case_id: key.caseId,
      organisation_id: key.organisationId,
      ...columnsOf(note),
    })
    .execute()
}

/** Writes the note over the one that is there; answers whether there was one. */
export async function updateNote(tx: Tx, id: string, note: NoteParts): Promise<boolean> {
  const result = await tx
    .updateTable('contact_note')
    .set(columnsOf(note))
    .where('contact_id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

const columnsOf = (note: NoteParts) => ({
  content: note.content,
  place: note.place,
  waiting_label: note.waitingLabel,
  secrecy_203: note.secrecy203,
})

export async function insertPersons(tx: Tx, key: ContactKey, persons: readonly string[]): Promise<void> {
  if (persons.length === 0) return
  await sql`insert into contact_person (contact_id, case_id, person_id)
    select ${key.id}, ${key.caseId}, p from unnest(${[...new Set(persons)]}::uuid[]) p`.execute(tx)
}

export async function deletePersons(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('contact_person').where('contact_id', '=', id).execute()
}

export interface Effort {
  readonly minutes: number | null
  readonly share: 'individual' | 'systemic' | null
}

/** The own minutes and share; nothing of both leaves no row. */
export async function insertEffort(tx: Tx, key: ContactKey, effort: Effort): Promise<void> {
  if (effort.minutes === null && effort.share === null) return
  await tx
    .insertInto('contact_effort')
    .values({ contact_id: key.id, case_id: key.caseId, ...effort })
    .execute()
}

export async function deleteEffort(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('contact_effort').where('contact_id', '=', id).execute()
}

export interface WaitParts {
  readonly organisationId: string | null
  readonly since: string
  readonly until: string | null
}

export async function insertWait(tx: Tx, key: ContactKey, wait: WaitParts): Promise<void> {
  await tx
    .insertInto('contact_wait')
    .values({
      contact_id: key.id,
      case_id: key.caseId,
      organisation_id: wait.organisationId,
      since: wait.since,
      expected_until: wait.until,
    })
    .execute()
}

/** Changes the wait of a contact, or drops it; answers whether there was one. */
export async function updateWait(tx: Tx, id: string, wait: WaitParts | null): Promise<boolean> {
  const result = await tx
    .updateTable('contact_wait')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(wait === null
        ? { dropped_at: sql<string>`now()` }
        : {
            organisation_id: wait.organisationId,
            since: wait.since,
            expected_until: wait.until,
            dropped_at: null,
          }),
    }))
    .where('contact_id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The wait for an answer, with the lock that writing needs; undefined when there is none. */
export async function lockWait(tx: Tx, id: string) {
  return tx.selectFrom('contact_wait').selectAll().where('contact_id', '=', id).forUpdate().executeTakeFirst()
}

export async function setAnswered(
  tx: Tx,
  id: string,
  version: number,
  answeredOn: string | null,
): Promise<void> {
  await tx
    .updateTable('contact_wait')
    .set({ answered_on: answeredOn, version: version + 1 })
    .where('contact_id', '=', id)
    .execute()
}

export async function setWithdrawn(tx: Tx, id: string, version: number, reason: string): Promise<void> {
  await tx
    .updateTable('contact')
    .set({ withdrawn_at: sql<string>`now()`, withdrawal_reason: reason, version: version + 1 })
    .where('id', '=', id)
    .execute()
}
