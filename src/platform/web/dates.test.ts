import { expect, test } from 'vitest'

import {
  addDays,
  dayOf,
  daysBetween,
  formatDate,
  formatInstant,
  formatLongDate,
  formatShortDate,
  lastDayBefore,
  parseDate,
  relativeDay,
  relativeInstant,
} from './dates.ts'

const TODAY = '2026-11-21'

test('plain dates and instants as people here read them', () => {
  expect(formatDate('2026-11-21')).toBe('21.11.2026')
  expect(formatDate('kein Datum')).toBe('kein Datum')
  expect(formatLongDate('2026-11-21')).toBe('Samstag, 21. November')
  expect(formatShortDate('2026-11-21')).toBe('Sa 21.11.')
  expect(formatInstant('2026-11-21T09:42:00Z')).toBe('21.11.2026, 10:42')
})

test('an instant belongs to the day in Berlin, in summer and in winter', () => {
  expect(dayOf('2026-06-30T22:30:00Z')).toBe('2026-07-01')
  expect(dayOf('2026-12-31T22:30:00Z')).toBe('2026-12-31')
  expect(dayOf('2026-12-31T23:30:00Z')).toBe('2027-01-01')
})

test('days are counted over the clock change and leap days', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
})

test.each([
  ['2026-11-21', 'heute'],
  ['2026-11-20', 'gestern'],
  ['2026-11-22', 'morgen'],
  ['2026-11-19', 'vor 2 Tagen'],
  ['2026-11-24', 'in 3 Tagen'],
  ['2026-10-31', 'vor 3 Wochen'],
  ['2027-05-21', 'in 5 Monaten'],
  ['2023-11-20', 'vor 3 Jahren'],
])('%s is „%s“', (iso, words) => {
  expect(relativeDay(iso, TODAY)).toBe(words)
})

test('instants near now', () => {
  const now = new Date('2026-11-21T09:42:00Z')
  expect(relativeInstant('2026-11-21T09:41:40Z', now)).toBe('gerade eben')
  expect(relativeInstant('2026-11-21T09:37:00Z', now)).toBe('vor 5 Minuten')
  expect(relativeInstant('2026-11-21T05:00:00Z', now)).toBe('heute 06:00')
  expect(relativeInstant('2026-11-20T22:00:00Z', now)).toBe('gestern')
})

test.each([
  ['21.11.2026', '2026-11-21'],
  ['1.2.2026', '2026-02-01'],
  ['21.11.', '2026-11-21'],
  ['21.11', '2026-11-21'],
  ['21.11.26', '2026-11-21'],
  ['21.11.85', '1985-11-21'],
  ['21.11.36', '2036-11-21'],
  ['21.11.37', '1937-11-21'],
  ['211126', '2026-11-21'],
  ['21112026', '2026-11-21'],
  ['2026-11-21', '2026-11-21'],
  ['21/11/2026', '2026-11-21'],
  [' heute ', '2026-11-21'],
  ['Gestern', '2026-11-20'],
  ['', ''],
  ['29.02.2028', '2028-02-29'],
  ['29.02.2026', undefined],
  ['31.11.2026', undefined],
  ['bald', undefined],
  ['21.11.202', undefined],
])('typed „%s“ is %s', (typed, iso) => {
  expect(parseDate(typed, TODAY)).toBe(iso)
})

test('the last day of a period that ends at midnight in Berlin is the day before', () => {
  expect(lastDayBefore('2026-12-21T23:00:00Z')).toBe('2026-12-21')
  expect(lastDayBefore('2026-12-21T23:00:01Z')).toBe('2026-12-22')
})
