import { lazy, Suspense, type ReactElement } from 'react'

import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Sheet } from '../../../platform/web/ui/sheet.tsx'
import { closeProblem, useProblemSheet } from './problem-sheet-store.ts'

const NewProblem = lazy(() => import('./new-problem.tsx'))

/** The sheet for a new barrier, over whatever page is open. */
export default function ProblemLayer(): ReactElement {
  const sheet = useProblemSheet()
  return (
    <Sheet open={sheet !== undefined} onClose={closeProblem} title="Hürde melden">
      {sheet && (
        <Suspense fallback={<Loading />}>
          <NewProblem key={`${sheet.caseId} ${sheet.originId}`} sheet={sheet} />
        </Suspense>
      )}
    </Sheet>
  )
}
