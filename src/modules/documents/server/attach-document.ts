import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import type { DocumentKind } from '../contract/documents.ts'
import { documentTexts } from './texts.ts'

/**
 * Door for modules that point to a document of a case (proof of a consent, scan of an agreement): refuses the field
 * `path` with 400 when it is not a document of this case that the acting person may see, and gives it its kind. The
 * caller has locked the case and stores the id; audit is the caller's.
 */
export async function attachDocument(
  tx: Tx,
  { caseId, documentId, as, path }: { caseId: string; documentId: string; as: DocumentKind; path: string },
): Promise<void> {
  const row = await tx
    .selectFrom('document')
    .select(['kind', 'version'])
    .where('id', '=', documentId)
    .where('case_id', '=', caseId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) {
    const code = 'documentNotOfCase'
    throw new Refusal('invalid', 'invalidInput', { fields: [{ path, code, message: documentTexts[code]! }] })
  }
  if (row.kind === as) return
  await tx
    .updateTable('document')
    .set({ kind: as, version: row.version + 1 })
    .where('id', '=', documentId)
    .execute()
}
