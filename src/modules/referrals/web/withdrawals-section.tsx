import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { addressOf, call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { Why } from '../../../platform/web/ui/why.tsx'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { sharingKindLabels } from '../../consent/index.ts'
import { receivedKindLabels, withdrawalEndpoints, type WithdrawalView } from '../contract/withdrawals.ts'
import { dataSentence } from './referral-words.ts'
import { mostWithdrawals } from '../contract/most-shown.ts'
import { MostShown } from './most-shown.tsx'

/** What recipients got of a text that was withdrawn, and the letters to them; nothing where there is none. */
export function WithdrawalsSection({ caseId }: { caseId: string }): ReactElement | null {
  const client = useQueryClient()
  const options = { params: { id: caseId } }
  const view = useView(withdrawalEndpoints.list, options)
  if (view.error) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  if (!view.data || view.data.rows.length === 0) return null
  const refresh = () =>
    void client.invalidateQueries({ queryKey: viewKey(withdrawalEndpoints.list, options) })
  return (
    <section className="lt-stack" aria-label="Nach einem Widerruf">
      <h2 className="kern-heading-medium">Nach einem Widerruf</h2>
      <Why label="Warum ein Schreiben?" source="Art. 7 Abs. 3, Art. 17 und 19 DSGVO">
        Wer Angaben erhalten hat, muss erfahren, dass die Person widerrufen hat, damit auch dort geprüft und
        gelöscht wird. Lotse hat die Stelle schon ausgeschlossen.
      </Why>
      {view.data.rows.map((row) => (
        <Withdrawal key={`${row.id} ${row.version}`} row={row} onChanged={refresh} />
      ))}
      <MostShown shown={view.data.rows.length} most={mostWithdrawals} />
    </section>
  )
}

const states = {
  drafted: 'Schreiben liegt bereit',
  sent: 'Schreiben verschickt am',
  needless: 'Kein Schreiben nötig, festgehalten am',
} as const

function Withdrawal({ row, onChanged }: { row: WithdrawalView; onChanged: () => void }): ReactElement {
  const [error, setError] = useState<unknown>()
  const settle = async (state: 'sent' | 'needless') => {
    try {
      await call(withdrawalEndpoints.settle, {
        params: { id: row.id },
        ifMatch: row.version,
        body: { state },
      })
    } catch (problem) {
      return setError(problem)
    }
    toast(state === 'sent' ? 'Als verschickt festgehalten' : 'Festgehalten')
    onChanged()
  }
  const state = row.stateOn ? `${states[row.state]} ${formatDate(row.stateOn)}` : states[row.state]
  return (
    <Card
      level={3}
      title={`${row.recipient ?? 'Andere Stelle'}: ${sharingKindLabels[row.kind]} widerrufen am ${formatDate(row.withdrawnOn)}`}
      end={<Badge tone={row.state === 'drafted' ? 'warning' : 'neutral'}>{state}</Badge>}
    >
      <div className="lt-stack">
        <ProblemAlert error={error} />
        {row.received.length === 0 ? (
          <p className="kern-body">
            Hier ist nichts festgehalten, was diese Stelle erhalten hätte. Gab es doch etwas, mündlich oder
            auf Papier, tragen Sie es unter „Weitergegeben ohne Verweis“ nach; dann steht es im Schreiben.
          </p>
        ) : (
          <ul className="referral-missing">
            {row.received.map((one) => (
              <li key={one.id}>
                {receivedKindLabels[one.kind]} vom {formatDate(one.onDate)}
                {one.title === null ? '' : ` („${one.title}“)`}: {dataSentence(one)}
                {one.goals > 0 ? `; ${one.goals} Ziele aus dem Plan` : ''}
                {one.documents?.length ? `; Dokumente: ${one.documents.join(', ')}` : ''}
              </li>
            ))}
          </ul>
        )}
        <Actions row={row} onSettle={(wish) => void settle(wish)} />
      </div>
    </Card>
  )
}

interface ActionsProps {
  row: WithdrawalView
  onSettle: (state: 'sent' | 'needless') => void
}

function Actions({ row, onSettle }: ActionsProps): ReactElement | null {
  if (row.can.length === 0) return null
  return (
    <div className="lt-actions referral-print-hidden">
      {row.can.includes('print') && (
        <a
          className="kern-link kern-link--no-visited-state lt-link"
          href={addressOf(withdrawalEndpoints.pdf, { id: row.id })}
          download
        >
          Schreiben herunterladen (PDF)
        </a>
      )}
      {row.can.includes('settle') && (
        <>
          <Button
            variant={row.received.length > 0 ? 'primary' : 'secondary'}
            onClick={() => onSettle('sent')}
          >
            Verschickt
          </Button>
          <Button variant="tertiary" onClick={() => onSettle('needless')}>
            Nicht nötig
          </Button>
        </>
      )}
    </div>
  )
}
