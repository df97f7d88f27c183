import { addDays, type PlainDate } from '../../../platform/contract/dates.ts'

const departure = /ausreise|ausgereist|abschieb|abgeschoben|rückführ|rückkehr|heimkehr/i

export type ClosureRefusal =
  | 'closureLater'
  | 'closureBeforeOpening'
  | 'aftercareBeforeClosure'
  | 'closureNamesDeparture'

/**
 * Why a case cannot be closed like this, or null. Departure from the country is no closure reason until the data
 * protection officer's opinion allows it (§ 87 Abs. 2 Nr. 4 AufenthG).
 */
export function whyNotClosable(
  wish: { closedOn: PlainDate; aftercareOn: PlainDate | null; reasonLabel: string },
  file: { openedOn: PlainDate; departureAllowed: boolean; today: PlainDate },
): ClosureRefusal | null {
  if (wish.closedOn > file.today) return 'closureLater'
  if (wish.closedOn < file.openedOn) return 'closureBeforeOpening'
  if (wish.aftercareOn !== null && wish.aftercareOn < wish.closedOn) return 'aftercareBeforeClosure'
  return departure.test(wish.reasonLabel) && !file.departureAllowed ? 'closureNamesDeparture' : null
}

/** The day from which the file is restricted: the day after aftercare, without aftercare the day after closing. */
export const restrictedOn = (closedOn: PlainDate, aftercareOn: PlainDate | null): PlainDate =>
  addDays(aftercareOn ?? closedOn, 1)

/** The date of aftercare a district proposes: some months after closing, the last day of a short month at most. */
export function proposedAftercare(closedOn: PlainDate, months: number): PlainDate | null {
  if (months === 0) return null
  const [year, month, day] = closedOn.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate())))
    .toISOString()
    .slice(0, 10)
}

/** Why a case cannot be reopened on this day, or null. */
export const whyNotReopenable = (
  on: PlainDate,
  file: { closedOn: PlainDate | null; today: PlainDate },
): 'caseNotClosed' | 'reopeningLater' | 'reopeningBeforeClosure' | null => {
  if (file.closedOn === null) return 'caseNotClosed'
  if (on > file.today) return 'reopeningLater'
  return on < file.closedOn ? 'reopeningBeforeClosure' : null
}
