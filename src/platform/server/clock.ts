const ZONE = 'Europe/Berlin'

/** The calendar day of an instant at the office (`2026-11-21`). Use cases take it from `call.now`. */
export const dayOf = (now: Temporal.Instant): string => now.toZonedDateTimeISO(ZONE).toPlainDate().toString()
