import { addDays, daysBetween, type PlainDate } from '../platform/contract/dates.ts'

/**
 * A day in the quarter `back` quarters before the one of `today`, as offset from today. Figures by quarter are the same
 * then on whatever day the demo data are loaded.
 */
export function dayInQuarter(today: PlainDate, back: number, at = 45): number {
  const quarter = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3) - back
  const month = String((quarter % 4) * 3 + 1).padStart(2, '0')
  return daysBetween(today, addDays(`${Math.floor(quarter / 4)}-${month}-01`, at))
}
