import { expect, test } from 'vitest'
import { addDays } from '../platform/contract/dates.ts'
import { dayInQuarter } from './quarter-day.ts'

test.for([
  ['2026-11-28', 0, 0, '2026-10-01'],
  ['2026-01-01', 1, 45, '2025-11-15'],
  ['2026-12-31', 7, 45, '2025-02-15'],
  ['2028-02-29', 1, 89, '2027-12-29'],
] as const)('%s, %i quarters back, day %i: %s', ([today, back, at, day]) => {
  expect(addDays(today, dayInQuarter(today, back, at))).toBe(day)
})
