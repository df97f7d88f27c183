import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { AgreementView, NewSignature } from '../contract/agreement.ts'
import { whyNotSignable } from '../rules/why-not.ts'
import { agreementScreen } from './screens.ts'
import { caseOfAgreement, insertParties, lockAgreement, supersede, updateAgreement } from './store.ts'
import { today } from './today.ts'

/**
 * Records a signature on paper or on screen. The version valid until then is superseded and stays readable.
 * Throws 404, 412, `caseClosed` and the codes of `whyNotSignable`.
 */
export async function signAgreement(
  tx: Tx,
  agreementId: string,
  sent: number,
  signature: NewSignature,
  now: Temporal.Instant,
): Promise<AgreementView> {
  const caseId = await caseOfAgreement(tx, agreementId)
  const file = await lockCaseForWork(tx, caseId)
  const agreement = await lockAgreement(tx, agreementId)
  const current = await agreementScreen(tx, agreementId)
  refuseStale(agreement.version, sent, () => current)
  refuseIf(whyNotSignable(current, signature, today(now)))
  await supersede(tx, caseId, 'signed')
  const roles = [...new Set(signature.signatories.map((one) => one.role))]
  await updateAgreement(tx, agreement, {
    state: 'signed',
    signed_on: signature.signedOn,
    signature_kind: signature.kind,
    signed_roles: roles,
    read_languages: [...new Set(signature.readLanguages)],
    mediator_kind: signature.mediatorKind,
  })
  const common = { agreement_id: agreementId, case_id: caseId, stage: 'signed' }
  await insertParties(
    tx,
    signature.signatories.map(({ role, name }, position) => ({
      id: newId(),
      ...common,
      role,
      name,
      position,
    })),
  )
  await audit(tx, {
    action: 'agreement.signed',
    objectKind: 'agreement',
    objectId: agreementId,
    caseId,
    deputyOf: file.deputyOf,
    details: { kind: signature.kind, roles, languages: signature.readLanguages },
  })
  return agreementScreen(tx, agreementId)
}
