import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { addDays, formatDate } from '../../../../platform/web/dates.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import type { MunicipalityEntry } from '../../contract/administration/area.ts'
import type { Configuration } from '../../contract/administration/configuration.ts'
import { regionEntries, type RegionEntry } from '../../contract/administration/entries.ts'
import { formatNumber, sizes } from '../district-words.ts'
import { Unknown } from '../unknown.tsx'
import { MoveForm, MunicipalityForm, RegionForm } from './area-forms.tsx'
import { ConfigurationPage } from './configuration-page.tsx'
import { EntryActions } from './entry-actions.tsx'
import { useEntryFilter } from './entry-filter.tsx'
import { EntryOrigin, Period } from './entry-origin.tsx'

type Open =
  | { kind: 'region'; entry?: RegionEntry }
  | { kind: 'municipality' | 'move'; entry: MunicipalityEntry }
  | undefined

/** „Gebiet“: regions, the municipalities in them over time, and what each municipality has of its own (R002, R111). */
export function AreaPage(): ReactElement {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <ConfigurationPage
      title="Bezirke und Kommunen"
      intro="Welche Kommune seit wann zu welchem Bezirk gehört, und was sie selbst hat."
      actions={
        <Button variant="primary" icon="add" onClick={() => setOpen({ kind: 'region' })}>
          Bezirk anlegen
        </Button>
      }
    >
      {(configuration) => (
        <>
          <div className="lt-stack">
            <Regions configuration={configuration} onOpen={setOpen} />
            <Municipalities configuration={configuration} onOpen={setOpen} />
          </div>
          <Dialog wide open={open !== undefined} onClose={close} title={titleOf(open)}>
            {open?.kind === 'region' && <RegionForm entry={open.entry} onDone={close} />}
            {open?.kind === 'municipality' && <MunicipalityForm entry={open.entry} onDone={close} />}
            {open?.kind === 'move' && (
              <MoveForm configuration={configuration} entry={open.entry} onDone={close} />
            )}
          </Dialog>
        </>
      )}
    </ConfigurationPage>
  )
}

function titleOf(open: Open): string {
  if (open?.kind === 'region') return open.entry ? `Bezirk: ${open.entry.label}` : 'Neuer Bezirk'
  if (open?.kind === 'move') return `Bezirk wechseln: ${open.entry.name}`
  return open?.entry ? open.entry.name : ''
}

interface ListProps {
  configuration: Configuration
  onOpen: (open: Open) => void
}

const current = (row: MunicipalityEntry) => row.memberships.find((one) => one.to === null)

function Regions({ configuration, onOpen }: ListProps): ReactElement {
  const { regions, municipalities, today } = configuration
  const columns: Column<RegionEntry>[] = [
    {
      key: 'label',
      header: 'Bezirk',
      cell: (row) => (
        <>
          {row.label} <Period entry={row} today={today} />
        </>
      ),
    },
    {
      key: 'municipalities',
      header: 'Kommunen heute',
      cell: (row) =>
        municipalities
          .filter((one) => current(one)?.regionId === row.id)
          .map((one) => one.name)
          .join(', ') || <Unknown>keine</Unknown>,
    },
    { key: 'origin', header: 'Herkunft', cell: (row) => <EntryOrigin entry={row} /> },
    {
      key: 'action',
      header: 'Aktion',
      action: true,
      cell: (row) => (
        <EntryActions
          name={row.label}
          entry={row}
          onChange={() => onOpen({ kind: 'region', entry: row })}
          setEnd={(validTo, ifMatch) =>
            call(regionEntries.change, { params: { id: row.id }, ifMatch, body: { validTo } })
          }
        />
      ),
    },
  ]
  return (
    <Table
      caption="Bezirke"
      columns={columns}
      rows={regions}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title="Keine Bezirke">
          Der Kreis arbeitet ohne Bezirke. Legen Sie welche an, wenn Koordinationen für Teile des Kreises
          zuständig sind.
        </EmptyState>
      }
    />
  )
}

function Municipalities({ configuration, onOpen }: ListProps): ReactElement {
  const { municipalities, regions, today } = configuration
  const regionOf = (row: MunicipalityEntry) => current(row)?.label ?? ''
  const { filter, rows, sort, onSort } = useEntryFilter(municipalities, {
    today,
    textOf: (row) => [row.name, row.ags, regionOf(row)].join(' '),
    sorts: {
      name: (row) => row.name,
      region: regionOf,
      population: (row) => row.population?.count ?? -1,
    },
  })
  return (
    <>
      {filter}
      <Table
        caption={`${rows.length} von ${municipalities.length} Kommunen`}
        columns={municipalityColumns(regions.length > 0, onOpen)}
        rows={rows}
        rowKey={(row) => row.id}
        sort={sort}
        onSort={onSort}
        empty={<EmptyState title="Nichts gefunden">Keine Kommune passt zu Ihrer Suche.</EmptyState>}
      />
    </>
  )
}

const own = (row: MunicipalityEntry) =>
  [
    row.size && sizes[row.size],
    row.ownImmigrationAuthority && 'Ausländerbehörde',
    row.ownYouthOffice && 'Jugendamt',
    row.integrationCouncil && 'Integrationsrat',
    row.integrationOfficer && 'Integrationsbeauftragte/r',
  ]
    .filter(Boolean)
    .join(', ')

const municipalityColumns = (
  hasRegions: boolean,
  onOpen: ListProps['onOpen'],
): Column<MunicipalityEntry>[] => [
  {
    key: 'name',
    header: 'Kommune',
    sortable: true,
    cell: (row) => (
      <>
        {row.name}
        <div className="kern-body--small">{`${row.kind}, ${row.ags}`}</div>
      </>
    ),
  },
  ...(hasRegions
    ? [
        {
          key: 'region',
          header: 'Bezirk',
          sortable: true,
          cell: (row: MunicipalityEntry) => <Memberships entry={row} />,
        },
      ]
    : []),
  {
    key: 'population',
    header: 'Einwohner',
    align: 'end',
    sortable: true,
    cell: (row) => (row.population ? formatNumber(row.population.count) : <Unknown />),
  },
  { key: 'own', header: 'Eigenes', cell: (row) => own(row) || <Unknown /> },
  { key: 'origin', header: 'Herkunft', cell: (row) => <EntryOrigin entry={row} /> },
  {
    key: 'action',
    header: 'Aktion',
    action: true,
    cell: (row) => (
      <>
        <Button
          size="small"
          aria-label={`Ändern: ${row.name}`}
          onClick={() => onOpen({ kind: 'municipality', entry: row })}
        >
          Ändern
        </Button>{' '}
        {hasRegions && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Bezirk wechseln: ${row.name}`}
            onClick={() => onOpen({ kind: 'move', entry: row })}
          >
            Bezirk wechseln
          </Button>
        )}
      </>
    ),
  },
]

/** The present region first, the earlier ones below it with their days. */
function Memberships({ entry }: { entry: MunicipalityEntry }): ReactElement {
  const now = current(entry)
  return (
    <>
      {now ? `${now.label}${now.from ? ` seit ${formatDate(now.from)}` : ''}` : <Unknown>keiner</Unknown>}
      {entry.memberships
        .filter((one) => one.to !== null)
        .toReversed()
        .map((one) => (
          <div key={`${one.regionId} ${one.to}`} className="kern-body--small">
            {`${one.label} bis ${formatDate(addDays(one.to!, -1))}`}
          </div>
        ))}
    </>
  )
}
