import type { BarrierReason, BarrierState } from '../contract/codes.ts'

/** Where a barrier may go. Into a theme it is taken by module themes, merged by `whyNotMergeable`. */
const moves: Readonly<Record<BarrierState, readonly BarrierState[]>> = {
  new: ['reviewing', 'answered', 'noAction', 'inTheme'],
  reviewing: ['new', 'answered', 'noAction', 'inTheme'],
  inTheme: ['reviewing', 'answered', 'inTheme'],
  answered: ['reviewing'],
  noAction: ['reviewing'],
  merged: [],
}

export const openStates: readonly BarrierState[] = ['new', 'reviewing', 'inTheme']

interface Move {
  readonly to: BarrierState
  readonly reason?: BarrierReason | undefined
  readonly answer?: string | null | undefined
}

/**
 * Null: it may move. An end always answers its reporter (R096), and without a theme it says why.
 * Codes: `barrierMoveUnknown`, `barrierReasonMissing`, `barrierAnswerMissing`.
 */
export function whyNotMove(from: BarrierState, { to, reason, answer }: Move): string | null {
  if (!moves[from].includes(to)) return 'barrierMoveUnknown'
  if (to === 'noAction' && reason === undefined) return 'barrierReasonMissing'
  if ((to === 'noAction' || to === 'answered') && !answer) return 'barrierAnswerMissing'
  return null
}

/** Codes: `barrierMergedAlready`, `barrierIntoItself`, `barrierIntoMerged`. */
export function whyNotMergeable(
  one: { id: string; state: BarrierState },
  into: { id: string; state: BarrierState },
): string | null {
  if (one.state === 'merged') return 'barrierMergedAlready'
  if (one.id === into.id) return 'barrierIntoItself'
  return into.state === 'merged' ? 'barrierIntoMerged' : null
}

/** Code `viewAnswerMissing`, `viewAnswerUnexpected`. */
export function whyNotView(state: 'answered' | 'declined' | 'noAnswer', answer: string | null | undefined) {
  if (state === 'answered' && !answer) return 'viewAnswerMissing'
  return state !== 'answered' && answer ? 'viewAnswerUnexpected' : null
}
