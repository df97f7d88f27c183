import type { ComparedRating, ScaleStep } from '../contract/assessment.ts'
import { isAnswered, valueNames, type ValueName } from './rating.ts'

/**
 * How a life domain stands now against an earlier assessment, said of the person's situation: a need that fell is
 * better, a resource that fell is worse. `mixed`: one rose, the other fell. `incomparable`: the scale is another one.
 * `missing`: there was an answer then and there is none now. `new`: the other way round.
 */
export type Change = 'better' | 'same' | 'worse' | 'mixed' | 'incomparable' | 'missing' | 'new'

/** Words that stand beside the sign, never the sign alone. */
export const changeLabels: Readonly<Record<Change, string>> = {
  better: 'besser',
  same: 'gleich',
  worse: 'schlechter',
  mixed: 'teils besser, teils schlechter',
  incomparable: 'nicht vergleichbar, andere Skala',
  missing: 'diesmal ohne Angabe',
  new: 'neu',
}

export const changeSigns: Readonly<Record<Change, string>> = {
  better: '↗',
  same: '=',
  worse: '↘',
  mixed: '↕',
  incomparable: '≠',
  missing: '–',
  new: '+',
}

/** One row of an assessment with the scale its numbers belong to. */
export interface Judged {
  readonly rating: Omit<ComparedRating, 'lifeDomain' | 'personId'> | undefined
  readonly scale: readonly ScaleStep[] | null
}

/** Change of one question; null where neither time has a value. */
export function valueChange(name: ValueName, before: Judged, after: Judged): Change | null {
  const [then, now] = [before.rating?.[name] ?? null, after.rating?.[name] ?? null]
  if (then === null) return now === null ? null : 'new'
  if (now === null) return 'missing'
  if (!sameScale(before.scale, after.scale)) return 'incomparable'
  if (then === now) return 'same'
  const rose = now > then
  return (name === 'need' ? !rose : rose) ? 'better' : 'worse'
}

/**
 * Change of the whole domain in the professional's judgement (resource and need); the client's own view stands beside
 * it and is not mixed in. Null where there is nothing to compare.
 */
export function domainChange(before: Judged, after: Judged): Change | null {
  const changes = (['resource', 'need'] as const)
    .map((name) => valueChange(name, before, after))
    .filter((one) => one !== null)
  if (changes.length === 0) {
    const [then, now] = [isAnswered(before.rating), isAnswered(after.rating)]
    return then === now ? null : now ? 'new' : 'missing'
  }
  const [better, worse] = [changes.includes('better'), changes.includes('worse')]
  if (better && worse) return 'mixed'
  if (better) return 'better'
  if (worse) return 'worse'
  return changes.find((one) => one !== 'same') ?? 'same'
}

/** Numbers mean the same when the steps are the same; reworded steps stay comparable. */
function sameScale(a: Judged['scale'], b: Judged['scale']): boolean {
  const values = (scale: Judged['scale']) => (scale ?? []).map((step) => step.value).join(' ')
  return values(a) === values(b)
}

/** Labels of the domains that had an answer last time and have none now, for the family or for a person. */
export function unansweredSince(
  domains: readonly { key: string; label: string; locked: unknown }[],
  before: readonly ComparedRating[],
  after: readonly ComparedRating[],
): string[] {
  const answered = (ratings: readonly ComparedRating[], key: string) =>
    ratings.some((one) => one.lifeDomain === key && isAnswered(one))
  return domains
    .filter(({ key, locked }) => locked === null && answered(before, key) && !answered(after, key))
    .map(({ label }) => label)
}

/** Labels of the rated domains in which nobody asked the client's own view (R056). */
export function withoutClientView(
  domains: readonly { key: string; label: string }[],
  ratings: readonly ComparedRating[],
): string[] {
  return domains
    .filter(({ key }) => {
      const rows = ratings.filter((one) => one.lifeDomain === key && one.state === 'rated')
      return (
        rows.some((one) => valueNames.some((name) => one[name] !== null)) &&
        rows.every((one) => one.clientView === null)
      )
    })
    .map(({ label }) => label)
}
