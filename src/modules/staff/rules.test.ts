import { describe, expect, test } from 'vitest'
import { roles, type Role } from './contract/roles.ts'
import { isFreshlyAuthenticated, nothingLeft, scopesFor, whyNotDeputyPeriod, whyNotLastDay } from './rules.ts'

const today = '2026-11-21'

describe('whyNotDeputyPeriod', () => {
  test.each([
    ['2026-11-21', '2026-11-21', null],
    ['2026-11-23', '2026-12-04', null],
    ['2026-11-21', '2027-11-22', null],
    ['2026-11-20', '2026-11-30', 'fromPast'],
    ['2026-11-25', '2026-11-24', 'lastDayBefore'],
    ['2026-11-25', '2026-11-20', 'lastDayBefore'],
    ['2026-11-21', '2027-11-23', 'tooLong'],
  ])('%s to %s: %s', (from, lastDay, code) => {
    expect(whyNotDeputyPeriod({ from, lastDay }, today)?.code ?? null).toBe(code)
  })

  test.each([
    ['2026-11-20', '2026-11-30', 'from'],
    ['2026-11-25', '2026-11-24', 'lastDay'],
    ['2026-11-21', '2027-11-23', 'lastDay'],
  ])('%s to %s: the fault is shown at the field %s', (from, lastDay, field) => {
    expect(whyNotDeputyPeriod({ from, lastDay }, today)?.field).toBe(field)
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

  test('the fault is shown at the last day, a past one before all others', () => {
    for (const lastDay of ['2026-11-09', '2026-11-20', '2028-01-01']) {
      expect(whyNotLastDay({ from: '2026-11-10', lastDay }, today)?.field).toBe('lastDay')
    }
    expect(whyNotLastDay({ from: '2026-11-10', lastDay: '2026-11-09' }, today)?.code).toBe('lastDayPast')
    expect(whyNotLastDay({ from: '2026-12-10', lastDay: '2026-12-09' }, today)?.field).toBe('lastDay')
  })

  test('a planned one begins and ends on the same day', () => {
    expect(whyNotLastDay({ from: '2026-12-10', lastDay: '2026-12-10' }, today)).toBeNull()
  })

  test('a planned one does not end before it begins', () => {
    expect(whyNotLastDay({ from: '2026-12-10', lastDay: '2026-12-09' }, today)?.code).toBe('lastDayBefore')
  })
})

describe('where a role can be held, the usual place first', () => {
  const ofTheirOwn: Partial<Record<Role, readonly string[]>> = {
    caseManager: ['site', 'organisation', 'region', 'tenant'],
    coordinator: ['region', 'tenant'],
    kimLead: ['tenant'],
    lineManager: ['organisation'],
    administrator: ['tenant'],
  }
  test.each(roles)('%s', (role) => {
    expect(scopesFor(role)).toEqual(ofTheirOwn[role] ?? ['tenant', 'organisation'])
  })
})

describe('an account is closed only when nobody is left waiting', () => {
  const nothing = {
    openCases: 0,
    closedCases: 0,
    openRequests: 0,
    openTasks: 0,
    standingIn: 0,
    stoodInFor: 0,
    oversees: 0,
    askedDisclosures: 0,
    actionItems: 0,
    reconstructions: 0,
  }
  test('nothing is left', () => expect(nothingLeft(nothing)).toBe(true))
  test.each(Object.keys(nothing))('%s alone holds it back', (kind) => {
    expect(nothingLeft({ ...nothing, [kind]: 1 })).toBe(false)
  })
})

test('a sign-in counts as fresh for ten minutes', () => {
  const at = (minutes: number) =>
    new Date(Date.parse('2026-11-21T10:00:00Z') + minutes * 60_000).toISOString()
  expect(isFreshlyAuthenticated(at(0), at(0))).toBe(true)
  expect(isFreshlyAuthenticated(at(0), at(10))).toBe(true)
  expect(isFreshlyAuthenticated(at(0), at(10.1))).toBe(false)
})
