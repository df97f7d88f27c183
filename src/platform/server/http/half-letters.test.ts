import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mendHalfLetters } from './half-letters.ts'

test('BC-26 half a letter becomes the sign for a broken letter; whole letters and written backslashes stay', () => {
  const mended = (json: string) => JSON.parse(mendHalfLetters(json)) as unknown
  expect(mended('"a\\ud800b"')).toBe('a\uFFFDb')
  expect(mended('"\\udc00\\ud83d"')).toBe('\uFFFD\uFFFD')
  expect(mended('"\\uD83D\\uDE42"')).toBe('🙂')
  expect(mended('"\\\\ud800"')).toBe('\\ud800')
  expect(mended('"\\ud800\\ud83d\\ude42"')).toBe('\uFFFD🙂')
})

test('BC-26 any text comes through as PostgreSQL would store it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (some, rest) => {
      const text = `${some}\uD800\\${rest}`
      expect(JSON.parse(mendHalfLetters(JSON.stringify(text)))).toBe(text.toWellFormed())
    }),
  )
})
