import { phaseLabels } from '../../cases/index.ts'
import type { LegalDomain } from '../../structure/index.ts'

/** What a case knows of one stretch of its course: codes, days and the name of an office; no word and no person. */
export interface KnownOfCase {
  readonly kind: 'wait' | 'referral' | 'phase' | 'step' | 'talks'
  readonly organisation: string | null
  /** Months since the case was opened. */
  readonly month: number
  readonly waitingDays: number | null
  readonly lastedDays: number | null
  readonly open: boolean
  /** The phase, or who has to take the step. */
  readonly key: string | null
  readonly topics: readonly string[]
  /** How many talks. */
  readonly number: number
  readonly legalDomains: readonly LegalDomain[]
}

const doers: Readonly<Record<string, string>> = {
  authority: 'Schritt bei einer Behörde',
  partner: 'Schritt bei einer Partnerstelle',
  volunteer: 'Schritt im Ehrenamt',
}
const weeksOf = (days: number | null) => (days === null ? null : Math.round(days / 7))
const most = 4

function titleOf({ kind, key, number, topics }: KnownOfCase): string {
  if (kind === 'wait') return 'Warten auf eine Antwort'
  if (kind === 'referral') return 'Vermittlung an eine andere Stelle'
  if (kind === 'step') return doers[key ?? ''] ?? 'Schritt bei einer anderen Stelle'
  if (kind === 'phase') return `Case Management: ${phaseLabels[key as keyof typeof phaseLabels] ?? key}`
  const about = topics.slice(0, most).join(', ') + (topics.length > most ? ' und anderes' : '')
  return `${number === 1 ? 'Gespräch' : `${number} Gespräche`} im Case Management${about && `: ${about}`}`.slice(
    0,
    200,
  )
}

/** A station as it is proposed; how the person lived it and what helped, a person writes. */
export const stationOfCase = (known: KnownOfCase) => ({
  title: titleOf(known),
  month: known.month,
  durationWeeks: known.kind === 'wait' ? null : weeksOf(known.lastedDays),
  happened: null,
  actors: known.kind === 'phase' || known.kind === 'talks' ? 'Case Management' : known.organisation,
  legalDomains: [...known.legalDomains],
  marks: known.kind === 'wait' || known.open ? (['waiting'] as const).slice() : [],
  waitingWeeks: weeksOf(known.waitingDays),
  helped: null,
})
