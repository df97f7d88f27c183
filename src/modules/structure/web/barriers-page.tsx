import { useRouter, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import type { QueryInput } from '../../../platform/contract/endpoint.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { useSearchedPages } from '../../../platform/web/use-view.ts'
import type { BarrierRow } from '../contract/barriers.ts'
import { barrierKindLabels, barrierStateLabels, daysLostLabels } from '../contract/codes.ts'
import { structureEndpoints } from '../contract/endpoints.ts'
import { addressOf, viewOf, type BarrierView } from './barrier-filter-address.ts'
import { BarrierFilters } from './barrier-filters.tsx'
import { stateTones, whereAndWhen } from './barrier-words.ts'
import { OverviewPanel } from './overview-panel.tsx'
import { StructureTabs } from './structure-tabs.tsx'
import './structure.css'

/** „Hürden“: what the cases teach, as a board, a matrix, a map and a list. Filters and order stand in the address. */
export function BarriersPage(): ReactElement {
  const { rights } = useApp().session
  const router = useRouter()
  const view = viewOf(useSearch({ strict: false }))
  const show = (next: BarrierView) => {
    // Typed words settle a moment later: by then a link may have been followed whose page is still loading.
    if (router.history.location.pathname !== '/huerden') return
    const search = addressOf(next) as never
    void router.navigate({ to: '/huerden', search, replace: true, resetScroll: false })
  }
  const parts = {
    filter: view.filter,
    onFilter: (filter: BarrierView['filter']) => show({ ...view, filter }),
  }
  return (
    <Page
      title="Hürden"
      intro="Was in Fällen im Weg steht, ohne Personen. Woher eine Hürde kommt, sieht hier niemand; Rückfragen erreichen die meldende Person trotzdem."
      actions={
        <>
          <Link look="secondary" to="/huerden/gruppen">
            Gruppen
          </Link>
          {rights.has('barrier.write') && (
            <Link look="secondary" to="/huerden/interview">
              Interview festhalten
            </Link>
          )}
        </>
      }
    >
      <div className="lt-stack">
        <StructureTabs />
        <BarrierFilters {...parts} />
        <OverviewPanel {...parts} />
        <BarrierList view={view} onSort={(sort) => show({ ...view, sort })} />
      </div>
    </Page>
  )
}

interface BarrierListProps {
  view: BarrierView
  onSort: (sort: BarrierView['sort']) => void
}

function BarrierList({ view: { filter, sort }, onSort }: BarrierListProps): ReactElement {
  const query: QueryInput<typeof structureEndpoints.list> = { ...filter, sort }
  const { rows, error, loading, retry, pager } = useSearchedPages<typeof structureEndpoints.list, BarrierRow>(
    structureEndpoints.list,
    { query },
  )
  return (
    <section aria-label="Liste" className="lt-stack">
      <h2 className="kern-heading-medium">Liste</h2>
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && (
        <Table
          caption="Hürden"
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          sort={{ key: 'period', direction: sort === 'newest' ? 'desc' : 'asc' }}
          onSort={({ direction }) => onSort(direction === 'desc' ? 'newest' : 'oldest')}
          empty={
            <EmptyState title="Keine Hürde mit diesen Merkmalen">
              Hürden kommen aus der Fallarbeit, aus Impulsen und Interviews. Ändern Sie den Filter, um andere
              zu sehen.
            </EmptyState>
          }
        />
      )}
      <Pager {...pager} />
    </section>
  )
}

const columns: Column<BarrierRow>[] = [
  {
    key: 'title',
    header: 'Hürde',
    cell: (row) => (
      <Link to="/huerden/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
    ),
  },
  { key: 'kind', header: 'Art', cell: (row) => barrierKindLabels[row.kind] },
  { key: 'lifeDomain', header: 'Lebensbereich', cell: (row) => row.lifeDomain?.label ?? '' },
  { key: 'organisations', header: 'Stellen', cell: (row) => row.organisations.join(', ') },
  { key: 'period', header: 'Wo und wann', sortable: true, cell: (row) => whereAndWhen(row) },
  { key: 'daysLost', header: 'Verlorene Tage', cell: (row) => daysLostLabels[row.daysLost] },
  {
    key: 'state',
    header: 'Stand',
    cell: (row) => (
      <>
        <Badge tone={stateTones[row.state]}>{barrierStateLabels[row.state]}</Badge>
        {row.openQuestions > 0 && ' Rückfrage offen'}
      </>
    ),
  },
]
