import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { ConsentConfirmation, ConsentGiver } from '../contract/consents.ts'
import type { StateFacts } from './state.ts'

/** Texts of a given consent are not rewritten: a change is a new one. */
export const whyNotChangeable = (consent: StateFacts): 'consentAlreadyGiven' | null =>
  consent.givenOn === null ? null : 'consentAlreadyGiven'

export interface ConfirmationFacts {
  readonly personId: string
  /** Null: age not known. */
  readonly minor: boolean | null
  readonly oralAllowed: boolean
}

type Giver = Pick<ConsentGiver, 'role' | 'personId'> & { readonly name?: string | null | undefined }

/**
 * Why this cannot be recorded as given. Each adult agrees for him- or herself (or a legal guardian does); for a minor
 * the legal representatives do, and a minor who understands what it is about agrees besides.
 */
export function whyNotConfirmable(
  consent: StateFacts & ConfirmationFacts,
  given: Pick<ConsentConfirmation, 'givenOn' | 'givenAs'> & {
    readonly givers: readonly Giver[]
    readonly witness?: string | null | undefined
  },
  today: PlainDate,
): string | null {
  if (consent.givenOn !== null) return 'consentAlreadyGiven'
  if (given.givenOn > today) return 'givenInFuture'
  if (given.givenOn > consent.validTo) return 'givenAfterPeriod'
  if (given.givenAs === 'oral' && !consent.oralAllowed) return 'oralNotAllowed'
  if (given.givenAs === 'oral' && !given.witness) return 'witnessMissing'
  const guardian = given.givers.some((giver) => giver.role === 'legalRepresentative')
  if (consent.minor === true && !guardian) return 'guardianMissing'
  const others = given.givers.filter((giver) => giver.role === 'self' && giver.personId !== consent.personId)
  if (others.length > 0) return 'giverIsNotPerson'
  const same = given.givers.some(
    (giver) => giver.role === 'legalRepresentative' && giver.personId === consent.personId,
  )
  if (same) return 'guardianIsPerson'
  return given.givers.some((giver) => giver.personId === null && !giver.name) ? 'giverUnnamed' : null
}

/** Any time, also after the end of the period or of the case: who wants to take it back is never sent away. */
export function whyNotWithdrawable(
  consent: StateFacts,
  withdrawnOn: PlainDate,
  today: PlainDate,
): string | null {
  if (consent.givenOn === null) return 'consentNotGiven'
  if (consent.withdrawnOn !== null) return 'consentAlreadyWithdrawn'
  if (withdrawnOn > today) return 'withdrawnInFuture'
  return withdrawnOn < consent.givenOn ? 'withdrawnBeforeGiven' : null
}
