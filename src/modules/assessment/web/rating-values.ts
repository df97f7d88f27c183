import type { RatingView, ScaleStep } from '../contract/assessment.ts'
import {
  ratingStateLabels,
  ratingUrgencyLabels,
  type RatingState,
  type RatingUrgency,
} from '../contract/codes.ts'
import { valueNames, wordOf, type ValueName } from '../rules/rating.ts'

/** A row as it is typed. Values stay in the form when „nicht besprochen“ is ticked: a second tap brings them back. */
export interface RatingValues extends Record<ValueName, number | null> {
  state: RatingState
  urgency: RatingUrgency | ''
  note: string
  clientWords: string
}

export const valueLabels: Readonly<Record<ValueName, string>> = {
  need: 'Bedarf',
  resource: 'Ressource',
  clientView: 'Eigene Sicht',
}

export function valuesOf(rating: RatingView | undefined): RatingValues {
  return {
    state: rating?.state ?? 'rated',
    resource: rating?.resource ?? null,
    need: rating?.need ?? null,
    clientView: rating?.clientView ?? null,
    urgency: rating?.urgency ?? '',
    note: rating?.text?.note ?? '',
    clientWords: rating?.text?.clientWords ?? '',
  }
}

/** Which questions are asked in a state: all, only the client's view, or none. */
export function askedIn(state: RatingState): readonly ValueName[] {
  if (state === 'rated') return valueNames
  return state === 'unknown' ? ['clientView'] : []
}

/** What is sent: only what the state lets stand. */
export function inputOf(values: RatingValues) {
  const asked = askedIn(values.state)
  const value = (name: ValueName) => (asked.includes(name) ? values[name] : null)
  return {
    state: values.state,
    resource: value('resource'),
    need: value('need'),
    clientView: value('clientView'),
    urgency: values.state === 'rated' && values.urgency !== '' ? values.urgency : null,
    note: values.note,
    clientWords: values.clientWords,
  }
}

/** The row in words, for comparing two versions of it. */
export function wordsOf(values: RatingValues, scale: readonly ScaleStep[] | null): Record<string, string> {
  const input = inputOf(values)
  const value = (name: ValueName) => {
    const chosen = input[name]
    return chosen === null ? '' : `${chosen} – ${wordOf(scale, name, chosen)}`
  }
  return {
    state: ratingStateLabels[input.state],
    resource: value('resource'),
    need: value('need'),
    clientView: value('clientView'),
    urgency: input.urgency ? ratingUrgencyLabels[input.urgency] : '',
    note: input.note,
    clientWords: input.clientWords,
  }
}

export const rowLabels: Readonly<Record<string, string>> = {
  state: 'Besprochen?',
  ...valueLabels,
  urgency: 'Dringlichkeit',
  note: 'Notiz',
  clientWords: 'In eigenen Worten',
}
