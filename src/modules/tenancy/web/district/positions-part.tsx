import type { ReactElement } from 'react'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import type { TenancyOverview } from '../../contract/overview.ts'
import { formatNumber, formatVague, positionRoles } from '../district-words.ts'
import { FactSource } from '../fact-source.tsx'
import { Unknown } from '../unknown.tsx'
import type { DistrictPart } from './district-part.ts'
import { KreisShareAlert } from './kreis-share.tsx'
import type { Names } from './names.ts'

type Position = TenancyOverview['positions'][number]

/** The Stellenplan of the concept: sums per building block, by employer and region, and the rule of a third. */
export function PositionsPart({ district, names }: DistrictPart): ReactElement {
  const block = district.naming['buildingBlock'] ?? 'Baustein'
  return (
    <div className="lt-stack">
      <div className="lt-columns">
        <Card title={`Summen je ${block}`}>
          <Sums district={district} block={block} />
        </Card>
        <Card title={`${block} 2 nach Träger und Bezirk`}>
          <Distribution district={district} names={names} />
        </Card>
      </div>
      {district.kreisShareB2 !== null && (
        <KreisShareAlert
          positions={district.positions}
          kreisIds={
            new Set(district.organisations.filter((one) => one.kind === 'kreis').map((one) => one.id))
          }
          least={district.kreisShareB2}
        />
      )}
      <Table
        caption="Stellenplan nach den Konzepten"
        columns={columns(names, block)}
        rows={district.positions}
        rowKey={(row) => row.id}
      />
    </div>
  )
}

function Sums({ district, block }: { district: TenancyOverview; block: string }): ReactElement {
  return (
    <ul className="district-list">
      {district.positionSums.map((sum) => (
        <li key={sum.buildingBlock}>
          {block} {sum.buildingBlock.slice(1)}:{' '}
          {sum.fte > 0 ? <strong>{formatNumber(sum.fte)} Stellen</strong> : <Unknown>keine Zahl</Unknown>}
          {sum.fte > 0 && sum.linesWithoutFigure > 0 && (
            <span className="kern-body--small">
              {' '}
              und {sum.linesWithoutFigure === 1 ? 'eine Zeile' : `${sum.linesWithoutFigure} Zeilen`} ohne Zahl
              im Konzept
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Sums of Baustein 2 over one property, largest first. */
function sumsOf(positions: readonly Position[], nameOf: (row: Position) => string): [string, number][] {
  const sums = new Map<string, number>()
  for (const row of positions) sums.set(nameOf(row), (sums.get(nameOf(row)) ?? 0) + (row.fte ?? 0))
  return [...sums].toSorted((a, b) => b[1] - a[1])
}

function Distribution({ district, names }: { district: TenancyOverview; names: Names }): ReactElement {
  const lines = district.positions.filter((row) => row.buildingBlock === 'B2')
  const employers = sumsOf(lines, (row) => names.organisation(row.employerId) ?? 'Träger nicht genannt')
  const regions = sumsOf(lines, (row) => names.region(row.regionId) ?? 'ohne Bezirk')
  const list = (title: string, sums: [string, number][]) => (
    <>
      <p className="kern-label">{title}</p>
      <ul className="district-list">
        {sums.map(([name, fte]) => (
          <li key={name}>
            {name}: {formatNumber(fte)}
          </li>
        ))}
      </ul>
    </>
  )
  return (
    <>
      {list('Anstellungsträger', employers)}
      {district.regions.length > 0 && list(district.naming['region'] ?? 'Bezirk', regions)}
    </>
  )
}

const columns = (names: Names, block: string): Column<Position>[] => [
  { key: 'label', header: 'Stelle', cell: (row) => row.label },
  { key: 'block', header: block, cell: (row) => row.buildingBlock.slice(1) },
  {
    key: 'role',
    header: 'Aufgabe',
    cell: (row) => (
      <>
        {positionRoles[row.role]}
        {row.professionalOversight === true && <div className="kern-body--small">mit Fachaufsicht</div>}
        {row.professionalOversight === false && <div className="kern-body--small">ohne Fachaufsicht</div>}
      </>
    ),
  },
  {
    key: 'fte',
    header: 'Stellenanteil',
    align: 'end',
    cell: (row) => (
      <>
        {row.fte === null ? <Unknown>keine Zahl</Unknown> : formatNumber(row.fte)}
        {row.asOf && <div className="kern-body--small">Stand {formatVague(row.asOf)}</div>}
      </>
    ),
  },
  {
    key: 'employer',
    header: 'Träger und Ort',
    cell: (row) => (
      <>
        {names.organisation(row.employerId) ?? <Unknown>Träger nicht genannt</Unknown>}
        <div className="kern-body--small">
          {[names.region(row.regionId), names.municipality(row.municipalityId)].filter(Boolean).join(', ')}
        </div>
      </>
    ),
  },
  { key: 'source', header: 'Herkunft', cell: (row) => <FactSource fact={row} /> },
]
