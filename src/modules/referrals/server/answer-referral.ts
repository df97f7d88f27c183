import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { ReferralState } from '../contract/codes.ts'
import type { PartnerAnswer, ReceivedReferral } from '../contract/received.ts'
import { whyNotAnswer } from '../rules/states.ts'
import { reasonOf, resultOf, stateColumns } from './move-referral.ts'
import { readReceived } from './received-screens.ts'
import { insertStep, lockReferral, updateReferral } from './store.ts'

/** The recipient reads what was shared with it; the read is written down like every read of a file. */
export async function openReceived(tx: Tx, id: string): Promise<ReceivedReferral> {
  const view = await readReceived(tx, id)
  await audit(tx, {
    action: 'referral.readByPartner',
    objectKind: 'referral',
    objectId: id,
    details: { content: view.content !== null },
  })
  return view
}

/**
 * The recipient's answer; it confirms its own legal basis with it. An end closes its sight in the same transaction.
 * Throws 404 (sent to somebody else), `referralClosed` (no longer shared), 412 and the codes of `whyNotAnswer`.
 */
export async function answerReferral(
  tx: Tx,
  ids: { id: string; version: number },
  { answer, basis }: PartnerAnswer,
  now: Temporal.Instant,
): Promise<ReceivedReferral> {
  const today = dayOf(now)
  const current = await readReceived(tx, ids.id)
  if (current.content === null) throw new Refusal('conflict', 'referralClosed')
  const row = await lockReferral(tx, ids.id)
  refuseStale(row.version, ids.version, () => current)
  const state = ReferralState.parse(row.state)
  refuseIf(whyNotAnswer(state, answer.to))
  const ends = { ...reasonOf(answer), ...resultOf(answer) }
  const step = { kind: 'state', from_state: state, to_state: answer.to, on_date: today, via: 'app', ...ends }
  const said = { content: answer.note, forPartner: true }
  await insertStep(tx, row, { ...step, by_partner: true, basis }, said)
  await updateReferral(tx, row, stateColumns(answer.to, today, ends))
  await audit(tx, {
    action: 'referral.answered',
    objectKind: 'referral',
    objectId: row.id,
    caseId: row.case_id,
    details: { to: answer.to, basis },
  })
  return readReceived(tx, row.id)
}
