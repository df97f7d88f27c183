import type { ReactElement } from 'react'

import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import type { GroupView } from '../contract/barriers.ts'
import { structureEndpoints } from '../contract/endpoints.ts'
import { casesWord } from './barrier-words.ts'

const columns: Column<GroupView>[] = [
  {
    key: 'title',
    header: 'Gruppe',
    rowHeader: true,
    cell: (row) => (
      <Link to="/huerden/gruppen/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
    ),
  },
  { key: 'barriers', header: 'Hürden', align: 'end', cell: (row) => row.barriers },
  { key: 'cases', header: 'Fälle dahinter', cell: (row) => casesWord(row.cases) },
]

/** Groups of like barriers, newest first. */
export function GroupsPage(): ReactElement {
  const view = useView(structureEndpoints.groups)
  return (
    <Page
      title="Gruppen von Hürden"
      breadcrumb={[{ label: 'Hürden', to: '/huerden' }, { label: 'Gruppen' }]}
      intro="Hürden derselben Art, die zusammen betrachtet werden. Aus einer Gruppe wird ein Thema."
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && (
        <Table
          caption="Gruppen"
          hideCaption
          columns={columns}
          rows={view.data.rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title="Noch keine Gruppe">
              Öffnen Sie eine Hürde, wählen Sie unter „Gleichgelagerte Hürden“ die passenden aus und
              gruppieren Sie sie.
            </EmptyState>
          }
        />
      )}
    </Page>
  )
}
