import { expect, test } from 'vitest'
import { hasEnded, matches, parseNumber, parseVague, sorted } from './entry-list.ts'

test.each([
  ['KIM-Stelle Dülmen', 'dulmen kim', true],
  ['Große Straße', 'strasse', true],
  ['KIM-Stelle Dülmen', 'moers', false],
  ['Irgendwas', '  ', true],
])('%s found by %j: %s', (text, search, found) => expect(matches(text, search)).toBe(found))

test.each([
  ['2024', '2024'],
  ['3.2024', '2024-03'],
  ['01.03.2024', '2024-03-01'],
  ['März 2024', undefined],
  ['24', undefined],
])('%j is the day %s', (typed, stored) => expect(parseVague(typed)).toBe(stored))

test.each([
  ['1,5', 1.5],
  ['0.75', 0.75],
  ['', undefined],
  ['-1', undefined],
  ['1,5 Stellen', undefined],
])('%j is the number %s', (typed, number) => expect(parseNumber(typed)).toBe(number))

test('an entry has ended on its first day without', () => {
  const ended = (validTo: string | null) => hasEnded({ validFrom: null, validTo }, '2026-11-21')
  expect([ended(null), ended('2026-11-21'), ended('2026-11-22')]).toEqual([false, true, false])
})

test('in German order, both ways', () => {
  const names = ['Zahn', 'Ähre', 'Apfel'].map((name) => ({ name }))
  expect(sorted(names, (row) => row.name, 'asc').map((row) => row.name)).toEqual(['Ähre', 'Apfel', 'Zahn'])
  expect(sorted([3, 1, 2], (one) => one, 'desc')).toEqual([3, 2, 1])
})
