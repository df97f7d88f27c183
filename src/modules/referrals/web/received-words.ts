import { formatDate } from '../../../platform/web/dates.ts'
import type { ReferralState } from '../contract/codes.ts'
import { referralStateLabels } from '../contract/codes.ts'

interface Facts {
  readonly state: ReferralState
  readonly stateOn: string
  readonly open: boolean
}

const ended: ReadonlySet<ReferralState> = new Set(['completed', 'declined', 'withdrawn', 'brokenOff'])

/** How it stands, as the recipient reads it. */
export function receivedSentence({ state, stateOn, open }: Facts): string {
  if (ended.has(state)) return `${referralStateLabels[state]} am ${formatDate(stateOn)}`
  if (!open) return 'nicht mehr freigegeben'
  if (state === 'sent') return 'wartet auf Ihre Antwort'
  return state === 'running' ? `läuft seit ${formatDate(stateOn)}` : `angenommen am ${formatDate(stateOn)}`
}

export function receivedTone({ state, open }: Facts): 'info' | 'success' | 'warning' | 'neutral' {
  if (ended.has(state) || !open) return 'neutral'
  return state === 'sent' ? 'warning' : 'success'
}
