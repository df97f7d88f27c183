import { z } from 'zod'

/** Ids are UUIDs made by the application (time-ordered, random tail; PostgreSQL 15 has no uuidv7). */
export const Id = z.uuid()
export type Id = string

export const IdParams = z.strictObject({ id: Id })

/** A version 7 UUID (RFC 9562): 48 bits of milliseconds, the rest random. Works in Node and in the browser. */
export function newId(at: number = Date.now()): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(at / 2 ** (8 * (5 - i))) % 256
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
