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
import { StructureTabs } from '../../structure/web/index.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import type { PaperRow } from '../contract/papers.ts'
import { approvalSentence, paperTones, paperWord } from './words.ts'

/** „Schnittstellenpapiere“: what is agreed between offices, and what is on the way. */
export function PapersPage(): ReactElement {
  const view = useView(paperEndpoints.list)
  return (
    <Page
      title="Schnittstellenpapiere"
      intro="Was Stellen miteinander vereinbart haben: wie jemand hineinkommt, wie ein Fall übergeht, wer ansprechbar ist."
      actions={
        view.data?.can.includes('write') && (
          <Link to="/schnittstellenpapiere/neu" look="primary" icon="add">
            Papier beginnen
          </Link>
        )
      }
    >
      <StructureTabs />
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.isPending && <Loading />}
      {view.data && (
        <Table
          caption="Schnittstellenpapiere"
          hideCaption
          columns={columns}
          rows={view.data.rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title="Noch kein Schnittstellenpapier">
              Hat eine Projektgruppe eine Lösung gefunden, hält die Koordination sie hier fest und holt die
              Zustimmung der Beteiligten ein.
            </EmptyState>
          }
        />
      )}
    </Page>
  )
}

const columns: Column<PaperRow>[] = [
  {
    key: 'title',
    header: 'Papier',
    rowHeader: true,
    cell: (row) => (
      <Link to="/schnittstellenpapiere/$id" params={{ id: row.versionId }}>
        {row.title}
      </Link>
    ),
  },
  { key: 'parties', header: 'Parteien', cell: (row) => row.parties.join(' · ') },
  {
    key: 'state',
    header: 'Stand',
    cell: (row) => (
      <>
        <Badge tone={paperTones[row.state]}>{paperWord(row.state)}</Badge>{' '}
        {[
          row.state === 'inApproval' && approvalSentence(row),
          row.inForce !== null && `Fassung ${row.inForce} gilt weiter`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </>
    ),
  },
  { key: 'number', header: 'Fassung', align: 'end', cell: (row) => row.number },
  {
    key: 'reviewOn',
    header: 'Überprüfung',
    cell: (row) =>
      row.reviewOn && (
        <>
          <Day at={row.reviewOn} /> {row.reviewDue && <Badge tone="warning">fällig</Badge>}
        </>
      ),
  },
]
