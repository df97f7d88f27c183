import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { AgreementCoverage, AgreementState } from '../contract/codes.ts'

/** An agreement as the register compares it, from the concept or made in the application. */
export interface KnownAgreement {
  readonly id: string
  readonly type: string
  readonly state: AgreementState
  readonly validUntil: PlainDate | null
  readonly parties: readonly string[]
}

/** The step of an agreement: planned and dispatched until signed; ended is over. */
export const agreementMoves: Readonly<Record<AgreementState, readonly AgreementState[]>> = {
  planned: ['dispatched', 'signed', 'ended'],
  dispatched: ['signed', 'planned', 'ended'],
  signed: ['ended'],
  ended: [],
}

/** Why it cannot become `to` (staying is allowed); signing needs the day. */
export function whyNotAgreement(
  from: AgreementState,
  to: AgreementState,
  signedOn: PlainDate | null,
  today: PlainDate,
): string | null {
  if (from !== to && !agreementMoves[from].includes(to)) return 'agreementStepUnknown'
  if (signedOn !== null && signedOn > today) return 'agreementSignedInFuture'
  return null
}

const order: readonly AgreementCoverage[] = ['signed', 'pending', 'expired', 'missing']

/** What people read: a signed agreement is over after its last day. */
export const agreementStateOn = (
  agreement: Pick<KnownAgreement, 'state' | 'validUntil'>,
  today: PlainDate,
): AgreementState | 'expired' =>
  agreement.state === 'signed' && agreement.validUntil !== null && agreement.validUntil < today
    ? 'expired'
    : agreement.state

function coverageBy(agreement: KnownAgreement, today: PlainDate): AgreementCoverage {
  const state = agreementStateOn(agreement, today)
  if (state === 'signed' || state === 'expired') return state
  return state === 'ended' ? 'expired' : 'pending'
}

/** The best that the agreements of this type give this organisation, and which one that is. */
export function coverageOf(
  type: string,
  organisationId: string,
  agreements: readonly KnownAgreement[],
  today: PlainDate,
): { coverage: AgreementCoverage; agreementId: string | null } {
  const found = agreements
    .filter((one) => one.type === type && one.parties.includes(organisationId))
    .map((one) => ({ coverage: coverageBy(one, today), agreementId: one.id as string | null }))
    .toSorted((one, other) => order.indexOf(one.coverage) - order.indexOf(other.coverage))
  return found[0] ?? { coverage: 'missing', agreementId: null }
}
