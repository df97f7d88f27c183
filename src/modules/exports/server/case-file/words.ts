import { germanDate } from '../../../../platform/contract/dates.ts'
import type { SheetBlock } from '../../../../platform/server/documents/index.ts'

/** What stands where nothing is recorded. */
export const nothing = '–'

export const dateOr = (day: string | null): string => (day === null ? nothing : germanDate(day))

/** An instant of the database as „21.11.2026, 10:42“ in Berlin. */
export function moment(instant: string): string {
  const at = Temporal.Instant.from(instant.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  const berlin = at.toZonedDateTimeISO('Europe/Berlin')
  const time = berlin.toPlainTime().toString({ smallestUnit: 'minute' })
  return `${germanDate(berlin.toPlainDate().toString())}, ${time}`
}

export const dayOfInstant = (instant: string): string => moment(instant).slice(0, 10)

export const heading = (text: string, level: 1 | 2 | 3 = 1): SheetBlock => ({ kind: 'heading', level, text })
export const note = (text: string): SheetBlock => ({ kind: 'note', text })

/** Label and value; pairs without a value are left out. */
export function facts(pairs: readonly (readonly [string, string | null | undefined])[]): SheetBlock[] {
  const known = pairs.flatMap(([label, value]) => (value ? [[label, value] as const] : []))
  return known.length === 0 ? [] : [{ kind: 'facts', pairs: known }]
}

/** A paragraph, when there is something to say. */
export const text = (value: string | null | undefined): SheetBlock[] =>
  value ? [{ kind: 'text', text: value }] : []
