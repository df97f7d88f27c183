import { sql } from 'kysely'
import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { auditSearch } from '../../../platform/server/audit.ts'
import { decodeCursor, encodeCursor } from '../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { RestrictedCase, closureEndpoints } from '../contract/closure.ts'

interface Row {
  id: string
  file_number: string
  intensity: string
  opened_on: string
  closed_on: string
  restricted_on: string
  initials: string | null
  birth_year: number | null
}

const Cursor = z.tuple([PlainDate, Id])

/**
 * The own restricted files, one page. Row level security hides them altogether; the function of the database gives what it
 * takes to recognise one, to its responsible case manager only.
 */
export async function listRestricted(
  tx: Tx,
  query: z.output<(typeof closureEndpoints.restricted)['query']>,
): Promise<{ rows: RestrictedCase[]; next?: string }> {
  const [before, beforeId] = decodeCursor(query.after, Cursor) ?? [null, null]
  const ids = query.id === undefined ? null : [query.id]
  const { rows } = await sql<Row>`
    select * from app.restricted_cases(${ids}::uuid[], ${before}::date, ${beforeId}::uuid, ${query.limit + 1})`.execute(
    tx,
  )
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  const cases = page.map(({ id }) => id)
  await auditSearch(tx, { action: 'case.restrictedListed', objectKind: 'case', details: { cases } })
  return {
    rows: page.map((row) => ({
      id: row.id,
      fileNumber: row.file_number,
      initials: row.initials,
      birthYear: row.birth_year,
      openedOn: row.opened_on,
      closedOn: row.closed_on,
      restrictedOn: row.restricted_on,
    })),
    ...(last ? { next: encodeCursor([last.restricted_on, last.id]) } : {}),
  }
}

/** An own restricted file: what its reopening is decided by. */
export async function findRestricted(tx: Tx, caseId: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select * from app.restricted_cases(array[${caseId}]::uuid[], null, null, 1)`.execute(tx)
  return rows[0]
}
