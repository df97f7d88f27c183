import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import { getCase, type CaseFileRow } from './get-case.ts'

export interface LockedCase extends CaseFileRow {
  /** The responsible person when somebody else works the case: goes into `deputyOf` of the audit entry. */
  readonly deputyOf: string | null
}

/**
 * Locks the case file for a write. 404 when it is not visible, 403 `caseReadOnly` when the person may only read,
 * 409 `caseClosed` when the file is closed (unless `closed: 'allowed'`).
 */
export async function lockCaseForWork(
  tx: Tx,
  caseId: string,
  options: { closed?: 'allowed' } = {},
): Promise<LockedCase> {
  // A lock needs the policy for writing: no row may also mean "read only".
  const row = await tx
    .selectFrom('case_file')
    .selectAll()
    .select(sql<string>`(select app.user_id())`.as('me'))
    .where('id', '=', caseId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) {
    await getCase(tx, caseId)
    throw new Refusal('forbidden', 'caseReadOnly')
  }
  if (row.closed_on !== null && options.closed !== 'allowed') throw new Refusal('conflict', 'caseClosed')
  const { me, ...file } = row
  return { ...file, deputyOf: file.responsible_user_id === me ? null : file.responsible_user_id }
}
