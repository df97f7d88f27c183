import { useState, type ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { SvgDrawing } from '../../../platform/web/ui/svg-drawing.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import type { AssessmentComparison } from '../contract/comparison.ts'
import { assessmentEndpoints } from '../contract/endpoints.ts'
import { compare } from '../rules/compare.ts'
import { trendChart } from '../rules/trend-chart.ts'
import { ComparedAssessments } from './compared-assessments.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { marks } from './marks.ts'
import { valueLabels } from './rating-values.ts'
import { subjectsAmong } from './subjects.ts'

/** All assessments of the case beside each other: who judged when, what changed, and the same as a drawing. */
export function ComparisonView({ caseId }: { caseId: string }): ReactElement {
  const view = useView(assessmentEndpoints.compare, { params: { id: caseId } })
  return (
    <div className="lt-stack">
      <div className="assess-status">
        <h2 className="kern-title">Vergleich der Assessments</h2>
        <div className="lt-actions">
          <Link
            to="/faelle/$id/$part"
            params={{ id: caseId, part: 'lebensbereiche' }}
            look="secondary"
            icon="back"
            small
          >
            Zum Assessment
          </Link>
          <Button size="small" icon="print" onClick={() => window.print()}>
            Drucken
          </Button>
        </div>
      </div>
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && <Comparison comparison={view.data} />}
    </div>
  )
}

function Comparison({ comparison }: { comparison: AssessmentComparison }): ReactElement {
  const { assessments, domains, leftOut } = comparison
  const subjects = subjectsAmong(
    comparison.subjects,
    assessments.flatMap(({ ratings }) => ratings),
  )
  const [chosen, setChosen] = useState('family')
  const subject = subjects.find(({ personId }) => (personId ?? 'family') === chosen) ?? subjects[0]!
  if (assessments.length < 2)
    return (
      <EmptyState title="Noch nichts zu vergleichen">
        Ein Vergleich entsteht mit dem ersten Re-Assessment.
      </EmptyState>
    )
  const rows = compare(domains, assessments, subject.personId)
  const dates = assessments.map(({ startedOn }) => formatDate(startedOn))
  const title = `Veränderung über die Zeit, ${subject.label}`
  return (
    <>
      {subjects.length > 1 && (
        <Chips
          id="comparison-subject"
          label="Um wen geht es?"
          options={subjects.map(({ personId, label }) => ({ value: personId ?? 'family', label }))}
          value={subject.personId ?? 'family'}
          onChange={(value) => setChosen(value === '' ? 'family' : value)}
        />
      )}
      {leftOut > 0 && (
        <p className="kern-body">
          Gezeigt sind die letzten {assessments.length} Assessments; {leftOut} ältere fehlen hier.
        </p>
      )}
      <ComparedAssessments comparison={comparison} />
      <Card title="Veränderung je Lebensbereich">
        <ComparisonTable rows={rows} assessments={assessments} caption={title} />
      </Card>
      {assessments.some(({ scale }) => scale !== null) && (
        <Card title="Verlauf als Bild">
          <p className="assess-legend" aria-hidden="true">
            {(['need', 'resource', 'clientView'] as const).map((name) => (
              <span key={name} className={`lt-profile__mark--${name}`}>
                {marks[name]} {valueLabels[name]}
              </span>
            ))}
          </p>
          <p className="kern-body kern-body--small">
            Oben steht viel, unten wenig. Beim Bedarf ist eine fallende Linie eine Verbesserung.
          </p>
          <SvgDrawing
            node={trendChart(rows, dates, `${title}. Dieselben Werte stehen in der Tabelle darüber.`)}
          />
        </Card>
      )}
    </>
  )
}
