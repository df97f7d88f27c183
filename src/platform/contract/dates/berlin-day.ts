import type { PlainDate } from './plain-date.ts'

/** The calendar day of an instant in the office's time zone. */
export const berlinDay = (at: Temporal.Instant): PlainDate =>
  at.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()
