import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { ReferralState } from '../contract/codes.ts'

/**
 * The edges a referral moves along (issue 3, R044). The trigger `referral_moves` of migration 0100 has the same list;
 * `policy.test.ts` walks all pairs against it.
 */
export const moves: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  draft: ['sent'],
  sent: ['accepted', 'declined', 'withdrawn'],
  accepted: ['running', 'withdrawn', 'brokenOff'],
  running: ['completed', 'brokenOff'],
  completed: [],
  declined: [],
  withdrawn: [],
  brokenOff: [],
}

/** Moves that are the recipient's to make. */
const partnerMoves: ReadonlySet<ReferralState> = new Set([
  'accepted',
  'declined',
  'running',
  'completed',
  'brokenOff',
])

export const isEnded = (state: ReferralState): boolean => moves[state].length === 0

/** Why a referral in `from` cannot become `to`; null when it can. */
export function whyNotMove(from: ReferralState, to: ReferralState): string | null {
  if (moves[from].includes(to)) return null
  if (isEnded(from)) return 'referralEnded'
  return from === 'draft' ? 'referralNotSent' : 'referralMoveUnknown'
}

/** Why the recipient cannot make this move. Whether it may see the referral at all is decided by row level security. */
export const whyNotAnswer = (from: ReferralState, to: ReferralState): string | null =>
  partnerMoves.has(to) ? whyNotMove(from, to) : 'referralMoveUnknown'

/** Only an unsent referral is changed or thrown away. */
export const whyNotChangeable = (state: ReferralState): 'referralAlreadySent' | null =>
  state === 'draft' ? null : 'referralAlreadySent'

/** Taken back by the sender: not once it runs (then it is broken off). */
export const whyNotWithdrawable = (state: ReferralState): string | null => whyNotMove(state, 'withdrawn')

/** The person's own view is asked at the end, and may be corrected afterwards (R056). */
export const whyNotClientView = (state: ReferralState): 'referralNotEnded' | null =>
  isEnded(state) ? null : 'referralNotEnded'

/** Why a written-down answer cannot be of this day; both days ISO, in Berlin. */
export function whyNotAnsweredOn(on: PlainDate, since: PlainDate, today: PlainDate): string | null {
  if (on > today) return 'answerInFuture'
  return on < since ? 'answerBeforeState' : null
}

/** The end state of an open referral when its case closes: nothing stays open in a closed file. */
export const endByClosure = (state: ReferralState): 'withdrawn' | 'brokenOff' | null => {
  if (state === 'sent') return 'withdrawn'
  return state === 'accepted' || state === 'running' ? 'brokenOff' : null
}

const authorities: ReadonlySet<string> = new Set([
  'immigrationAuthority',
  'naturalisationAuthority',
  'immigration',
  'naturalisation',
])

/**
 * Never to the immigration or naturalisation authority, nor to an organisation as a whole that has one: what they may
 * know is released item by item (§ 87 AufenthG). `unitKinds`: of the named unit, or of all units where none is named.
 */
export const whyNotRecipient = (unitKinds: readonly string[]): 'recipientIsImmigration' | null =>
  unitKinds.some((kind) => authorities.has(kind)) ? 'recipientIsImmigration' : null
