export type PeriodKind = 'quarter' | 'halfYear' | 'year'

const spans = { quarter: 3, halfYear: 6, year: 12 } as const

/** The period a day lies in: `2026-Q4`, `2026-H2`, `2026`. */
export function periodOf(kind: PeriodKind, day: string): string {
  const { year, month } = Temporal.PlainDate.from(day)
  if (kind === 'year') return String(year)
  const part = Math.ceil(month / spans[kind])
  return `${year}-${kind === 'quarter' ? 'Q' : 'H'}${part}`
}

export const kindOfPeriod = (period: string): PeriodKind =>
  period.includes('Q') ? 'quarter' : period.includes('H') ? 'halfYear' : 'year'

/** First day of a period, and the first day after it. */
export function bounds(period: string): { first: string; after: string } {
  const kind = kindOfPeriod(period)
  const part = kind === 'year' ? 1 : Number(period.slice(-1))
  const first = Temporal.PlainDate.from({
    year: Number(period.slice(0, 4)),
    month: (part - 1) * spans[kind] + 1,
    day: 1,
  })
  return { first: first.toString(), after: first.add({ months: spans[kind] }).toString() }
}

export const neighbours = (period: string): { previous: string; next: string } => {
  const { first, after } = bounds(period)
  const before = Temporal.PlainDate.from(first).subtract({ days: 1 }).toString()
  const kind = kindOfPeriod(period)
  return { previous: periodOf(kind, before), next: periodOf(kind, after) }
}

/** „4. Quartal 2026“, „2. Halbjahr 2026“, „2026“. */
export function periodLabel(period: string): string {
  const kind = kindOfPeriod(period)
  const year = period.slice(0, 4)
  if (kind === 'year') return year
  return `${period.slice(-1)}. ${kind === 'quarter' ? 'Quartal' : 'Halbjahr'} ${year}`
}
