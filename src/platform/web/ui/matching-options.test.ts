import { expect, test } from 'vitest'

import { matchingOptions } from './matching-options.ts'

const options = ['Türkei', 'Syrien, Arabische Republik', 'Österreich', 'Vereinigte Arabische Emirate'].map(
  (label) => ({
    value: label,
    label,
  }),
)
const found = (typed: string) => matchingOptions(options, typed).map((option) => option.label)

test('finds without umlauts, with written-out umlauts and by any word', () => {
  expect(found('turk')).toEqual(['Türkei'])
  expect(found('tuerk')).toEqual(['Türkei'])
  expect(found('OESTER')).toEqual(['Österreich'])
  expect(found('arab rep')).toEqual(['Syrien, Arabische Republik'])
})

test('what begins with the text comes first; nothing typed shows all', () => {
  expect(
    matchingOptions(
      [
        { value: '1', label: 'Ost-Syrisch' },
        { value: '2', label: 'Syrisch' },
      ],
      'syr',
    )[0]!.value,
  ).toBe('2')
  expect(found('')).toHaveLength(4)
  expect(matchingOptions(options, '', 2)).toHaveLength(2)
})
