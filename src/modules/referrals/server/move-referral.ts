import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf } from '../../../platform/server/http/refusal.ts'
import type {
  ClientViewInput,
  RecordedAnswer,
  ReferralMove,
  ReferralView,
  ReferralWithdrawal,
} from '../contract/referrals.ts'
import {
  isEnded,
  whyNotAnsweredOn,
  whyNotClientView,
  whyNotMove,
  whyNotWithdrawable,
} from '../rules/states.ts'
import { aboutReferral, holdReferral } from './change-referral.ts'
import { readReferral } from './screens.ts'
import { insertStep, updateReferral } from './store.ts'

type Ids = { readonly id: string; readonly version: number }

/** Columns of the new state. `on`: the day it happened. */
export const stateColumns = (
  to: ReferralMove['to'] | 'withdrawn',
  on: string,
  { reason, result }: { reason?: string; result?: string },
) => ({
  state: to,
  state_on: on,
  ended_on: isEnded(to) ? on : null,
  reason: reason ?? null,
  result: result ?? null,
})

export const reasonOf = (move: ReferralMove) => ('reason' in move ? { reason: move.reason } : {})
export const resultOf = (move: ReferralMove) => ('result' in move ? { result: move.result } : {})

/** Taken back by the sender: the recipient's sight closes with it. Throws 404, 412, `referralMoveUnknown`. */
export async function withdrawReferral(
  tx: Tx,
  ids: Ids,
  wish: ReferralWithdrawal,
  now: Temporal.Instant,
): Promise<ReferralView> {
  const today = dayOf(now)
  const held = await holdReferral(tx, ids, today, { closed: 'allowed' })
  const { row } = held
  refuseIf(whyNotWithdrawable(row.state))
  const step = { kind: 'state', from_state: row.state, to_state: 'withdrawn', on_date: today }
  await insertStep(tx, row, { ...step, reason: wish.reason }, { content: wish.note, forPartner: false })
  await updateReferral(tx, row, stateColumns('withdrawn', today, wish))
  await audit(tx, { action: 'referral.withdrawn', ...aboutReferral(held), reason: wish.reason })
  return readReferral(tx, row.id, today)
}

/**
 * An answer by telephone, letter or e-mail: most offices have no account. Throws 404, 412, `answerInFuture`,
 * `answerBeforeState` and the codes of `whyNotMove`.
 */
export async function recordAnswer(
  tx: Tx,
  ids: Ids,
  { answer, via, onDate }: RecordedAnswer,
  now: Temporal.Instant,
): Promise<ReferralView> {
  const today = dayOf(now)
  const held = await holdReferral(tx, ids, today, { closed: 'allowed' })
  const { row } = held
  const on = onDate ?? today
  refuseIf(whyNotMove(row.state, answer.to) ?? whyNotAnsweredOn(on, row.state_on, today))
  const ends = { ...reasonOf(answer), ...resultOf(answer) }
  const step = { kind: 'state', from_state: row.state, to_state: answer.to, on_date: on, via, ...ends }
  await insertStep(tx, row, step, { content: answer.note, forPartner: false })
  await updateReferral(tx, row, stateColumns(answer.to, on, ends))
  await audit(tx, {
    action: 'referral.answerRecorded',
    ...aboutReferral(held),
    details: { to: answer.to, via },
  })
  return readReferral(tx, row.id, today)
}

/** The person's own view of a referral that has ended (R056). Throws 404, 412, `referralNotEnded`. */
export async function recordClientView(
  tx: Tx,
  ids: Ids,
  { clientView, note }: ClientViewInput,
  now: Temporal.Instant,
): Promise<ReferralView> {
  const today = dayOf(now)
  const held = await holdReferral(tx, ids, today, { closed: 'allowed' })
  const { row } = held
  refuseIf(whyNotClientView(row.state))
  const step = { kind: 'clientView', on_date: today, result: clientView }
  await insertStep(tx, row, step, { content: note, forPartner: false })
  await updateReferral(tx, row, { client_view: clientView, client_view_on: today })
  await audit(tx, { action: 'referral.clientViewRecorded', ...aboutReferral(held), details: { clientView } })
  return readReferral(tx, row.id, today)
}
