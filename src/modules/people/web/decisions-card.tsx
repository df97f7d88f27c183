import type { ReactElement } from 'react'
import { formatInstant } from '../../../platform/web/dates.ts'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import type { PersonView } from '../contract/person.ts'

const words = {
  other: (about: string) => `Andere Person als ${about}`,
  same: (about: string) => `Dieselbe Person, in ${about} übernommen`,
  duplicate: (about: string) => `Doppelt erfasst: dieselbe Person wie ${about}`,
}

/** What was decided when this person looked like somebody already recorded; nothing without decisions. */
export function DecisionsCard({
  decisions,
}: {
  decisions: PersonView['duplicateDecisions']
}): ReactElement | null {
  if (decisions.length === 0) return null
  return (
    <Card title="Entscheidungen zu Dubletten">
      <ul className="kern-body">
        {decisions.map(({ decision, about, by, at, cases }) => (
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
          </li>
        ))}
      </ul>
    </Card>
  )
}
