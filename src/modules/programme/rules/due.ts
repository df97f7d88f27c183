/** Days after which a body that has not decided, or a talk whose result went nowhere, is asked about again. */
export const approvalReminderDays = 28
export const reportReminderDays = 28

/** The same day some months later, the last of the month where there is none: 31.08. + 6 months = 28.02. */
export const addMonths = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).add({ months }).toString()

/** The last day of what a concept names as a year, a month or a day, and how exactly it said so. */
export function lastDayOfVague(vague: string): { day: string; precision: 'day' | 'month' | 'year' } {
  if (vague.length === 4) return { day: `${vague}-12-31`, precision: 'year' }
  if (vague.length === 10) return { day: vague, precision: 'day' }
  const month = Temporal.PlainYearMonth.from(vague)
  return { day: month.toPlainDate({ day: month.daysInMonth }).toString(), precision: 'month' }
}

/** After a talk the interval begins anew; talks entered later do not turn the clock back. */
export function nextTalkDue(
  partner: { lastHeldOn: string | null; intervalMonths: number },
  heldOn: string,
): { lastHeldOn: string; dueOn: string } {
  const last = partner.lastHeldOn !== null && partner.lastHeldOn > heldOn ? partner.lastHeldOn : heldOn
  return { lastHeldOn: last, dueOn: addMonths(last, partner.intervalMonths) }
}

/** Where a goal falls behind, a status says what is done about it (R141). */
export const whyNotStatus = (
  status: { rating: string; onDate: string; countermeasure?: string | null | undefined },
  today: string,
): string | null => {
  if (status.onDate > today) return 'statusInFuture'
  return status.rating === 'offTrack' && !status.countermeasure ? 'countermeasureMissing' : null
}
