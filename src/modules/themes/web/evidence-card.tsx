import { useState, type ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import type { ThemeView } from '../contract/themes.ts'
import { AddBarriers, BarriersOfTheme } from './barriers-of-theme.tsx'
import { daysLostOf, evidenceSentence, kindsOf, legalDomainsOf } from './theme-words.ts'

/** What happens to people: words of the theme and what its barriers tell together. */
export function EvidenceCard({ theme }: { theme: ThemeView }): ReactElement {
  const { evidence } = theme
  const [adding, setAdding] = useState(false)
  return (
    <Card
      title="Was den Menschen passiert"
      end={
        theme.can.includes('change') && (
          <Button size="small" icon="add" onClick={() => setAdding(true)}>
            Hürden hinzufügen
          </Button>
        )
      }
    >
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
            { term: 'Rechtskreise', value: legalDomainsOf(evidence) || 'nicht angegeben' },
            { term: 'Verlorene Tage', value: daysLostOf(evidence) },
            ...(evidence.regions.length > 0 ? [{ term: 'Bezirke', value: evidence.regions.join(', ') }] : []),
          ]}
        />
      )}
      {evidence.rows.length > 0 && (
        <details>
          <summary>Die Hürden einzeln ({evidence.barriers})</summary>
          <BarriersOfTheme theme={theme} />
        </details>
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title="Hürden hinzufügen" wide>
        {adding && <AddBarriers theme={theme} onDone={() => setAdding(false)} />}
      </Dialog>
    </Card>
  )
}
