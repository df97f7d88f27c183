import type { PlainDate } from '../../../platform/contract/dates.ts'
import { stateOf, type SharingKind, type StateFacts } from '../../consent/index.ts'
import type { ReferralGap } from '../contract/codes.ts'
import type { Coverage } from '../contract/referrals.ts'

/** What a referral shares; life domains as keys. */
export interface SharedFacts {
  readonly personId: string
  readonly organisationId: string
  readonly unitId: string | null
  readonly purpose: string | null
  readonly lifeDomains: readonly string[]
  readonly dataCategories: readonly string[]
  readonly specialCategories: readonly string[]
}

/** A consent or a release of the case. */
export interface SharingText extends StateFacts {
  readonly id: string
  readonly kind: SharingKind
  readonly personId: string
  readonly organisationId: string | null
  readonly unitId: string | null
  readonly direction: string
  readonly purposes: readonly string[]
  readonly lifeDomains: readonly string[]
  readonly dataCategories: readonly string[]
  readonly specialCategories: readonly string[]
}

interface Gap {
  readonly gap: ReferralGap
  /** The keys that are not named. */
  readonly what: readonly string[]
}

const gapOfState = {
  draft: 'notGiven',
  upcoming: 'notYetValid',
  valid: null,
  expired: 'expired',
  withdrawn: 'withdrawn',
  ended: 'withdrawn',
} as const

const without = (wanted: readonly string[], named: readonly string[]) =>
  wanted.filter((key) => !named.includes(key))

/** What one text does not allow; nothing: it covers the referral today. */
export function gapsOf(
  wanted: Pick<SharedFacts, 'purpose' | 'lifeDomains' | 'dataCategories' | 'specialCategories'>,
  text: SharingText,
  today: PlainDate,
): Gap[] {
  const state = gapOfState[stateOf(text, today)]
  const purpose = wanted.purpose === null ? [] : without([wanted.purpose], text.purposes)
  const gaps: (Gap | null)[] = [
    state === null ? null : { gap: state, what: [] },
    text.direction === 'fromRecipient' ? { gap: 'direction', what: [] } : null,
    listed('purpose', purpose),
    listed('lifeDomains', without(wanted.lifeDomains, text.lifeDomains)),
    listed('dataCategories', without(wanted.dataCategories, text.dataCategories)),
    listed('specialCategories', without(wanted.specialCategories, text.specialCategories)),
  ]
  return gaps.filter((gap) => gap !== null)
}

const listed = (gap: ReferralGap, what: readonly string[]): Gap | null =>
  what.length === 0 ? null : { gap, what }

/**
 * The text that covers the referral (the one that holds longest), or the one that comes nearest with what it lacks. One
 * text has to cover all of it: two halves were explained for two purposes. The function app.expected_referral_access of
 * migration 0100 decides the same for the partner's sight.
 */
export function coverageOf(
  kind: SharingKind,
  wanted: SharedFacts,
  texts: readonly SharingText[],
  today: PlainDate,
): Coverage {
  const candidates = texts
    .filter(
      (text) =>
        text.kind === kind &&
        text.personId === wanted.personId &&
        text.organisationId === wanted.organisationId &&
        text.unitId === wanted.unitId,
    )
    .map((text) => ({ text, gaps: gapsOf(wanted, text, today) }))
    .sort((a, b) => a.gaps.length - b.gaps.length || b.text.validTo.localeCompare(a.text.validTo))
  const [best] = candidates
  if (!best) return { kind, consentId: null, until: null, missing: [{ gap: 'noConsent', what: [] }] }
  return {
    kind,
    consentId: best.text.id,
    until: best.gaps.length === 0 ? best.text.validTo : null,
    missing: best.gaps.map(({ gap, what }) => ({ gap, what: [...what] })),
  }
}

/** Consent always; with a file marked § 203 StGB also the release from secrecy. */
export const neededKinds = (secrecy203: boolean): readonly SharingKind[] =>
  secrecy203 ? ['consent', 'secrecyRelease'] : ['consent']
