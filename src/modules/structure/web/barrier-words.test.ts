import { expect, test } from 'vitest'
import { spelled } from '../rules/spelled.ts'
import { periodLabel } from '../rules/period.ts'
import { whereAndWhen, whyFound } from './barrier-words.ts'

test.for([
  ['month', '2026-03-01', 'März 2026'],
  ['quarter', '2026-04-01', '2. Quartal 2026'],
  ['halfYear', '2026-07-01', '2. Halbjahr 2026'],
  ['year', '2026-01-01', '2026'],
] as const)('%s from %s → %s', ([grain, from, label]) => expect(periodLabel(grain, from)).toBe(label))

test('where, when and why', () => {
  const row = { placeKind: 'kreis', place: null, periodGrain: 'year', periodFrom: '2026-01-01' } as const
  expect(whereAndWhen(row)).toBe('ganzer Kreis, 2026')
  expect(whyFound({ shared: ['kind'], words: ['Vermieter'], near: [] })).toEqual([
    'gleiche Wörter: Vermieter',
    'gleiche Art',
  ])
})

test.for([
  ['wohnungsgeberbestat', 'Die Wohnungsgeberbestätigung fehlt', 'Wohnungsgeberbestätigung'],
  ['vermiet', 'bei Vermietern', 'Vermietern'],
  ['unbekannt', 'anderes', 'unbekannt…'],
] as const)('stem %s in „%s“ → %s', ([stem, text, word]) => expect(spelled(stem, text)).toBe(word))
