import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { ReferralState } from '../contract/codes.ts'
import { endByClosure } from '../rules/states.ts'
import { stateColumns } from './move-referral.ts'
import { deleteDraft, insertStep, updateReferral } from './store.ts'

/** When the case closes nothing stays open in it: drafts go, the rest ends with that reason. */
export async function endReferrals(tx: Tx, caseId: string, now: Temporal.Instant): Promise<void> {
  const today = dayOf(now)
  const rows = await tx
    .selectFrom('referral')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', 'in', ['draft', 'sent', 'accepted', 'running'])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  for (const row of rows) {
    const state = ReferralState.parse(row.state)
    const to = endByClosure(state)
    if (to === null) await deleteDraft(tx, row.id)
    else {
      const step = { kind: 'state', from_state: state, to_state: to, on_date: today, reason: 'caseClosed' }
      await insertStep(tx, row, step)
      await updateReferral(tx, row, stateColumns(to, today, { reason: 'caseClosed' }))
    }
  }
  if (rows.length === 0) return
  const details = { referrals: rows.length }
  await audit(tx, {
    action: 'referral.endedByClosure',
    objectKind: 'case',
    objectId: caseId,
    caseId,
    details,
  })
}
