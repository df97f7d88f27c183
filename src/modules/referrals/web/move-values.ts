import { z } from 'zod'

import { optionalText } from '../../../platform/contract/text.ts'
import {
  BrokenOffReason,
  brokenOffReasonLabels,
  DeclinedReason,
  declinedReasonLabels,
  ReferralResult,
  referralResultLabels,
  type ReferralState,
} from '../contract/codes.ts'
import { ReferralMove } from '../contract/referrals.ts'

export type MoveTo = ReferralMove['to']

/** What the button that makes a move says. */
export const moveLabels: Readonly<Record<MoveTo, string>> = {
  accepted: 'Annehmen',
  declined: 'Ablehnen',
  running: 'Beginnen',
  completed: 'Abschließen',
  brokenOff: 'Abbrechen',
}

/** Answers that fit a state, the likely one first. */
export const movesFrom = (state: ReferralState): readonly MoveTo[] =>
  ({
    sent: ['accepted', 'declined'] as const,
    accepted: ['running', 'brokenOff'] as const,
    running: ['completed', 'brokenOff'] as const,
  })[state as 'sent'] ?? []

/** The list that belongs to a move: why it ended, or what came of it. Null: nothing to choose. */
export function endingOf(to: MoveTo): {
  field: 'reason' | 'result'
  label: string
  options: { value: string; label: string }[]
} | null {
  const list = (values: readonly string[], words: Readonly<Record<string, string>>) =>
    values.map((value) => ({ value, label: words[value] ?? value }))
  if (to === 'declined')
    return { field: 'reason', label: 'Warum?', options: list(DeclinedReason.options, declinedReasonLabels) }
  if (to === 'brokenOff') {
    const reasons = BrokenOffReason.options.filter((one) => one !== 'caseClosed')
    return { field: 'reason', label: 'Warum?', options: list(reasons, brokenOffReasonLabels) }
  }
  if (to === 'completed') {
    const options = list(ReferralResult.options, referralResultLabels)
    return { field: 'result', label: 'Was ist erreicht?', options }
  }
  return null
}

const fields = {
  to: z.string(),
  ending: z.string(),
  note: optionalText(2000),
}

/** What is typed of a move becomes the move that is sent. */
export const MoveValues = z.object(fields).transform(({ to, ending, note }, context): ReferralMove => {
  const list = to === '' ? null : endingOf(to as MoveTo)
  if (to === '') {
    context.addIssue({ code: 'custom', path: ['to'], message: 'Bitte wählen Sie die Antwort.' })
    return z.NEVER
  }
  if (list && ending === '') {
    const message = list.field === 'reason' ? 'Bitte wählen Sie den Grund.' : 'Bitte wählen Sie das Ergebnis.'
    context.addIssue({ code: 'custom', path: ['ending'], message })
    return z.NEVER
  }
  return ReferralMove.parse({ to, ...(list ? { [list.field]: ending } : {}), note })
})
export type MoveValues = z.input<typeof MoveValues>

export const emptyMove = (to: MoveTo | ''): MoveValues => ({ to, ending: '', note: '' })
