import type { ApprovalBody, ApprovalOutcome, DocumentState } from '../contract/codes.ts'

/** Where a version stands on its way: the bodies of the way, and the place of the one whose turn it is. */
export interface Way {
  readonly state: DocumentState
  readonly path: readonly ApprovalBody[]
  readonly step: number
}

export const whyNotChangeable = (state: DocumentState): string | null =>
  state === 'draft' ? null : 'documentNotDraft'

/** Only the next review may still be moved once a version is in force. */
export const whyNotReviewable = (state: DocumentState): string | null =>
  state === 'draft' || state === 'valid' ? null : 'documentNotInForce'

/** A draft goes on its way: to the body that returned it, or to the first. With nobody on the way it is in force. */
export function submitted(way: Way): { problem: string } | Pick<Way, 'state' | 'step'> {
  if (way.state !== 'draft') return { problem: 'documentNotDraft' }
  const step = Math.min(way.step, way.path.length)
  return { state: step >= way.path.length ? 'valid' : 'inApproval', step }
}

/** What the body whose turn it is makes of it. Returned: a draft again, and the same body will be asked again. */
export function decided(
  way: Way,
  outcome: ApprovalOutcome,
): { problem: string } | Pick<Way, 'state' | 'step'> {
  if (way.state !== 'inApproval') return { problem: 'documentNotInApproval' }
  if (outcome === 'returned') return { state: 'draft', step: way.step }
  const step = way.step + 1
  return { state: step >= way.path.length ? 'valid' : 'inApproval', step }
}

export const whyNotDiscardable = (state: DocumentState): string | null =>
  state === 'draft' || state === 'inApproval' ? null : 'documentNotOpen'

/** Dates of decisions do not run backwards, and nobody decided tomorrow. */
export function whyNotDecidedOn(on: string, lastOn: string | null, today: string): string | null {
  if (on > today) return 'decidedInFuture'
  return lastOn !== null && on < lastOn ? 'decidedBeforeLast' : null
}
