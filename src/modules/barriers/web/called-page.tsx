import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Notice } from '../../../platform/web/ui/notice.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { problemEndpoints } from '../contract/endpoints.ts'
import { ProblemCard } from './problem-card.tsx'

/** Where case managers called the coordinator in: structured facts, no words without a release. */
export function CalledPage(): ReactElement {
  const client = useQueryClient()
  const view = useView(problemEndpoints.called)
  const refresh = () => void client.invalidateQueries({ queryKey: viewKey(problemEndpoints.called) })
  return (
    <Page
      title="Eingeschaltet"
      breadcrumb={[{ label: 'Hürden', to: '/huerden' }, { label: 'Eingeschaltet' }]}
      intro="Fälle, in denen Absprachen gescheitert sind oder eine Leitung entscheiden muss. Sie bereiten sie gemeinsam mit dem Case Management auf."
    >
      <div className="lt-stack">
        <Notice title="Sie sehen die Angaben, nicht den Text" source="Fachaufsicht, § 203 StGB">
          Braucht es mehr, gibt das Case Management den Fall für Sie frei.
        </Notice>
        {view.isPending && <Loading />}
        <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
        {view.data?.rows.length === 0 && (
          <EmptyState title="Zurzeit nirgends eingeschaltet">
            Sobald Sie gebraucht werden, steht es hier.
          </EmptyState>
        )}
        {view.data?.rows.map(({ problem, fileNumber, responsible, answered }) => (
          <section key={problem.id} aria-label={fileNumber} className="lt-stack">
            <p className="kern-body">
              <Link to="/faelle/$id" params={{ id: problem.caseId }}>
                {fileNumber}
              </Link>{' '}
              · zuständig: {responsible}
              {problem.coordinatorCalledOn && (
                <>
                  {' '}
                  · eingeschaltet am <Day at={problem.coordinatorCalledOn} />
                </>
              )}{' '}
              <Badge tone={answered ? 'success' : 'warning'}>
                {answered ? 'beantwortet' : 'wartet auf Ihre Antwort'}
              </Badge>
            </p>
            <ProblemCard problem={problem} onChanged={refresh} />
          </section>
        ))}
      </div>
    </Page>
  )
}
