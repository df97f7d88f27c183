import type { ReactElement } from 'react'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Chips } from '../../../../platform/web/ui/chips.tsx'
import { Why } from '../../../../platform/web/ui/why.tsx'
import type { BoundField } from '../../../../platform/web/forms/use-form.ts'
import { CriterionAnswer, criterionAnswerLabels, intensityLabels } from '../../contract/codes.ts'
import { criteria, suggestIntensity, type Criterion, type Suggestion } from '../../rules/intake.ts'
import { useLists } from '../use-lists.ts'

const answers = CriterionAnswer.options.map((value) => ({ value, label: criterionAnswerLabels[value] }))
const order = Object.keys(criteria) as Criterion[]

const reasons: Readonly<Record<Suggestion['reason'], string>> = {
  allMet: 'Alle fünf Kriterien treffen zu.',
  someMet: 'Mehrere Kriterien treffen zu, aber nicht alle.',
  fewMet: 'Höchstens ein Kriterium trifft zu.',
  clientDoesNotAgree: 'Die Person möchte kein intensives Case Management; die Teilnahme ist freiwillig.',
  tooLittleKnown: 'Es ist noch wenig bekannt.',
}

interface CriteriaFieldsProps {
  field: (criterion: Criterion) => BoundField<CriterionAnswer>
  values: Readonly<Record<Criterion, CriterionAnswer>>
}

/** The five criteria of case management as a decision aid, with the suggestion that follows and why. */
export function CriteriaFields({ field, values }: CriteriaFieldsProps): ReactElement {
  const lists = useLists()
  const suggestion = suggestIntensity(values)
  const label = lists.label('intensity', suggestion.intensity)
  return (
    <div className="lt-stack">
      {order.map((criterion) => {
        const bound = field(criterion)
        return (
          <Chips
            key={criterion}
            {...bound}
            label={criteria[criterion]}
            options={answers}
            onChange={(value) => value !== '' && bound.onChange(value)}
          />
        )
      })}
      <Alert
        tone="info"
        title={`Vorschlag: ${label === suggestion.intensity ? intensityLabels[suggestion.intensity] : label}`}
        live
      >
        <Why source="Kriterien des Case Managements (DGCC)">
          {reasons[suggestion.reason]}
          {suggestion.because.length > 0 && (
            <ul>
              {suggestion.because.map((criterion) => (
                <li key={criterion}>
                  {criteria[criterion]}: {criterionAnswerLabels[values[criterion]]}
                </li>
              ))}
            </ul>
          )}
          Sie entscheiden.
        </Why>
      </Alert>
    </div>
  )
}
