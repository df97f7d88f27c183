import type { ReactElement } from 'react'
import { dayOf, formatInstant, today } from '../../../../platform/web/dates.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { urgencyLabels } from '../../contract/codes.ts'
import { requestStateLabels, type RequestRow, type RequestState } from '../../contract/requests/index.ts'
import { waitingText } from '../../rules/requests.ts'

/** The word says it; the colour only supports it. An overdue request says why it stands so high. */
export function UrgencyBadge({ row }: { row: Pick<RequestRow, 'urgency' | 'overdue'> }): ReactElement {
  if (row.overdue) return <Badge tone="warning">wartet zu lange</Badge>
  const tone = { urgent: 'warning', soon: 'info', normal: 'neutral' } as const
  return <Badge tone={tone[row.urgency]}>{urgencyLabels[row.urgency]}</Badge>
}

export function Waiting({ since }: { since: string }): ReactElement {
  return (
    <time dateTime={since} title={formatInstant(since)}>
      {waitingText(dayOf(since), today())}
    </time>
  )
}

export function StateBadge({ state }: { state: RequestState }): ReactElement {
  const tone = state === 'open' ? 'info' : state === 'assigned' ? 'neutral' : 'success'
  return <Badge tone={tone}>{requestStateLabels[state]}</Badge>
}

/** What stands for a request in lists and headings: never a name. */
export const concernOf = (row: Pick<RequestRow, 'concern' | 'state' | 'partner'>): string =>
  row.concern ??
  (row.state === 'withdrawn' && row.partner !== null
    ? 'Von der Partnerstelle zurückgezogen'
    : 'Anliegen nicht notiert')
