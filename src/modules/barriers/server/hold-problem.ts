import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork, type LockedCase } from '../../cases/server/index.ts'
import type { ProblemView } from '../contract/problems.ts'
import { readProblem } from './screens.ts'
import { caseOfProblem, lockProblem, type ProblemRow } from './store.ts'

export interface Held {
  readonly file: LockedCase
  readonly row: ProblemRow
  /** As it is before the change. */
  readonly current: ProblemView
}

/** Case and problem, locked, in the version the caller knows. Throws 404, 412, `caseReadOnly`, `caseClosed`. */
export async function holdProblem(
  tx: Tx,
  ids: { id: string; version?: number },
  options: { closed?: 'allowed' } = {},
): Promise<Held> {
  const file = await lockCaseForWork(tx, await caseOfProblem(tx, ids.id), options)
  const row = await lockProblem(tx, ids.id)
  const current = await readProblem(tx, ids.id)
  if (ids.version !== undefined) refuseStale(row.version, ids.version, () => current)
  return { file, row, current }
}

/** The entry of the log that every change of a problem has in common. The barrier is never named in it. */
export const aboutProblem = ({ file, row }: Pick<Held, 'file' | 'row'>) => ({
  objectKind: 'problem',
  objectId: row.id,
  caseId: row.case_id,
  deputyOf: file.deputyOf,
})
