import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { lockCaseForWork } from '../../cases/server/index.ts'
import type { NewReferral, ReferralView } from '../contract/referrals.ts'
import { checkContents } from './check-contents.ts'
import { readReferral } from './screens.ts'
import { insertReferral, replaceDocuments, replaceGoals } from './store.ts'

/** A draft: nothing is shared yet. Throws 404, `caseReadOnly`, `caseClosed`, `invalidInput`. */
export async function draftReferral(
  tx: Tx,
  caseId: string,
  wish: NewReferral,
  now: Temporal.Instant,
): Promise<ReferralView> {
  const file = await lockCaseForWork(tx, caseId)
  await checkContents(tx, caseId, wish)
  const id = newId()
  await insertReferral(tx, rowOf(wish, { id, caseId, today: dayOf(now) }), {
    referral_id: id,
    case_id: caseId,
    service: wish.service ?? null,
    summary: wish.summary ?? null,
    concern: wish.concern ?? null,
    desired_result: wish.desiredResult ?? null,
  })
  await replaceGoals(tx, { id, caseId }, wish.goalIds)
  await replaceDocuments(tx, { id, caseId }, wish.documentIds)
  await audit(tx, {
    action: 'referral.drafted',
    objectKind: 'referral',
    objectId: id,
    caseId,
    personId: wish.personId,
    deputyOf: file.deputyOf,
  })
  return readReferral(tx, id, dayOf(now))
}

const rowOf = (wish: NewReferral, made: { id: string; caseId: string; today: string }) => ({
  id: made.id,
  case_id: made.caseId,
  person_id: wish.personId,
  organisation_id: wish.organisationId,
  unit_id: wish.unitId,
  purpose: wish.purpose,
  life_domains: [...new Set(wish.lifeDomains)],
  data_categories: [...new Set(wish.dataCategories)],
  special_categories: [...new Set(wish.specialCategories)],
  state_on: made.today,
})
