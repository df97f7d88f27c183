import type { Cell } from '../../../../platform/server/spreadsheets/index.ts'
import { dayOfInstant } from '../case-file/words.ts'

/** A day of the database as a date cell. */
export const day = (value: string | null | undefined): Cell => (value ? { date: value } : null)

/** The day of an instant, in Berlin. */
export function dayAt(instant: string | null | undefined): Cell {
  if (!instant) return null
  const [dayOfMonth, month, year] = dayOfInstant(instant).split('.')
  return { date: `${year}-${month}-${dayOfMonth}` }
}

export const words = (value: string | null | undefined): Cell => value || null
