import type { ReactElement } from 'react'

import type { AssessmentScreen, AssessmentView } from '../contract/assessment.ts'
import { summarise } from '../rules/summarise.ts'

interface SummaryTextProps {
  screen: AssessmentScreen
  assessment: AssessmentView
  content: string | null
}

/** The edited text, or the one that writes itself from the answers. */
export function SummaryText({ screen, assessment, content }: SummaryTextProps): ReactElement {
  if (content !== null) return <p className="assess-text">{content}</p>
  const sentences = summarise({ ...screen, ...assessment })
  const withheld = assessment.summary.withheld === 'basisMissing'
  return (
    <>
      {withheld && (
        <p className="kern-body kern-body--muted">
          Der bearbeitete Text ist gesperrt, weil er auf einem Lebensbereich ohne Rechtsgrundlage beruht.
        </p>
      )}
      {sentences.length === 0 && (
        <p className="kern-body kern-body--muted">
          Schreibt sich von selbst, sobald der erste Bereich beantwortet ist.
        </p>
      )}
      {sentences.map((sentence) => (
        <p className="assess-text" key={sentence}>
          {sentence}
        </p>
      ))}
    </>
  )
}
