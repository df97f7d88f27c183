import type { ReactElement } from 'react'
import { formatInstant } from '../../../platform/web/dates.ts'
import { Card } from '../../../platform/web/ui/card.tsx'
import type { PersonView } from '../contract/person.ts'

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
        {decisions.map(({ decision, about, by, at }) => (
          <li key={`${about}${at}`}>
            {decision === 'other' ? `Andere Person als ${about}` : `Dieselbe Person, in ${about} übernommen`}{' '}
            ({by}, {formatInstant(at)})
          </li>
        ))}
      </ul>
    </Card>
  )
}
