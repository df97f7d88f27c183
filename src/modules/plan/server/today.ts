/** The calendar day of an instant in Berlin, as ISO text. */
export const today = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()
