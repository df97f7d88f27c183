import type { ReactElement } from 'react'

import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import type { AssessmentScreen, AssessmentView } from '../contract/assessment.ts'
import { assessmentKindLabels } from '../contract/codes.ts'
import { DiscardButton } from './discard-button.tsx'

interface StatusBarProps {
  screen: AssessmentScreen
  assessment: AssessmentView
  onShare: () => void
  onUndo: () => void
  onDiscard: () => void
  busy: boolean
}

/** What one is looking at, since when, and when the next one is due. */
export function StatusBar(props: StatusBarProps): ReactElement {
  const { screen, assessment, onShare, onUndo, onDiscard, busy } = props
  const { kind, startedOn, finishedOn, by, finishedBy } = assessment
  return (
    <div className="assess-status">
      <h2 className="kern-title">{assessmentKindLabels[kind]}</h2>
      <Badge tone={finishedOn ? 'success' : 'info'}>{finishedOn ? 'abgeschlossen' : 'offen'}</Badge>
      <p className="kern-body">
        begonnen <Day at={startedOn} /> von {by.name}
        {finishedOn && (
          <>
            , abgeschlossen <Day at={finishedOn} />
            {finishedBy && finishedBy.id !== by.id && ` von ${finishedBy.name}`}
          </>
        )}
      </p>
      {finishedOn && <DueDate screen={screen} />}
      <div className="lt-actions">
        <Button size="small" icon="eye" onClick={onShare}>
          Bildschirm teilen
        </Button>
        {screen.history.length > 1 && (
          <Link
            to="/faelle/$id/$part"
            params={{ id: screen.caseId, part: 'lebensbereiche' }}
            search={{ ansicht: 'vergleich' }}
            look="secondary"
            icon="chart"
            small
          >
            Assessments vergleichen
          </Link>
        )}
        {screen.can.includes('discard') && (
          <DiscardButton assessment={assessment} busy={busy} onDiscard={onDiscard} />
        )}
        {screen.can.includes('undoCompletion') && (
          <Button size="small" variant="tertiary" icon="back" onClick={onUndo}>
            Abschluss zurücknehmen
          </Button>
        )}
      </div>
    </div>
  )
}

function DueDate({ screen }: { screen: AssessmentScreen }): ReactElement | null {
  const { dueOn, months, isDefault } = screen.reassessment
  if (dueOn === null) return null
  return (
    <div>
      <p className="kern-body">
        Nächstes Re-Assessment: <Day at={dueOn} />
      </p>
      <Why>
        {`In Ihrem Kreis liegen ${months} Monate zwischen zwei Assessments.`}
        {isDefault && ' Das ist eine Vorgabe des Programms; das Konzept Ihres Kreises nennt keinen Abstand.'}
      </Why>
    </div>
  )
}
