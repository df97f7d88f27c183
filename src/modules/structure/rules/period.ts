import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { PeriodGrain } from '../contract/codes.ts'

const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
]

/** A period as people write it: „März 2026“, „1. Quartal 2026“, „2. Halbjahr 2026“, „2026“. */
export function periodLabel(grain: PeriodGrain, from: PlainDate): string {
  const year = from.slice(0, 4)
  const month = Number(from.slice(5, 7))
  if (grain === 'month') return `${months[month - 1]} ${year}`
  if (grain === 'quarter') return `${Math.ceil(month / 3)}. Quartal ${year}`
  return grain === 'halfYear' ? `${month > 6 ? 2 : 1}. Halbjahr ${year}` : year
}
