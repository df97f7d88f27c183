import type { ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import type { ScaleStep } from '../contract/assessment.ts'
import type { Change } from '../rules/change.ts'
import { wordOf, type ValueName } from '../rules/rating.ts'
import { ChangeWords } from './change-words.tsx'
import { marks } from './marks.ts'
import { valueLabels } from './rating-values.ts'

interface ScaleChoiceProps {
  id: string
  name: ValueName
  scale: readonly ScaleStep[]
  value: number | null
  /** Last time's value, shown as a ghost. */
  ghost: { value: number; word: string } | null
  /** Against last time; null while nothing is chosen. */
  change: Change | null
  onChange: (value: number | null) => void
}

/** One question on the district's scale: numbers to press, and always the word they stand for. */
export function ScaleChoice(props: ScaleChoiceProps): ReactElement {
  const { id, name, scale, value, ghost, change, onChange } = props
  const [first, last] = [scale[0], scale.at(-1)]
  return (
    <fieldset className="assess-scale" id={id}>
      <legend className="kern-label">
        <span aria-hidden="true">{marks[name]} </span>
        {valueLabels[name]}
      </legend>
      <div className="assess-scale__steps">
        {scale.map((step) => (
          <label
            key={step.value}
            className={`assess-step${ghost?.value === step.value ? ' assess-step--ghost' : ''}`}
            title={step[name]}
          >
            <input
              type="radio"
              name={id}
              checked={value === step.value}
              onChange={() => onChange(step.value)}
            />
            <span className="assess-step__face">
              {step.value}
              <span className="kern-sr-only"> – {step[name]}</span>
            </span>
          </label>
        ))}
        {value !== null && (
          <Button size="small" variant="tertiary" icon="close" iconOnly onClick={() => onChange(null)}>
            {`${valueLabels[name]}: Antwort löschen`}
          </Button>
        )}
      </div>
      <p className="assess-scale__word">
        {value === null ? `${first?.[name]} … ${last?.[name]}` : wordOf(scale, name, value)}
      </p>
      {ghost && (
        <p className="assess-ghost">
          zuletzt {ghost.value} – {ghost.word}
          {change && (
            <>
              {', jetzt '}
              <ChangeWords change={change} />
            </>
          )}
        </p>
      )}
    </fieldset>
  )
}
