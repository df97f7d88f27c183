import { describe, expect, test } from 'vitest'
import { LevelReason, ProblemState } from '../contract/codes.ts'
import {
  leavingLevel,
  whyNotArrange,
  whyNotCall,
  whyNotLevel,
  whyNotReport,
  whyNotState,
  wrongDays,
} from './problem.ts'

const problem = { level: 1, state: 'open', reported: false, called: false, arrangements: [] } as const
const failed = [{ outcome: 'failed' }]

describe('the constellation (R080, R081)', () => {
  test.for([
    [problem, 2, 'helpNotEnough', null],
    [problem, 4, 'needsPrinciple', null],
    [problem, 1, 'helpNotEnough', 'problemLevelSame'],
    [problem, 2, 'solvedLower', 'problemLevelReasonWrong'],
    [{ ...problem, level: 3 }, 1, 'solvedLower', null],
    [{ ...problem, level: 3 }, 1, 'needsPrinciple', 'problemLevelReasonWrong'],
    [{ ...problem, level: 2 }, 3, 'arrangementFailed', 'problemNoFailedArrangement'],
    [
      { ...problem, level: 2, arrangements: [{ outcome: 'solved' }] },
      3,
      'arrangementFailed',
      'problemNoFailedArrangement',
    ],
    [{ ...problem, level: 2, arrangements: failed }, 3, 'arrangementFailed', null],
    [problem, 2, 'firstAssessed', null],
    [problem, 3, 'needsManagement', null],
    [problem, 3, 'moreCases', null],
    [{ ...problem, state: 'solved' }, 2, 'helpNotEnough', 'problemEnded'],
  ] as const)('%# → %s', ([facts, to, reason, code]) => expect(whyNotLevel(facts, to, reason)).toBe(code))

  test('every reason leads either up or down', () => {
    for (const reason of LevelReason.options) {
      const middle = { ...problem, level: 2, arrangements: failed } as const
      const ways = [whyNotLevel(middle, 3, reason), whyNotLevel(middle, 1, reason)]
      expect(
        ways.filter((code) => code === null),
        reason,
      ).toHaveLength(1)
    }
  })
})

test.for([
  [problem, 'problemArrangementNeedsLevel2'],
  [{ ...problem, level: 2 }, null],
  [{ ...problem, level: 2, state: 'dropped' }, 'problemEnded'],
] as const)('arrangements %#', ([facts, code]) => expect(whyNotArrange(facts)).toBe(code))

test.for([
  [problem, 'coordinatorNotYet'],
  [{ ...problem, level: 2 }, 'coordinatorNotYet'],
  [{ ...problem, level: 2, arrangements: [{ outcome: 'solved' }, { outcome: null }] }, 'coordinatorNotYet'],
  [{ ...problem, level: 2, arrangements: failed }, null],
  [{ ...problem, level: 2, arrangements: [{ outcome: 'partly' }] }, null],
  [{ ...problem, level: 3 }, null],
  [{ ...problem, level: 3, called: true }, 'coordinatorCalledAlready'],
  [{ ...problem, level: 3, state: 'solved' }, 'problemEnded'],
] as const)('calling in the coordinator %#', ([facts, code]) => expect(whyNotCall(facts)).toBe(code))

test('is reported once, at any level, also when it was solved in the case; not when it was dropped', () => {
  expect(ProblemState.options.map((state) => whyNotReport({ state, reported: false }))).toEqual([
    null,
    null,
    'problemDropped',
  ])
  expect(whyNotReport({ state: 'open', reported: true })).toBe('problemReportedAlready')
  expect(([1, 2, 3, 4] as const).map(leavingLevel)).toEqual([null, null, 3, 4])
})

test('days', () => {
  expect(wrongDays('2026-11-27', null, '2026-11-27')).toEqual([])
  expect(wrongDays('2026-11-27', '2026-11-27', '2026-11-27')).toEqual([])
  expect(wrongDays('2026-11-27', '2026-11-01', '2026-11-27')).toEqual([])
  expect(wrongDays('2026-11-28', '2026-11-29', '2026-11-27')).toEqual([
    ['noticedOn', 'problemNoticedInFuture'],
    ['since', 'problemSinceAfterNoticed'],
  ])
  expect(whyNotState('open', 'open')).toBe('problemStateSame')
  expect(whyNotState('open', 'solved')).toBeNull()
})
