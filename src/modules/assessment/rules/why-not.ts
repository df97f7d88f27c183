import type { PlainDate } from '../../../platform/contract/dates.ts'

interface Stored {
  readonly finishedOn: PlainDate | null
}

/** One assessment is open at a time. */
export const whyNotStart = (hasOpen: boolean): 'assessmentOpen' | null => (hasOpen ? 'assessmentOpen' : null)

/** What is finished is not changed; a re-assessment says what is different now. */
export const whyNotChange = (assessment: Stored): 'assessmentFinished' | null =>
  assessment.finishedOn === null ? null : 'assessmentFinished'

/** Partial answers are fine, none at all is not an assessment. */
export function whyNotComplete(
  assessment: Stored,
  answered: number,
): 'assessmentFinished' | 'nothingAnswered' | null {
  return whyNotChange(assessment) ?? (answered === 0 ? 'nothingAnswered' : null)
}

/** Only what is still open can be discarded: what is finished belongs to the file. */
export const whyNotDiscard = (assessment: Stored): 'assessmentFinishedStays' | null =>
  assessment.finishedOn === null ? null : 'assessmentFinishedStays'

/** Completion can be taken back on its own day, while no newer assessment was started. `today` is the day in Berlin. */
export function whyNotUndoCompletion(
  assessment: Stored,
  { today, isLatest }: { today: PlainDate; isLatest: boolean },
): 'assessmentNotFinished' | 'undoTooLate' | 'newerAssessment' | null {
  if (assessment.finishedOn === null) return 'assessmentNotFinished'
  if (!isLatest) return 'newerAssessment'
  return assessment.finishedOn === today ? null : 'undoTooLate'
}

/** Why an assessment cannot have begun on this day, or null. */
export function whyNotStartDate(
  startedOn: PlainDate,
  { today, caseOpenedOn }: { today: PlainDate; caseOpenedOn: PlainDate },
): 'startInFuture' | 'startBeforeCase' | null {
  if (startedOn > today) return 'startInFuture'
  return startedOn < caseOpenedOn ? 'startBeforeCase' : null
}

/** The same day so many months later; the last day of a shorter month. `2026-08-31` + 6 → `2027-02-28`. */
export function dueAfter(finishedOn: PlainDate, months: number): PlainDate {
  const [year, month, day] = finishedOn.split('-').map(Number) as [number, number, number]
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const due = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
  return due.toISOString().slice(0, 10)
}
