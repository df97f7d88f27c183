import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import type { Configuration } from '../../contract/administration/configuration.ts'
import { positionEntries, type PositionEntry } from '../../contract/administration/entries.ts'
import { positionHints } from '../../entry-rules.ts'
import { KreisShareAlert } from '../district/kreis-share.tsx'
import { formatNumber, hintWords, positionRoles, staffings } from '../district-words.ts'
import { Unknown } from '../unknown.tsx'
import { ConfigurationPage } from './configuration-page.tsx'
import { EntryActions } from './entry-actions.tsx'
import { useEntryFilter } from './entry-filter.tsx'
import { hasEnded } from './entry-list.ts'
import { EntryOrigin, Period } from './entry-origin.tsx'
import { PositionForm } from './position-form.tsx'

type Open = { entry?: PositionEntry } | undefined

/** „Stellenplan“: the lines of the plan, and what the rules about them still miss (R020–R026). */
export function PositionsPage(): ReactElement {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <ConfigurationPage
      title="Stellenplan"
      intro="Zeilen mit Baustein, Anteil und Anstellungsträger. Namen stehen hier nicht."
      actions={
        <Button variant="primary" icon="add" onClick={() => setOpen({})}>
          Zeile anlegen
        </Button>
      }
    >
      {(configuration) => (
        <>
          <Positions configuration={configuration} onOpen={setOpen} />
          <Dialog
            wide
            open={open !== undefined}
            onClose={close}
            title={open?.entry ? `Stellenplan: ${open.entry.label}` : 'Neue Zeile im Stellenplan'}
          >
            {open && <PositionForm configuration={configuration} entry={open.entry} onDone={close} />}
          </Dialog>
        </>
      )}
    </ConfigurationPage>
  )
}

interface ListProps {
  configuration: Configuration
  onOpen: (open: Open) => void
}

function Positions({ configuration, onOpen }: ListProps): ReactElement {
  const { today, positions, organisations, kreisShareB2 } = configuration
  const ownerOf = (row: PositionEntry) => organisations.find((one) => one.id === row.employerId)?.name ?? ''
  const { filter, rows, searching, sort, onSort } = useEntryFilter(positions, {
    today,
    textOf: (row) => [row.label, row.buildingBlock, positionRoles[row.role], ownerOf(row)].join(' '),
    sorts: {
      label: (row) => row.label,
      block: (row) => row.buildingBlock,
      fte: (row) => row.fte ?? -1,
      employer: ownerOf,
    },
  })
  const kreisIds = organisations.filter((one) => one.kind === 'kreis').map((one) => one.id)
  return (
    <div className="lt-stack">
      {kreisShareB2 !== null && (
        <KreisShareAlert
          positions={positions.filter((row) => !hasEnded(row, today))}
          kreisIds={new Set(kreisIds)}
          least={kreisShareB2}
        />
      )}
      {filter}
      <Table
        caption={`${rows.length} von ${positions.length} Zeilen`}
        columns={columns(configuration, ownerOf, onOpen)}
        rows={rows}
        rowKey={(row) => row.id}
        sort={sort}
        onSort={onSort}
        empty={
          <EmptyState title={searching ? 'Nichts gefunden' : 'Noch keine Zeile'}>
            {searching
              ? 'Keine Zeile passt zu Ihrer Suche.'
              : 'Legen Sie die erste Zeile des Stellenplans an.'}
          </EmptyState>
        }
      />
    </div>
  )
}

const columns = (
  { today, minimumFteB1, organisations, naming }: Configuration,
  ownerOf: (row: PositionEntry) => string,
  onOpen: ListProps['onOpen'],
): Column<PositionEntry>[] => {
  const welfareIds = new Set(organisations.filter((one) => one.kind === 'welfare').map((one) => one.id))
  return [
    {
      key: 'label',
      header: 'Zeile',
      sortable: true,
      cell: (row) => (
        <>
          {row.label}
          <div className="kern-body--small">
            {positionRoles[row.role]} <Period entry={row} today={today} />
          </div>
          {positionHints(row, { minimumFteB1, welfareIds }).map((hint) => (
            <div key={hint} className="kern-body--small">
              <Badge tone="warning">{hintWords[hint]}</Badge>
            </div>
          ))}
        </>
      ),
    },
    {
      key: 'block',
      header: naming?.buildingBlock.label ?? 'Baustein',
      sortable: true,
      cell: (row) => row.buildingBlock.slice(1),
    },
    {
      key: 'fte',
      header: 'Stellenanteil',
      align: 'end',
      sortable: true,
      cell: (row) => (
        <>
          {row.fte === null ? <Unknown>keine Zahl</Unknown> : formatNumber(row.fte)}
          {row.count !== null && (
            <div className="kern-body--small">
              {row.count === 1 ? 'auf 1 Person' : `auf ${row.count} Personen`}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'employer',
      header: 'Anstellungsträger',
      sortable: true,
      cell: (row) => (
        <>
          {ownerOf(row) || <Unknown>nicht genannt</Unknown>}
          {row.staffing && <div className="kern-body--small">{staffings[row.staffing]}</div>}
        </>
      ),
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
          onChange={() => onOpen({ entry: row })}
          setEnd={(validTo, ifMatch) =>
            call(positionEntries.change, { params: { id: row.id }, ifMatch, body: { validTo } })
          }
        />
      ),
    },
  ]
}
