import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { formatInstant } from '../../../../platform/web/dates.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { ConfirmDialog } from '../../../../platform/web/ui/confirm-dialog.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { useView } from '../../../../platform/web/use-view.ts'
import { useConfirmedIdentity } from '../../../staff/web/index.ts'
import { differenceEndpoints, type DistrictDifference } from '../../contract/administration/differences.ts'
import type { CatalogueKind } from '../../contract/district/catalogues.ts'
import { fieldName, listNames, tableNames } from '../district-words.ts'
import { settingName } from '../settings/setting-words.ts'
import { Unknown } from '../unknown.tsx'
import { useEntryFilter } from './entry-filter.tsx'
import { useConfigurationChanged } from './use-configuration.ts'

interface Choice {
  row: DistrictDifference
  take: 'here' | 'file'
}

export const nameOfEntry = (row: Pick<DistrictDifference, 'table' | 'name'>) =>
  row.table === 'tenant_setting' ? settingName(row.name) : row.name

/** „Abweichungen von der Datei“: what was changed in the app beside what the file says; one choice per entry. */
export function DifferencesPage(): ReactElement {
  const view = useView(differenceEndpoints.list)
  const [asking, setAsking] = useState<Choice>()
  const changed = useConfigurationChanged()
  const { confirmed, dialog } = useConfirmedIdentity()
  const decide = useMutation({
    mutationFn: ({ row, take }: Choice) =>
      confirmed(() =>
        call(differenceEndpoints.decide, { params: { id: row.id }, ifMatch: row.version, body: { take } }),
      ),
    onSuccess: async (_, { take }) => {
      // First the list, then the word: who goes on at once goes on with the new version.
      await changed()
      toast(take === 'file' ? 'Angabe der Datei übernommen' : 'Eigene Angabe behalten')
      setAsking(undefined)
    },
    onError: changed,
  })
  // As it stands now: after somebody else's decision the question goes on with the new version.
  const asked = asking && (view.data?.rows.find(({ id }) => id === asking.row.id) ?? asking.row)
  return (
    <Page
      title="Abweichungen von der Datei"
      breadcrumb={[{ label: 'Verwaltung', to: '/verwaltung' }, { label: 'Abweichungen von der Datei' }]}
      intro="Was in Lotse geändert ist, bleibt beim Laden der Datei. Hier wählen Sie je Eintrag, was gelten soll."
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {!asking && <ProblemAlert error={decide.error} />}
      {view.data && (
        <Differences
          rows={view.data.rows}
          onKeep={(row) => decide.mutate({ row, take: 'here' })}
          onTake={(row) => setAsking({ row, take: 'file' })}
        />
      )}
      <ConfirmDialog
        open={asking !== undefined}
        title={asked ? `Angabe der Datei übernehmen: ${nameOfEntry(asked)}?` : ''}
        confirm="Angabe der Datei übernehmen"
        busy={decide.isPending}
        onConfirm={() => asked && decide.mutate({ row: asked, take: 'file' })}
        onCancel={() => setAsking(undefined)}
      >
        <p className="kern-body">
          Ihre Änderung an diesem Eintrag geht damit verloren. Beim nächsten Laden folgt er wieder der Datei.
        </p>
        <ProblemAlert error={decide.error} />
      </ConfirmDialog>
      {dialog}
    </Page>
  )
}

interface ListProps {
  rows: readonly DistrictDifference[]
  onKeep: (row: DistrictDifference) => void
  onTake: (row: DistrictDifference) => void
}

const whereOf = (row: DistrictDifference) =>
  row.list ? listNames[row.list as CatalogueKind] : (tableNames[row.table] ?? row.table)

function Differences({ rows: all, onKeep, onTake }: ListProps): ReactElement {
  const held = all.map((row) => ({ ...row, validFrom: null, validTo: null }))
  const { filter, rows, searching, sort, onSort } = useEntryFilter(held, {
    today: '',
    textOf: (row) => [nameOfEntry(row), whereOf(row)].join(' '),
    sorts: { name: nameOfEntry, where: whereOf },
  })
  const columns: Column<DistrictDifference>[] = [
    {
      key: 'name',
      header: 'Eintrag',
      sortable: true,
      cell: (row) => (
        <>
          {nameOfEntry(row)} {row.state === 'open' && <Badge tone="warning">zu entscheiden</Badge>}
          {row.editedAt && (
            <div className="kern-body--small">
              {`geändert am ${formatInstant(row.editedAt)}${row.editedBy ? ` von ${row.editedBy}` : ''}`}
            </div>
          )}
        </>
      ),
    },
    { key: 'where', header: 'Bereich', sortable: true, cell: whereOf },
    { key: 'fields', header: 'In Lotse und in der Datei', cell: (row) => <Fields row={row} /> },
    {
      key: 'action',
      header: 'Aktion',
      action: true,
      cell: (row) => (
        <>
          {row.state === 'open' && (
            <>
              <Button
                size="small"
                onClick={() => onKeep(row)}
                aria-label={`Eigene Angabe behalten: ${nameOfEntry(row)}`}
              >
                Eigene Angabe behalten
              </Button>{' '}
            </>
          )}
          <Button
            size="small"
            variant="tertiary"
            onClick={() => onTake(row)}
            aria-label={`Datei übernehmen: ${nameOfEntry(row)}`}
          >
            Datei übernehmen
          </Button>
        </>
      ),
    },
  ]
  return (
    <div className="lt-stack">
      {filter}
      <Table
        caption={`${rows.length} von ${all.length} Einträgen`}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        sort={sort}
        onSort={onSort}
        empty={
          <EmptyState title={searching ? 'Nichts gefunden' : 'Keine Abweichungen'}>
            {searching
              ? 'Kein Eintrag passt zu Ihrer Suche.'
              : 'Alles steht so in Lotse, wie die Datei des Kreises es sagt.'}
          </EmptyState>
        }
      />
    </div>
  )
}

function Fields({ row }: { row: DistrictDifference }): ReactElement {
  if (row.fields.length === 0) return <Unknown>gleich, nur bestätigt</Unknown>
  return (
    <>
      {row.fields.map(({ field, here, file }) => (
        <div key={field}>
          {fieldName(field)}: <strong>{here ?? 'keine Angabe'}</strong>, Datei: {file ?? 'keine Angabe'}
        </div>
      ))}
    </>
  )
}
