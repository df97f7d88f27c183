import type { DomainView } from '../contract/assessment.ts'
import { carriesSection87, domainLock, keepsReligionOut } from './domain-lock.ts'

/** A life domain as the district's catalogue has it; `active`: valid today. */
export interface CatalogueDomain {
  readonly key: string
  readonly label: string
  readonly definition: string | null
  readonly locked: boolean
  readonly active: boolean
}

/** Domains of today, and ended ones for which a shown assessment has a row; each as this case may use it. */
export function domainViews(
  catalogue: readonly CatalogueDomain[],
  bases: readonly string[],
  used: ReadonlySet<string>,
): DomainView[] {
  const recorded = new Set(bases)
  return catalogue
    .filter((domain) => domain.active || used.has(domain.key))
    .map((domain) => ({
      key: domain.key,
      label: domain.label,
      definition: domain.definition,
      locked: domainLock(domain, recorded),
      section87: carriesSection87(domain.key),
      noReligionYet: keepsReligionOut(domain.key, recorded),
    }))
}
