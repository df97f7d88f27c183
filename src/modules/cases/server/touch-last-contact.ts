import type { Tx } from '../../../platform/server/db/with-actor.ts'

/**
 * Moves the date of the last contact forward, never back. No new version of the case file: a contact must not
 * make a form that somebody has open stale.
 */
export async function touchLastContact(tx: Tx, caseId: string, on: string): Promise<void> {
  await tx
    .updateTable('case_file')
    .set({ last_contact_on: on })
    .where('id', '=', caseId)
    .where((eb) => eb.or([eb('last_contact_on', 'is', null), eb('last_contact_on', '<', on)]))
    .execute()
}
