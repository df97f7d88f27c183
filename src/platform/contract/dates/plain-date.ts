import { z } from 'zod'

/** Nothing the office records lies outside: the oldest client was born after, the longest period ends before. */
export const FIRST_DATE = '1900-01-01'
export const LAST_DATE = '2199-12-31'

/**
 * A calendar date as ISO text (`2026-11-21`), the only form on the wire and in `date` columns: a real day, from
 * 1900 to 2199. ISO text compares like the dates it stands for.
 */
export const PlainDate = z.iso
  .date({ error: 'Geben Sie ein Datum ein, das es gibt, zum Beispiel 21.11.2026.' })
  .refine((date) => date >= FIRST_DATE && date <= LAST_DATE, {
    error: 'Das Datum muss zwischen 1900 und 2199 liegen.',
    params: { code: 'date.outOfRange' },
  })
  .meta({ id: 'PlainDate', description: 'Calendar date, ISO 8601, 1900 to 2199.' })
export type PlainDate = z.infer<typeof PlainDate>

const DAY = 86_400_000

/** Whole days; needs no time zone, so daylight saving cannot touch it. */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY

/** `21.11.2026`, as people here read a date. */
export const germanDate = (date: PlainDate): string =>
  `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`
