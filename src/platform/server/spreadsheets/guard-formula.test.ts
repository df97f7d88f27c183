import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardFormula, unguardFormula } from './guard-formula.ts'

test.for([
  '=1+1',
  '+49 281 123',
  '-5',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\nx',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '  =1+1',
  '"=1+1"',
  ' " =HYPERLINK("http://x")',
  "'=1+1",
  '\u00a0=1',
  '\ufeff=1',
])('BC-21: %j becomes text', (text) => {
  expect(guardFormula(text)).toBe(`'${text}`)
  expect(unguardFormula(guardFormula(text))).toBe(text)
})

test.for(['Muster', '12.11.2026', 'a=b', 'A-1', '„Zitat“', ''])('%j stays as it is', (text) => {
  expect(guardFormula(text)).toBe(text)
})

test('BC-21: whatever was there comes back, and nothing that leaves begins with a sign of a formula', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", '"', ' ', '＝'), fc.string())
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (value) => {
      const guarded = guardFormula(value)
      expect(unguardFormula(guarded)).toBe(value)
      expect(guarded).not.toMatch(/^["\s]*[=+\-@＝]/u)
    }),
    { numRuns: 2000 },
  )
})
