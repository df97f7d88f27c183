import type { ReactElement } from 'react'

import { Card } from '../../../platform/web/ui/card.tsx'
import type { AssessmentScreen, AssessmentView } from '../contract/assessment.ts'
import { LockedDomain } from './locked-domain.tsx'
import { Profile } from './profile.tsx'
import { subjectsOf } from './subjects.ts'
import { SummaryText } from './summary-text.tsx'

interface AssessmentRecordProps {
  screen: AssessmentScreen
  assessment: AssessmentView
}

/** A finished assessment, or an open one for who only reads: profile, summary, and what was said. */
export function AssessmentRecord({ screen, assessment }: AssessmentRecordProps): ReactElement {
  const withRows = subjectsOf(screen).filter(
    ({ personId }) => personId === null || assessment.ratings.some((rating) => rating.personId === personId),
  )
  const locked = screen.domains.filter((domain) => domain.locked !== null)
  return (
    <div className="assess-columns">
      <div className="lt-stack">
        {withRows.map(({ personId, label }) => (
          <Card key={label} title={withRows.length > 1 ? `Profil: ${label}` : 'Profil'}>
            <Profile screen={screen} assessment={assessment} personId={personId} title={label} tableOpen />
          </Card>
        ))}
      </div>
      <div className="lt-stack assess-side">
        <Card title="Zusammenfassung">
          <SummaryText screen={screen} assessment={assessment} content={assessment.summary.content} />
        </Card>
        <Words screen={screen} assessment={assessment} />
        {locked.length > 0 && (
          <Card title="Gesperrt">
            {locked.map((domain) => (
              <div key={domain.key}>
                <h3 className="kern-label">{domain.label}</h3>
                <LockedDomain domain={domain} caseId={screen.caseId} mayRecord={screen.can.length > 0} />
              </div>
            ))}
          </Card>
        )}
      </div>
    </div>
  )
}

function Words({ screen, assessment }: AssessmentRecordProps): ReactElement | null {
  const name = (id: string | null) => subjectsOf(screen).find(({ personId }) => personId === id)?.label
  const rows = screen.domains.flatMap(({ key, label }) =>
    assessment.ratings
      .filter((one) => one.lifeDomain === key && (one.text?.note || one.text?.clientWords))
      .map((one) => ({
        ...one,
        heading: one.personId === null ? label : `${label} (${name(one.personId)})`,
      })),
  )
  if (rows.length === 0) return null
  return (
    <Card title="Notizen und eigene Worte">
      <div className="lt-stack">
        {rows.map(({ heading, text }) => (
          <div key={heading}>
            <h3 className="kern-label">{heading}</h3>
            {text?.clientWords && (
              <blockquote className="assess-quote" dir="auto">
                {text.clientWords}
              </blockquote>
            )}
            {text?.note && <p className="assess-text">{text.note}</p>}
          </div>
        ))}
      </div>
    </Card>
  )
}
