import type { DomainView, RatingView } from '../contract/assessment.ts'
import { isAnswered } from './rating.ts'

export interface Completeness {
  /** Domains that may be asked about: locked ones do not count. */
  readonly total: number
  readonly answered: number
  /** Labels of the domains nobody said anything about yet. */
  readonly open: readonly string[]
  readonly locked: readonly string[]
}

/** How far an assessment is. A domain is answered when it is for the family or for any one person. */
export function completenessOf(
  domains: readonly Pick<DomainView, 'key' | 'label' | 'locked'>[],
  ratings: readonly RatingView[],
): Completeness {
  const askable = domains.filter((domain) => domain.locked === null)
  const open = askable.filter(
    (domain) => !ratings.some((rating) => rating.lifeDomain === domain.key && isAnswered(rating)),
  )
  return {
    total: askable.length,
    answered: askable.length - open.length,
    open: open.map((domain) => domain.label),
    locked: domains.filter((domain) => domain.locked !== null).map((domain) => domain.label),
  }
}
