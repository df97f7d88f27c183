import type { PreviousRating, RatingValues, ScaleStep } from '../contract/assessment.ts'
import type { RatingInput } from '../contract/endpoints.ts'

export type ValueName = keyof RatingValues
export const valueNames: readonly ValueName[] = ['resource', 'need', 'clientView']

export type RatingFault = 'notOnScale' | 'noScale' | 'valueWithoutRating'

export interface FaultyField {
  readonly path: string
  readonly code: RatingFault
}

/** Every field of a row that cannot stand: a value off the scale, any value without scale, a value where nothing was rated. */
export function ratingFaults(
  input: Pick<RatingInput, ValueName | 'state' | 'urgency'>,
  scale: readonly ScaleStep[] | null,
): FaultyField[] {
  const faults: FaultyField[] = valueNames.flatMap((name) => {
    const code = whyNotValue(input, name, scale)
    return code === null ? [] : [{ path: name, code }]
  })
  if (input.state !== 'rated' && input.urgency !== null)
    faults.push({ path: 'urgency', code: 'valueWithoutRating' })
  return faults
}

function whyNotValue(
  input: Pick<RatingInput, ValueName | 'state'>,
  name: ValueName,
  scale: readonly ScaleStep[] | null,
): RatingFault | null {
  const value = input[name]
  if (value === null) return null
  // The client may have a view of what the professional does not know.
  const mayStand = input.state === 'rated' || (input.state === 'unknown' && name === 'clientView')
  if (!mayStand) return 'valueWithoutRating'
  if (scale === null) return 'noScale'
  return scale.some((step) => step.value === value) ? null : 'notOnScale'
}

interface Answer extends RatingValues {
  readonly state: PreviousRating['state']
  readonly urgency?: string | null
  readonly text?: { note: string | null; clientWords: string | null } | null
}

/** Whether a row says anything. A row that was cleared again stays in the table and is open. */
export function isAnswered(rating: Answer | undefined): boolean {
  if (rating === undefined) return false
  if (rating.state !== 'rated') return true
  const words = rating.text?.note ?? rating.text?.clientWords ?? null
  return (
    words !== null || (rating.urgency ?? null) !== null || valueNames.some((name) => rating[name] !== null)
  )
}

/** Word of a step, e.g. `hoher Bedarf`; the bare number where the scale has no such step. */
export function wordOf(scale: readonly ScaleStep[] | null, name: ValueName, value: number): string {
  return scale?.find((step) => step.value === value)?.[name] ?? String(value)
}
