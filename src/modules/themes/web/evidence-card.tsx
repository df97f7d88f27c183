import type { ReactElement } from 'react'

import { Card } from '../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import type { ThemeView } from '../contract/themes.ts'
import { daysLostOf, evidenceSentence, kindsOf, kindWord } from './theme-words.ts'

/** What happens to people: words of the theme and what its barriers tell together. */
export function EvidenceCard({ theme }: { theme: ThemeView }): ReactElement {
  const { evidence } = theme
  return (
    <Card title="Was den Menschen passiert">
      {theme.description && <p className="kern-body theme-words">{theme.description}</p>}
      <div className="kern-body">
        {evidenceSentence(evidence)}{' '}
        <Why label="Warum so ungenau?" source="Schwelle des Kreises für Zahlen">
          Die Zahl der Fälle wird auf volle fünf abgerundet und unter der Schwelle nicht genannt. So lässt
          sich aus zwei Themen nicht ausrechnen, ob eine Hürde zu einem bestimmten Fall gehört.
        </Why>
      </div>
      {evidence.barriers > 0 && (
        <DescriptionList
          items={[
            { term: 'Art', value: kindsOf(evidence) },
            { term: 'Verlorene Tage', value: daysLostOf(evidence) },
            ...(evidence.regions.length > 0 ? [{ term: 'Bezirke', value: evidence.regions.join(', ') }] : []),
          ]}
        />
      )}
      {evidence.rows.length > 0 && (
        <details>
          <summary>Die Hürden einzeln ({evidence.barriers})</summary>
          <ul className="theme-plain">
            {evidence.rows.map((row) => (
              <li key={row.id}>
                {row.title} <span className="kern-body--small">({kindWord(row.kind)})</span>
              </li>
            ))}
          </ul>
          {evidence.barriers > evidence.rows.length && (
            <p className="kern-body--small">
              {evidence.barriers - evidence.rows.length} weitere sind hier nicht aufgeführt.
            </p>
          )}
        </details>
      )}
    </Card>
  )
}
