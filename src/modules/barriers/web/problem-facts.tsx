import { useState, type ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { barrierKindLabels, legalDomainLabels, unmetLabels } from '../../structure/index.ts'
import { arrangementOutcomeLabels, levelLabels, problemOriginLabels } from '../contract/codes.ts'
import type { ProblemView } from '../contract/problems.ts'
import { ArrangementEndForm } from './arrangement-form.tsx'
import { stepSentence } from './problem-words.ts'

/** What a problem says, its arrangements and its history. Empty facts are left out. */
export function ProblemFacts({
  problem,
  onChanged,
}: {
  problem: ProblemView
  onChanged: () => void
}): ReactElement {
  const { text } = problem
  const items = [
    { term: 'Art', value: barrierKindLabels[problem.kind] },
    { term: 'Einschätzung', value: `${problem.level} · ${levelLabels[problem.level]}` },
    { term: 'Lebensbereich', value: problem.lifeDomain?.label },
    { term: 'Woran es scheitert', value: problem.unmet && unmetLabels[problem.unmet] },
    { term: 'Stellen', value: problem.organisations.map(({ label }) => label).join(', ') },
    { term: 'Rechtskreise', value: problem.legalDomains.map((one) => legalDomainLabels[one]).join(', ') },
    { term: 'Ort', value: problem.municipality?.label },
    {
      term: 'Aufgefallen',
      value: `${formatDate(problem.noticedOn)}, ${problemOriginLabels[problem.origin]}`,
    },
    { term: 'Seit', value: problem.since && formatDate(problem.since) },
    { term: 'Verlorene Tage', value: problem.daysLost === null ? null : String(problem.daysLost) },
    { term: 'Was ist passiert', value: text?.description },
    { term: 'Was geholfen hat', value: text?.helped },
    { term: 'Sicht der Person', value: text?.clientView },
    {
      term: 'Worte',
      value: text === null ? 'nur mit Freigabe durch das Case Management' : null,
    },
  ]
  return (
    <>
      <DescriptionList
        items={items.filter((item): item is { term: string; value: string } => Boolean(item.value))}
      />
      <Arrangements problem={problem} onChanged={onChanged} />
      <details className="lt-why">
        <summary>Verlauf dieser Hürde</summary>
        <ul>
          {problem.steps.map((step) => (
            <li key={step.id}>
              {formatDate(step.onDate)}: {stepSentence(step)}
              {step.by && ` (${step.by})`}
              {step.note && <p className="kern-body">{step.note}</p>}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Arrangements({
  problem,
  onChanged,
}: {
  problem: ProblemView
  onChanged: () => void
}): ReactElement | null {
  const [ending, setEnding] = useState<string>()
  if (problem.arrangements.length === 0) return null
  const open = problem.arrangements.find(({ id }) => id === ending)
  return (
    <section aria-label="Absprachen" className="lt-stack">
      <h4 className="kern-label">Absprachen, mit Einwilligung; sie bleiben im Fall</h4>
      <ul>
        {problem.arrangements.map((one) => (
          <li key={one.id}>
            {one.organisation}, seit {formatDate(one.agreedOn)}{' '}
            {one.outcome === null ? (
              problem.can.includes('change') && (
                <Button size="small" variant="tertiary" onClick={() => setEnding(one.id)}>
                  Ergebnis festhalten
                </Button>
              )
            ) : (
              <Badge tone={one.outcome === 'failed' ? 'warning' : 'success'}>
                {arrangementOutcomeLabels[one.outcome]}
              </Badge>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <ArrangementEndForm
          problem={problem}
          arrangement={open}
          onCancel={() => setEnding(undefined)}
          onDone={() => {
            setEnding(undefined)
            onChanged()
          }}
        />
      )}
    </section>
  )
}
