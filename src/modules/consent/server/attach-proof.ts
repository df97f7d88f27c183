import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import { attachDocument } from '../../documents/server/index.ts'
import type { SharingKind } from '../contract/codes.ts'
import type { ConsentView } from '../contract/consents.ts'
import { readConsent } from './screens.ts'
import { caseOfConsent, lockConsent, updateConsent } from './store.ts'

/** The scan of the signed text; a wrong scan is replaced by the right one. Throws 404, 412, `proofBeforeGiven`. */
export async function attachProof(
  tx: Tx,
  kind: SharingKind,
  ids: { id: string; version: number },
  documentId: string,
  now: Temporal.Instant,
): Promise<ConsentView> {
  const today = dayOf(now)
  const caseId = await caseOfConsent(tx, kind, ids.id)
  const file = await lockCaseForWork(tx, caseId, { closed: 'allowed' })
  const row = await lockConsent(tx, kind, ids.id)
  const current = await readConsent(tx, kind, ids.id, today)
  refuseStale(row.version, ids.version, () => current)
  refuseIf(row.given_on === null ? 'proofBeforeGiven' : null)
  await attachDocument(tx, { caseId, documentId, as: 'consentProof', path: 'documentId' })
  await updateConsent(tx, kind, row, { proof_document_id: documentId })
  const entry = { action: `${kind}.proofAttached`, objectKind: kind, objectId: ids.id, caseId }
  await audit(tx, { ...entry, personId: row.person_id, deputyOf: file.deputyOf })
  return readConsent(tx, kind, ids.id, today)
}
