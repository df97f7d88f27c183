import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { AgreementView } from '../contract/agreement.ts'
import type { TextLanguage } from '../contract/codes.ts'
import type { Plan } from '../contract/plan.ts'
import { partiesOf } from '../rules/parties-of.ts'
import { snapshotOf } from '../rules/snapshot-of.ts'
import { whyNotAgreeable } from '../rules/why-not.ts'
import { agreementScreen, planScreen } from './screens.ts'
import { insertAgreement, nextAgreementNumber, supersede } from './store.ts'
import { today } from './today.ts'

/**
 * A new version of the agreement from the plan as it is. An earlier draft is superseded, because it may have been
 * printed and handed out; what is signed stays valid until the new version is signed.
 * Throws 404, `caseReadOnly`, `caseClosed`, `planHasNoOpenGoal`.
 */
export async function draftAgreement(
  tx: Tx,
  caseId: string,
  language: TextLanguage | null,
  now: Temporal.Instant,
): Promise<AgreementView> {
  const file = await lockCaseForWork(tx, caseId)
  const plan = await planScreen(tx, caseId)
  refuseIf(whyNotAgreeable(plan.goals))
  const content = snapshotOf(plan)
  const id = newId()
  await supersede(tx, caseId, 'draft')
  await insertAgreement(
    tx,
    {
      id,
      case_id: caseId,
      number: await nextAgreementNumber(tx, caseId),
      episode: file.episode,
      made_on: today(now),
      goal_count: content.goals.length,
      language,
    },
    content,
    rowsOf(plan, id),
  )
  await audit(tx, {
    action: 'agreement.drafted',
    objectKind: 'agreement',
    objectId: id,
    caseId,
    deputyOf: file.deputyOf,
    details: { goals: content.goals.length, language },
  })
  return agreementScreen(tx, id)
}

const rowsOf = (plan: Plan, agreementId: string) =>
  partiesOf(plan).map((party, position) => ({
    id: newId(),
    agreement_id: agreementId,
    case_id: plan.caseId,
    stage: party.stage,
    role: party.role,
    person_id: party.personId,
    name: party.name,
    position,
  }))
