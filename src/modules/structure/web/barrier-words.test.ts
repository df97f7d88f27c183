import { expect, test } from 'vitest'
import { whereAndWhen, whyFound } from './barrier-words.ts'

test('where, when and why', () => {
  const row = { placeKind: 'kreis', place: null, periodGrain: 'year', periodFrom: '2026-01-01' } as const
  expect(whereAndWhen(row)).toBe('ganzer Kreis, 2026')
  expect(whyFound({ shared: ['kind'], words: ['Vermieter'], near: [] })).toEqual([
    'gleiche Wörter: Vermieter',
    'gleiche Art',
  ])
  const words = [
    'Vermieter',
    'Mietvertrag',
    'Kostenzusage',
    'Sozialamt',
    'Wohnung',
    'Antrag',
    'Frist',
    'Makler',
  ]
  expect(whyFound({ shared: [], words, near: [] })).toEqual([
    'gleiche Wörter: Vermieter, Mietvertrag, Kostenzusage, Sozialamt, Wohnung, Antrag und 2 weitere',
  ])
})
