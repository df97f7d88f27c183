import { useState, type ReactElement } from 'react'

import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Progress } from '../../../platform/web/ui/progress.tsx'
import type { AssessmentScreen, AssessmentView } from '../contract/assessment.ts'
import { assessmentKindLabels } from '../contract/codes.ts'
import { unansweredSince, withoutClientView } from '../rules/change.ts'
import { completenessOf } from '../rules/completeness.ts'
import { listWords } from '../rules/list-words.ts'
import { flushRows } from './use-row-saver.ts'

interface CompletionPanelProps {
  screen: AssessmentScreen
  assessment: AssessmentView
  busy: boolean
  onComplete: () => void
}

/** How far it is, and the one way on. Partial answers are fine; only nothing at all is not an assessment. */
export function CompletionPanel({
  screen,
  assessment,
  busy,
  onComplete,
}: CompletionPanelProps): ReactElement {
  const [unsaved, setUnsaved] = useState(false)
  const { total, answered, open } = completenessOf(screen.domains, assessment.ratings)
  const lost = unansweredSince(screen.domains, screen.previous?.ratings ?? [], assessment.ratings)
  const unasked = assessment.scale ? withoutClientView(screen.domains, assessment.ratings) : []
  const complete = async () => {
    const everything = await flushRows(assessment.id)
    setUnsaved(!everything)
    if (everything) onComplete()
  }
  return (
    <div className="lt-stack">
      <Progress
        label="Beantwortete Lebensbereiche"
        value={answered}
        max={total}
        text={`${answered} von ${total} Lebensbereichen beantwortet`}
      />
      {open.length > 0 && answered > 0 && (
        <p className="kern-body kern-body--small">
          Noch offen: {listWords(open)}. Sie können trotzdem abschließen; offene Bereiche bleiben offen.
        </p>
      )}
      {lost.length > 0 && answered > 0 && (
        <p className="kern-body kern-body--small">
          Beim letzten Mal beantwortet, diesmal noch nicht: {listWords(lost)}.
        </p>
      )}
      {unasked.length > 0 && (
        <p className="kern-body kern-body--small">
          Die eigene Sicht der ratsuchenden Person fehlt noch bei: {listWords(unasked)}.
        </p>
      )}
      {unsaved && (
        <Alert tone="warning" title="Eine Antwort ist noch nicht gespeichert." live>
          <p className="kern-body">Bitte sehen Sie die markierte Zeile an. Danach können Sie abschließen.</p>
        </Alert>
      )}
      <div className="lt-actions">
        <Button
          variant="primary"
          busy={busy}
          disabledReason={
            answered === 0
              ? 'Bitte beantworten Sie zuerst einen Lebensbereich. Auch „nicht besprochen“ ist eine Antwort.'
              : undefined
          }
          onClick={() => void complete()}
        >
          {`${assessmentKindLabels[assessment.kind]} abschließen`}
        </Button>
      </div>
    </div>
  )
}
