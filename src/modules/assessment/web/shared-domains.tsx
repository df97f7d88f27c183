import { useState, type ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import type { AssessmentScreen, AssessmentView, DomainView, RatingView } from '../contract/assessment.ts'
import { isAnswered, wordOf, type ValueName } from '../rules/rating.ts'
import { marks } from './marks.ts'
import { subjectsOf } from './subjects.ts'

interface SharedDomainsProps {
  screen: AssessmentScreen
  assessment: AssessmentView
}

const questions: readonly { readonly name: ValueName; readonly text: string }[] = [
  { name: 'clientView', text: 'So sehen Sie es' },
  { name: 'resource', text: 'Was schon da ist' },
  { name: 'need', text: 'Wo Unterstützung gebraucht wird' },
]

/** For looking at it together: what was said and no more. No notes of the professional, no urgency. */
export function SharedDomains({ screen, assessment }: SharedDomainsProps): ReactElement {
  const subjects = subjectsOf(screen)
  const [at, setAt] = useState(0)
  const { personId } = subjects[at] ?? subjects[0]!
  const rows = screen.domains.flatMap((domain) => {
    const rating = assessment.ratings.find(
      (one) => one.lifeDomain === domain.key && one.personId === personId,
    )
    return rating && isAnswered(rating) ? [{ domain, rating }] : []
  })
  return (
    <>
      {subjects.length > 1 && (
        <div className="lt-actions">
          {subjects.map((subject, index) => (
            <Button key={subject.label} aria-pressed={index === at} onClick={() => setAt(index)}>
              {subject.label}
            </Button>
          ))}
        </div>
      )}
      <h2 className="assess-share__title">Ihre Lebensbereiche</h2>
      {rows.length === 0 && <p>Es ist noch nichts besprochen.</p>}
      <ul className="assess-share__rows">
        {rows.map(({ domain, rating }) => (
          <SharedRow key={domain.key} domain={domain} rating={rating} scale={assessment.scale} />
        ))}
      </ul>
    </>
  )
}

function SharedRow(props: {
  domain: DomainView
  rating: RatingView
  scale: AssessmentView['scale']
}): ReactElement {
  const { domain, rating, scale } = props
  return (
    <li>
      <h3>{domain.label}</h3>
      {rating.state === 'notDiscussed' && <p>Darüber haben wir nicht gesprochen.</p>}
      {rating.state === 'unknown' && <p>Das wissen wir noch nicht.</p>}
      {rating.text?.clientWords && (
        <blockquote className="assess-quote" dir="auto">
          {rating.text.clientWords}
        </blockquote>
      )}
      {questions.map(({ name, text }) => {
        const value = rating[name]
        if (value === null || !scale) return null
        return (
          <p key={name}>
            {text}: <strong>{wordOf(scale, name, value)}</strong>{' '}
            <span className={`lt-profile__mark--${name}`} aria-hidden="true">
              {marks[name].repeat(scale.findIndex((step) => step.value === value) + 1)}
            </span>
          </p>
        )
      })}
    </li>
  )
}
