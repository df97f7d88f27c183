import { createHash } from 'node:crypto'
import { sql } from 'kysely'

/** What the first row of a tenant's chain is linked to. */
export const firstLink = '0'.repeat(64)

/** sha256 over the hash before and the row as text; changing either, or the order, changes every later hash. */
export const linkOf = (previous: string, row: string): string =>
  createHash('sha256').update(`${previous}\n${row}`).digest('hex')

/** An audit row as text, every column in a fixed order; the same on every server, in every time zone. */
export const rowAsText = sql<string>`jsonb_build_array(e.tenant_id, e.id,
  to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_id, e.deputy_of, e.action,
  e.object_kind, e.object_id, e.case_id, e.person_id, e.reason, e.details)::text`
