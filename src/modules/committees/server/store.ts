import type { Insertable, Selectable, Updateable } from 'kysely'
import { audit, type AuditEntry } from '../../../platform/server/audit.ts'
import type {
  AgendaItem,
  CommitteeProfile,
  DB,
  Meeting,
  MeetingParticipant,
} from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal } from '../../../platform/server/http/refusal.ts'
import { committeeTexts } from './texts.ts'

export type MeetingRow = Selectable<Meeting>
export type Ids = { readonly id: string; readonly version: number }

export async function lockProfile(tx: Tx, committeeId: string): Promise<Selectable<CommitteeProfile>> {
  return found(
    await tx
      .selectFrom('committee_profile')
      .selectAll()
      .where('committee_id', '=', committeeId)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  )
}

/** A committee that still works; its row is held until the end of the transaction. Throws 404, `committeeClosed`. */
export async function holdOpenCommittee(tx: Tx, committeeId: string): Promise<Selectable<CommitteeProfile>> {
  const profile = await lockProfile(tx, committeeId)
  if (profile.closed_at !== null) throw new Refusal('conflict', 'committeeClosed')
  return profile
}

/** The meeting, held. Who may not change it, but sees it, gets 403: policies would answer with nothing written. */
export async function lockMeeting(tx: Tx, id: string): Promise<MeetingRow> {
  return found(
    await tx.selectFrom('meeting').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst(),
  )
}

export async function updateMeeting(
  tx: Tx,
  meeting: Pick<MeetingRow, 'id' | 'version'>,
  change: Updateable<Meeting>,
): Promise<void> {
  await tx
    .updateTable('meeting')
    .set({ ...change, version: meeting.version + 1 })
    .where('id', '=', meeting.id)
    .execute()
}

type LockableTable =
  | 'agenda_item'
  | 'meeting_participant'
  | 'minute_entry'
  | 'committee_paper'
  | 'decision'
  | 'decision_party'
  | 'commission'
  | 'action_item'
  | 'format_request'
  | 'stakeholder_feedback'
  | 'committee_member'

/** A row of the module by its id, held. */
export async function lockRow<T extends LockableTable>(
  tx: Tx,
  table: T,
  id: string,
): Promise<Selectable<DB[T]>> {
  const query = tx.selectFrom(table as 'agenda_item').selectAll()
  return found(await query.where('id', '=', id).forNoKeyUpdate().executeTakeFirst()) as unknown as Selectable<
    DB[T]
  >
}

/** Changes a row whose version was compared. Row level security may have shown it and yet forbid it: 403. */
export async function changeRow<T extends LockableTable>(
  tx: Tx,
  table: T,
  row: { id: string; version: number },
  change: Updateable<DB[T]>,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable(table as 'agenda_item')
    .set({ ...(change as Updateable<AgendaItem>), version: row.version + 1 })
    .where('id', '=', row.id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('forbidden', 'forbidden')
}

export const insertItems = (tx: Tx, rows: readonly Insertable<AgendaItem>[]): Promise<unknown> =>
  rows.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('agenda_item')
        .values([...rows])
        .execute()

export const insertParticipants = (
  tx: Tx,
  rows: readonly Insertable<MeetingParticipant>[],
): Promise<unknown> =>
  rows.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('meeting_participant')
        .values([...rows])
        .execute()

export async function logged(
  tx: Tx,
  action: string,
  objectKind: string,
  objectId: string,
  details?: AuditEntry['details'],
): Promise<void> {
  await audit(tx, { action, objectKind, objectId, ...(details ? { details } : {}) })
}

/** One wrong field of a body that only the database could find. */
export const wrongField = (path: string, code: string): Refusal => wrongFields([[path, code]])
export const wrongFields = (wrong: readonly (readonly [path: string, code: string])[]): Refusal =>
  new Refusal('invalid', 'invalidInput', {
    fields: wrong.map(([path, code]) => ({ path, code, message: committeeTexts[code]! })),
  })
