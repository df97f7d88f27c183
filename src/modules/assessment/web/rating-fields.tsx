import { useState, type ReactElement } from 'react'

import { ProblemError } from '../../../platform/web/problem-error.ts'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import type { PreviousRating, ScaleStep } from '../contract/assessment.ts'
import { ratingUrgencyLabels, type RatingUrgency } from '../contract/codes.ts'
import { valueChange } from '../rules/change.ts'
import { wordOf, type ValueName } from '../rules/rating.ts'
import { askedIn, inputOf, type RatingValues } from './rating-values.ts'
import { ScaleChoice } from './scale-choice.tsx'

interface RatingFieldsProps {
  id: string
  scale: readonly ScaleStep[] | null
  values: RatingValues
  ghost: PreviousRating | undefined
  previousScale: readonly ScaleStep[] | null
  /** What was refused at the last try. */
  error: unknown
  onChange: (part: Partial<RatingValues>, delayMs?: number) => void
}

/** Typing is saved after a pause, a choice at once. */
const TYPING_MS = 900
const order: readonly ValueName[] = ['resource', 'need', 'clientView']
const urgencies = Object.entries(ratingUrgencyLabels).map(([value, label]) => ({
  value: value as RatingUrgency,
  label,
}))

/** The questions of one life domain, as far as its state lets them be asked. */
export function RatingFields(props: RatingFieldsProps): ReactElement {
  const { id, scale, values, ghost, previousScale, error, onChange } = props
  const asked = askedIn(values.state)
  const ghostOf = (name: ValueName) => {
    const value = ghost?.[name] ?? null
    return value === null ? null : { value, word: wordOf(previousScale, name, value) }
  }
  const changeOf = (name: ValueName) =>
    values[name] === null
      ? null
      : valueChange(name, { rating: ghost, scale: previousScale }, { rating: inputOf(values), scale })
  return (
    <>
      <div className="assess-row__scales">
        {scale &&
          order
            .filter((name) => asked.includes(name))
            .map((name) => (
              <ScaleChoice
                key={name}
                id={`${id}-${name}`}
                name={name}
                scale={scale}
                value={values[name]}
                ghost={ghostOf(name)}
                change={changeOf(name)}
                onChange={(value) => onChange({ [name]: value })}
              />
            ))}
        {values.state === 'rated' && (
          <Chips
            id={`${id}-urgency`}
            label="Wie eilig ist es?"
            options={urgencies}
            value={values.urgency}
            onChange={(urgency) => onChange({ urgency })}
          />
        )}
      </div>
      <Words
        id={id}
        values={values}
        previous={ghost?.text ?? null}
        error={error}
        onChange={onChange}
        startOpen={scale === null}
      />
    </>
  )
}

type WordsProps = Pick<RatingFieldsProps, 'id' | 'values' | 'error' | 'onChange'> & {
  previous: PreviousRating['text']
  startOpen: boolean
}

/** Open where there is something to read; afterwards as the person leaves it. */
function Words({ id, values, previous, error, onChange, startOpen }: WordsProps): ReactElement {
  const [open, setOpen] = useState(startOpen || values.note !== '' || values.clientWords !== '')
  return (
    <details className="assess-words" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Notiz und eigene Worte</summary>
      <PreviousWords previous={previous} />
      <div className="lt-columns">
        <TextArea
          id={`${id}-clientWords`}
          label="In eigenen Worten der ratsuchenden Person"
          rows={2}
          maxLength={4000}
          dir="auto"
          value={values.clientWords}
          error={fieldError(error, 'clientWords')}
          onChange={(clientWords) => onChange({ clientWords }, TYPING_MS)}
        />
        <TextArea
          id={`${id}-note`}
          label="Notiz"
          rows={2}
          maxLength={4000}
          value={values.note}
          error={fieldError(error, 'note')}
          onChange={(note) => onChange({ note }, TYPING_MS)}
        />
      </div>
    </details>
  )
}

/** What was written last time, to read beside; nothing of it is taken over. */
function PreviousWords({ previous }: Pick<WordsProps, 'previous'>): ReactElement | null {
  if (!previous?.clientWords && !previous?.note) return null
  return (
    <div className="assess-ghost">
      {previous.clientWords && (
        <p dir="auto">
          Zuletzt in eigenen Worten: <q>{previous.clientWords}</q>
        </p>
      )}
      {previous.note && <p className="assess-text">Zuletzt notiert: {previous.note}</p>}
    </div>
  )
}

function fieldError(error: unknown, path: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  return error.problem.fields?.find((field) => field.path === path)?.message
}
