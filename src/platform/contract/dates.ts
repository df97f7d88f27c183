/** Calendar dates as ISO text, birth dates as far as they are known, half-open ranges. No clock: today is an argument. */
export { berlinDay } from './dates/berlin-day.ts'
export {
  ageAt,
  BirthDate,
  germanBirthDate,
  isOfAge,
  whyBirthDateImpossible,
  type Age,
} from './dates/birth-date.ts'
export {
  DateRange,
  germanRange,
  lastDayOf,
  rangeContains,
  rangesOverlap,
  rangeThrough,
} from './dates/date-range.ts'
export { addDays, daysBetween, germanDate, PlainDate } from './dates/plain-date.ts'
