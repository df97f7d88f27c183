import { newId } from '../contract/ids.ts'
import { sendWithCommit } from './db/last-statements.ts'
import type { Tx } from './db/with-actor.ts'

export interface AuditEntry {
  /** Past tense, dotted, e.g. `case.opened`, `person.read`. */
  readonly action: string
  readonly objectKind: string
  readonly objectId?: string | null
  readonly caseId?: string | null
  readonly personId?: string | null
  /** A reason code from a closed list; never free text. */
  readonly reason?: string | null
  readonly deputyOf?: string | null
  /** Field names, counts, codes. Never values, free text or names (BC-34). */
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[] | null>>
}

/**
 * A search that showed somebody: one entry with the ids of what was shown, never the words typed. Without a hit nothing
 * was read, and nothing is written (ADR 2026-11-27, search is logged).
 */
export async function auditSearch(
  tx: Tx,
  entry: Pick<AuditEntry, 'action' | 'objectKind'> & { details: Readonly<Record<string, readonly string[]>> },
): Promise<void> {
  if (Object.values(entry.details).some((ids) => ids.length > 0)) await audit(tx, entry)
}

/**
 * One row in the transaction of the work: if either rolls back, both do. The actor comes from the session. The row
 * goes to the database with COMMIT (`sendWithCommit`); awaiting this means only that it will.
 */
export async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  const row = {
    id: newId(),
    action: entry.action,
    object_kind: entry.objectKind,
    object_id: entry.objectId ?? null,
    case_id: entry.caseId ?? null,
    person_id: entry.personId ?? null,
    reason: entry.reason ?? null,
    deputy_of: entry.deputyOf ?? null,
    details: JSON.stringify(entry.details ?? {}),
  }
  sendWithCommit(tx, tx.insertInto('audit_event').values(row))
}
