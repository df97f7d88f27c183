import type { ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import type { EntryView } from '../contract/minutes.ts'
import { decisionEndpoints } from '../contract/register-endpoints.ts'
import { useAction } from './use-action.ts'

type Party = EntryView['parties'][number]
const words = { open: 'noch offen', ratified: 'bestätigt', declined: 'abgelehnt' } as const
const tones = { open: 'neutral', ratified: 'success', declined: 'warning' } as const

/** Who has ratified an agreement: it holds when everybody has. */
export function PartyAnswers({
  parties,
  onChanged,
}: {
  parties: readonly Party[]
  onChanged: () => void
}): ReactElement {
  const may = useApp().session.rights.has(decisionEndpoints.ratify.right)
  return (
    <ul className="committee-lines" aria-label="Wer die Vereinbarung bestätigt">
      {parties.map((party) => (
        <Answer key={`${party.id} ${party.version}`} party={party} may={may} onChanged={onChanged} />
      ))}
    </ul>
  )
}

interface AnswerProps {
  party: Party
  may: boolean
  onChanged: () => void
}

function Answer({ party, may, onChanged }: AnswerProps): ReactElement {
  const { busy, error, run } = useAction(onChanged)
  const answer = (state: 'ratified' | 'declined') =>
    void run(
      () =>
        call(decisionEndpoints.ratify, {
          params: { id: party.id },
          ifMatch: party.version,
          body: { state },
        }),
      `${party.party}: ${words[state]}`,
    )
  return (
    <li>
      <ProblemAlert error={error} />
      <span className="lt-actions">
        <span className="kern-body--small">{party.party}</span>
        <Badge tone={tones[party.state]}>
          {words[party.state]}
          {party.onDate && ` am ${formatDate(party.onDate)}`}
        </Badge>
        {may && party.state === 'open' && (
          <>
            <Button
              size="small"
              variant="secondary"
              busy={busy}
              aria-label={`Bestätigt: ${party.party}`}
              onClick={() => answer('ratified')}
            >
              Bestätigt
            </Button>
            <Button
              size="small"
              variant="tertiary"
              busy={busy}
              aria-label={`Abgelehnt: ${party.party}`}
              onClick={() => answer('declined')}
            >
              Abgelehnt
            </Button>
          </>
        )}
      </span>
    </li>
  )
}
