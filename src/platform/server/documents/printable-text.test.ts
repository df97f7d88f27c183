import { expect, test } from 'vitest'
import { din91379Letters, din91379NameSigns } from '../../../../db/reference/din-91379/generate.ts'
import { fontCoverage, printable, printableText } from './printable-text.ts'

const covered = fontCoverage(new URL('./fonts/', import.meta.url))

test.each(din91379Letters().map(({ letter }) => letter))('the fonts have DIN 91379 letter %s', (letter) => {
  expect(printableText(letter, covered)).toBe(letter)
})

test.each([
  ...din91379NameSigns(),
  'سارة گلپری',
  'ሳባ ተስፋይ',
  'Олександра ґєї',
  'Ελένη',
  'علی\u200cرضا',
  '„€ – …“',
])('the fonts have %s', (text) => {
  expect(printableText(text, covered)).toBe(text)
})

test('what cannot be printed is dropped or replaced, line breaks stay', () => {
  expect(printableText('a\u202eb\u0000c\td\r\ne\u2028f\ud800', covered)).toBe('abc d\ne\nf')
  expect(printableText('王😀', covered)).toBe('\ufffd\ufffd')
})

test('every string of a value is made printable, nothing else changes', () => {
  expect(printable({ a: ['王', 1, null, true], b: { c: 'é' } }, covered)).toEqual({
    a: ['\ufffd', 1, null, true],
    b: { c: 'é' },
  })
})
