import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { OnConsentEnded } from '../../consent/server/index.ts'
import { endByClosure } from '../rules/states.ts'
import { stateColumns } from './move-referral.ts'
import { readReferrals } from './screens.ts'
import { insertStep, lockReferral, updateReferral } from './store.ts'

/**
 * After a withdrawal, in its transaction: referrals to this recipient that nothing covers any more end with that
 * reason (their sight has closed already), and a letter to the recipient is drafted.
 */
export const followWithdrawal: OnConsentEnded = async (tx, ended, now) => {
  const today = dayOf(now)
  await endUncovered(tx, ended, today)
  if (ended.recipientKind === 'kimTeam') return
  const which =
    ended.kind === 'consent' ? { consent_id: ended.consentId } : { secrecy_release_id: ended.consentId }
  const id = newId()
  await tx
    .insertInto('withdrawal_letter')
    .values({ id, case_id: ended.caseId, made_on: today, ...which })
    .execute()
  await audit(tx, {
    action: 'withdrawalLetter.drafted',
    objectKind: 'withdrawalLetter',
    objectId: id,
    caseId: ended.caseId,
  })
}

async function endUncovered(tx: Tx, ended: Parameters<OnConsentEnded>[1], today: string): Promise<void> {
  const referrals = await readReferrals(tx, ended.caseId, today)
  const uncovered = referrals.filter(
    ({ coverage, recipient, person }) =>
      person.id === ended.personId &&
      recipient.organisationId === ended.organisationId &&
      recipient.unitId === ended.unitId &&
      coverage.some(({ missing }) => missing.length > 0),
  )
  for (const { id, state } of uncovered) {
    const to = endByClosure(state)
    if (to === null) continue
    const row = await lockReferral(tx, id)
    const step = { kind: 'state', from_state: state, to_state: to, on_date: today, reason: 'consentGone' }
    await insertStep(tx, row, step)
    await updateReferral(tx, row, stateColumns(to, today, { reason: 'consentGone' }))
  }
}
