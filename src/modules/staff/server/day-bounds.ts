const zone = 'Europe/Berlin'

/** Midnight in Berlin at which a day begins, as an instant. */
export const dayStart = (day: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString()

/** Midnight at which a day ends: the end of a half-open range with this last day. */
export const dayEnd = (day: string): string =>
  dayStart(Temporal.PlainDate.from(day).add({ days: 1 }).toString())
