import { sql } from 'kysely'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found, Refusal } from '../../../../platform/server/http/refusal.ts'
import type { ExportGrantView } from '../../contract/export-grants.ts'
import type { RightsRow } from '../../contract/rights-reports.ts'
import type { RoleView } from '../../contract/users.ts'
import { exportGrantView } from './export-grant-screen.ts'
import { roleColumns } from './user-screens.ts'

/** Who may what, one page by name. The cursor is an id: names belong in no address. */
export async function listRights(
  tx: Tx,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ rows: RightsRow[]; next?: string }> {
  if (after !== undefined && !/^[0-9a-f-]{36}$/.test(after)) throw new Refusal('invalid', 'malformed')
  const behind =
    after === undefined
      ? sql``
      : sql`and (u.family_name, u.given_name, u.id) > (select x.family_name, x.given_name, x.id from staff_user x
          where x.tenant_id = (select app.tenant_id()) and x.id = ${after}::uuid)`
  const { rows } = await sql<RightsRow>`
    select u.id, u.given_name as "givenName", u.family_name as "familyName", o.name as organisation, u.active,
      array(select distinct r.role from role_assignment r where r.tenant_id = u.tenant_id and r.user_id = u.id
        and r.valid_during @> now() order by r.role) as roles,
      (select max(upper(g.valid_during)) from export_grant g where g.tenant_id = u.tenant_id and g.user_id = u.id
        and g.valid_during @> now()) as "exportUntil"
    from staff_user u left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    where u.tenant_id = (select app.tenant_id()) and u.kind = 'person' ${behind}
    order by u.family_name, u.given_name, u.id limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return last === undefined ? { rows: page } : { rows: page, next: last.id }
}

export interface RightsRecord {
  readonly district: string
  readonly printedBy: string
  readonly name: string
  readonly organisation: string | null
  readonly unit: string | null
  readonly active: boolean
  readonly roles: readonly RoleView[]
  readonly grants: readonly ExportGrantView[]
  readonly oversight: readonly {
    coordinator: string
    caseManager: string
    from: string
    until: string | null
  }[]
  readonly record: {
    readonly changes: readonly {
      at: string
      action: string
      by: string
      role: string | null
      scope: string | null
    }[]
    readonly deputies: readonly { from: string; until: string; absent: string; deputy: string; by: string }[]
  }
}

/** Everything about the rights of one person, in one statement. */
export async function readRights(tx: Tx, userId: string): Promise<RightsRecord> {
  const { rows } = await sql<RightsRecord>`
    select t.name as district, me.given_name || ' ' || me.family_name as "printedBy",
      u.given_name || ' ' || u.family_name as name, o.name as organisation, n.label as unit, u.active,
      (select coalesce(jsonb_agg(${roleColumns} order by upper(r.valid_during) desc nulls first, r.role), '[]')
        from role_assignment r where r.tenant_id = u.tenant_id and r.user_id = u.id) as roles,
      (select coalesce(jsonb_agg(${exportGrantView} order by g.granted_at desc), '[]') from export_grant g
        join staff_user b on b.tenant_id = g.tenant_id and b.id = g.granted_by
        where g.tenant_id = u.tenant_id and g.user_id = u.id) as grants,
      (select coalesce(jsonb_agg(jsonb_build_object('coordinator', c.given_name || ' ' || c.family_name,
          'caseManager', m.given_name || ' ' || m.family_name, 'from', lower(v.valid_during), 'until', upper(v.valid_during))
          order by lower(v.valid_during) desc), '[]')
        from oversight v join staff_user c on c.tenant_id = v.tenant_id and c.id = v.coordinator_id
          join staff_user m on m.tenant_id = v.tenant_id and m.id = v.case_manager_id
        where v.tenant_id = u.tenant_id and (v.coordinator_id = u.id or v.case_manager_id = u.id)) as oversight,
      app.rights_record(u.id) as record
    from staff_user u join tenant t on t.id = u.tenant_id
      join staff_user me on me.tenant_id = u.tenant_id and me.id = (select app.user_id())
      left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
      left join unit n on n.tenant_id = u.tenant_id and n.id = u.unit_id
    where u.tenant_id = (select app.tenant_id()) and u.id = ${userId} and u.kind = 'person'`.execute(tx)
  return found(rows[0])
}
