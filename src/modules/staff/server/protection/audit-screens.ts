import { sql } from 'kysely'
import { z } from 'zod'
import type { Query } from '../../../../platform/contract/endpoint.ts'
import { audit } from '../../../../platform/server/audit.ts'
import { decodeCursor, encodeCursor } from '../../../../platform/server/db/cursor.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import type {
  AccessEventRow,
  AuditSummary,
  protectionAuditEndpoints,
} from '../../contract/protection-audit.ts'

const Cursor = z.tuple([z.uuid()])
const firstOf = (month: string) => `${month}-01`

/** A page of accesses; reading it is an access of its own and recorded as one, once per first page. */
export async function listAccesses(
  tx: Tx,
  { month, action, after, limit }: Query<typeof protectionAuditEndpoints.accesses> & { month: string },
): Promise<{ rows: AccessEventRow[]; next?: string }> {
  const [before] = decodeCursor(after, Cursor) ?? [null]
  const { rows } = await sql<AccessEventRow>`
    select e.id, e.at, e.action, e.actor, e.opened_for as "openedFor", e.file_number as "fileNumber", e.reason, e.route
    from app.access_events(${firstOf(month)}, ${action ?? null}, ${before}::uuid, ${limit + 1}) e`.execute(tx)
  if (after === undefined)
    await audit(tx, { action: 'protection.accessesRead', objectKind: 'audit', details: { month } })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    rows: page,
    ...(last ? { next: encodeCursor([last.id]) } : {}),
  }
}

/** The month in figures, and what the last night's verification found. */
export async function readAuditSummary(tx: Tx, month: string): Promise<AuditSummary> {
  const { rows } = await sql<AuditSummary>`
    select (select coalesce(jsonb_agg(jsonb_build_object('action', c.action, 'objectKind', c.object_kind, 'reason', c.reason,
        'entries', c.entries) order by c.action, c.object_kind, c.reason), '[]')
      from app.audit_counts(${firstOf(month)}) c) as counts,
      (select jsonb_build_object('at', k.at, 'sealed', k.sealed, 'unsealed', k.unsealed, 'faults', k.faults,
          'seal', t.key || ':' || k.last_seq || ':' || k.last_hash)
        from audit_check k join tenant t on t.id = k.tenant_id
        where k.tenant_id = (select app.tenant_id()) order by k.at desc limit 1) as check`.execute(tx)
  return rows[0]!
}
