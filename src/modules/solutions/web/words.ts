import type { BadgeProps } from '../../../platform/web/ui/badge.tsx'
import {
  agreementStateLabels,
  paperStateLabels,
  type AgreementState,
  type MeasureState,
} from '../contract/codes.ts'
import type { PaperRow, ShownPaperState } from '../contract/papers.ts'

type Tone = NonNullable<BadgeProps['tone']>

export const paperTones: Readonly<Record<ShownPaperState, Tone>> = {
  draft: 'neutral',
  inApproval: 'info',
  valid: 'success',
  expired: 'warning',
  superseded: 'neutral',
  revoked: 'neutral',
}

export const paperWord = (state: ShownPaperState): string =>
  state === 'expired' ? 'abgelaufen' : paperStateLabels[state]

/** How far the approval is, in one sentence. */
export function approvalSentence({ agreed, parties }: Pick<PaperRow, 'agreed' | 'parties'>): string {
  const all = parties.length
  if (all === 0) return 'noch ohne Parteien'
  return agreed === all ? 'alle stimmen zu' : `${agreed} von ${all} stimmen zu`
}

export const agreementWord = (state: AgreementState | 'expired'): string =>
  state === 'expired' ? 'abgelaufen' : agreementStateLabels[state]

export const measureTones: Readonly<Record<MeasureState, Tone>> = {
  recommended: 'info',
  planned: 'info',
  running: 'info',
  done: 'success',
  declined: 'neutral',
  deferred: 'warning',
  dropped: 'neutral',
}

/** The verb of the button that makes a measure `to`. */
export const measureVerbs: Readonly<Record<MeasureState, string>> = {
  recommended: 'Erneut empfehlen',
  planned: 'Aufgreifen',
  running: 'Beginnen',
  done: 'Als umgesetzt festhalten',
  declined: 'Nicht aufgreifen',
  deferred: 'Zurückstellen',
  dropped: 'Einstellen',
}
