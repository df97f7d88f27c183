import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { partsOf, type ReleasablePart } from '../contract/access-parts.ts'
import type { ClearReason } from '../contract/codes.ts'

/** One time that names or texts of a file were open to the professional oversight. Instants as the database writes them. */
export interface ClearAccess {
  readonly name: string
  readonly organisation: string | null
  /** Null: released by who works the case, `grantedBy`. */
  readonly reason: ClearReason | null
  readonly grantedBy: string
  readonly parts: readonly ReleasablePart[]
  readonly from: string
  readonly until: string
}

/**
 * Every clear access to a file, ended ones as well, oldest first: what the client is told of it (Art. 15 DSGVO; R010). Who
 * works the case reads all, a coordinator the own ones (policy of clear_access).
 */
export async function listClearAccesses(tx: Tx, caseId: string): Promise<ClearAccess[]> {
  const { rows } = await sql<Omit<ClearAccess, 'parts'> & { mask: number }>`
    select u.given_name || ' ' || u.family_name as name, o.name as organisation, c.reason,
      g.given_name || ' ' || g.family_name as "grantedBy", c.parts as mask,
      lower(c.valid_during)::text as "from", upper(c.valid_during)::text as until
    from clear_access c
      join staff_user u on u.tenant_id = c.tenant_id and u.id = c.user_id
      join staff_user g on g.tenant_id = c.tenant_id and g.id = c.granted_by
      left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    where c.tenant_id = (select app.tenant_id()) and c.case_id = ${caseId}
    order by lower(c.valid_during), c.id limit 1000`.execute(tx)
  return rows.map(({ mask, ...row }) => ({ ...row, parts: partsOf(mask) }))
}
