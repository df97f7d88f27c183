import type { BarrierState } from '../../structure/index.ts'
import {
  arrangementOutcomeLabels,
  coordinatorAnswerLabels,
  levelReasonLabels,
  problemStateLabels,
  problemStepKindLabels,
} from '../contract/codes.ts'
import type { ProblemView } from '../contract/problems.ts'

/** Where it stands, in one sentence. */
export function standing({
  state,
  level,
  reportedOn,
  barrier,
}: Pick<ProblemView, 'state' | 'level' | 'reportedOn' | 'barrier'>): string {
  if (reportedOn !== null && barrier) return reportedSentence[barrier.state]
  if (state !== 'open') return problemStateLabels[state]
  return level >= 3 ? 'noch nicht gemeldet' : 'bleibt im Fall'
}

const reportedSentence: Record<BarrierState, string> = {
  new: 'gemeldet, noch nicht geprüft',
  reviewing: 'gemeldet, wird geprüft',
  inTheme: 'gemeldet, Teil eines Themas',
  answered: 'gemeldet und beantwortet',
  noAction: 'gemeldet, ohne Folge',
  merged: 'gemeldet, mit einer gleichen zusammengeführt',
}

export const standingTone = ({
  state,
  reportedOn,
  barrier,
}: Pick<ProblemView, 'state' | 'reportedOn' | 'barrier'>) => {
  if (barrier?.state === 'answered' || state === 'solved') return 'success' as const
  return reportedOn === null ? ('neutral' as const) : ('info' as const)
}

const values: Readonly<Record<string, string>> = {
  ...problemStateLabels,
  ...arrangementOutcomeLabels,
  ...coordinatorAnswerLabels,
}

/** One step of the history in words. */
export function stepSentence({ kind, from, to, reason }: ProblemView['steps'][number]): string {
  const what = problemStepKindLabels[kind]
  const why =
    reason === null || kind === 'recorded'
      ? ''
      : `: ${(levelReasonLabels as Record<string, string>)[reason] ?? reason}`
  if (kind === 'recorded') return `${what}, Stufe ${to}`
  if (kind === 'level') return `Stufe ${from} → ${to}${why}`
  return to === null ? what : `${what}: ${values[to] ?? to}`
}
