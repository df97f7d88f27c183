import { sql } from 'kysely'
import type { Pool } from '../db/pool.ts'
import { withSystem, type Tx } from '../db/with-actor.ts'
import { firstLink, linkOf, rowAsText } from './chain.ts'

export interface AuditFault {
  /** changed: the row is not what was sealed; missing: the row is gone; gap: seals before this one are gone. */
  readonly kind: 'changed' | 'missing' | 'gap'
  readonly seq: number
  readonly eventId: string
}

export interface AuditVerdict {
  readonly sealed: number
  /** The newest seal: written down elsewhere, it also proves later that nothing was cut off at the end. */
  readonly last: { readonly seq: number; readonly hash: string } | undefined
  readonly faults: readonly AuditFault[]
  /** Written but not sealed yet; some seconds' worth is normal. */
  readonly unsealed: {
    readonly count: number
    readonly oldest: string | null
    readonly ids: readonly string[]
  }
}

const page = 2000

/** Recomputes a tenant's chain from the first row on. `expected`: a seal noted earlier that must still be there. */
export function verifyAudit(
  pool: Pool,
  tenantId: string,
  expected?: { readonly seq: number; readonly hash: string },
): Promise<AuditVerdict> {
  return withSystem(pool, tenantId, async (tx) => {
    const faults: AuditFault[] = []
    let last: AuditVerdict['last']
    let sealed = 0
    let expectedSeen = expected === undefined
    for (;;) {
      const rows = await sealsAfter(tx, tenantId, last?.seq ?? 0)
      for (const row of rows) {
        faults.push(...faultsOf(row, last))
        if (row.seq === expected?.seq && row.hash === expected.hash) expectedSeen = true
        last = { seq: row.seq, hash: row.hash }
      }
      sealed += rows.length
      if (rows.length < page) break
    }
    if (!expectedSeen) faults.push({ kind: 'gap', seq: expected!.seq, eventId: '' })
    return { sealed, last, faults, unsealed: await unsealedOf(tx, tenantId) }
  })
}

interface SealRow {
  readonly seq: number
  readonly event_id: string
  readonly hash: string
  readonly text: string | null
}

async function sealsAfter(tx: Tx, tenantId: string, seq: number): Promise<readonly SealRow[]> {
  const { rows } = await sql<SealRow>`
    select s.seq, s.event_id, s.hash, case when e.id is null then null else ${rowAsText} end as text
    from audit_seal s left join audit_event e on e.tenant_id = s.tenant_id and e.id = s.event_id
    where s.tenant_id = ${tenantId} and s.seq > ${seq} order by s.seq limit ${page}`.execute(tx)
  return rows
}

/** Each row is judged against the stored hash before it: one changed row is one fault, not a fault from there on. */
function faultsOf({ seq, event_id, hash, text }: SealRow, before: AuditVerdict['last']): AuditFault[] {
  if (seq !== (before?.seq ?? 0) + 1) return [{ kind: 'gap', seq, eventId: event_id }]
  if (text === null) return [{ kind: 'missing', seq, eventId: event_id }]
  return linkOf(before?.hash ?? firstLink, text) === hash ? [] : [{ kind: 'changed', seq, eventId: event_id }]
}

async function unsealedOf(tx: Tx, tenantId: string): Promise<AuditVerdict['unsealed']> {
  const { rows } = await sql<{ count: number; oldest: string | null; ids: string[] }>`
    select count(*)::int as count, min(e.at) as oldest, (array_agg(e.id order by e.at, e.id))[1:20] as ids
    from audit_event e where e.tenant_id = ${tenantId}
      and not exists (select from audit_seal s where s.tenant_id = e.tenant_id and s.event_id = e.id)`.execute(
    tx,
  )
  const { count, oldest, ids } = rows[0]!
  return { count, oldest, ids: ids ?? [] }
}
