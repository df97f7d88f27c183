import type { PlainDate } from '../../../platform/contract/dates.ts'

/** A quarter as `2026-Q3`; sorts as text. */
export type Quarter = string

export const quarterOf = (day: PlainDate): Quarter =>
  `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`

export function nextQuarter(quarter: Quarter, by = 1): Quarter {
  const index = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + by
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
}

/**
 * The quarters compared: up to `span` before the quarter of implementation and up to `span` after it. The quarter in
 * which it happened belongs to neither, and the one that is still running is never shown: it would be read again
 * with one more report, and the difference would be that report.
 */
export function windowOf(
  implementedOn: PlainDate | null,
  today: PlainDate,
  span = 4,
): { before: Quarter[]; after: Quarter[] } {
  const running = quarterOf(today)
  const turn = implementedOn === null ? running : quarterOf(implementedOn)
  const before = Array.from({ length: span }, (_, index) => nextQuarter(turn, index - span))
  const after = Array.from({ length: span }, (_, index) => nextQuarter(turn, index + 1))
  return {
    before: before.filter((quarter) => quarter < running),
    after: after.filter((quarter) => quarter < running),
  }
}

/** Exact numbers of one quarter. `daysLost` belongs to the barriers: it is shown exactly where they are. */
export interface QuarterCounts {
  readonly quarter: Quarter
  readonly barriers: number
  readonly daysLost: number
  readonly contacts: number
  readonly referrals: number
  /** How many people reported anything, of any kind; never who. */
  readonly reporters: number
}

/** Whether reporting itself changed so much that fewer barriers may only mean fewer reports. */
export function reportingChanged(before: readonly QuarterCounts[], after: readonly QuarterCounts[]): boolean {
  const mean = (rows: readonly QuarterCounts[]) =>
    rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + row.reporters, 0) / rows.length
  const [was, is] = [mean(before), mean(after)]
  if (before.length === 0 || after.length === 0) return false
  return Math.abs(is - was) > Math.max(was, is) / 4
}

/** Barriers for each 100 contacts; null where there were none to compare with, or where a number is not shown. */
export const rateOf = (barriers: number | null, contacts: number | null): number | null =>
  barriers === null || contacts === null || contacts === 0
    ? null
    : Math.round((barriers / contacts) * 1000) / 10
