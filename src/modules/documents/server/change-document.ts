import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { DocumentChange, DocumentView } from '../contract/documents.ts'
import { readDocument } from './screens.ts'

/** Title, kind, mark of § 203; the bytes never change. Throws 404, 412, `caseReadOnly`. */
export async function changeDocument(
  tx: Tx,
  ids: { id: string; version: number },
  change: DocumentChange,
): Promise<DocumentView> {
  const seen = await readDocument(tx, ids.id)
  const file = await lockCaseForWork(tx, seen.caseId, { closed: 'allowed' })
  const row = found(
    await tx
      .selectFrom('document')
      .select('version')
      .where('id', '=', ids.id)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  )
  const current = await readDocument(tx, ids.id)
  refuseStale(row.version, ids.version, () => current)
  const mark = change.secrecy203 === undefined ? {} : { secrecy_203: change.secrecy203 }
  const kind = change.kind === undefined ? {} : { kind: change.kind }
  await tx
    .updateTable('document')
    .set({ ...mark, ...kind, version: row.version + 1 })
    .where('id', '=', ids.id)
    .execute()
  const text = { ...mark, ...(change.title === undefined ? {} : { title: change.title }) }
  if (Object.keys(text).length > 0) {
    await tx.updateTable('document_text').set(text).where('document_id', '=', ids.id).execute()
  }
  await audit(tx, {
    action: 'document.changed',
    objectKind: 'document',
    objectId: ids.id,
    caseId: seen.caseId,
    deputyOf: file.deputyOf,
    details: { fields: Object.keys(change) },
  })
  return readDocument(tx, ids.id)
}
