import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { Level } from '../contract/problems.ts'
import type { LevelReason, ProblemState } from '../contract/codes.ts'

interface Facts {
  readonly level: Level
  readonly state: ProblemState
  readonly reported: boolean
  readonly called: boolean
  readonly arrangements: readonly { readonly outcome: string | null }[]
}

const upward: readonly LevelReason[] = [
  'firstAssessed',
  'helpNotEnough',
  'arrangementFailed',
  'needsManagement',
  'needsPrinciple',
  'moreCases',
]

/**
 * Constellations go up with a reason and come back down with „solvedLower“ (R080, R081).
 * Codes: `problemEnded`, `problemLevelSame`, `problemLevelReasonWrong`, `problemNoFailedArrangement`.
 */
export function whyNotLevel(problem: Facts, to: Level, reason: LevelReason): string | null {
  if (problem.state !== 'open') return 'problemEnded'
  if (problem.level === to) return 'problemLevelSame'
  const up = to > problem.level
  if (up !== upward.includes(reason)) return 'problemLevelReasonWrong'
  if (reason === 'arrangementFailed' && !problem.arrangements.some(({ outcome }) => outcome === 'failed')) {
    return 'problemNoFailedArrangement'
  }
  return null
}

/** Constellation 2 only, while it is open. Codes: `problemEnded`, `problemArrangementNeedsLevel2`. */
export function whyNotArrange(problem: Facts): string | null {
  if (problem.state !== 'open') return 'problemEnded'
  return problem.level < 2 ? 'problemArrangementNeedsLevel2' : null
}

/**
 * The coordinator comes in where partners could not solve it: after a failed arrangement, or from constellation 3.
 * Codes: `problemEnded`, `coordinatorCalledAlready`, `coordinatorNotYet`.
 */
export function whyNotCall(problem: Facts): string | null {
  if (problem.state !== 'open') return 'problemEnded'
  if (problem.called) return 'coordinatorCalledAlready'
  const failed = problem.arrangements.some(({ outcome }) => outcome === 'failed' || outcome === 'partly')
  return problem.level >= 3 || failed ? null : 'coordinatorNotYet'
}

/** Reported once; a deliberate report needs no level. Codes: `problemReportedAlready`, `problemDropped`. */
export function whyNotReport(problem: Pick<Facts, 'reported' | 'state'>): string | null {
  if (problem.reported) return 'problemReportedAlready'
  return problem.state === 'dropped' ? 'problemDropped' : null
}

/** Codes: `problemStateSame`. */
export const whyNotState = (from: ProblemState, to: ProblemState): string | null =>
  from === to ? 'problemStateSame' : null

/** Wrong days: `problemNoticedInFuture`, `problemSinceAfterNoticed`. */
export function wrongDays(
  noticedOn: PlainDate,
  since: PlainDate | null,
  today: PlainDate,
): [string, string][] {
  const wrong: [string, string][] = []
  if (noticedOn > today) wrong.push(['noticedOn', 'problemNoticedInFuture'])
  if (since !== null && since > noticedOn) wrong.push(['since', 'problemSinceAfterNoticed'])
  return wrong
}

/** What the constellation brings along when it leaves; below 3 the report was deliberate. */
export const leavingLevel = (level: Level): number | null => (level >= 3 ? level : null)
