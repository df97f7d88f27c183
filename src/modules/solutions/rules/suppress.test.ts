import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suppress, type Nesting, type Row, type ShownRow } from './suppress.ts'

const row = (key: string, ...counts: number[]): Row => ({
  key,
  cells: counts.map((count, index) => ({ key: `q${index}`, count })),
})
const shown = (one: ShownRow) => [...one.cells.map(({ count }) => count), one.total]
const alone = (...counts: number[]) => shown(suppress([row('a', ...counts)], [], 5)[0]!)

describe('one row with its total, threshold 5', () => {
  test.for<[what: string, counts: number[], expected: (number | null)[]]>([
    ['nothing small: as it is', [7, 9, 0], [7, 9, 0, 16]],
    ['one small cell: the smallest other goes with it', [2, 9, 7], [null, 9, null, 18]],
    ['small cells that add up to enough protect each other', [3, 4, 9], [null, null, 9, 16]],
    ['zero does not protect: the total goes', [3, 0, 0], [null, 0, 0, null]],
    ['small cells and nothing else: the total goes', [1, 2, 0], [null, null, 0, null]],
    ['small cells that add up to enough, total shown', [3, 4, 0], [null, null, 0, 7]],
    ['nothing happened', [0, 0], [0, 0, 0]],
  ])('%s', ([, counts, expected]) => expect(alone(...counts)).toEqual(expected))
})

test('a part that differs from its whole by a few is hidden, not the whole', () => {
  const [whole, part] = suppress(
    [row('whole', 10, 20), row('part', 8, 20)],
    [{ part: 'part', whole: 'whole' }],
    5,
  )
  expect(shown(whole!)).toEqual([10, 20, 30])
  expect(shown(part!)).toEqual([null, 20, null])
})

/** A whole, a part of it and a part of the part, cell by cell. */
const nested = fc
  .array(fc.tuple(fc.nat(14), fc.nat(14), fc.nat(14)), { minLength: 1, maxLength: 5 })
  .map((cells): readonly Row[] => [
    row('whole', ...cells.map(([a, b, c]) => a + b + c)),
    row('part', ...cells.map(([a, b]) => a + b)),
    row('inner', ...cells.map(([a]) => a)),
  ])
const nestings: readonly Nesting[] = [
  { part: 'part', whole: 'whole' },
  { part: 'inner', whole: 'part' },
  { part: 'inner', whole: 'whole' },
]
const safe = (difference: number, threshold: number) => difference === 0 || difference >= threshold

describe('for any counts', () => {
  const property = (check: (rows: readonly Row[], result: readonly ShownRow[], threshold: number) => void) =>
    fc.assert(
      fc.property(nested, fc.integer({ min: 3, max: 10 }), (rows, threshold) =>
        check(rows, suppress(rows, nestings, threshold), threshold),
      ),
      { numRuns: 1000 },
    )

  test('what is shown is true, and no shown number is small', () =>
    property((rows, result, threshold) => {
      for (const [index, one] of result.entries()) {
        for (const [at, { count }] of one.cells.entries()) {
          if (count === null) continue
          expect(count).toBe(rows[index]!.cells[at]!.count)
          expect(safe(count, threshold)).toBe(true)
        }
        if (one.total !== null) expect(safe(one.total, threshold)).toBe(true)
      }
    }))

  test('total minus what is shown reveals no small number and no single hidden cell', () =>
    property((rows, result, threshold) => {
      for (const [index, one] of result.entries()) {
        if (one.total === null) continue
        const hidden = rows[index]!.cells.filter((_, at) => one.cells[at]!.count === null)
        const rest = one.total - one.cells.reduce((sum, { count }) => sum + (count ?? 0), 0)
        expect(hidden.length === 0 || (hidden.length > 1 && rest >= threshold)).toBe(true)
      }
    }))

  test('a whole minus its part reveals no small number, in no cell and no total', () =>
    property((_rows, result, threshold) => {
      for (const { part, whole } of nestings) {
        const [less, more] = [part, whole].map((key) => result.find((one) => one.key === key)!)
        const pairs = [
          ...less!.cells.map(({ count }, at) => [count, more!.cells[at]!.count] as const),
          [less!.total, more!.total] as const,
        ]
        const given = pairs.map(([inner, outer]) => (inner === null || outer === null ? 0 : outer - inner))
        expect(given.filter((difference) => !safe(difference, threshold))).toEqual([])
      }
    }))

  test('large numbers stay: nothing is hidden where nothing is small', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 1, maxLength: 6 }), (counts) => {
        expect(alone(...counts)).toEqual([...counts, counts.reduce((sum, count) => sum + count, 0)])
      }),
    )
  })
})
