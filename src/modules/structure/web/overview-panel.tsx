import { useState, type ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { SvgDrawing } from '../../../platform/web/ui/svg-drawing.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { Tabs } from '../../../platform/web/ui/tabs.tsx'
import { useSearched } from '../../../platform/web/use-view.ts'
import type { BarrierOverview } from '../contract/barriers.ts'
import { BarrierKind, barrierKindLabels, barrierStateLabels, placeKindLabels } from '../contract/codes.ts'
import { structureEndpoints } from '../contract/endpoints.ts'
import { periodLabel } from '../rules/period.ts'
import type { Filter } from './barrier-filter-address.ts'
import { districtShapes, MAP_SOURCE } from './map-shapes.ts'
import { mapDrawing } from './map-view.ts'

interface PanelProps {
  filter: Filter
  onFilter: (filter: Filter) => void
}
type Part = { overview: BarrierOverview } & PanelProps

/** Board, matrix, map and trend of what the filter leaves. */
export function OverviewPanel(props: PanelProps): ReactElement {
  const view = useSearched(structureEndpoints.overview, { query: props.filter })
  const [selected, select] = useState('board')
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  const part = { ...props, overview: view.data }
  return (
    <Tabs
      label="Übersicht"
      selected={selected}
      onSelect={select}
      tabs={[
        { key: 'board', label: 'Stand', content: <Board {...part} /> },
        { key: 'matrix', label: 'Matrix', content: <Matrix {...part} /> },
        { key: 'map', label: 'Karte', content: <MapPart {...part} /> },
        { key: 'organisations', label: 'Stellen', content: <Organisations {...part} /> },
        { key: 'trend', label: 'Verlauf', content: <Trend {...part} /> },
      ]}
    />
  )
}

function Board({ overview, filter, onFilter }: Part): ReactElement {
  return (
    <div className="lt-stack">
      <p className="kern-body">{overview.total} Hürden mit diesen Merkmalen</p>
      <ul className="structure-board">
        {overview.states.map(({ key, number }) => (
          <li key={key}>
            <Button variant="secondary" block onClick={() => onFilter({ ...filter, state: key })}>
              {number} {barrierStateLabels[key]}
            </Button>
          </li>
        ))}
      </ul>
      {overview.levels.length > 0 && <Levels levels={overview.levels} />}
    </div>
  )
}

const levelWords = ['', 'Individuelle Hilfe genügt', 'Absprachen mit Stellen', 'Leitungsebene', 'Grundsatz']
const stateWords: Readonly<Record<string, string>> = {
  open: 'offen',
  solved: 'gelöst',
  dropped: 'nicht verfolgt',
}

/** What stays in the cases is only counted. */
function Levels({ levels }: Pick<BarrierOverview, 'levels'>): ReactElement {
  return (
    <Table
      caption="In den Fällen festgehalten, nur gezählt"
      columns={[
        { key: 'level', header: 'Einschätzung', cell: (row) => `${row.level} ${levelWords[row.level]}` },
        { key: 'state', header: 'Stand', cell: (row) => stateWords[row.state] ?? row.state },
        { key: 'number', header: 'Anzahl', align: 'end', cell: (row) => row.number ?? '· (zu wenige Fälle)' },
      ]}
      rows={levels}
      rowKey={(row) => `${row.level} ${row.state}`}
    />
  )
}

function Matrix({ overview, filter, onFilter }: Part): ReactElement {
  const used = new Set(overview.matrix.map(({ column }) => column))
  const domains = [...overview.lifeDomains, { id: '', label: 'ohne Lebensbereich' }].filter(({ id }) =>
    used.has(id),
  )
  const cell = (kind: string, domain: string) =>
    overview.matrix.find((one) => one.row === kind && one.column === domain)?.number ?? 0
  const columns: Column<{ id: string; label: string }>[] = [
    { key: 'domain', header: 'Lebensbereich', cell: (row) => row.label },
    ...BarrierKind.options.map((kind): Column<{ id: string; label: string }> => ({
      key: kind,
      header: barrierKindLabels[kind],
      align: 'end',
      cell: (row) => {
        const number = cell(kind, row.id)
        if (number === 0 || row.id === '') return number === 0 ? '' : number
        return (
          <Button
            size="small"
            variant="tertiary"
            onClick={() => onFilter({ ...filter, kind, lifeDomain: row.id })}
          >
            {number}
            <span className="kern-sr-only">
              {' '}
              {barrierKindLabels[kind]}, {row.label} zeigen
            </span>
          </Button>
        )
      },
    })),
  ]
  return (
    <Table
      caption="Art und Lebensbereich"
      hideCaption
      columns={columns}
      rows={domains}
      rowKey={(row) => row.id}
    />
  )
}

const bar = (number: number, most: number) => (
  <>
    <span
      className="structure-bar"
      style={{ inlineSize: `${Math.round((number / Math.max(most, 1)) * 8)}rem` }}
      aria-hidden="true"
    />{' '}
    {number}
  </>
)

function MapPart({ overview }: Part): ReactElement {
  const district = overview.places.find(({ ags }) => ags !== null)?.ags?.slice(0, 5)
  const shapes = district === undefined ? undefined : districtShapes[district]
  const most = Math.max(0, ...overview.places.map(({ number }) => number))
  const notDrawn = overview.places.reduce((sum, { ags, number }) => (ags === null ? sum + number : sum), 0)
  return (
    <div className="lt-columns">
      {shapes && (
        <figure>
          <SvgDrawing node={mapDrawing(shapes, overview.places)} />
          <figcaption className="kern-body kern-body--small">
            {notDrawn > 0 &&
              `${notDrawn} Hürden stehen nur in der Tabelle: Ihr Ort ist als Region oder Kreis genannt, damit niemand erkennbar wird. `}
            {MAP_SOURCE}
          </figcaption>
        </figure>
      )}
      <Table
        caption="Hürden nach Ort"
        columns={[
          { key: 'label', header: 'Ort', cell: (row) => row.label },
          { key: 'kind', header: 'Genauigkeit', cell: (row) => placeKindLabels[row.placeKind] },
          { key: 'number', header: 'Anzahl', cell: (row) => bar(row.number, most) },
        ]}
        rows={overview.places}
        rowKey={(row) => `${row.placeKind} ${row.id}`}
      />
    </div>
  )
}

function Organisations({ overview, filter, onFilter }: Part): ReactElement {
  const most = Math.max(0, ...overview.organisations.map(({ number }) => number))
  return (
    <Table
      caption="Genannte Stellen, die 50 häufigsten"
      columns={[
        {
          key: 'label',
          header: 'Stelle',
          cell: (row) => (
            <Button
              variant="tertiary"
              size="small"
              onClick={() => onFilter({ ...filter, organisationId: row.id })}
            >
              {row.label}
            </Button>
          ),
        },
        { key: 'number', header: 'Hürden', cell: (row) => bar(row.number, most) },
      ]}
      rows={overview.organisations}
      rowKey={(row) => row.id}
    />
  )
}

function Trend({ overview }: Part): ReactElement {
  const most = Math.max(0, ...overview.trend.map(({ number }) => number))
  return (
    <div className="lt-stack">
      <Table
        caption="Hürden je Quartal"
        hideCaption
        columns={[
          {
            key: 'from',
            header: 'Quartal',
            cell: (row) => <span title={formatDate(row.from)}>{periodLabel('quarter', row.from)}</span>,
          },
          { key: 'number', header: 'Anzahl', cell: (row) => bar(row.number, most) },
        ]}
        rows={overview.trend}
        rowKey={(row) => row.from}
      />
      {overview.coarser > 0 && (
        <p className="kern-body">
          Dazu {overview.coarser} Hürden, deren Zeit nur als Halbjahr oder Jahr genannt ist, damit niemand
          erkennbar wird.
        </p>
      )}
    </div>
  )
}
