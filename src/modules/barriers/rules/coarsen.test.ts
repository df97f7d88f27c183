import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PeriodGrain, PlaceKind } from '../../structure/index.ts'
import { coarsen, daysLostBand, lastingBand, whyNotThrough, type GateStep } from './coarsen.ts'

const all = PlaceKind.options.flatMap((place) => PeriodGrain.options.map((period) => ({ place, period })))
const steps = (enough: (step: (typeof all)[number]) => boolean): GateStep[] =>
  all.map((step) => ({ ...step, enough: enough(step) }))

test.for([
  [() => true, { place: 'municipality', period: 'month' }],
  [({ period }) => period !== 'month', { place: 'municipality', period: 'quarter' }],
  [({ place }) => place !== 'municipality', { place: 'region', period: 'month' }],
  [
    ({ place, period }) => place === 'municipality' && period === 'year',
    { place: 'municipality', period: 'year' },
  ],
  [({ place, period }) => place === 'kreis' && period === 'year', { place: 'kreis', period: 'year' }],
  [() => false, null],
] as [(step: (typeof all)[number]) => boolean, object | null][])(
  'coarsens no further than needed (%#)',
  ([enough, expected]) => {
    expect(coarsen(steps(enough))).toEqual(expected)
  },
)

test('property: what is chosen has enough, and is refused exactly when nothing has', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      fc.integer({ min: 0, max: 2 }),
      (flags, attributes) => {
        const given = all.map((step, at) => ({ ...step, enough: flags[at]! }))
        const chosen = coarsen(given)
        if (chosen) {
          expect(given).toContainEqual({ ...chosen, enough: true })
          expect(whyNotThrough(given, attributes)).toBeNull()
        } else {
          expect(flags).not.toContain(true)
          expect(whyNotThrough(given, attributes)).toBe(
            attributes ? 'gateAttributesTooRare' : 'gateTooFewCases',
          )
        }
      },
    ),
  )
})

test('place is kept up to the half-year, then time gives way only together with it', () => {
  const order: string[] = []
  let left = all
  for (;;) {
    const next = coarsen(left.map((step) => ({ ...step, enough: true })))
    if (next === null) break
    order.push(`${next.place} ${next.period}`)
    left = left.filter((step) => step.place !== next.place || step.period !== next.period)
  }
  expect(order).toEqual([
    ...['month', 'quarter', 'halfYear'].map((period) => `municipality ${period}`),
    ...['month', 'quarter', 'halfYear'].map((period) => `region ${period}`),
    'municipality year',
    'region year',
    ...['month', 'quarter', 'halfYear', 'year'].map((period) => `kreis ${period}`),
  ])
})

test('not even the whole Kreis in a year: with attributes they are too rare, without there are too few cases', () => {
  const steps = [{ place: 'kreis', period: 'year', enough: false }] as const
  expect(whyNotThrough(steps, 1)).toBe('gateAttributesTooRare')
  expect(whyNotThrough(steps, 0)).toBe('gateTooFewCases')
  expect(whyNotThrough([{ ...steps[0], enough: true }], 0)).toBeNull()
})

test('an attribute the case does not say is no attribute', () => {
  expect(whyNotThrough([], 1)).toBe('gateAttributeUnknown')
})

test.for([
  [null, 'unknown'],
  [0, 'none'],
  [1, 'upTo7'],
  [7, 'upTo7'],
  [8, 'upTo30'],
  [30, 'upTo30'],
  [31, 'upTo90'],
  [90, 'upTo90'],
  [91, 'upTo180'],
  [180, 'upTo180'],
  [181, 'over180'],
] as const)('days lost: %s → %s', ([days, band]) => expect(daysLostBand(days)).toBe(band))

test.for([
  [null, 'unknown'],
  ['2026-11-27', 'upTo1Month'],
  ['2026-10-27', 'upTo1Month'],
  ['2026-10-26', 'upTo3Months'],
  ['2026-09-01', 'upTo3Months'],
  ['2026-08-27', 'upTo3Months'],
  ['2026-08-26', 'upTo12Months'],
  ['2025-12-01', 'upTo12Months'],
  ['2025-11-27', 'upTo12Months'],
  ['2025-11-26', 'over12Months'],
] as const)('lasts since %s → %s', ([since, band]) => expect(lastingBand(since, '2026-11-27')).toBe(band))
