import type { ReactElement } from 'react'

import { Card } from '../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { comparisonAlikeLabels, stationMarkLabels } from '../contract/codes.ts'
import { legalDomainLabels } from '../../structure/index.ts'
import type { ReconstructionView } from '../contract/reconstructions.ts'
import { weeks } from '../rules/service-chain.ts'

/** The same as the workspace for who reads: situation, stations, assumption, comparison. */
export function ReadOnlyStations({ view }: { view: ReconstructionView }): ReactElement {
  return (
    <>
      <Card title="Ausgangslage">
        <p className="kern-body theme-words">{view.situation ?? 'Noch nicht besprochen.'}</p>
      </Card>
      <Card title="Stationen aus Sicht der Person">
        {view.stations.length === 0 && <p className="kern-body">Noch nicht besprochen.</p>}
        <ol className="theme-plain">
          {view.stations.map((station, at) => (
            // Stations have no id; a saved list does not change its order here.
            <li key={at}>
              <Station station={station} at={at} />
            </li>
          ))}
        </ol>
      </Card>
      <Card title="Vermutung und Vergleich">
        <p className="kern-body theme-words">{view.hypothesis ?? 'Noch keine Vermutung.'}</p>
        <ul>
          {view.comparisons.map((one) => (
            <li key={one.label}>
              {one.label}: {comparisonAlikeLabels[one.alike]}
              {one.note && `, ${one.note}`}
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}

function Station({
  station,
  at,
}: {
  station: ReconstructionView['stations'][number]
  at: number
}): ReactElement {
  const facts: [string, string | null][] = [
    ['Zeit', station.month === null ? null : `Monat ${station.month}`],
    ['Dauer', station.durationWeeks === null ? null : weeks(station.durationWeeks)],
    ['Wartezeit davor', station.waitingWeeks === null ? null : weeks(station.waitingWeeks)],
    ['Beteiligte', station.actors],
    ['Rechtskreise', station.legalDomains.map((key) => legalDomainLabels[key]).join(', ') || null],
    ['Auffällig', station.marks.map((key) => stationMarkLabels[key]).join(', ') || null],
    ['Geholfen hat', station.helped],
  ]
  return (
    <>
      <strong>
        {at + 1}. {station.title}
      </strong>
      {station.happened && <p className="kern-body theme-words">{station.happened}</p>}
      <DescriptionList items={facts.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]))} />
    </>
  )
}
