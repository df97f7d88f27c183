import { addDays, daysBetween, type PlainDate } from '../../../platform/contract/dates.ts'

/** Length of a consent where the district says nothing. A default of the program, shown as such; no source names one. */
export const DEFAULT_MONTHS = 12
/** Longest period the form accepts, so that nobody types "unlimited" as 2199; the database holds it too. */
export const LONGEST_MONTHS = 36

/** First and last day, both included. */
export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The same day so many months later; the last day of the month where there is no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}

/** From `from` for whole months: twelve months from 21.11.2026 end on 20.11.2027. */
export const periodOfMonths = (from: PlainDate, months: number): Period => ({
  from,
  to: addDays(addMonths(from, months), -1),
})

export function whyNotPeriod({ from, to }: Period): 'periodReversed' | 'periodTooLong' | null {
  if (to < from) return 'periodReversed'
  return to > addMonths(from, LONGEST_MONTHS) ? 'periodTooLong' : null
}

export const endsWithin = (to: PlainDate, today: PlainDate, days: number): boolean =>
  daysBetween(today, to) <= days

/** Periods in order; those that overlap or follow each other without a gap become one. */
export function joined(periods: readonly Period[]): Period[] {
  const result: Period[] = []
  for (const next of periods.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = result.at(-1)
    if (last && next.from <= addDays(last.to, 1)) {
      result[result.length - 1] = { from: last.from, to: last.to > next.to ? last.to : next.to }
    } else result.push({ from: next.from, to: next.to })
  }
  return result
}

/** The days that lie in both lists. */
export function inBoth(left: readonly Period[], right: readonly Period[]): Period[] {
  const both = left.flatMap((a) =>
    right.map((b) => ({ from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to })),
  )
  return joined(both.filter(({ from, to }) => from <= to))
}
