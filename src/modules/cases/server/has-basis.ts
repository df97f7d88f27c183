import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { BasisKind } from '../contract/codes.ts'

/** Whether the legal basis for this kind of processing is recorded (and the client informed): fields stay locked until then. */
export async function hasBasis(tx: Tx, caseId: string, kind: BasisKind): Promise<boolean> {
  const row = await tx
    .selectFrom('processing_basis')
    .select('id')
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
