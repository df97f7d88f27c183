import type { ReactElement } from 'react'

import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import type { CommitteeRow } from '../contract/committees.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'
import { CommitteeTabs } from './committee-tabs.tsx'
import { authorityWords, committeeKindWords, overdueWords } from './committee-words.ts'

/** What is due comes first: overdue committees, then the next meetings. */
export function CommitteesPage(): ReactElement {
  const { data, error, isPending, refetch } = useView(committeeEndpoints.list)
  return (
    <Page
      title="Gremien"
      intro="Zuerst, was ansteht: überfällige Gremien, dann die nächsten Sitzungen."
      actions={
        <>
          {data?.can.includes('found') && (
            <Link to="/gremien/neu" look="primary" icon="add">
              Gremium gründen
            </Link>
          )}
          {data?.can.includes('register') && (
            <Link to="/gremien/neu" search={{ zuordnung: 'foreign' }} look="secondary">
              Fremdes Gremium erfassen
            </Link>
          )}
        </>
      }
    >
      <CommitteeTabs />
      {isPending && <Loading />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data && (
        <Table
          caption="Gremien"
          hideCaption
          columns={columns}
          rows={data.rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title="Noch keine Gremien">
              Gremien kommen aus der Konfiguration des Kreises oder werden hier gegründet.
            </EmptyState>
          }
        />
      )}
    </Page>
  )
}

const columns: Column<CommitteeRow>[] = [
  {
    key: 'name',
    header: 'Gremium',
    rowHeader: true,
    cell: (row) => (
      <>
        <Link to="/gremien/$id" params={{ id: row.id }}>
          {row.name}
        </Link>
        <br />
        <span className="kern-body--small">
          {[committeeKindWords[row.kind], row.authority && authorityWords[row.authority], row.rhythm]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </>
    ),
  },
  { key: 'state', header: 'Was steht an?', cell: (row) => <State row={row} /> },
  { key: 'last', header: 'Zuletzt', cell: (row) => (row.lastOn ? <Day at={row.lastOn} /> : '–') },
  {
    key: 'next',
    header: 'Nächste Sitzung',
    cell: (row) =>
      row.nextId && row.nextOn ? (
        <Link to="/sitzungen/$id" params={{ id: row.nextId }}>
          <Day at={row.nextOn} relative />
        </Link>
      ) : (
        '–'
      ),
  },
  { key: 'members', header: 'Sitze besetzt', align: 'end', cell: (row) => row.members },
]

function State({ row }: { row: CommitteeRow }): ReactElement {
  if (row.closedOn) return <Badge>geschlossen</Badge>
  const late = overdueWords(row.overdueDays)
  const open = row.openActionItems
  return (
    <span className="lt-actions">
      {late && <Badge tone="warning">{late}</Badge>}
      {row.minutesToApprove > 0 && <Badge tone="info">Niederschrift offen</Badge>}
      {open > 0 && (
        <Badge tone={row.lateActionItems > 0 ? 'warning' : 'neutral'}>
          {open === 1 ? '1 Arbeitsauftrag' : `${open} Arbeitsaufträge`}
        </Badge>
      )}
      {!late && row.minutesToApprove === 0 && open === 0 && '–'}
    </span>
  )
}
