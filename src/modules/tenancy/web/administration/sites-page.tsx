import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import type { Configuration } from '../../contract/administration/configuration.ts'
import { siteEntries, type SiteEntry } from '../../contract/administration/entries.ts'
import { formatVague, siteKinds, siteStates, weekdays } from '../district-words.ts'
import { Unknown } from '../unknown.tsx'
import { ConfigurationPage } from './configuration-page.tsx'
import { EntryActions } from './entry-actions.tsx'
import { useEntryFilter } from './entry-filter.tsx'
import { EntryOrigin, Period } from './entry-origin.tsx'
import { SiteForm } from './site-form.tsx'

type Open = { entry?: SiteEntry } | undefined

/** „Standorte und Sprechzeiten“: where people can come, and when (R046). */
export function SitesPage(): ReactElement {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <ConfigurationPage
      title="Standorte und Sprechzeiten"
      intro="Jeder Standort hat eine eigene Warteschlange für Anfragen."
      actions={
        <Button variant="primary" icon="add" onClick={() => setOpen({})}>
          Standort anlegen
        </Button>
      }
    >
      {(configuration) => (
        <>
          <Sites configuration={configuration} onOpen={setOpen} />
          <Dialog
            wide
            open={open !== undefined}
            onClose={close}
            title={open?.entry ? `Standort: ${open.entry.label}` : 'Neuer Standort'}
          >
            {open && <SiteForm configuration={configuration} entry={open.entry} onDone={close} />}
          </Dialog>
        </>
      )}
    </ConfigurationPage>
  )
}

function Sites({
  configuration,
  onOpen,
}: {
  configuration: Configuration
  onOpen: (open: Open) => void
}): ReactElement {
  const { today, sites, municipalities, regions, organisations } = configuration
  const placeOf = (row: SiteEntry) =>
    municipalities.find((one) => one.id === row.municipalityId)?.name ??
    regions.find((one) => one.id === row.regionId)?.label ??
    ''
  const ownerOf = (row: SiteEntry) => organisations.find((one) => one.id === row.organisationId)?.name ?? ''
  const { filter, rows, searching, sort, onSort } = useEntryFilter(sites, {
    today,
    textOf: (row) => [row.label, placeOf(row), ownerOf(row), siteStates[row.state]].join(' '),
    sorts: { label: (row) => row.label, place: placeOf, organisation: ownerOf },
  })
  return (
    <div className="lt-stack">
      {filter}
      <Table
        caption={`${rows.length} von ${sites.length} Standorten und Sprechzeiten`}
        columns={columns({ placeOf, ownerOf, today, onOpen })}
        rows={rows}
        rowKey={(row) => row.id}
        sort={sort}
        onSort={onSort}
        empty={
          <EmptyState title={searching ? 'Nichts gefunden' : 'Noch kein Standort'}>
            {searching
              ? 'Kein Standort passt zu Ihrer Suche.'
              : 'Legen Sie den ersten Standort an: Ohne ihn gibt es keine Warteschlange für Anfragen.'}
          </EmptyState>
        }
      />
    </div>
  )
}

interface Cells {
  placeOf: (row: SiteEntry) => string
  ownerOf: (row: SiteEntry) => string
  today: string
  onOpen: (open: Open) => void
}

const columns = ({ placeOf, ownerOf, today, onOpen }: Cells): Column<SiteEntry>[] => [
  {
    key: 'label',
    header: 'Standort',
    sortable: true,
    cell: (row) => (
      <>
        {row.label}{' '}
        <div className="kern-body--small">
          {siteKinds[row.kind]}{' '}
          <Badge tone={row.state === 'active' ? 'success' : 'warning'}>{siteStates[row.state]}</Badge>
          {row.since && ` seit ${formatVague(row.since)}`} <Period entry={row} today={today} />
        </div>
      </>
    ),
  },
  { key: 'place', header: 'Ort', sortable: true, cell: (row) => placeOf(row) || <Unknown /> },
  { key: 'organisation', header: 'Träger', sortable: true, cell: ownerOf },
  { key: 'hours', header: 'Zeiten', cell: (row) => <Hours hours={row.hours} /> },
  { key: 'origin', header: 'Herkunft', cell: (row) => <EntryOrigin entry={row} /> },
  {
    key: 'action',
    header: 'Aktion',
    action: true,
    cell: (row) => (
      <EntryActions
        name={row.label}
        entry={row}
        onChange={() => onOpen({ entry: row })}
        setEnd={(validTo, ifMatch) =>
          call(siteEntries.change, { params: { id: row.id }, ifMatch, body: { validTo } })
        }
      />
    ),
  },
]

function Hours({ hours }: { hours: SiteEntry['hours'] }): ReactElement {
  if (hours === null) return <Unknown>Zeiten nicht bekannt</Unknown>
  return (
    <>
      {hours.map((hour, at) => (
        <div key={`${at} ${hour.weekday}`}>
          {hour.weekday ? weekdays[hour.weekday] : 'Tag nicht bekannt'},{' '}
          {hour.from && hour.to ? `${hour.from} bis ${hour.to} Uhr` : 'Uhrzeit nicht bekannt'}
          {hour.remark && <div className="kern-body--small">{hour.remark}</div>}
        </div>
      ))}
    </>
  )
}
