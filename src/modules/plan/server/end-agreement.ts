import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { AgreementView } from '../contract/agreement.ts'
import type { EndedBy } from '../contract/codes.ts'
import { whyNotEndable } from '../rules/why-not.ts'
import { agreementScreen } from './screens.ts'
import { caseOfAgreement, lockAgreement, updateAgreement } from './store.ts'
import { today } from './today.ts'

/** Records that a signed agreement was ended. Throws 404, 412 and the codes of `whyNotEndable`. */
export async function endAgreement(
  tx: Tx,
  agreementId: string,
  sent: number,
  end: { readonly endedOn: string; readonly endedBy: EndedBy },
  now: Temporal.Instant,
): Promise<AgreementView> {
  const caseId = await caseOfAgreement(tx, agreementId)
  const file = await lockCaseForWork(tx, caseId)
  const agreement = await lockAgreement(tx, agreementId)
  const current = await agreementScreen(tx, agreementId)
  refuseStale(agreement.version, sent, () => current)
  refuseIf(whyNotEndable(current, end.endedOn, today(now)))
  await updateAgreement(tx, agreement, { state: 'ended', ended_on: end.endedOn, ended_by: end.endedBy })
  await audit(tx, {
    action: 'agreement.ended',
    objectKind: 'agreement',
    objectId: agreementId,
    caseId,
    deputyOf: file.deputyOf,
    details: { by: end.endedBy },
  })
  return agreementScreen(tx, agreementId)
}
