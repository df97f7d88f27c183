import { addDays, daysBetween, type PlainDate } from '../platform/contract/dates.ts'

/** Easter Sunday of a year of the Gregorian calendar (Gauss, as corrected by Lichtenberg). */
function easterOf(year: number): PlainDate {
  const k = Math.floor(year / 100)
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25)
  const s = 2 - Math.floor((3 * k + 3) / 4)
  const a = year % 19
  const d = (19 * a + m) % 30
  const r = Math.floor((d + Math.floor(a / 11)) / 29)
  const full = 21 + d - r
  const sunday = 7 - ((year + Math.floor(year / 4) + s) % 7)
  const day = full + 7 - ((full - sunday) % 7)
  return addDays(`${year}-03-01`, day - 1)
}

const fixed = ['01-01', '05-01', '10-03', '11-01', '12-25', '12-26']
/** Days after Easter: Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi. */
const moving = [-2, 1, 39, 50, 60]

/** Public holidays of North Rhine-Westphalia (§ 2 Feiertagsgesetz NW). */
export const isHoliday = (day: PlainDate): boolean =>
  fixed.includes(day.slice(5)) || moving.includes(daysBetween(easterOf(Number(day.slice(0, 4))), day))

export const isWorkingDay = (day: PlainDate): boolean =>
  Temporal.PlainDate.from(day).dayOfWeek <= 5 && !isHoliday(day)

/** The day itself where offices work, else the next one before (`-1`) or after (`1`), as offset from today. */
export function workingOffset(today: PlainDate, offset: number, towards: -1 | 1): number {
  let at = offset
  while (!isWorkingDay(addDays(today, at))) at += towards
  return at
}
