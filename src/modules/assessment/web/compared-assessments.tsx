import type { ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { assessmentKindLabels } from '../contract/codes.ts'
import type { AssessmentComparison } from '../contract/comparison.ts'
import { assessorChanged } from '../rules/compare.ts'
import { listWords } from '../rules/list-words.ts'
import { isAnswered } from '../rules/rating.ts'

/** When, by whom, and what each of them left without an answer. */
export function ComparedAssessments({ comparison }: { comparison: AssessmentComparison }): ReactElement {
  const { assessments, domains } = comparison
  const askable = domains.filter(({ locked }) => locked === null)
  return (
    <Card title="Was verglichen wird">
      <ol className="assess-times">
        {assessments.map((one, at) => {
          const missing = askable.filter(
            ({ key }) => !one.ratings.some((rating) => rating.lifeDomain === key && isAnswered(rating)),
          )
          const { by, finishedBy } = one
          return (
            <li key={one.id}>
              <p className="kern-body">
                <strong>
                  {assessmentKindLabels[one.kind]} vom {formatDate(one.startedOn)}
                </strong>
                {one.episode > 1 && `, ${one.episode}. Begleitung`}: {by.name}
                {finishedBy && finishedBy.id !== by.id && `, abgeschlossen von ${finishedBy.name}`}{' '}
                {one.finishedOn === null && <Badge tone="info">offen</Badge>}{' '}
                {assessorChanged(assessments, at) && <Badge tone="warning">andere Fachkraft als zuvor</Badge>}
              </p>
              {missing.length > 0 && (
                <p className="kern-body kern-body--small">
                  Ohne Angabe: {listWords(missing.map(({ label }) => label))}
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
