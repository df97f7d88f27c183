import { sql } from 'kysely'

const ZONE = 'Europe/Berlin'

/** The calendar day of an instant at the office (`2026-11-21`). Use cases take it from `call.now`. */
export const dayOf = (now: Temporal.Instant): string => now.toZonedDateTimeISO(ZONE).toPlainDate().toString()

/**
 * Today at the office inside a statement. `current_date` is the day in the time zone of the database, which is UTC: in the
 * first hours of a day it is yesterday (office-day.test.ts).
 */
export const officeDay = sql<string>`(now() at time zone 'Europe/Berlin')::date`
