import { useSearch } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { AssessmentForm } from './assessment-form.tsx'
import { AssessmentRecord } from './assessment-record.tsx'
import './assessment.css'
import { ComparisonView } from './comparison-view.tsx'
import { ShareView } from './share-view.tsx'
import { StartPanel } from './start-panel.tsx'
import { StatusBar } from './status-bar.tsx'
import { useAssessment } from './use-assessment.ts'

/** Tab „Lebensbereiche“ of a case: the assessment, or with `?ansicht=vergleich` all of them beside each other. */
export default function AssessmentPart({ caseId }: { caseId: string }): ReactElement {
  const { ansicht } = useSearch({ strict: false }) as { ansicht?: string }
  return ansicht === 'vergleich' ? <ComparisonView caseId={caseId} /> : <Assessment caseId={caseId} />
}

/** The open assessment to fill in, or the last one as it was finished. */
function Assessment({ caseId }: { caseId: string }): ReactElement {
  const { view, actions, busy, error } = useAssessment(caseId)
  const [sharing, setSharing] = useState(false)
  const screen = view.data
  if (!screen) {
    return (
      <>
        {view.isPending && <Loading />}
        <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      </>
    )
  }
  const { current } = screen
  return (
    <div className="lt-stack">
      <ProblemAlert error={error ?? view.error} />
      {current && (
        <StatusBar
          screen={screen}
          assessment={current}
          onShare={() => setSharing(true)}
          busy={busy}
          onDiscard={() => actions.discard(current.id, current.version)}
          onUndo={() => actions.undoCompletion(current.id, current.version)}
        />
      )}
      {(!current || screen.can.includes('start')) && (
        <StartPanel screen={screen} busy={busy} onStart={actions.start} />
      )}
      {current &&
        (screen.can.includes('rate') ? (
          <AssessmentForm
            screen={screen}
            assessment={current}
            busy={busy}
            onComplete={() => actions.complete(current.id, current.version)}
          />
        ) : (
          <AssessmentRecord screen={screen} assessment={current} />
        ))}
      {sharing && current && (
        <ShareView screen={screen} assessment={current} onClose={() => setSharing(false)} />
      )}
    </div>
  )
}
