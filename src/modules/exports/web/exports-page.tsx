import { type ReactElement } from 'react'
import { useQuery } from '@tanstack/react-query'

import { call } from '../../../platform/web/api.ts'
import { formatDate, formatInstant, lastDayBefore } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { viewKey } from '../../../platform/web/use-view.ts'
import {
  exportEndpoints,
  exportKindLabels,
  exportReasonTexts,
  exportStateLabels,
  type ExportView,
} from '../contract/exports.ts'
import { ExportActions } from './export-status.tsx'
import { progressWords } from './progress-words.ts'

const tones = {
  waiting: 'info',
  running: 'info',
  done: 'success',
  failed: 'warning',
  refused: 'warning',
  cancelled: 'neutral',
} as const

const isOpen = ({ state }: ExportView) => state === 'waiting' || state === 'running'

/** „Meine Ausgaben“: what was asked for in the last 24 hours. */
export function ExportsPage(): ReactElement {
  const view = useQuery({
    queryKey: viewKey(exportEndpoints.list, {}),
    queryFn: ({ signal }) => call(exportEndpoints.list, { signal }),
    refetchInterval: (query) => (query.state.data?.rows.some(isOpen) ? 1500 : false),
  })
  const lists = view.data?.lists
  return (
    <Page
      title="Meine Ausgaben"
      intro="Akten und Listen, die Sie als Datei erstellt haben. Nach 24 Stunden werden sie gelöscht."
    >
      <div className="lt-stack">
        {view.isPending && <Loading />}
        <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
        {view.data && (
          <>
            <p className="kern-body">
              {lists
                ? `Listen dürfen Sie bis ${formatDate(lastDayBefore(lists.until))} ausgeben.`
                : 'Listen dürfen Sie nicht ausgeben. Das Recht dazu vergibt die Administration an einzelne Personen, mit Begründung und auf Zeit.'}
            </p>
            <Table
              caption="Meine Ausgaben"
              hideCaption
              columns={columns}
              rows={view.data.rows}
              rowKey={(row) => row.id}
              empty={
                <EmptyState title="Keine Ausgaben in den letzten 24 Stunden">
                  Eine Akte drucken Sie aus dem Fall heraus: „Mehr“, dann „Akte drucken“.
                </EmptyState>
              }
            />
          </>
        )}
      </div>
    </Page>
  )
}

const columns: Column<ExportView>[] = [
  {
    key: 'what',
    header: 'Was',
    rowHeader: true,
    cell: (row) => (
      <>
        {exportKindLabels[row.kind]}
        {row.case && (
          <>
            {' '}
            <Link to={`/faelle/${row.case.id}`}>{row.case.fileNumber}</Link>
          </>
        )}
      </>
    ),
  },
  { key: 'format', header: 'Datei', cell: (row) => row.format.toUpperCase() },
  { key: 'createdAt', header: 'Angefordert', cell: (row) => formatInstant(row.createdAt) },
  {
    key: 'state',
    header: 'Stand',
    cell: (row) => (
      <>
        <Badge tone={tones[row.state]}>{exportStateLabels[row.state]}</Badge>{' '}
        {isOpen(row) && progressWords(row)}
        {row.reason && exportReasonTexts[row.reason]}
        {row.state === 'done' && `bis ${formatInstant(row.until)}`}
      </>
    ),
  },
  { key: 'actions', header: 'Aktionen', action: true, cell: (row) => <ExportActions view={row} /> },
]
