/**
 * Dates as people here read them. Plain dates are ISO text (`2026-11-21`), instants ISO text with offset; the time
 * zone is Europe/Berlin at this edge only. `now` is an argument, so that everything can be tested.
 */
const BERLIN = 'Europe/Berlin'
const DAY_MS = 86_400_000

const timeFormat = new Intl.DateTimeFormat('de-DE', { timeZone: BERLIN, hour: '2-digit', minute: '2-digit' })
const longFormat = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})
const shortDayFormat = new Intl.DateTimeFormat('de-DE', { timeZone: 'UTC', weekday: 'short' })
const monthFormat = new Intl.DateTimeFormat('de-DE', { timeZone: 'UTC', month: 'long', year: 'numeric' })
const berlinParts = new Intl.DateTimeFormat('sv-SE', { timeZone: BERLIN, dateStyle: 'short' })
const words = new Intl.RelativeTimeFormat('de-DE', { numeric: 'auto' })
const numbers = new Intl.RelativeTimeFormat('de-DE', { numeric: 'always' })

/** `2026-11-21` → `21.11.2026`; text that is no plain date comes back unchanged. */
export function formatDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  return match ? `${match[3]}.${match[2]}.${match[1]}` : iso
}

/** `2026-11-21` → `Samstag, 21. November`. */
export function formatLongDate(iso: string): string {
  return longFormat.format(utc(iso))
}

/** `2026-11-21` → `Sa 21.11.`, for narrow columns of the current weeks. */
export function formatShortDate(iso: string): string {
  const [, month, day] = iso.split('-')
  return `${shortDayFormat.format(utc(iso)).replace('.', '')} ${day}.${month}.`
}

/** `2026-11-21` → `November 2026`. */
export function formatMonth(iso: string): string {
  return monthFormat.format(utc(iso))
}

/** An instant → `10:42` in Berlin. */
export function formatTime(instant: string | Date): string {
  return timeFormat.format(new Date(instant))
}

/** An instant → `21.11.2026, 10:42`. */
export function formatInstant(instant: string | Date): string {
  return `${formatDate(dayOf(instant))}, ${formatTime(instant)}`
}

/** The calendar day of an instant in Berlin, as ISO text. */
export function dayOf(instant: string | Date): string {
  return berlinParts.format(new Date(instant))
}

/** The last day of a period that ends at this instant: at midnight it is the day before. */
export const lastDayBefore = (end: string): string => dayOf(new Date(Date.parse(end) - 1))

/** Today in Berlin. */
export function today(now: Date = new Date()): string {
  return dayOf(now)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS)
}

export function addDays(iso: string, days: number): string {
  return new Date(utc(iso) + days * DAY_MS).toISOString().slice(0, 10)
}

/** `heute`, `gestern`, `vor 2 Tagen`, `in 3 Wochen`: a plain date seen from `todayIso`. */
export function relativeDay(iso: string, todayIso: string): string {
  const days = daysBetween(todayIso, iso)
  const size = Math.abs(days)
  if (size < 2) return words.format(days, 'day')
  if (size < 14) return numbers.format(days, 'day')
  if (size < 61) return numbers.format(Math.trunc(days / 7), 'week')
  if (size < 730) return numbers.format(Math.trunc(days / 30.44), 'month')
  return numbers.format(Math.trunc(days / 365.25), 'year')
}

/** `gerade eben`, `vor 5 Minuten`, then like `relativeDay`. */
export function relativeInstant(instant: string | Date, now: Date = new Date()): string {
  const minutes = Math.round((now.getTime() - new Date(instant).getTime()) / 60_000)
  if (Math.abs(minutes) < 1) return 'gerade eben'
  if (minutes > 0 && minutes < 60) return numbers.format(-minutes, 'minute')
  const day = dayOf(instant)
  return day === today(now) ? `heute ${formatTime(instant)}` : relativeDay(day, today(now))
}

/**
 * Reads what a person typed as a date: `21.11.2026`, `21.11.26`, `21.11.` (this year), `211126`, `21112026`,
 * `2026-11-21`, `heute`, `gestern`, `morgen`. Answers ISO text, `''` for nothing, `undefined` when it is no date.
 */
export function parseDate(text: string, todayIso: string): string | undefined {
  const typed = text.trim().toLowerCase()
  if (typed === '') return ''
  const word = { heute: 0, gestern: -1, vorgestern: -2, morgen: 1, übermorgen: 2 }[typed]
  if (word !== undefined) return addDays(todayIso, word)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return realDate(iso[1]!, iso[2]!, iso[3]!)
  const parts =
    /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]?\s*(\d{4}|\d{2})?$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(typed)
  if (!parts) return undefined
  return realDate(fullYear(parts[3], todayIso), parts[2]!, parts[1]!)
}

/** Two digits mean the century that lies nearest: up to ten years ahead, else the past. */
function fullYear(digits: string | undefined, todayIso: string): string {
  if (!digits) return todayIso.slice(0, 4)
  if (digits.length === 4) return digits
  const thisYear = Number(todayIso.slice(0, 4))
  const year = Math.floor(thisYear / 100) * 100 + Number(digits)
  return String(year > thisYear + 10 ? year - 100 : year)
}

function realDate(year: string, month: string, day: string): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

function utc(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`)
}
