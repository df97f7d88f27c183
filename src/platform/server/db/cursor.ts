import type { z } from 'zod'
import { Refusal } from '../http/refusal.ts'

/**
 * The opaque cursor of keyset paging: the sort values of the last row seen. Put nothing into it that the person
 * may not see. `schema` says what a list expects; anything else is refused as malformed.
 */
export const encodeCursor = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

export function decodeCursor<S extends z.ZodType>(
  cursor: string | undefined,
  schema: S,
): z.output<S> | undefined {
  if (cursor === undefined) return undefined
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw new Refusal('invalid', 'malformed')
  }
}
