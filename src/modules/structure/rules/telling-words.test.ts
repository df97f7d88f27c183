import { expect, test } from 'vitest'
import { tellingWords } from './telling-words.ts'

test('fillers explain nothing and are left out, unless nothing else is shared', () => {
  expect(tellingWords(['Erst', 'Betreuung', 'nur', 'Kursträger', 'Betreuung'])).toEqual([
    'Betreuung',
    'Kursträger',
  ])
  expect(tellingWords(['erst', 'nur'])).toEqual(['erst', 'nur'])
  expect(tellingWords([])).toEqual([])
})
