import type { AssessmentView, DomainView } from '../contract/assessment.ts'
import { ratingStateLabels, ratingUrgencyLabels } from '../contract/codes.ts'
import { isAnswered, valueNames, wordOf, type ValueName } from './rating.ts'

/** One value of a profile: its place on the scale (0 lowest, 1 highest) and what it says. */
export interface ProfileValue {
  readonly value: number
  readonly position: number
  readonly word: string
}

export interface ProfileRow {
  readonly key: string
  readonly label: string
  readonly values: Readonly<Record<ValueName, ProfileValue | null>>
  readonly urgency: string | null
  /** Why there is nothing to draw: „nicht besprochen“, „gesperrt“, „noch offen“ … Null where a value stands. */
  readonly remark: string | null
}

/** The profile of the whole family (`personId` null) or of one person: every domain a row, also those without a value. */
export function profileOf(
  domains: readonly Pick<DomainView, 'key' | 'label' | 'locked'>[],
  { ratings, scale }: Pick<AssessmentView, 'ratings' | 'scale'>,
  personId: string | null,
): ProfileRow[] {
  const steps = (scale ?? []).map((step) => step.value).toSorted((a, b) => a - b)
  const positionOf = (value: number) => Math.max(0, steps.indexOf(value)) / Math.max(1, steps.length - 1)
  return domains.map(({ key, label, locked }) => {
    const rating = ratings.find((one) => one.lifeDomain === key && one.personId === personId)
    const shown = locked === null ? rating : undefined
    const valueOf = (name: ValueName): ProfileValue | null => {
      const value = shown?.[name] ?? null
      return value === null ? null : { value, position: positionOf(value), word: wordOf(scale, name, value) }
    }
    const values = { resource: valueOf('resource'), need: valueOf('need'), clientView: valueOf('clientView') }
    const empty = valueNames.every((name) => values[name] === null)
    const remark = locked ? 'gesperrt' : !isAnswered(rating) ? 'noch offen' : ratingStateLabels[rating!.state]
    const urgency = shown?.urgency ? ratingUrgencyLabels[shown.urgency] : null
    return { key, label, values, urgency, remark: empty ? remark : null }
  })
}
