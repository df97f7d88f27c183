import type { DomainView, ScaleStep } from '../contract/assessment.ts'
import type { ComparedAssessment } from '../contract/comparison.ts'
import { ratingStateLabels } from '../contract/codes.ts'
import { domainChange, valueChange, type Change, type Judged } from './change.ts'
import { isAnswered, valueNames, wordOf, type ValueName } from './rating.ts'

/** One question at one time. */
export interface ComparedValue {
  readonly value: number
  readonly word: string
  /** Place on the scale, 0 lowest, 1 highest. */
  readonly position: number
  /** Against the last earlier assessment with a value; null: there is none. */
  readonly change: Change | null
}

/** One life domain in one assessment. */
export interface ComparedCell {
  readonly assessmentId: string
  readonly values: Readonly<Record<ValueName, ComparedValue | null>>
  /** Why no value stands here: „noch offen“, „nicht besprochen“, „gesperrt“ … */
  readonly remark: string | null
  /** Of the domain as a whole, against the last earlier assessment that answered it. */
  readonly change: Change | null
}

export interface ComparedRow {
  readonly key: string
  readonly label: string
  readonly cells: readonly ComparedCell[]
}

type Domain = Pick<DomainView, 'key' | 'label' | 'locked'>

/** Each life domain over all assessments (oldest first), for the whole family (`personId` null) or one person. */
export function compare(
  domains: readonly Domain[],
  assessments: readonly ComparedAssessment[],
  personId: string | null,
): ComparedRow[] {
  return domains.map(({ key, label, locked }) => {
    const times: Judged[] = assessments.map(({ ratings, scale }) => ({
      rating: ratings.find((one) => one.lifeDomain === key && one.personId === personId),
      scale,
    }))
    return {
      key,
      label,
      cells: assessments.map(({ id }, at) => cellOf(id, times.slice(0, at), times[at]!, locked !== null)),
    }
  })
}

function cellOf(
  assessmentId: string,
  earlier: readonly Judged[],
  now: Judged,
  locked: boolean,
): ComparedCell {
  const valueOf = (name: ValueName): ComparedValue | null => {
    const value = now.rating?.[name] ?? null
    if (value === null) return null
    const before = earlier.findLast(({ rating }) => (rating?.[name] ?? null) !== null)
    const change = before ? valueChange(name, before, now) : null
    return { value, word: wordOf(now.scale, name, value), position: positionOf(now.scale, value), change }
  }
  const values = { resource: valueOf('resource'), need: valueOf('need'), clientView: valueOf('clientView') }
  const empty = valueNames.every((name) => values[name] === null)
  const before = earlier.findLast(({ rating }) => isAnswered(rating))
  return {
    assessmentId,
    values,
    remark: empty ? remarkOf(now, locked) : null,
    change: before && !locked ? domainChange(before, now) : null,
  }
}

function remarkOf({ rating }: Judged, locked: boolean): string {
  if (locked) return 'gesperrt'
  if (!rating || (rating.state === 'rated' && !isAnswered(rating))) return 'ohne Angabe'
  return ratingStateLabels[rating.state]
}

function positionOf(scale: readonly ScaleStep[] | null, value: number): number {
  const steps = (scale ?? []).map((step) => step.value).toSorted((a, b) => a - b)
  return Math.max(0, steps.indexOf(value)) / Math.max(1, steps.length - 1)
}

/** Whether somebody else judged than the time before: who finished it, else who began it. */
export function assessorChanged(assessments: readonly ComparedAssessment[], at: number): boolean {
  const judge = (one: ComparedAssessment | undefined) => one && (one.finishedBy ?? one.by).id
  return at > 0 && judge(assessments[at]) !== judge(assessments[at - 1])
}
