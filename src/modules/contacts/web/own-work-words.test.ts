import { expect, test } from 'vitest'
import { intendedShare, ownCases, ownShare } from './own-work-words.ts'

const work = (effort: object, more: object = {}) =>
  ({
    openCases: 27,
    availability: null,
    effort: { since: '2026-08-22', contacts: 4, individual: 0, systemic: 0, intended: null, ...effort },
    ...more,
  }) as Parameters<typeof ownShare>[0]

test('cases and what was set; never set counts as free', () => {
  expect(ownCases(work({}))).toBe('27 · frei')
  expect(ownCases(work({}, { availability: 'stopped' }))).toBe('27 · Aufnahmestopp')
})

test.each([
  [{}, null],
  [{ individual: 58, systemic: 42 }, 'Fall 58 % · Systemebene 42 %'],
  // Both are rounded together: never 101.
  [{ individual: 1, systemic: 7 }, 'Fall 13 % · Systemebene 87 %'],
  [{ individual: 30 }, 'Fall 100 % · Systemebene 0 %'],
])('%o: %s', (effort, words) => {
  expect(ownShare(work(effort))).toBe(words)
})

test('the share of the concept, where there is one', () => {
  expect(intendedShare(work({ intended: 0.6 }))).toBe('Das Konzept des Kreises nennt 60 % zu 40 %.')
  expect(intendedShare(work({}))).toBe('')
})
