import { expect, test } from 'vitest'
import { RatingInput } from '../contract/endpoints.ts'
import { ratingFaults } from '../rules/rating.ts'
import { inputOf, valuesOf, wordsOf } from './rating-values.ts'

const scale = [1, 2, 3].map((value) => ({
  value,
  resource: `R${value}`,
  need: `B${value}`,
  clientView: `S${value}`,
}))
const full = {
  state: 'rated',
  resource: 1,
  need: 2,
  clientView: 3,
  urgency: 'soon',
  note: 'Notiz',
  clientWords: 'Wort',
} as const

test('an empty row is an empty form, and is sent as one', () => {
  expect(RatingInput.parse(inputOf(valuesOf(undefined)))).toEqual(RatingInput.parse({}))
})

test.each(['rated', 'unknown', 'notDiscussed'] as const)(
  '%s: what is sent is never refused for its values',
  (state) => {
    const input = RatingInput.parse(inputOf({ ...full, state }))
    expect(ratingFaults(input, scale)).toEqual([])
    expect(input.note).toBe('Notiz')
  },
)

test('unknown keeps the view of the client, not discussed nothing', () => {
  expect(inputOf({ ...full, state: 'unknown' })).toMatchObject({ need: null, clientView: 3, urgency: null })
  expect(inputOf({ ...full, state: 'notDiscussed' })).toMatchObject({ need: null, clientView: null })
})

test('two versions are compared in words', () => {
  expect(wordsOf(full, scale)).toMatchObject({ state: 'besprochen', need: '2 – B2', urgency: 'bald' })
})
