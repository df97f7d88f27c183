import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import { attachDocument } from '../../documents/server/index.ts'
import type { AgreementView } from '../contract/agreement.ts'
import { whyNotScannable } from '../rules/why-not.ts'
import { agreementScreen } from './screens.ts'
import { caseOfAgreement, lockAgreement, updateAgreement } from './store.ts'

/**
 * Links the scan of the signed paper; a wrong one is replaced by the right one. Also after the case closed: the paper
 * may come later. Throws 404, 412, `agreementNotSigned`, `signedOnScreen` and `documentNotOfCase`.
 */
export async function attachScan(
  tx: Tx,
  agreementId: string,
  sent: number,
  documentId: string,
): Promise<AgreementView> {
  const caseId = await caseOfAgreement(tx, agreementId)
  const file = await lockCaseForWork(tx, caseId, { closed: 'allowed' })
  const agreement = await lockAgreement(tx, agreementId)
  const current = await agreementScreen(tx, agreementId)
  refuseStale(agreement.version, sent, () => current)
  refuseIf(whyNotScannable(current))
  await attachDocument(tx, { caseId, documentId, as: 'agreementScan', path: 'documentId' })
  await updateAgreement(tx, agreement, { scan_document_id: documentId })
  await audit(tx, {
    action: 'agreement.scanAttached',
    objectKind: 'agreement',
    objectId: agreementId,
    caseId,
    deputyOf: file.deputyOf,
    details: { replaced: current.scanDocumentId !== null },
  })
  return agreementScreen(tx, agreementId)
}
