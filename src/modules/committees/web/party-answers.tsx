import { useState, type ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { partyStateLabels } from '../contract/codes.ts'
import type { EntryView } from '../contract/minutes.ts'
import { decisionEndpoints } from '../contract/register-endpoints.ts'
import { PartyAnswerForm } from './party-answer-form.tsx'

type Party = EntryView['parties'][number]
const tones = { open: 'neutral', ratified: 'success', declined: 'warning' } as const

interface PartyAnswersProps {
  parties: readonly Party[]
  /** The minutes are approved: putting an answer right needs a reason. */
  approved: boolean
  onChanged: () => void
}

/** Who has ratified an agreement: it holds when everybody has. */
export function PartyAnswers({ parties, approved, onChanged }: PartyAnswersProps): ReactElement {
  const may = useApp().session.rights.has(decisionEndpoints.ratify.right)
  const [answering, setAnswering] = useState<Party>()
  const title = answering?.state === 'open' ? 'Antwort festhalten' : 'Antwort berichtigen'
  const close = () => setAnswering(undefined)
  return (
    <>
      <ul className="committee-lines" aria-label="Wer die Vereinbarung bestätigt">
        {parties.map((party) => (
          <li key={party.id}>
            <span className="lt-actions">
              <span className="kern-body--small">{party.party}</span>
              <Badge tone={tones[party.state]}>
                {partyStateLabels[party.state]}
                {party.onDate && ` am ${formatDate(party.onDate)}`}
              </Badge>
              {may && (
                <Button
                  size="small"
                  variant={party.state === 'open' ? 'secondary' : 'tertiary'}
                  aria-label={`${party.state === 'open' ? 'Antwort festhalten' : 'Berichtigen'}: ${party.party}`}
                  onClick={() => setAnswering(party)}
                >
                  {party.state === 'open' ? 'Antwort festhalten' : 'Berichtigen'}
                </Button>
              )}
            </span>
            {(party.remark || party.correctedOn) && (
              <p className="kern-body--small">
                {party.correctedOn && `Berichtigt am ${formatDate(party.correctedOn)}: `}
                {party.remark}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Dialog open={answering !== undefined} onClose={close} title={title}>
        {answering && (
          <PartyAnswerForm
            party={answering}
            approved={approved}
            onDone={() => {
              close()
              onChanged()
            }}
            onCancel={close}
          />
        )}
      </Dialog>
    </>
  )
}
