import { z } from 'zod'
import { addDays, germanDate, PlainDate } from './plain-date.ts'

/**
 * Half-open: `from` belongs to the range, `to` does not; without `to` it goes on. The same as PostgreSQL's
 * `daterange '[)'`. People read and write the last day: `lastDayOf`, `rangeThrough`.
 */
export const DateRange = z
  .strictObject({ from: PlainDate, to: PlainDate.optional() })
  .refine((range) => range.to === undefined || range.to > range.from, {
    error: 'Das Ende muss nach dem Anfang liegen.',
    path: ['to'],
    params: { code: 'dateRange.empty' },
  })
  .meta({ id: 'DateRange', description: 'Half-open: "to" is the first day that no longer belongs to it.' })
export type DateRange = z.infer<typeof DateRange>

export const rangeContains = (range: DateRange, day: PlainDate): boolean =>
  day >= range.from && (range.to === undefined || day < range.to)

export const rangesOverlap = (a: DateRange, b: DateRange): boolean =>
  (b.to === undefined || a.from < b.to) && (a.to === undefined || b.from < a.to)

/** From first to last day, both included, as people write a period. */
export const rangeThrough = (from: PlainDate, lastDay?: PlainDate): DateRange =>
  lastDay === undefined ? { from } : { from, to: addDays(lastDay, 1) }

export const lastDayOf = (range: DateRange): PlainDate | undefined =>
  range.to === undefined ? undefined : addDays(range.to, -1)

/** `01.03.2026 bis 31.05.2026` or `seit 01.03.2026`. */
export function germanRange(range: DateRange): string {
  const lastDay = lastDayOf(range)
  return lastDay === undefined
    ? `seit ${germanDate(range.from)}`
    : `${germanDate(range.from)} bis ${germanDate(lastDay)}`
}
