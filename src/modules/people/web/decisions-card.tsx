import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { call } from '../../../platform/web/api.ts'
import { formatInstant } from '../../../platform/web/dates.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../platform/web/use-view.ts'
import { duplicateEndpoints } from '../contract/duplicates.ts'
import { personEndpoints } from '../contract/endpoints.ts'
import type { PersonView } from '../contract/person.ts'

const words = {
  other: (about: string) => `Andere Person als ${about}`,
  same: (about: string) => `Dieselbe Person, in ${about} übernommen`,
  duplicate: (about: string) => `Doppelt erfasst: dieselbe Person wie ${about}`,
}

/** What was decided when this person looked like somebody already recorded; nothing without decisions. */
export function DecisionsCard({ person }: { person: PersonView }): ReactElement | null {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>()
  const decisions = person.duplicateDecisions
  if (decisions.length === 0) return null
  const tellApart = async (otherPersonId: string) => {
    try {
      const body = { otherPersonId, decision: 'other' as const }
      await call(duplicateEndpoints.decide, { params: { id: person.id }, body })
      await client.invalidateQueries({ queryKey: viewKey(personEndpoints.read) })
      toast('Festgehalten: andere Person')
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Card title="Entscheidungen zu Dubletten">
      <ul className="kern-body people-decisions">
        {decisions.map(({ decision, about, by, at, cases, otherPersonId }) => (
          <li key={`${about}${at}`}>
            {words[decision](about)} ({by}, {formatInstant(at)})
            {cases.map(({ id, fileNumber, closedOn }) => (
              <span key={id}>
                {' · '}
                <Link to={`/faelle/${id}`}>
                  {closedOn === null ? fileNumber : `${fileNumber} (abgeschlossen)`}
                </Link>
              </span>
            ))}
            {decision === 'duplicate' && otherPersonId !== null && person.can.includes('edit') && (
              <div className="lt-actions">
                <Button size="small" variant="tertiary" onClick={() => void tellApart(otherPersonId)}>
                  Doch eine andere Person
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <ProblemAlert error={error} />
    </Card>
  )
}
