import type { ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { ProblemCard } from './problem-card.tsx'
import { openProblem } from './problem-sheet-store.ts'
import { useProblems } from './use-problems.ts'

/** Tab „Hürden“ of a case: what stands in the way, where it went, what came of it. */
export default function ProblemsPart({ caseId }: { caseId: string }): ReactElement {
  const { list, error, retry, refresh } = useProblems(caseId)
  if (!list) return error ? <ProblemAlert error={error} onRetry={retry} /> : <Loading />
  const write = list.can.includes('write')
  return (
    <div className="lt-stack">
      <ProblemAlert error={error} onRetry={retry} />
      {write && (
        <div className="lt-actions">
          <Button
            variant={list.rows.length === 0 ? 'primary' : 'secondary'}
            icon="add"
            onClick={() => openProblem({ caseId })}
          >
            Hürde melden
          </Button>
        </div>
      )}
      {list.rows.length === 0 && (
        <EmptyState title="Noch keine Hürde">
          Steht etwas im Weg, das nicht an der Person liegt? Melden Sie es hier. Was hinausgeht, prüfen Sie
          vorher; Namen verlassen den Fall nie.
        </EmptyState>
      )}
      {list.more && (
        <p className="kern-body">Gezeigt sind die {list.rows.length} neuesten Hürden dieses Falls.</p>
      )}
      {list.rows.map((one) => (
        <ProblemCard key={`${one.id} ${one.version}`} problem={one} onChanged={() => void refresh()} />
      ))}
    </div>
  )
}
