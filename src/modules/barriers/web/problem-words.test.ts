import { expect, test } from 'vitest'
import { BarrierState } from '../../structure/index.ts'
import { standing, standingTone, stepSentence } from './problem-words.ts'

const problem = { state: 'open', level: 1, reportedOn: null, barrier: null } as const

test('where a problem stands', () => {
  expect(standing(problem)).toBe('bleibt im Fall')
  expect(standing({ ...problem, level: 3 })).toBe('noch nicht gemeldet')
  expect(standing({ ...problem, state: 'solved' })).toBe('gelöst')
  for (const state of BarrierState.options) {
    const reported = { ...problem, reportedOn: '2026-11-01', barrier: { state } as never }
    expect(standing(reported)).toMatch(/^gemeldet/)
    expect(['info', 'success']).toContain(standingTone(reported))
  }
})

test.for([
  [{ kind: 'recorded', to: '1', reason: 'firstAssessed' }, 'Festgehalten, Stufe 1'],
  [
    { kind: 'level', from: '1', to: '3', reason: 'needsManagement' },
    'Stufe 1 → 3: Die Stelle kann das nicht selbst entscheiden',
  ],
  [{ kind: 'arrangementEnded', to: 'failed' }, 'Absprache ausgewertet: ist gescheitert'],
  [{ kind: 'coordinatorCalled', to: null }, 'Koordination eingeschaltet'],
] as const)('%# a step in words', ([step, words]) => {
  const whole = { id: 'x', from: null, reason: null, onDate: '2026-11-01', by: null, note: null, ...step }
  expect(stepSentence(whole)).toBe(words)
})
