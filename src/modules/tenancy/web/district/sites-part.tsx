import type { ReactElement } from 'react'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import type { TenancyOverview } from '../../contract/overview.ts'
import { formatVague, siteKinds, siteStates, weekdays } from '../district-words.ts'
import { FactSource } from '../fact-source.tsx'
import { Unknown } from '../unknown.tsx'
import type { DistrictPart } from './district-part.ts'
import type { Names } from './names.ts'

type Site = TenancyOverview['sites'][number]

/** Where people can come, and when (R046); what the concept does not say is marked. */
export function SitesPart({ district, names }: DistrictPart): ReactElement {
  return (
    <Table
      caption={`${district.sites.length} Standorte und Sprechzeiten`}
      columns={columns(names)}
      rows={district.sites}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title="Noch kein Standort">
          Standorte stehen in der Konfiguration des Kreises. Ohne sie gibt es keine Warteschlange für
          Anfragen.
        </EmptyState>
      }
    />
  )
}

const columns = (names: Names): Column<Site>[] => [
  { key: 'label', header: 'Standort', cell: (row) => row.label },
  {
    key: 'kind',
    header: 'Art',
    cell: (row) => (
      <>
        {siteKinds[row.kind]}{' '}
        <Badge tone={row.state === 'active' ? 'success' : 'warning'}>{siteStates[row.state]}</Badge>
        {row.since && <span className="kern-body--small"> seit {formatVague(row.since)}</span>}
      </>
    ),
  },
  {
    key: 'place',
    header: 'Ort',
    cell: (row) => names.municipality(row.municipalityId) ?? names.region(row.regionId) ?? <Unknown />,
  },
  {
    key: 'organisation',
    header: 'Träger',
    cell: (row) => (
      <>
        {names.organisation(row.organisationId)}
        {row.unitId && <div className="kern-body--small">{names.unit(row.unitId)}</div>}
      </>
    ),
  },
  { key: 'hours', header: 'Zeiten', cell: (row) => <Hours hours={row.hours} /> },
  { key: 'source', header: 'Herkunft', cell: (row) => <FactSource fact={row} /> },
]

function Hours({ hours }: { hours: Site['hours'] }): ReactElement {
  if (hours === null) return <Unknown>Zeiten nicht bekannt</Unknown>
  return (
    <>
      {hours.map((hour, at) => (
        <div key={`${at} ${hour.weekday}`}>
          {hour.weekday ? weekdays[hour.weekday] : <Unknown>Tag nicht bekannt</Unknown>}
          {', '}
          {hour.from && hour.to ? (
            `${hour.from} bis ${hour.to} Uhr`
          ) : (
            <Unknown>Uhrzeit nicht bekannt</Unknown>
          )}
          <FactSource fact={{ remark: hour.remark }} />
        </div>
      ))}
    </>
  )
}
