import { databaseNow } from './office.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import { newId } from '../../../platform/contract/ids.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import type { FileStore } from '../../../platform/server/files/index.ts'
import { found, Refusal, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { Download, Upload } from '../../../platform/server/http/serve.ts'
import { titleOf } from '../../documents/index.ts'
import { sha256Of, type CheckedFile } from '../../documents/server/index.ts'
import type { PaperChange } from '../contract/meetings.ts'
import type { PaperView } from '../contract/shared.ts'
import { paperRows, withPaperActions } from './row-screens.ts'
import { changeRow, holdOpenCommittee, lockRow, logged, wrongField, type Ids } from './store.ts'

async function readPaper(tx: Tx, actor: Actor, id: string): Promise<PaperView> {
  const { rows } = await sql<Omit<PaperView, 'can'>>`${paperRows(sql`and p.id = ${id}`)}`.execute(tx)
  return withPaperActions(found(rows[0]), actor)
}

export interface PaperDeps {
  readonly files: FileStore
  readonly check: (upload: Upload) => Promise<CheckedFile>
}
export interface PaperWish {
  readonly committeeId: string
  readonly meetingId?: string | undefined
  readonly agendaItemId?: string | undefined
  readonly withoutB3?: 'true' | 'false' | undefined
  readonly upload: Upload
}

/**
 * Checks the file as documents of a case are checked, then keeps it, not released. Throws 404, 415, 503, `committeeClosed`,
 * `meetingUnknown`, `itemUnknown`, `paperOfPartWithoutB3`.
 */
export async function uploadPaper(
  tx: Tx,
  actor: Actor,
  deps: PaperDeps,
  wish: PaperWish,
): Promise<PaperView> {
  await holdOpenCommittee(tx, wish.committeeId)
  const place = await placeOf(tx, wish)
  if (place.ofItem && wish.withoutB3 === 'false') throw wrongField('withoutB3', 'paperOfPartWithoutB3')
  return keepPaper(tx, actor, deps, {
    upload: wish.upload,
    committee_id: wish.committeeId,
    meeting_id: place.meetingId,
    agenda_item_id: wish.agendaItemId ?? null,
    without_b3: wish.withoutB3 === undefined ? place.withoutB3 : wish.withoutB3 === 'true',
  })
}

/** The source document of a decision; kept from B3 where the decision is. Throws 404, 415, 503. */
export async function uploadToDecision(
  tx: Tx,
  actor: Actor,
  deps: PaperDeps,
  { decisionId, upload }: { decisionId: string; upload: Upload },
): Promise<PaperView> {
  const row = await lockRow(tx, 'decision', decisionId)
  return keepPaper(tx, actor, deps, {
    upload,
    committee_id: row.committee_id,
    decision_id: decisionId,
    is_public: row.is_public,
    without_b3: row.without_b3,
  })
}

interface Kept {
  readonly upload: Upload
  readonly committee_id: string | null
  readonly meeting_id?: string | null
  readonly agenda_item_id?: string | null
  readonly decision_id?: string
  readonly is_public?: boolean
  readonly without_b3: boolean
}

async function keepPaper(
  tx: Tx,
  actor: Actor,
  deps: PaperDeps,
  { upload, ...place }: Kept,
): Promise<PaperView> {
  const file = await deps.check(upload)
  const key = await deps.files.put(actor.tenantId, file.bytes)
  const id = newId()
  await tx
    .insertInto('committee_paper')
    .values({
      id,
      ...place,
      title: titleOf(upload.name),
      media_type: file.mediaType,
      byte_size: file.bytes.length,
      sha256: sha256Of(file.bytes),
      file_key: key,
    })
    .execute()
  await logged(tx, 'committeePaper.uploaded', 'committeePaper', id, {
    mediaType: file.mediaType,
    withoutB3: place.without_b3,
  })
  return readPaper(tx, actor, id)
}

interface Place {
  readonly meetingId: string | null
  /** Its item is treated without B3. */
  readonly ofItem: boolean
  /** What holds where nobody said: as its item; of a whole meeting, when that has any part without B3. */
  readonly withoutB3: boolean
}

async function placeOf(tx: Tx, { committeeId, meetingId, agendaItemId }: PaperWish): Promise<Place> {
  if (!meetingId && !agendaItemId) return { meetingId: null, ofItem: false, withoutB3: false }
  const items = await tx
    .selectFrom('meeting as m')
    .leftJoin('agenda_item as i', 'i.meeting_id', 'm.id')
    .select(['m.id as meeting', 'i.id', 'i.without_b3'])
    .where('m.committee_id', '=', committeeId)
    .where((eb) =>
      meetingId
        ? eb('m.id', '=', meetingId)
        : eb(
            'm.id',
            'in',
            eb.selectFrom('agenda_item as x').select('x.meeting_id').where('x.id', '=', agendaItemId!),
          ),
    )
    .execute()
  const [first] = items
  if (!first)
    throw meetingId ? wrongField('meetingId', 'meetingUnknown') : wrongField('agendaItemId', 'itemUnknown')
  if (!agendaItemId)
    return { meetingId: first.meeting, ofItem: false, withoutB3: items.some((item) => item.without_b3) }
  const item = items.find(({ id }) => id === agendaItemId)
  if (!item) throw wrongField('agendaItemId', 'itemUnknown')
  const closed = item.without_b3 === true
  return { meetingId: first.meeting, ofItem: closed, withoutB3: closed }
}

/** A meeting of this committee. Throws `meetingUnknown` at the field. */
export async function refuseForeignMeeting(
  tx: Tx,
  meetingId: string,
  committeeId: string,
  field: string,
): Promise<void> {
  const query = tx.selectFrom('meeting').select('id').where('id', '=', meetingId)
  const row = await query.where('committee_id', '=', committeeId).executeTakeFirst()
  if (!row) throw wrongField(field, 'meetingUnknown')
}

/** Opening a paper to B3 needs an item that is open to B3. */
async function refuseOpening(tx: Tx, agendaItemId: string): Promise<void> {
  const query = tx.selectFrom('agenda_item').select('without_b3').where('id', '=', agendaItemId)
  if ((await query.executeTakeFirst())?.without_b3) throw wrongField('withoutB3', 'paperOfPartWithoutB3')
}

/** Renames, releases to the members, withdraws. */
export async function changePaper(
  tx: Tx,
  actor: Actor,
  ids: Ids,
  wish: z.output<typeof PaperChange>,
): Promise<PaperView> {
  const row = await lockRow(tx, 'committee_paper', ids.id)
  const current = await readPaper(tx, actor, ids.id)
  refuseStale(row.version, ids.version, () => current)
  if (wish.withoutB3 === false && row.agenda_item_id) await refuseOpening(tx, row.agenda_item_id)
  await changeRow(tx, 'committee_paper', row, {
    ...(wish.title === undefined ? {} : { title: wish.title }),
    ...(wish.isPublic === undefined ? {} : { is_public: wish.isPublic }),
    ...(wish.withoutB3 === undefined ? {} : { without_b3: wish.withoutB3 }),
    ...(wish.released && row.released_at === null ? { released_at: databaseNow } : {}),
    ...(wish.withdrawn === undefined ? {} : { withdrawn_at: wish.withdrawn ? databaseNow : null }),
  })
  await logged(tx, 'committeePaper.changed', 'committeePaper', ids.id, { fields: Object.keys(wish) })
  return readPaper(tx, actor, ids.id)
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
}

/** Throws 404, and 503 when the bytes are gone or not the same any more. */
export async function downloadPaper(tx: Tx, actor: Actor, files: FileStore, id: string): Promise<Download> {
  const row = found(
    await tx
      .selectFrom('committee_paper')
      .select(['file_key', 'sha256', 'media_type'])
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  const bytes = await files.get(actor.tenantId, row.file_key)
  if (bytes === undefined || sha256Of(bytes) !== row.sha256)
    throw new Refusal('unavailable', 'documentFileMissing')
  await logged(tx, 'committeePaper.read', 'committeePaper', id)
  return { name: `Unterlage-${id.slice(-6)}.${endings[row.media_type] ?? 'bin'}`, bytes }
}

/** For the sweep of files: which of these keys papers name. */
export async function papersInUse(tx: Tx, keys: readonly string[]): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('committee_paper')
    .select('file_key')
    .where('file_key', 'in', [...keys])
    .execute()
  return rows.map((row) => row.file_key)
}
