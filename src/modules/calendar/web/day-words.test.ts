import { expect, test } from 'vitest'

import { emptySentence, greeting, lateness } from './day-words.ts'

test.each([
  ['2026-11-21T06:00:00Z', 'Guten Morgen'],
  ['2026-11-21T09:59:00Z', 'Guten Morgen'],
  ['2026-11-21T10:00:00Z', 'Guten Tag'],
  ['2026-11-21T17:00:00Z', 'Guten Abend'],
  ['2026-11-20T23:30:00Z', 'Guten Morgen'],
])('at %s: %s', (instant, words) => {
  expect(greeting(new Date(instant))).toBe(words)
})

test.each([
  [{ dueOn: '2026-11-19', since: null }, '2 Tage überfällig'],
  [{ dueOn: '2026-11-20', since: null }, '1 Tag überfällig'],
  [{ dueOn: '2026-11-21', since: null }, 'heute'],
  [{ dueOn: '2026-11-22', since: null }, 'in 1 Tag'],
  [{ dueOn: '2026-11-24', since: '2026-11-01' }, 'in 3 Tagen'],
  [{ dueOn: null, since: '2026-11-12' }, 'seit 9 Tagen'],
  [{ dueOn: null, since: '2026-11-21' }, ''],
  [{ dueOn: null, since: null }, ''],
])('%o: %s', (item, words) => {
  expect(lateness(item, '2026-11-21')).toBe(words)
})

test('an empty day names the next date, or says that there is none', () => {
  expect(emptySentence('2026-12-01')).toBe('Nächste Frist: 01.12.2026.')
  expect(emptySentence(null)).toBe('In den nächsten vier Wochen steht keine Frist an.')
})
