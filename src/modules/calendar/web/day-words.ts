import { daysBetween, formatDate } from '../../../platform/web/dates.ts'
import type { DayItem, DayView } from '../index.ts'

export const sectionLabels: Record<DayView['sections'][number]['key'], string> = {
  overdue: 'Überfällig',
  today: 'Heute',
  week: 'Diese Woche',
  undated: 'Ohne Termin',
  waiting: 'Wartet auf andere',
}

const berlinHour = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: 'numeric',
  hourCycle: 'h23',
})

/** By the clock in Germany. */
export function greeting(now: Date): string {
  const hour = Number.parseInt(berlinHour.format(now), 10)
  if (hour < 11) return 'Guten Morgen'
  return hour < 18 ? 'Guten Tag' : 'Guten Abend'
}

export const emptySentence = (nextDueOn: string | null): string =>
  nextDueOn === null
    ? 'In den nächsten vier Wochen steht keine Frist an.'
    : `Nächste Frist: ${formatDate(nextDueOn)}.`

const days = (count: number): string => (count === 1 ? '1 Tag' : `${count} Tage`)

/** How late, how soon, or how long somebody waits already. Empty where there is nothing to say. */
export function lateness(item: Pick<DayItem, 'dueOn' | 'since'>, today: string): string {
  if (item.dueOn !== null) {
    const left = daysBetween(today, item.dueOn)
    if (left < 0) return `${days(-left)} überfällig`
    return left === 0 ? 'heute' : `in ${left === 1 ? '1 Tag' : `${left} Tagen`}`
  }
  const waited = item.since === null ? 0 : daysBetween(item.since, today)
  return waited > 0 ? `seit ${waited === 1 ? '1 Tag' : `${waited} Tagen`}` : ''
}
