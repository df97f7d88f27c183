import type { ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import type { AssessmentScreen, AssessmentView } from '../contract/assessment.ts'

interface PreviousAssessorNoticeProps {
  previous: NonNullable<AssessmentScreen['previous']>
  assessment: AssessmentView
}

/** Somebody else judged last time: numbers of two persons are not the same measure. */
export function PreviousAssessorNotice(props: PreviousAssessorNoticeProps): ReactElement | null {
  const { previous, assessment } = props
  if (previous.by.id === (assessment.finishedBy ?? assessment.by).id) return null
  return (
    <Alert tone="info" title="Andere Fachkraft als beim letzten Mal">
      <p className="kern-body">
        {`Das Assessment vom ${formatDate(previous.finishedOn)} hat ${previous.by.name} abgeschlossen. Einstufungen verschiedener Personen lassen sich nur mit Vorsicht vergleichen.`}
      </p>
    </Alert>
  )
}
