import type { ReactElement } from 'react'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { formatDate } from '../../../../platform/web/dates.ts'
import type { TenancyOverview } from '../../contract/overview.ts'
import { formatNumber, sizes } from '../district-words.ts'
import { FactSource } from '../fact-source.tsx'
import { Unknown } from '../unknown.tsx'
import type { DistrictPart } from './district-part.ts'

type Municipality = TenancyOverview['municipalities'][number]

/** Regions with their municipalities and what those have of their own (R002, R111). */
export function AreaPart({ district, names }: DistrictPart): ReactElement {
  return (
    <div className="lt-stack">
      {district.regions.length === 0 ? (
        <Alert tone="info" title="Der Kreis ist nicht in Bezirke eingeteilt">
          <p className="kern-body">
            Das Konzept nennt keine Bezirke. Sie lassen sich in der Konfiguration des Kreises ergänzen.
          </p>
        </Alert>
      ) : (
        <div className="lt-columns">
          {district.regions.map((region) => (
            <Card key={region.id} title={region.label}>
              <p className="kern-body">
                {region.municipalities.map((id) => names.municipality(id)).join(', ')}
              </p>
              <FactSource fact={region} />
            </Card>
          ))}
        </div>
      )}
      <Table
        caption={`${district.municipalities.length} Kommunen`}
        columns={columns(names.region, district.regions.length > 0)}
        rows={district.municipalities}
        rowKey={(row) => row.id}
      />
    </div>
  )
}

function columns(
  region: (id: string | null) => string | undefined,
  withRegions: boolean,
): Column<Municipality>[] {
  const regionColumn: Column<Municipality> = {
    key: 'region',
    header: 'Bezirk',
    cell: (row) => region(row.regionId) ?? <Unknown>keiner</Unknown>,
  }
  return [
    { key: 'name', header: 'Kommune', cell: (row) => `${row.name} (${row.kind})` },
    { key: 'ags', header: 'Gemeindeschlüssel', cell: (row) => row.ags },
    ...(withRegions ? [regionColumn] : []),
    { key: 'population', header: 'Bevölkerung', align: 'end', cell: (row) => <Population row={row} /> },
    { key: 'own', header: 'Eigenes', cell: (row) => ownOf(row) || <Unknown>keine Angabe</Unknown> },
    { key: 'source', header: 'Herkunft', cell: (row) => <FactSource fact={row} /> },
  ]
}

function Population({ row }: { row: Municipality }): ReactElement {
  const { population } = row.profile
  if (!population) return <Unknown />
  return (
    <>
      {formatNumber(population.count)}
      <span className="kern-body--small kern-body--muted"> ({formatDate(population.asOf)})</span>
      <FactSource fact={{ source: population.source }} />
    </>
  )
}

function ownOf({ profile }: Municipality): string {
  const own = [
    profile.size && sizes[profile.size],
    profile.ownImmigrationAuthority && 'Ausländerbehörde',
    profile.ownYouthOffice && 'Jugendamt',
    profile.integrationCouncil && 'Integrationsrat',
    profile.integrationOfficer && 'Integrationsbeauftragte/r',
  ]
  return own.filter(Boolean).join(', ')
}
