import type { Tx } from '../../../platform/server/db/with-actor.ts'

/**
 * Sets the day the next assessment is due; null: none. The caller holds the lock of `lockCaseForWork`. No new version
 * of the case file: it must not make a form that somebody has open stale.
 */
export async function setReassessmentDue(tx: Tx, caseId: string, dueOn: string | null): Promise<void> {
  await tx.updateTable('case_file').set({ reassessment_due_on: dueOn }).where('id', '=', caseId).execute()
}
