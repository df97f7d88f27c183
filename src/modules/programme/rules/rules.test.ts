import { describe, expect, test } from 'vitest'
import type { DocumentState } from '../contract/codes.ts'
import {
  decided,
  submitted,
  whyNotChangeable,
  whyNotDecidedOn,
  whyNotDiscardable,
  whyNotReviewable,
  type Way,
} from './document-states.ts'
import { addMonths, lastDayOfVague, nextTalkDue, whyNotStatus } from './due.ts'
import { partnersOf } from './interface-partners.ts'
import { bounds, kindOfPeriod, neighbours, periodLabel, periodOf } from './periods.ts'

const way = (state: DocumentState, step: number): Way => ({
  state,
  path: ['actors', 'steeringGroup', 'council'],
  step,
})

describe('the way of a version (R145)', () => {
  test('goes from body to body and is in force after the last', () => {
    expect(submitted(way('draft', 0))).toEqual({ state: 'inApproval', step: 0 })
    expect(decided(way('inApproval', 0), 'agreed')).toEqual({ state: 'inApproval', step: 1 })
    expect(decided(way('inApproval', 1), 'notNeeded')).toEqual({ state: 'inApproval', step: 2 })
    expect(decided(way('inApproval', 2), 'agreed')).toEqual({ state: 'valid', step: 3 })
  })
  test('returned it is a draft, and goes to the same body again', () => {
    expect(decided(way('inApproval', 1), 'returned')).toEqual({ state: 'draft', step: 1 })
    expect(submitted(way('draft', 1))).toEqual({ state: 'inApproval', step: 1 })
  })
  test('with nobody on the way, or a shorter way than before, it is in force at once', () => {
    expect(submitted({ ...way('draft', 0), path: [] })).toEqual({ state: 'valid', step: 0 })
    expect(submitted({ ...way('draft', 2), path: ['actors'] })).toEqual({ state: 'valid', step: 1 })
  })
  test.for(['inApproval', 'valid', 'superseded', 'discarded'] as const)('%s is not submitted', (state) => {
    expect(submitted(way(state, 0))).toEqual({ problem: 'documentNotDraft' })
  })
  test.for(['draft', 'valid', 'superseded', 'discarded'] as const)('%s is not decided', (state) => {
    expect(decided(way(state, 0), 'agreed')).toEqual({ problem: 'documentNotInApproval' })
  })
  test('decisions lie neither in the future nor before the last one', () => {
    expect(whyNotDecidedOn('2026-11-22', null, '2026-11-21')).toBe('decidedInFuture')
    expect(whyNotDecidedOn('2026-11-01', '2026-11-02', '2026-11-21')).toBe('decidedBeforeLast')
    expect(whyNotDecidedOn('2026-11-02', '2026-11-02', '2026-11-21')).toBeNull()
    expect(whyNotDecidedOn('2026-11-21', null, '2026-11-21')).toBeNull()
  })
  test('a draft is changed, what is open thrown away, what is in force only reviewed', () => {
    const states = ['draft', 'inApproval', 'valid', 'superseded', 'discarded'] as const
    const open = (why: (state: DocumentState) => string | null) =>
      states.filter((state) => why(state) === null)
    expect(open(whyNotChangeable)).toEqual(['draft'])
    expect(open(whyNotReviewable)).toEqual(['draft', 'valid'])
    expect(open(whyNotDiscardable)).toEqual(['draft', 'inApproval'])
    expect([whyNotChangeable('valid'), whyNotReviewable('superseded'), whyNotDiscardable('valid')]).toEqual([
      'documentNotDraft',
      'documentNotInForce',
      'documentNotOpen',
    ])
  })
})

