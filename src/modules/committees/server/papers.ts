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

export interface PaperWish {
  readonly committeeId: string
  readonly meetingId?: string | undefined
  readonly decisionId?: string | undefined
  readonly upload: Upload
}

/** Checks the file as documents of a case are checked, then keeps it, not released. Throws 404, 415, 503, `committeeClosed`. */
export async function uploadPaper(
  tx: Tx,
  actor: Actor,
  deps: { files: FileStore; check: (upload: Upload) => Promise<CheckedFile> },
  wish: PaperWish,
): Promise<PaperView> {
  await holdOpenCommittee(tx, wish.committeeId)
  if (wish.meetingId) await refuseForeignMeeting(tx, wish.meetingId, wish.committeeId)
  const file = await deps.check(wish.upload)
  const key = await deps.files.put(actor.tenantId, file.bytes)
  const id = newId()
  await tx
    .insertInto('committee_paper')
    .values({
      id,
      committee_id: wish.committeeId,
      meeting_id: wish.meetingId ?? null,
      decision_id: wish.decisionId ?? null,
      title: titleOf(wish.upload.name),
      media_type: file.mediaType,
      byte_size: file.bytes.length,
      sha256: sha256Of(file.bytes),
      file_key: key,
    })
    .execute()
  await logged(tx, 'committeePaper.uploaded', 'committeePaper', id, { mediaType: file.mediaType })
  return readPaper(tx, actor, id)
}

async function refuseForeignMeeting(tx: Tx, meetingId: string, committeeId: string): Promise<void> {
  const row = await tx
    .selectFrom('meeting')
    .select('id')
    .where('id', '=', meetingId)
    .where('committee_id', '=', committeeId)
    .executeTakeFirst()
  if (!row) throw wrongField('meetingId', 'meetingUnknown')
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
