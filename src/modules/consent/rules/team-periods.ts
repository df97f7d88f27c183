import type { PlainDate } from '../../../platform/contract/dates.ts'
import { inBoth, joined, type Period } from './periods.ts'

export interface TeamConsentFacts extends Period {
  readonly id: string
  readonly personId: string
}

export interface HouseholdMember {
  readonly id: string
  readonly minor: boolean | null
  readonly role: string
}

/** Whose consent the team needs: everybody of the household who is not a child. Unknown age counts as adult. */
export const adultsOf = <T extends HouseholdMember>(members: readonly T[]): T[] =>
  members.filter((member) => member.minor === false || (member.minor === null && member.role !== 'child'))

/**
 * When the KIM team as a whole may work with the file: the days on which every adult of the household has agreed,
 * from today on. One adult cannot agree for another. `consentId`: a consent that carries the stretch (one per stretch).
 */
export function teamPeriods(
  adults: readonly string[],
  consents: readonly TeamConsentFacts[],
  today: PlainDate,
): (Period & { readonly consentId: string })[] {
  const named = adults.length > 0 ? adults : [...new Set(consents.map((one) => one.personId))]
  const lists = named.map((person) => joined(consents.filter((one) => one.personId === person)))
  const shared = lists.length === 0 ? [] : lists.reduce(inBoth)
  return shared
    .filter((period) => period.to >= today)
    .map((period) => ({ ...period, consentId: consents.find((one) => one.from === period.from)!.id }))
}

/** Adults without a consent for the team that holds today. */
export function teamWaitsFor<T extends HouseholdMember>(
  members: readonly T[],
  consents: readonly TeamConsentFacts[],
  today: PlainDate,
): T[] {
  const agreed = consents.filter((one) => one.from <= today && today <= one.to).map((one) => one.personId)
  if (agreed.length === 0) return []
  return adultsOf(members).filter((member) => !agreed.includes(member.id))
}
