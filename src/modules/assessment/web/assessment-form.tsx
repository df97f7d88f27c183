import { useState, type ReactElement } from 'react'

import { Card } from '../../../platform/web/ui/card.tsx'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import type { AssessmentScreen, AssessmentView } from '../contract/assessment.ts'
import { CompletionPanel } from './completion-panel.tsx'
import { DomainRow } from './domain-row.tsx'
import { LockedDomain } from './locked-domain.tsx'
import { PreviousAssessorNotice } from './previous-assessor-notice.tsx'
import { Profile } from './profile.tsx'
import { subjectsOf } from './subjects.ts'
import { SummaryEditor } from './summary-editor.tsx'

interface AssessmentFormProps {
  screen: AssessmentScreen
  assessment: AssessmentView
  busy: boolean
  onComplete: () => void
}

/** The open assessment on one page: a row for each life domain, beside it what comes of it. */
export function AssessmentForm({ screen, assessment, busy, onComplete }: AssessmentFormProps): ReactElement {
  const subjects = subjectsOf(screen)
  const [chosen, setChosen] = useState('')
  const subject = subjects.find(({ personId }) => (personId ?? '') === chosen) ?? subjects[0]!
  return (
    <div className="assess-columns">
      <div className="lt-stack">
        {screen.previous && <PreviousAssessorNotice previous={screen.previous} assessment={assessment} />}
        {subjects.length > 1 && (
          <Chips
            id="assessment-subject"
            label="Um wen geht es?"
            options={subjects.map(({ personId, label }) => ({ value: personId ?? 'family', label }))}
            value={subject.personId ?? 'family'}
            onChange={(value) => setChosen(value === 'family' ? '' : value)}
          />
        )}
        <Rows screen={screen} assessment={assessment} personId={subject.personId} />
        <CompletionPanel screen={screen} assessment={assessment} busy={busy} onComplete={onComplete} />
      </div>
      <div className="lt-stack assess-side">
        <SummaryEditor key={assessment.id} screen={screen} assessment={assessment} />
        {assessment.scale && (
          <Card title="Profil">
            <Profile
              screen={screen}
              assessment={assessment}
              personId={subject.personId}
              title={subject.label}
            />
          </Card>
        )}
      </div>
    </div>
  )
}

function Rows(
  props: Pick<AssessmentFormProps, 'screen' | 'assessment'> & { personId: string | null },
): ReactElement {
  const { screen, assessment, personId } = props
  const of = <R extends { lifeDomain: string; personId: string | null }>(
    ratings: readonly R[],
    key: string,
  ) => ratings.find((one) => one.lifeDomain === key && one.personId === personId)
  return (
    <>
      {screen.domains.map((domain) =>
        domain.locked ? (
          <section key={domain.key} className="assess-row">
            <h3 className="kern-title kern-title--small">{domain.label}</h3>
            <LockedDomain domain={domain} caseId={screen.caseId} mayRecord />
          </section>
        ) : (
          <DomainRow
            key={`${assessment.id}:${domain.key}:${personId ?? ''}`}
            caseId={screen.caseId}
            assessment={assessment}
            domain={domain}
            personId={personId}
            rating={of(assessment.ratings, domain.key)}
            ghost={of(screen.previous?.ratings ?? [], domain.key)}
            previousScale={screen.previous?.scale ?? null}
          />
        ),
      )}
    </>
  )
}
