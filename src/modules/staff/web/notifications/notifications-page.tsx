import type { ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Day } from '../../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { Pager } from '../../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { usePages } from '../../../../platform/web/use-view.ts'
import {
  notificationEndpoints,
  pathOfNotification,
  type NotificationView,
} from '../../contract/notifications.ts'
import { useStaffAction } from '../use-staff-action.ts'

/** „Benachrichtigungen“: newest first, each leads to what it is about. */
export function NotificationsPage(): ReactElement {
  const { reloadSession } = useApp()
  const pages = usePages(notificationEndpoints.list, { query: {} })
  const newest = pages.rows[0]?.at
  const readAll = useStaffAction(
    (until: string) =>
      call(notificationEndpoints.readAll, { body: { until: new Date(Date.parse(until) + 1).toISOString() } }),
    { done: 'Alles als gelesen markiert', views: [notificationEndpoints.list], after: reloadSession },
  )
  return (
    <Page
      title="Benachrichtigungen"
      actions={
        newest !== undefined &&
        pages.rows.some((row) => !row.read) && (
          <Button busy={readAll.isPending} onClick={() => readAll.mutate(newest)}>
            Alles als gelesen markieren
          </Button>
        )
      }
    >
      <ProblemAlert error={pages.error ?? readAll.error} onRetry={pages.error ? pages.retry : undefined} />
      {pages.loading && !pages.error && <Loading />}
      {!pages.loading && !pages.error && (
        <>
          <Table
            caption="Benachrichtigungen"
            hideCaption
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            empty={
              <EmptyState title="Keine Benachrichtigung">
                Hier steht, wenn sich für Sie etwas ändert.
              </EmptyState>
            }
          />
          <Pager {...pages.pager} />
        </>
      )}
    </Page>
  )
}

const columns: Column<NotificationView>[] = [
  {
    key: 'text',
    header: 'Was',
    cell: (row) => {
      const path = pathOfNotification(row)
      return (
        <>
          {path === undefined ? row.text : <Link to={path}>{row.text}</Link>}{' '}
          {!row.read && <Badge tone="info">neu</Badge>}
        </>
      )
    },
  },
  { key: 'at', header: 'Wann', cell: (row) => <Day at={row.at} relative /> },
]
