import type { ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Day } from '../../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Pager } from '../../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { usePages } from '../../../../platform/web/use-view.ts'
import { requestEndpoints, type RequestListView, type RequestRow } from '../../contract/requests/index.ts'
import { useLists, type Lists } from '../use-lists.ts'
import { useOwnSites } from '../use-own-sites.ts'
import { noFilter, type RequestFilter } from './request-address.ts'
import { queryOf, RequestFilters } from './request-filters.tsx'
import { concernOf, StateBadge, UrgencyBadge, Waiting } from './request-words.tsx'
import { useRequestAction } from './use-request-action.ts'

/** A short list is read faster than it is filtered. */
const WORTH_FILTERING = 8

interface RequestListProps {
  view: RequestListView
  filter: RequestFilter
  onFilter: (filter: RequestFilter) => void
  onAssign: (id: string) => void
}

const empty: Readonly<Record<RequestListView, { title: string; text: string }>> = {
  unassigned: {
    title: 'An Ihren Standorten wartet niemand',
    text: 'Neue Anfragen erscheinen hier, sobald sie erfasst sind. Mit n und a erfassen Sie selbst eine.',
  },
  mine: { title: 'Sie haben keine offene Anfrage', text: 'In der Warteschlange können Sie eine übernehmen.' },
  assigned: {
    title: 'Keine zugewiesene Anfrage ist offen',
    text: 'Hier stehen Anfragen, die jemand unter Ihrer Fachaufsicht bearbeitet.',
  },
  done: {
    title: 'Noch nichts erledigt',
    text: 'Beratene und verwiesene Anfragen stehen hier bis zur Löschung.',
  },
}

export function RequestList({ view, filter, onFilter, onAssign }: RequestListProps): ReactElement {
  const filtered = Object.keys(queryOf(filter)).length > 0
  const lists = useLists()
  const manySites = (useOwnSites()?.sites.length ?? 0) > 1
  const pages = usePages(requestEndpoints.list, { query: { view, ...queryOf(filter) } })
  const take = useRequestAction(
    (id: string) => call(requestEndpoints.assign, { params: { id }, body: { to: 'me' } }),
    'Anfrage übernommen. Sie steht unter „Meine“.',
  )
  return (
    <div className="lt-stack">
      {(filtered || pages.rows.length >= WORTH_FILTERING) && (
        <RequestFilters filter={filter} onChange={onFilter} />
      )}
      <ProblemAlert error={pages.error ?? take.error} onRetry={pages.error ? pages.retry : undefined} />
      {pages.loading && !pages.error && <Loading />}
      {!pages.loading && !pages.error && (
        <>
          <Table
            caption="Anfragen"
            hideCaption
            columns={columnsFor(view, lists, manySites, (row) => (
              <RowAction
                row={row}
                busy={take.isPending && take.variables === row.id}
                onTake={() => take.mutate(row.id)}
                onAssign={() => onAssign(row.id)}
              />
            ))}
            rows={pages.rows}
            rowKey={(row) => row.id}
            empty={
              filtered ? (
                <EmptyState
                  title="Keine Anfrage passt zu diesem Filter"
                  action={<Button onClick={() => onFilter(noFilter)}>Filter aufheben</Button>}
                />
              ) : (
                <EmptyState title={empty[view].title}>{empty[view].text}</EmptyState>
              )
            }
          />
          <Pager {...pages.pager} />
        </>
      )}
    </div>
  )
}

interface RowActionProps {
  row: RequestRow
  busy: boolean
  onTake: () => void
  onAssign: () => void
}

function RowAction({ row, busy, onTake, onAssign }: RowActionProps): ReactElement | null {
  if (row.can.includes('take')) {
    return (
      <Button size="small" busy={busy} onClick={onTake} aria-label={`Übernehmen: ${concernOf(row)}`}>
        Übernehmen
      </Button>
    )
  }
  if (row.can.includes('assign')) {
    return (
      <Button size="small" onClick={onAssign} aria-label={`Zuweisen: ${concernOf(row)}`}>
        {row.state === 'open' ? 'Zuweisen' : 'Neu zuweisen'}
      </Button>
    )
  }
  return null
}

function columnsFor(
  view: RequestListView,
  lists: Lists,
  manySites: boolean,
  action: (row: RequestRow) => ReactElement,
): Column<RequestRow>[] {
  const waiting: Column<RequestRow>[] = [
    {
      key: 'urgency',
      header: 'Dringlichkeit',
      cell: (row) => (row.state === 'withdrawn' ? <Badge>zurückgezogen</Badge> : <UrgencyBadge row={row} />),
    },
    {
      key: 'waiting',
      header: 'Wartet',
      cell: (row) => (row.state === 'withdrawn' ? '–' : <Waiting since={row.receivedAt} />),
    },
  ]
  const done: Column<RequestRow>[] = [
    { key: 'state', header: 'Ergebnis', cell: (row) => <StateBadge state={row.state} /> },
    { key: 'closed', header: 'Erledigt', cell: (row) => row.closedAt && <Day at={row.closedAt} relative /> },
  ]
  return [
    {
      key: 'concern',
      header: 'Anliegen',
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to="/anfragen/$id" params={{ id: row.id }}>
            {concernOf(row)}
          </Link>{' '}
          {row.partner !== null && <Badge icon="share">Partner: {row.partner}</Badge>}
        </>
      ),
    },
    ...(view === 'done' ? done : waiting),
    { key: 'place', header: 'Wohnort', cell: (row) => row.municipality?.name ?? '–' },
    ...(manySites ? [{ key: 'site', header: 'Standort', cell: (row: RequestRow) => row.site.name }] : []),
    {
      key: 'language',
      header: 'Sprache',
      cell: (row) => (row.language === null ? '–' : lists.label('language', row.language)),
    },
    ...(view === 'assigned' || view === 'mine'
      ? [{ key: 'assigned', header: 'Bei', cell: (row: RequestRow) => row.assignedTo?.name ?? '–' }]
      : []),
    { key: 'action', header: 'Aktion', action: true, cell: action },
  ]
}
