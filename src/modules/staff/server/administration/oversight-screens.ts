import { sql } from 'kysely'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { found } from '../../../../platform/server/http/refusal.ts'
import type { OversightsView, OversightView } from '../../contract/oversights.ts'

/** `holds(user, role)`: active and holding the role now. Who arranges oversight may read roles. */
const holders = sql`holder as materialized (select distinct r.user_id, r.role from role_assignment r
    join staff_user s on s.tenant_id = r.tenant_id and s.id = r.user_id and s.active
  where r.tenant_id = (select app.tenant_id()) and r.role in ('caseManager', 'coordinator') and r.valid_during @> now()),
  named as (select u.id, u.family_name, u.given_name, jsonb_build_object('id', u.id,
      'name', u.given_name || ' ' || u.family_name, 'organisation', o.name) as view
    from staff_user u left join organisation o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    where u.tenant_id = (select app.tenant_id()))`

const view = sql<OversightView>`jsonb_build_object('id', v.id, 'coordinator', c.view, 'caseManager', m.view,
  'from', lower(v.valid_during),
  'effective', exists (select from holder h where h.user_id = v.coordinator_id and h.role = 'coordinator')
    and exists (select from holder h where h.user_id = v.case_manager_id and h.role = 'caseManager'))`

const oversights = sql`oversight v join named c on c.id = v.coordinator_id join named m on m.id = v.case_manager_id`

const holding = (role: 'caseManager' | 'coordinator') => sql`
  (select coalesce(jsonb_agg(n.view order by n.family_name, n.given_name, n.id), '[]')
   from named n join holder h on h.user_id = n.id and h.role = ${role})`

/** Everything about professional oversight in one statement. */
export async function readOversights(tx: Tx): Promise<OversightsView> {
  const { rows } = await sql<OversightsView>`with ${holders}
    select
      (select coalesce(jsonb_agg(${view} order by c.family_name, c.given_name, m.family_name, m.given_name, v.id), '[]')
        from ${oversights} where v.tenant_id = (select app.tenant_id()) and v.valid_during @> now()) as rows,
      (select coalesce(jsonb_agg(n.view order by n.family_name, n.given_name, n.id), '[]')
        from named n join holder h on h.user_id = n.id and h.role = 'caseManager'
        where not exists (select from oversight v join holder x on x.user_id = v.coordinator_id and x.role = 'coordinator'
          where v.tenant_id = (select app.tenant_id()) and v.case_manager_id = n.id and v.valid_during @> now())) as without,
      ${holding('coordinator')} as coordinators, ${holding('caseManager')} as "caseManagers"`.execute(tx)
  return rows[0]!
}

/** One arrangement, with the people in it. */
export async function readOversight(tx: Tx, id: string): Promise<OversightView> {
  const { rows } = await sql<{ oversight: OversightView }>`with ${holders}
    select ${view} as oversight from ${oversights} where v.tenant_id = (select app.tenant_id()) and v.id = ${id}`.execute(
    tx,
  )
  return found(rows[0]).oversight
}
