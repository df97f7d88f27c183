import type { Selectable } from 'kysely'
import type { CaseFile } from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'

export type CaseFileRow = Selectable<CaseFile>

/** The case file as the acting person may see it; 404 when there is none or it is hidden. */
export async function getCase(tx: Tx, caseId: string): Promise<CaseFileRow> {
  return found(await tx.selectFrom('case_file').selectAll().where('id', '=', caseId).executeTakeFirst())
}
