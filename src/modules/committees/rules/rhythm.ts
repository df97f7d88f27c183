/** Days since the rhythm ran out (R121): 0 while it holds, null where no distance between meetings is set. */
export function overdueDays(
  lastOn: string | null,
  intervalDays: number | null,
  { today, since }: { today: string; since: string | null },
): number | null {
  if (intervalDays === null) return null
  const from = lastOn ?? since
  // Nothing recorded yet: nobody knows whether it is late.
  if (from === null) return null
  const late = Temporal.PlainDate.from(from)
    .add({ days: intervalDays })
    .until(today, { largestUnit: 'days' }).days
  return Math.max(0, late)
}

/** Days of a series: every so many weeks, or months on the same weekday of the month; at most 60. */
export function seriesDays(
  firstOn: string,
  { everyUnit, everyCount, lastOn }: { everyUnit: 'week' | 'month'; everyCount: number; lastOn: string },
): string[] {
  const days: string[] = []
  const first = Temporal.PlainDate.from(firstOn)
  for (let step = 0; days.length < 60; step++) {
    const day =
      everyUnit === 'week'
        ? first.add({ weeks: step * everyCount })
        : sameWeekday(first, first.with({ day: 1 }).add({ months: step * everyCount }))
    if (Temporal.PlainDate.compare(day, lastOn) > 0) break
    days.push(day.toString())
  }
  return days
}

/** The second Tuesday stays the second Tuesday; a fifth one becomes the last. */
function sameWeekday(first: Temporal.PlainDate, month: Temporal.PlainDate): Temporal.PlainDate {
  const nth = Math.ceil(first.day / 7)
  const shift = (first.dayOfWeek - month.dayOfWeek + 7) % 7
  const day = month.add({ days: shift + (nth - 1) * 7 })
  return day.month === month.month ? day : day.subtract({ weeks: 1 })
}

export interface Attending {
  readonly id: string
  readonly voting: boolean
  readonly attendance: string
  readonly standsInForId: string | null
}

/** Whether enough of the voting seats are there; a substitute counts for the seat. Null: no quorum is set. */
export function isQuorate(participants: readonly Attending[], percent: number | null): boolean | null {
  if (percent === null) return null
  const voting = participants.filter((one) => one.voting).length
  if (voting === 0) return false
  // The seat counts once, whether the member came, the substitute, or both.
  const seats = participants
    .filter((one) => one.attendance === 'present' && (one.voting || one.standsInForId !== null))
    .map((one) => one.standsInForId ?? one.id)
  return new Set(seats).size * 100 >= voting * percent
}
