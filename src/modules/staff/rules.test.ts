import { describe, expect, test } from 'vitest'
import { roles } from './contract/roles.ts'
import { isFreshlyAuthenticated, scopesFor, whyNotDeputyPeriod, whyNotLastDay } from './rules.ts'

const today = '2026-11-21'

describe('whyNotDeputyPeriod', () => {
  test.each([
    ['2026-11-21', '2026-11-21', null],
    ['2026-11-23', '2026-12-04', null],
    ['2026-11-21', '2027-11-22', null],
    ['2026-11-20', '2026-11-30', 'fromPast'],
    ['2026-11-25', '2026-11-24', 'lastDayBefore'],
    ['2026-11-21', '2027-11-23', 'tooLong'],
  ])('%s to %s: %s', (from, lastDay, code) => {
    expect(whyNotDeputyPeriod({ from, lastDay }, today)?.code ?? null).toBe(code)
  })
})

describe('whyNotLastDay of an arrangement since 10 November', () => {
  test.each([
    ['2026-11-21', null],
    ['2026-12-31', null],
    ['2026-11-20', 'lastDayPast'],
    ['2028-01-01', 'tooLong'],
  ])('%s: %s', (lastDay, code) => {
    expect(whyNotLastDay({ from: '2026-11-10', lastDay }, today)?.code ?? null).toBe(code)
  })

  test('a planned one does not end before it begins', () => {
    expect(whyNotLastDay({ from: '2026-12-10', lastDay: '2026-12-09' }, today)?.code).toBe('lastDayBefore')
  })
})

test('every role has a scope, those who decide for the whole Kreis only that', () => {
  for (const role of roles) expect(scopesFor(role).length, role).toBeGreaterThan(0)
  expect(scopesFor('administrator')).toEqual(['tenant'])
  expect(scopesFor('lineManager')).toEqual(['organisation'])
})

test('a sign-in counts as fresh for ten minutes', () => {
  const at = (minutes: number) =>
    new Date(Date.parse('2026-11-21T10:00:00Z') + minutes * 60_000).toISOString()
  expect(isFreshlyAuthenticated(at(0), at(0))).toBe(true)
  expect(isFreshlyAuthenticated(at(0), at(10))).toBe(true)
  expect(isFreshlyAuthenticated(at(0), at(10.1))).toBe(false)
})
