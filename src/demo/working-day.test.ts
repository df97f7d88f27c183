import { expect, test } from 'vitest'
import { isHoliday, isWorkingDay, workingOffset } from './working-day.ts'

test('public holidays of North Rhine-Westphalia, those around Easter included', () => {
  const of2026 = [
    '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-06-04', '2026-10-03',
    '2026-11-01', '2026-12-25', '2026-12-26',
  ] // oxfmt-ignore
  expect(of2026.filter((day) => !isHoliday(day))).toEqual([])
  // The latest and the earliest Easter of this century.
  expect(['2038-04-26', '2008-03-24', '2025-06-19'].every(isHoliday)).toBe(true)
  expect(['2026-01-06', '2026-10-31', '2026-12-24', '2026-04-04'].some(isHoliday)).toBe(false)
})

test('an office works from Monday to Friday; a day off moves to the next day of work', () => {
  expect(isWorkingDay('2026-11-27')).toBe(true)
  expect(isWorkingDay('2026-11-28')).toBe(false)
  expect(workingOffset('2026-11-28', 0, 1)).toBe(2)
  expect(workingOffset('2026-11-28', 0, -1)).toBe(-1)
  expect(workingOffset('2026-12-24', 1, 1)).toBe(4)
  expect(workingOffset('2026-11-27', 0, 1)).toBe(0)
})
