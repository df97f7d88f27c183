import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { ConsentState, SharingKind } from '../contract/codes.ts'
import type { ConsentSummary } from '../contract/consents.ts'
import { endsWithin } from './periods.ts'

export interface StateFacts {
  readonly validFrom: PlainDate
  readonly validTo: PlainDate
  readonly givenOn: PlainDate | null
  readonly withdrawnOn: PlainDate | null
  readonly endedOn: PlainDate | null
}

/** The state follows from the dates alone; nothing has to run at midnight. */
export function stateOf(consent: StateFacts, today: PlainDate): ConsentState {
  if (consent.givenOn === null) return 'draft'
  if (consent.withdrawnOn !== null) return 'withdrawn'
  if (consent.endedOn !== null) return 'ended'
  if (consent.validTo < today) return 'expired'
  return consent.validFrom > today ? 'upcoming' : 'valid'
}

export const runsOut = (consent: StateFacts, today: PlainDate, warningDays: number): boolean =>
  stateOf(consent, today) === 'valid' && endsWithin(consent.validTo, today, warningDays)

export interface SummaryFacts {
  readonly kind: SharingKind
  readonly personId: string
  readonly recipientKey: string
  readonly state: ConsentState
  readonly runsOut: boolean
}

/**
 * "3 von 4 gültig": one per person, recipient and object, so that a renewed consent does not count beside the old
 * one. Drafts are counted apart: nobody has agreed to anything yet. A consent that runs out but is already renewed
 * needs nothing.
 */
export function summarise(consents: readonly SummaryFacts[]): ConsentSummary {
  const groups = Map.groupBy(
    consents.filter((one) => one.state !== 'draft'),
    (one) => `${one.kind} ${one.personId} ${one.recipientKey}`,
  )
  const lists = [...groups.values()]
  const valid = lists.filter((list) => list.some((one) => one.state === 'valid'))
  const ending = valid.filter((list) =>
    list.every((one) => one.state !== 'upcoming' && (one.state !== 'valid' || one.runsOut)),
  )
  return {
    valid: valid.length,
    total: lists.length,
    runsOut: ending.length,
    drafts: consents.filter((one) => one.state === 'draft').length,
  }
}
