import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { withoutUndefined, type Row } from './district-rows.ts'

export interface FactRow extends Row {
  source: string | null
  is_default: boolean
  remark: string | null
  provenance: Row
}

/** A row made in the app has no source in a concept: it becomes a marked default. */
export function fact(row: FactRow, made = 'In Lotse angelegt.'): Row {
  const told = row.source !== null || row.is_default || row.provenance['decided'] !== undefined
  const fromApp = !told && made !== ''
  return withoutUndefined({
    source: row.source ?? undefined,
    default: row.is_default || fromApp ? true : undefined,
    remark: row.remark ?? (fromApp ? made : undefined),
    ...row.provenance,
  })
}

export const given = (value: unknown) => (value === null || value === false ? undefined : value)
export const current = (today: string) => sql`(t.valid_to is null or t.valid_to > ${today}::date)`
export const tenant = sql`t.tenant_id = (select app.tenant_id())`

export async function rowsOf(tx: Tx, query: ReturnType<typeof sql>): Promise<FactRow[]> {
  return (await (query as ReturnType<typeof sql<FactRow>>).execute(tx)).rows
}

/** From when until when, as far as it is limited. */
export const validity = (row: Row): Row => ({
  validFrom: given(row['valid_from']),
  validTo: given(row['valid_to']),
})

/** Without doubts about fields that the entry no longer has: a file must not name them. */
export function entryOf(fields: Row): Row {
  const entry = withoutUndefined(fields)
  const assumed = Object.entries((entry['assumed'] ?? {}) as Row).filter(([field]) => field in entry)
  const alternatives = ((entry['alternatives'] ?? []) as { field: string }[]).filter(
    (one) => one.field in entry,
  )
  return withoutUndefined({
    ...entry,
    assumed: assumed.length > 0 ? Object.fromEntries(assumed) : undefined,
    alternatives: alternatives.length > 0 ? alternatives : undefined,
  })
}
