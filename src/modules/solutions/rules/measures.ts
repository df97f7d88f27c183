import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { MeasureState } from '../contract/codes.ts'

/**
 * From the team meeting to a group and back (R092), and what becomes of it (R095). The trigger `measure_order` of
 * migration 0180 has the same list; `policy.test.ts` walks all pairs against it.
 */
export const measureMoves: Readonly<Record<MeasureState, readonly MeasureState[]>> = {
  recommended: ['planned', 'declined', 'deferred'],
  planned: ['running', 'done', 'deferred', 'dropped'],
  running: ['done', 'deferred', 'dropped'],
  deferred: ['planned', 'dropped'],
  declined: ['recommended'],
  done: [],
  dropped: [],
}

export const isOpen = (state: MeasureState): boolean =>
  state === 'recommended' || state === 'planned' || state === 'running'

/** States that owe an answer to who recommended it. */
const owesReason: ReadonlySet<MeasureState> = new Set(['declined', 'deferred', 'dropped'])

interface Move {
  readonly to: MeasureState
  readonly note: string | null
  readonly evidence: string | null
  readonly dueOn: PlainDate | null
  /** Somebody is named who does it. */
  readonly responsible: boolean
}

/** Why this step cannot be made; null when it can. */
export function whyNotMeasureMove(from: MeasureState, move: Move): string | null {
  if (!measureMoves[from].includes(move.to)) return 'measureStepUnknown'
  if (owesReason.has(move.to) && move.note === null) return 'measureReasonMissing'
  if (move.to === 'done' && move.evidence === null) return 'measureEvidenceMissing'
  if ((move.to === 'planned' || move.to === 'running') && !move.responsible) return 'measureNobody'
  return (move.to === 'planned' || move.to === 'running') && move.dueOn === null ? 'measureDueMissing' : null
}

/** Why what it says cannot be changed: it is over. */
export const whyNotMeasureChange = (state: MeasureState): string | null =>
  measureMoves[state].length === 0 ? 'measureSettled' : null

export const isOverdue = (
  measure: { state: MeasureState; dueOn: PlainDate | null },
  today: PlainDate,
): boolean => isOpen(measure.state) && measure.dueOn !== null && measure.dueOn < today
