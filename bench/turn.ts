import type { Statement } from './capture.ts'

/** A kind of request as the database sees it: the statements of each variant. */
export interface Turn {
  readonly share: number
  readonly first: readonly Statement[][]
  /** Of the same requests made a second time: an id that differs is new in each request. */
  readonly again: readonly Statement[][]
}

/** A connection plans each statement when it first sends it: up to half a second for all of a working day, not counted. */
export const warmSeconds = 3

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a value is an id made for this request: it must be made anew each time. */
export function isNew(value: string, again: string | null, statement: string): boolean {
  if (value === again) return false
  if (!uuid.test(value)) throw new Error(`not a new id, but different each time: ${value} in ${statement}`)
  return true
}

/** A value as PostgreSQL reads it. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (!Array.isArray(value)) return String(value as string | number | boolean)
  return `{${value.map((item) => JSON.stringify(textOf(item))).join(',')}}`
}
