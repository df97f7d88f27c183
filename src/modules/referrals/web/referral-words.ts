import { formatDate } from '../../../platform/web/dates.ts'
import { dataCategoryLabels, purposeLabels, specialCategoryLabels } from '../../consent/index.ts'
import {
  answerViaLabels,
  clientViewLabels,
  referralGapLabels,
  referralReasonLabels,
  referralResultLabels,
  referralStateLabels,
  type ReferralState,
} from '../contract/codes.ts'
import type { Coverage, ReferralStep, ReferralView } from '../contract/referrals.ts'

export const tones: Readonly<Record<ReferralState, 'neutral' | 'info' | 'success' | 'warning'>> = {
  draft: 'info',
  sent: 'info',
  accepted: 'success',
  running: 'success',
  completed: 'neutral',
  declined: 'warning',
  withdrawn: 'neutral',
  brokenOff: 'neutral',
}

export const isOpen = (state: ReferralState): boolean =>
  state === 'draft' || state === 'sent' || state === 'accepted' || state === 'running'

/** Declined, ended without a result, or without an answer past its day: a need that was not met. */
export const cameToNothing = (
  one: Pick<ReferralView, 'state' | 'returnOn' | 'returnedOn' | 'result'>,
  today: string,
): boolean =>
  one.state === 'declined' ||
  one.state === 'withdrawn' ||
  one.state === 'brokenOff' ||
  one.returnedOn !== null ||
  one.result === 'notReached' ||
  (one.state === 'sent' && one.returnOn !== null && one.returnOn < today)

/** „abgelehnt am 21.11.2026 (Kein Platz frei)“. */
export function stateSentence(
  one: Pick<ReferralView, 'state' | 'stateOn'> & { reason?: string | null; result?: string | null },
): string {
  if (one.state === 'draft') return 'Entwurf, noch nicht abgeschickt'
  if (one.state === 'sent') return `abgeschickt am ${formatDate(one.stateOn)}, wartet auf Antwort`
  if (one.state === 'running') return `läuft seit ${formatDate(one.stateOn)}`
  const why = one.reason ? referralReasonLabels[one.reason] : one.result ? resultLabel(one.result) : null
  return `${referralStateLabels[one.state]} am ${formatDate(one.stateOn)}${why ? ` (${why})` : ''}`
}

const resultLabel = (key: string): string =>
  (referralResultLabels as Readonly<Record<string, string>>)[key] ?? key

type Named = readonly { readonly key: string; readonly label: string }[]

/** What a text does not name, in one sentence for each. */
export function gapSentences(coverage: Coverage, lifeDomains: Named): string[] {
  return coverage.missing.map(({ gap, what }) => {
    const words = what.map((key) => nameOf(key, lifeDomains)).join(', ')
    return words === '' ? referralGapLabels[gap] : `${referralGapLabels[gap]} Es fehlt: ${words}.`
  })
}

function nameOf(key: string, lifeDomains: Named): string {
  const lists: Readonly<Record<string, string>> = {
    ...purposeLabels,
    ...dataCategoryLabels,
    ...specialCategoryLabels,
  }
  return lifeDomains.find((domain) => domain.key === key)?.label ?? lists[key] ?? key
}

/** What is shared, in the words of the consent. */
export const dataSentence = (one: Pick<ReferralView, 'dataCategories' | 'specialCategories'>): string =>
  [
    ...one.dataCategories.map((key) => dataCategoryLabels[key]),
    ...one.specialCategories.map((key) => specialCategoryLabels[key]),
  ].join('; ')

/** What happened, in the words of the timeline. */
export function stepSentence(step: ReferralStep): string {
  if (step.kind === 'reminded') return 'Stelle erinnert'
  if (step.kind === 'returned') return 'Ohne Antwort zurückgekommen'
  if (step.kind === 'clientView') {
    const said = (clientViewLabels as Readonly<Record<string, string>>)[step.result ?? '']
    return `Sicht der Person: ${said ?? ''}`
  }
  const why = step.reason ? referralReasonLabels[step.reason] : step.result ? resultLabel(step.result) : null
  const via = step.via && step.via !== 'app' ? `, ${answerViaLabels[step.via]}` : ''
  const what = step.to === 'sent' ? 'abgeschickt' : step.to === 'running' ? 'begonnen' : labelOf(step.to)
  return `${capital(what)}${via}${why ? ` (${why})` : ''}`
}

const labelOf = (state: ReferralState | null): string => (state === null ? '' : referralStateLabels[state])
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
