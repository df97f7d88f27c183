import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { AgreementState, DroppedReason, GoalState, SignatureKind } from '../contract/codes.ts'
import type { NewSignature } from '../contract/agreement.ts'

/** An agreement needs something to agree on: at least one open goal. Answers a reason code or null. */
export function whyNotAgreeable(goals: readonly { readonly state: GoalState }[]): string | null {
  return goals.some((goal) => goal.state === 'open') ? null : 'planHasNoOpenGoal'
}

/** A goal that is not pursued any more says why; any other state has no such reason. */
export function whyNotInState(state: GoalState, reason: DroppedReason | null): string | null {
  if (state === 'dropped') return reason === null ? 'droppedReasonMissing' : null
  return reason === null ? null : 'droppedReasonUnexpected'
}

interface Signable {
  readonly state: AgreementState
  readonly madeOn: PlainDate
}

/**
 * Signed by the client, or by the guardian of a minor, and by the case manager; not before it was made, not in the
 * future. What is recorded on screen has names: there is no paper to look them up on.
 */
export function whyNotSignable(
  agreement: Signable,
  signature: Pick<NewSignature, 'signedOn' | 'kind' | 'signatories' | 'mediatorKind'>,
  today: PlainDate,
): string | null {
  const roles = signature.signatories.map((one) => one.role)
  if (agreement.state !== 'draft') return 'agreementNotDraft'
  if (!roles.includes('client') && !roles.includes('guardian')) return 'signatureClientMissing'
  if (!roles.includes('caseManager')) return 'signatureCaseManagerMissing'
  if (signature.kind === 'screen' && signature.signatories.some((one) => one.name === null)) {
    return 'signatureNameMissing'
  }
  if (signature.mediatorKind === 'none' && roles.includes('mediator')) return 'mediatorUnexpected'
  if (signature.signedOn > today) return 'signatureInFuture'
  if (signature.signedOn < agreement.madeOn) return 'signatureBeforeDraft'
  return null
}

interface Endable {
  readonly state: AgreementState
  readonly signedOn: PlainDate | null
}

/** Either side can end a signed agreement at any time; nobody has to say why. */
export function whyNotEndable(agreement: Endable, endedOn: PlainDate, today: PlainDate): string | null {
  if (agreement.state !== 'signed' || agreement.signedOn === null) return 'agreementNotSigned'
  if (endedOn > today) return 'endInFuture'
  return endedOn < agreement.signedOn ? 'endBeforeSignature' : null
}

interface Scannable {
  readonly signedOn: PlainDate | null
  readonly signatureKind: SignatureKind | null
}

/** A scan belongs to a paper that was signed; what was signed on screen has none. */
export function whyNotScannable({ signedOn, signatureKind }: Scannable): string | null {
  if (signedOn === null) return 'agreementNotSigned'
  return signatureKind === 'paper' ? null : 'signedOnScreen'
}

/** A new order names each of the rows there are once, and no other. */
export function whyNotOrder(present: readonly string[], wanted: readonly string[]): string | null {
  const rest = new Set(present)
  const complete = wanted.every((id) => rest.delete(id)) && rest.size === 0
  return complete ? null : 'planOrderOutdated'
}
