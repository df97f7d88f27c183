import { useState, type ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { barrierStateLabels, periodLabel, placeKindLabels } from '../../structure/index.ts'
import type { OwnBarrier, ProblemView } from '../contract/problems.ts'
import { GateTextForm } from './gate-text-form.tsx'

interface OwnBarrierCardProps {
  problem: ProblemView
  barrier: OwnBarrier
  onChanged: () => void
}

/** Where the barrier went and what came of it; questions are answered here. */
export function OwnBarrierCard({ problem, barrier, onChanged }: OwnBarrierCardProps): ReactElement {
  const [answering, setAnswering] = useState<string>()
  const close = () => setAnswering(undefined)
  return (
    <section aria-label="Was daraus wurde" className="lt-stack">
      <h4 className="kern-heading-small">Was daraus wurde</h4>
      <BarrierOutcome barrier={barrier} reportedOn={problem.reportedOn} />
      {barrier.questions.map((one) => (
        <div key={one.id} className="lt-stack">
          <p className="kern-body">
            <strong>Rückfrage vom {formatDate(one.askedOn)}:</strong> {one.question}
          </p>
          {one.answer !== null && <p className="kern-body">Ihre Antwort: {one.answer}</p>}
          {one.answer === null &&
            problem.can.includes('add') &&
            (answering === one.id ? (
              <GateTextForm
                problem={problem}
                what="reply"
                questionId={one.id}
                onCancel={close}
                onDone={() => {
                  close()
                  onChanged()
                }}
              />
            ) : (
              <div className="lt-actions">
                <Button variant="primary" onClick={() => setAnswering(one.id)}>
                  Rückfrage beantworten
                </Button>
              </div>
            ))}
        </div>
      ))}
    </section>
  )
}

const answerKinds: Readonly<Record<string, string>> = {
  theme: 'Thema',
  paper: 'Schnittstellenpapier',
  agreement: 'Vereinbarung',
  measure: 'Maßnahme',
  solution: 'Lösung',
}

/** Also of an impulse without a case. */
export function BarrierOutcome({
  barrier,
  reportedOn,
}: {
  barrier: OwnBarrier
  reportedOn: string | null
}): ReactElement {
  const where = barrier.placeKind === 'kreis' ? placeKindLabels.kreis : (barrier.place ?? '')
  const items = [
    { term: 'Gemeldet als', value: barrier.title },
    { term: 'Am', value: reportedOn && formatDate(reportedOn) },
    { term: 'Dort sichtbar', value: `${where}, ${periodLabel(barrier.periodGrain, barrier.periodFrom)}` },
    { term: 'Nachgetragen', value: barrier.additions.join(' · ') },
  ]
  return (
    <>
      <DescriptionList
        items={items.filter((item): item is { term: string; value: string } => Boolean(item.value))}
      />
      <ul>
        {barrier.answers.map((one, at) => (
          <li key={at}>
            {one.kind !== 'barrier' && (
              <>
                {answerKinds[one.kind] ?? ''} <strong>{one.title}: </strong>
              </>
            )}
            <Badge tone={one.words === null ? 'neutral' : 'success'}>
              {(barrierStateLabels as Record<string, string>)[one.state] ?? one.state}
            </Badge>{' '}
            {one.onDate && `seit ${formatDate(one.onDate)}`}
            {one.words && <p className="kern-body">{one.words}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
