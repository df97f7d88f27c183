import { expect, test } from 'vitest'
import { moves } from '../rules/states.ts'
import { ReferralState } from '../contract/codes.ts'
import { emptyMove, endingOf, movesFrom, MoveValues } from './move-values.ts'

test('the answers offered are the moves there are, the sender’s own left out', () => {
  for (const state of ReferralState.options) {
    const there = moves[state].filter((to) => to !== 'sent' && to !== 'withdrawn')
    expect([...movesFrom(state)].sort()).toEqual([...there].sort())
  }
})

test.for([
  [
    { to: 'accepted', ending: '', note: '' },
    { to: 'accepted', note: null },
  ],
  [
    { to: 'declined', ending: 'noCapacity', note: 'voll' },
    { to: 'declined', reason: 'noCapacity', note: 'voll' },
  ],
  [
    { to: 'completed', ending: 'reached', note: '' },
    { to: 'completed', result: 'reached', note: null },
  ],
] as const)('%j becomes %j', ([typed, sent]) => {
  expect(MoveValues.parse(typed)).toEqual(sent)
})

test.for([
  [emptyMove(''), 'to'],
  [emptyMove('declined'), 'ending'],
  [emptyMove('completed'), 'ending'],
] as const)('%j: says it at the field %s', ([typed, field]) => {
  expect(MoveValues.safeParse(typed).error?.issues.map((issue) => issue.path.join('.'))).toEqual([field])
})

test('nobody breaks off because of a closure by hand', () => {
  expect(endingOf('brokenOff')!.options.map(({ value }) => value)).not.toContain('caseClosed')
  expect(endingOf('running')).toBeNull()
})
