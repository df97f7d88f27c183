import type { ReactElement } from 'react'
import { addressOf } from '../../../../platform/web/api.ts'
import { formatDate, lastDayBefore } from '../../../../platform/web/dates.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Icon } from '../../../../platform/web/ui/icon.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { Pager } from '../../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { usePages } from '../../../../platform/web/use-view.ts'
import { rightsReportEndpoints, type RightsRow } from '../../contract/rights-reports.ts'
import { roleLabels } from '../../contract/roles.ts'

/** „Wer darf was“: all persons with their roles, and the report of each as PDF. */
export function RightsPage(): ReactElement {
  const pages = usePages(rightsReportEndpoints.list, { query: {} })
  return (
    <Page
      title="Wer darf was"
      breadcrumb={[{ label: 'Verwaltung', to: '/verwaltung' }, { label: 'Wer darf was' }]}
      intro="Der Rechtebericht einer Person nennt Aufgaben, Fachaufsicht, Vertretungen, das Recht zur Ausgabe von Listen und die letzten Änderungen. Jeder Abruf wird protokolliert."
    >
      <ProblemAlert error={pages.error} onRetry={pages.retry} />
      {pages.loading && !pages.error && <Loading />}
      {!pages.loading && !pages.error && (
        <>
          <Table
            caption="Personen und ihre Aufgaben"
            hideCaption
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
          />
          <Pager {...pages.pager} />
        </>
      )}
    </Page>
  )
}

const columns: Column<RightsRow>[] = [
  {
    key: 'name',
    header: 'Name',
    rowHeader: true,
    cell: (row) => (
      <>
        {`${row.familyName}, ${row.givenName}`} {!row.active && <Badge>stillgelegt</Badge>}
      </>
    ),
  },
  { key: 'organisation', header: 'Anstellung', cell: (row) => row.organisation ?? '–' },
  {
    key: 'roles',
    header: 'Aufgaben',
    cell: (row) => row.roles.map((role) => roleLabels[role]).join(', ') || 'keine',
  },
  {
    key: 'export',
    header: 'Listen ausgeben',
    cell: (row) => (row.exportUntil === null ? 'nein' : `bis ${formatDate(lastDayBefore(row.exportUntil))}`),
  },
  {
    key: 'report',
    header: 'Rechtebericht',
    action: true,
    cell: (row) => (
      <a
        className="kern-btn kern-btn--secondary kern-btn--small"
        href={addressOf(rightsReportEndpoints.pdf, { id: row.id })}
        aria-label={`Rechtebericht als PDF: ${row.givenName} ${row.familyName}`}
        download
      >
        <Icon name="download" />
        <span className="kern-label">PDF</span>
      </a>
    ),
  },
]
