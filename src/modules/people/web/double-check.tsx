import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { call } from '../../../platform/web/api.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import type { Received } from '../../../platform/contract/endpoint.ts'
import { viewKey } from '../../../platform/web/use-view.ts'
import { duplicateEndpoints, type DuplicateCandidate } from '../contract/duplicates.ts'
import { personEndpoints } from '../contract/endpoints.ts'
import type { PersonView } from '../contract/person.ts'
import { Candidate, Elsewhere, Restricted } from './duplicate-hints.tsx'

/** Whether a person already written down was written down twice. Asked on demand: each check is logged and counted. */
export function DoubleCheck({ person }: { person: PersonView }): ReactElement {
  const client = useQueryClient()
  const [answer, setAnswer] = useState<Received<typeof duplicateEndpoints.check>>()
  const [same, setSame] = useState<DuplicateCandidate>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const work = async (task: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    await task().catch(setError)
    setBusy(false)
    setSame(undefined)
  }
  const check = () =>
    work(async () => {
      const { familyName, givenName, birthDate, id } = person
      setAnswer(
        await call(duplicateEndpoints.check, { body: { familyName, givenName, birthDate, personId: id } }),
      )
    })
  const decide = ({ id }: DuplicateCandidate, decision: 'other' | 'duplicate') =>
    work(async () => {
      const body = { otherPersonId: id, decision }
      await call(duplicateEndpoints.decide, { params: { id: person.id }, body })
      setAnswer(answer && { ...answer, candidates: answer.candidates.filter((one) => one.id !== id) })
      await client.invalidateQueries({ queryKey: viewKey(personEndpoints.read) })
      toast(
        decision === 'other'
          ? 'Festgehalten: andere Person'
          : 'Festgehalten: dieselbe Person. Beide Akten verweisen aufeinander.',
      )
    })
  return (
    <Card title="Doppelt erfasst?">
      <div className="lt-stack">
        <p className="kern-body">
          Sucht Personen, die dieselbe sein könnten. Jede Suche steht im Protokoll, der Name nicht.
        </p>
        <div aria-live="polite" className="lt-stack">
          {answer && answer.candidates.length + answer.restricted.length === 0 && !answer.elsewhere && (
            <p className="kern-body">Keine weitere Person gefunden, über die noch nicht entschieden ist.</p>
          )}
          {answer && answer.candidates.length > 0 && (
            <ul className="people-candidates">
              {answer.candidates.map((one) => (
                <Candidate
                  key={one.id}
                  candidate={one}
                  onSame={() => setSame(one)}
                  onOther={() => void decide(one, 'other')}
                />
              ))}
            </ul>
          )}
          {answer && answer.restricted.length > 0 && <Restricted files={answer.restricted} />}
          {answer?.elsewhere && <Elsewhere {...answer.elsewhere} />}
          <ProblemAlert error={error} />
        </div>
        <div className="lt-actions">
          <Button size="small" busy={busy} onClick={() => void check()}>
            Doppelte Erfassung prüfen
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={same !== undefined}
        title="Dieselbe Person?"
        confirm="Dieselbe Person"
        busy={busy}
        onCancel={() => setSame(undefined)}
        onConfirm={() => same && void decide(same, 'duplicate')}
      >
        Beide Akten verweisen danach aufeinander; zusammengelegt wird nichts, denn Notizen und Einwilligungen
        gelten je Akte. Arbeiten Sie in einer Akte weiter und schließen Sie die andere ab.
      </ConfirmDialog>
    </Card>
  )
}