describe('dates', () => {
  test('months end where there is no such day', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28')
  })
  test.for([
    ['2022', '2022-12-31', 'year'],
    ['2024-02', '2024-02-29', 'month'],
    ['2022-05-20', '2022-05-20', 'day'],
  ] as const)('%s ends on %s', ([vague, day, precision]) => {
    expect(lastDayOfVague(vague)).toEqual({ day, precision })
  })
  test('a talk entered later does not turn the clock back', () => {
    const partner = { lastHeldOn: '2026-10-01', intervalMonths: 6 }
    expect(nextTalkDue(partner, '2026-11-01')).toEqual({ lastHeldOn: '2026-11-01', dueOn: '2027-05-01' })
    expect(nextTalkDue({ ...partner, lastHeldOn: null }, '2026-11-01').lastHeldOn).toBe('2026-11-01')
    expect(nextTalkDue(partner, '2026-02-01')).toEqual({ lastHeldOn: '2026-10-01', dueOn: '2027-04-01' })
  })
  test('a goal that falls behind says what is done about it (R141)', () => {
    const status = { rating: 'offTrack', onDate: '2026-11-20', countermeasure: null }
    expect(whyNotStatus(status, '2026-11-21')).toBe('countermeasureMissing')
    expect(whyNotStatus({ ...status, countermeasure: 'Zweite Sprechstunde' }, '2026-11-21')).toBeNull()
    expect(whyNotStatus({ ...status, rating: 'atRisk' }, '2026-11-21')).toBeNull()
    expect(whyNotStatus({ ...status, countermeasure: 'x', onDate: '2026-11-21' }, '2026-11-21')).toBeNull()
    expect(whyNotStatus({ ...status, onDate: '2026-11-22' }, '2026-11-21')).toBe('statusInFuture')
  })
})

describe('periods of task lists', () => {
  test.for([
    ['quarter', '2026-11-21', '2026-Q4', '4. Quartal 2026', '2026-Q3', '2027-Q1'],
    ['halfYear', '2026-06-30', '2026-H1', '1. Halbjahr 2026', '2025-H2', '2026-H2'],
    ['year', '2026-01-01', '2026', '2026', '2025', '2027'],
  ] as const)('%s: %s lies in %s', ([kind, day, period, label, previous, next]) => {
    expect(periodOf(kind, day)).toBe(period)
    expect(periodLabel(period)).toBe(label)
    expect(neighbours(period)).toEqual({ previous, next })
  })
  test('a period begins and ends without a gap', () => {
    expect(bounds('2026-Q4')).toEqual({ first: '2026-10-01', after: '2027-01-01' })
    expect(bounds('2026')).toEqual({ first: '2026-01-01', after: '2027-01-01' })
    expect(['2026-Q1', '2026-H1', '2026'].map(kindOfPeriod)).toEqual(['quarter', 'halfYear', 'year'])
    expect(bounds('2026-H1')).toEqual({ first: '2026-01-01', after: '2026-07-01' })
  })
})

test('partners of interface talks: by name, all units of a kind once, and those the concept does not name (R105)', () => {
  const office = (key: string, kind: string) => ({ key, label: 'Amt', kind })
  const town = (n: number) => ({
    key: `stadt-${n}`,
    name: `Stadt ${n}`,
    kind: 'municipality',
    units: [office(`sozialamt-${n}`, 'socialOffice'), office(`jugendamt-${n}`, 'youthOffice')],
  })
  const kreis = {
    key: 'kreis',
    name: 'Kreis',
    kind: 'kreis',
    units: [office('jugendamt-kreis', 'youthOffice')],
  }
  const partners = partnersOf(
    [
      { organisation: 'kreis' },
      { organisation: 'nobody' },
      { unit: 'jugendamt-kreis' },
      { unit: 'jugendamt-1' },
      { unitKind: 'youthOffice', of: 'municipality' },
      { key: 'mbe', label: 'MBE' },
      { key: 'jugendamt', label: 'Jugendamt', count: 2 },
    ],
    [kreis, town(1), town(2)],
  )
  expect(partners.map(({ key }) => key)).toEqual([
    'kreis',
    'jugendamt-kreis',
    'jugendamt-1',
    'jugendamt-2',
    'mbe:',
    'jugendamt:1',
    'jugendamt:2',
  ])
  expect(partners.map(({ name }) => name)).toEqual([
    'Kreis',
    'Kreis, Amt',
    'Stadt 1, Amt',
    'Stadt 2, Amt',
    'MBE',
    'Jugendamt, 1 von 2',
    'Jugendamt, 2 von 2',
  ])
})
