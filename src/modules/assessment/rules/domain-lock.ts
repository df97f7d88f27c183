import { BasisKind } from '../../cases/index.ts'
import type { DomainView } from '../contract/assessment.ts'

/** Kinds of processing that need a legal basis of their own; a life domain with this key needs it (Art. 9 GDPR, § 87 AufenthG). */
const ownBasis: readonly BasisKind[] = ['health', 'religion', 'migration']

/** Residence and benefits are what § 87 Abs. 2 AufenthG is about; the notice stands at both (law.md). */
const section87Domains: readonly string[] = ['migration', 'livelihood']

/**
 * Why the values of a life domain may not be read or written in this case, or null. `lockedByDistrict`: the district's
 * catalogue locks it, and its key says no kind of legal basis that would open it. It stays closed then.
 */
export function domainLock(
  domain: { key: string; locked: boolean },
  recorded: ReadonlySet<string>,
): DomainView['locked'] {
  const basis = ownBasis.find((kind) => kind === domain.key) ?? null
  if (basis !== null) return recorded.has(basis) ? null : { reason: 'basisMissing', basis }
  return domain.locked ? { reason: 'lockedByDistrict', basis: null } : null
}

export const carriesSection87 = (key: string): boolean => section87Domains.includes(key)

/** Religion has no life domain of its own in the districts; where it easily comes up, a notice keeps it out without a basis. */
export const keepsReligionOut = (key: string, recorded: ReadonlySet<string>): boolean =>
  key === 'participation' && !recorded.has('religion')
