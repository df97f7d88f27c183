import type { ReactElement } from 'react'
import { formatDate } from '../../../../platform/web/dates.ts'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { Pager } from '../../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { usePages } from '../../../../platform/web/use-view.ts'
import { partnerRequestEndpoints, type PartnerRequestRow } from '../../contract/requests/index.ts'
import { partnerAnswerText } from './partner-words.ts'

/** „KIM hinzuziehen“: what the own office asked, and the short answer. */
export function PartnerPage(): ReactElement {
  const page = usePages(partnerRequestEndpoints.list, { query: {} })
  return (
    <Page
      title="KIM hinzuziehen"
      intro="Anfragen Ihrer Abteilung an das Kommunale Integrationsmanagement. Sie sehen hier die Antwort, sonst nichts von der Beratung."
      actions={
        <Link to="/kim-anfragen/neu" look="primary" icon="add">
          Beratung anfragen
        </Link>
      }
    >
      <ProblemAlert error={page.error} onRetry={page.retry} />
      {page.loading && !page.error && <Loading />}
      {!page.loading && !page.error && (
        <Table
          caption="Anfragen an KIM"
          hideCaption
          columns={columns}
          rows={page.rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="Ihre Abteilung hat noch nicht angefragt">
              Mit Zustimmung der Person fragen Sie eine Beratung an. Eine Anfrage wird nach kurzer Zeit
              gelöscht, wenn kein Fall daraus wird.
            </EmptyState>
          }
        />
      )}
      <Pager {...page.pager} />
    </Page>
  )
}

const columns: Column<PartnerRequestRow>[] = [
  { key: 'sentOn', header: 'Angefragt am', rowHeader: true, cell: ({ sentOn }) => formatDate(sentOn) },
  { key: 'reference', header: 'Ihr Zeichen', cell: ({ reference }) => reference ?? '–' },
  { key: 'site', header: 'Standort', cell: ({ site }) => site },
  { key: 'answer', header: 'Antwort', cell: partnerAnswerText },
]
