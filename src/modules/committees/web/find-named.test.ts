import { expect, test } from 'vitest'
import { findNamed } from './find-named.ts'

const options = ['Lenkungsgruppe KIM', 'Lokale Fachkonferenz Süd', 'Lokale Fachkonferenz Nord'].map(
  (label, index) => ({ value: String(index), label }),
)

test.for([
  ['lenkungsgruppe kim', '0'],
  ['Lenkungs', '0'],
  ['SÜD', '1'],
  // Two are meant, or none: the person chooses.
  ['Lokale', undefined],
  ['Jugendamt', undefined],
  [' ', undefined],
] as const)('„%s“ means %s', ([typed, value]) => {
  expect(findNamed(options, typed)?.value).toBe(value)
})
