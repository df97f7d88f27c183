import type { ReactElement } from 'react'

import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import {
  attributeWords,
  barrierKindLabels,
  daysLostLabels,
  lastingLabels,
  legalDomainLabels,
  periodLabel,
  placeKindLabels,
  unmetLabels,
} from '../../structure/index.ts'
import type { GatePreview, Leaving } from '../contract/gate.ts'

const whereOf = ({ placeKind, place }: Pick<Leaving, 'placeKind' | 'place'>) =>
  placeKind === 'kreis' ? placeKindLabels.kreis : `${placeKindLabels[placeKind]} ${place ?? ''}`

/** Exactly what leaves: everything below, and nothing beside it. */
export function LeavingFacts({
  leaves,
  threshold,
}: {
  leaves: Leaving
  threshold: GatePreview['threshold']
}): ReactElement {
  const items = [
    { term: 'Titel', value: leaves.title },
    { term: 'Was ist passiert', value: leaves.description },
    { term: 'Was geholfen hat', value: leaves.helped },
    { term: 'Sicht der Person', value: leaves.clientView },
    { term: 'Art', value: barrierKindLabels[leaves.kind] },
    { term: 'Lebensbereich', value: leaves.lifeDomain?.label },
    { term: 'Rechtskreise', value: leaves.legalDomains.map((one) => legalDomainLabels[one]).join(', ') },
    { term: 'Stellen', value: leaves.organisations.map(({ label }) => label).join(', ') },
    { term: 'Woran es scheitert', value: leaves.unmet && unmetLabels[leaves.unmet] },
    { term: 'Ort', value: whereOf(leaves) },
    { term: 'Zeit', value: periodLabel(leaves.periodGrain, leaves.periodFrom) },
    { term: 'Dauert schon', value: leaves.lasting === 'unknown' ? null : lastingLabels[leaves.lasting] },
    { term: 'Verlorene Tage', value: leaves.daysLost === 'unknown' ? null : daysLostLabels[leaves.daysLost] },
    { term: 'Einschätzung', value: leaves.level === null ? null : `Stufe ${leaves.level}` },
    {
      term: 'Merkmale der Person',
      value: leaves.attributes.map(({ kind, value }) => attributeWords(kind, value)).join(', ') || 'keine',
    },
  ]
  return (
    <section aria-label="Genau das geht hinaus" className="lt-stack">
      <h4 className="kern-heading-small">Genau das geht hinaus</h4>
      <DescriptionList
        items={items.filter((item): item is { term: string; value: string } => Boolean(item.value))}
      />
      <p className="kern-body">
        Ort, Zeit und Merkmale teilen mindestens {threshold} Fälle im Kreis. Ihr Name, der Fall und der genaue
        Tag gehen nicht mit.
      </p>
    </section>
  )
}
