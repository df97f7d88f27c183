import type { ReactElement } from 'react'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../../platform/web/ui/description-list.tsx'
import { FactSource } from '../fact-source.tsx'
import { formatNumber, formatVague, namings, positionRoles } from '../district-words.ts'
import type { DistrictPart } from './district-part.ts'

/** Who the Kreis is, what it calls things, where the facts come from and where the concepts contradict each other. */
export function OverviewPart({ district }: DistrictPart): ReactElement {
  const population = district.municipalities.reduce(
    (sum, one) => sum + (one.profile.population?.count ?? 0),
    0,
  )
  const known = district.municipalities.filter((one) => one.profile.population).length
  return (
    <div className="lt-stack">
      <div className="lt-columns">
        <Card title="Auf einen Blick">
          <DescriptionList
            items={[
              { term: 'Kreis', value: district.name },
              { term: 'Kreisschlüssel', value: district.ags },
              { term: 'KI', value: district.kiName },
              { term: 'Kommunen', value: formatNumber(district.municipalities.length) },
              {
                term: 'Bevölkerung',
                value: known === 0 ? null : `${formatNumber(population)} in ${known} Kommunen mit Angabe`,
              },
            ]}
          />
        </Card>
        <Card title="Bezeichnungen">
          <DescriptionList
            stacked
            items={district.namings.map((naming) => ({
              term: namings[naming.key] ?? naming.key,
              value: (
                <>
                  {naming.label}
                  <FactSource fact={naming} />
                </>
              ),
            }))}
          />
        </Card>
      </div>
      <Oversight district={district} />
      <Remarks district={district} />
      <div className="lt-columns">
        <Sources district={district} />
        <Publication district={district} />
      </div>
    </div>
  )
}

function Oversight({ district }: Pick<DistrictPart, 'district'>): ReactElement {
  return (
    <Card title="Fachaufsicht">
      <ul className="district-list">
        {district.professionalOversight.map((rule) => (
          <li key={rule.key}>
            {positionRoles[rule.by]} über {positionRoles[rule.over]} (
            {rule.scope === 'region' ? 'im eigenen Bezirk' : 'kreisweit'}): {rule.text}
            <FactSource fact={rule} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Remarks({ district }: Pick<DistrictPart, 'district'>): ReactElement | null {
  if (district.remarks.length === 0) return null
  return (
    <Card title="Widersprüche und Lücken der Konzepte">
      <p className="kern-body">Wo die Konzepte einander widersprechen, stehen hier beide Angaben.</p>
      <ul className="district-list">
        {district.remarks.map((remark) => (
          <li key={remark.key}>
            {remark.text}
            <FactSource fact={{ source: remark.source }} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Sources({ district }: Pick<DistrictPart, 'district'>): ReactElement {
  return (
    <Card title="Quellen">
      <DescriptionList
        stacked
        items={district.sources.map((source) => ({
          term: source.key,
          value: `${source.title}${source.asOf ? `, Stand ${formatVague(source.asOf)}` : ''}`,
        }))}
      />
      <p className="kern-body kern-body--small kern-body--muted">
        Die Zahl hinter dem Kürzel ist das Kapitel. „R…“ ist die Nummer der Anforderung in der Dokumentation
        von Lotse. „Vorgabe“ heißt: Das steht in keinem Konzept; es ist ein Vorschlag des Programms.
      </p>
    </Card>
  )
}

function Publication({ district }: Pick<DistrictPart, 'district'>): ReactElement | null {
  const { publication } = district
  if (!publication) return null
  return (
    <Card title="Förderhinweis auf Veröffentlichungen">
      <p className="kern-body">{publication.funderNote}</p>
      <p className="kern-body">Logos: {publication.logos.join('; ')}</p>
      <FactSource fact={publication} />
    </Card>
  )
}
