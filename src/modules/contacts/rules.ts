import { addDays, type PlainDate } from '../../platform/contract/dates.ts'

/** Entries older than this are a typing mistake far more often than a late entry. */
const OLDEST_DAYS = 5 * 366

/** Why a contact cannot have taken place on this day, or null. `today` is the day in Berlin. */
export function whyNotContactDate(
  onDate: PlainDate,
  today: PlainDate,
): 'contactInFuture' | 'contactTooOld' | null {
  if (onDate > today) return 'contactInFuture'
  return onDate < addDays(today, -OLDEST_DAYS) ? 'contactTooOld' : null
}

export interface OwnEntry {
  readonly createdBy: string
  readonly withdrawn: boolean
}

/** A contact is changed by who wrote it, and no more once it is withdrawn. */
export function whyNotChangeable(
  entry: OwnEntry,
  userId: string,
): 'contactNotOwn' | 'contactWithdrawn' | null {
  if (entry.createdBy !== userId) return 'contactNotOwn'
  return entry.withdrawn ? 'contactWithdrawn' : null
}

/** The file is closed for entries, except while the client is still accompanied after closure. */
export function whyNotRecordable(file: { closedOn: PlainDate | null; phase: string }): 'caseClosed' | null {
  return file.closedOn !== null && file.phase !== 'aftercare' ? 'caseClosed' : null
}

export interface OpenWait {
  readonly since: PlainDate
  readonly answeredOn: PlainDate | null
  readonly dropped: boolean
}

/** Why an answer cannot be noted for this day; `null` as day takes the answer back. */
export function whyNotAnswered(
  wait: OpenWait | undefined,
  answeredOn: PlainDate | null,
  today: PlainDate,
): 'noWait' | 'answerBeforeWait' | 'answerInFuture' | null {
  if (!wait || wait.dropped) return 'noWait'
  if (answeredOn === null) return null
  if (answeredOn < wait.since) return 'answerBeforeWait'
  return answeredOn > today ? 'answerInFuture' : null
}
