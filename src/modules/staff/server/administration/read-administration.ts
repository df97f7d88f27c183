import { sql } from 'kysely'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import type { AdministrationView } from '../../contract/administration.ts'
import { opinionTopics } from '../../contract/protection.ts'

/** What waits, in one statement; a part the person has no business with is null. */
export async function readAdministration(tx: Tx): Promise<AdministrationView> {
  const { rows } = await sql<AdministrationView>`
    with me as (select app.has_role('administrator') as administrator, app.has_role('kimLead') as lead,
      app.has_role('dataProtectionOfficer') as protection)
    select
      case when me.administrator then (select count(*)::int from staff_user u where u.tenant_id = (select app.tenant_id())
        and u.kind = 'person' and u.active and not exists (select from role_assignment r where r.tenant_id = u.tenant_id
          and r.user_id = u.id and r.valid_during @> now())) end as "usersWithoutRole",
      case when me.administrator then (select count(*)::int from staff_user u where u.tenant_id = (select app.tenant_id())
        and u.kind = 'person' and u.active
        and not exists (select from app.account_states() a where a.user_id = u.id)) end as "usersWithoutLogin",
      case when me.administrator or me.lead then (select count(*)::int from app.case_managers() m where not exists (
        select from oversight v join role_assignment r on r.tenant_id = v.tenant_id and r.user_id = v.coordinator_id
          and r.role = 'coordinator' and r.valid_during @> now()
        where v.tenant_id = (select app.tenant_id()) and v.case_manager_id = m.user_id
          and v.valid_during @> now())) end as "caseManagersWithoutOversight",
      case when me.administrator or me.protection then (select count(*)::int from organisation o
        where o.tenant_id = (select app.tenant_id()) and o.employs_case_managers and o.valid_to is null
          and not exists (select from staff_data_basis b where b.tenant_id = o.tenant_id and b.organisation_id = o.id))
        end as "employersWithoutStaffDataBasis",
      case when me.administrator or me.protection then (select count(*)::int
        from unnest(${[...opinionTopics]}::text[]) as t (topic) where not exists (select from protection_opinion p
          where p.tenant_id = (select app.tenant_id()) and p.topic = t.topic)) end as "topicsWithoutOpinion",
      case when me.administrator then
        (select count(*)::int from catalogue_entry e where e.tenant_id = (select app.tenant_id()) and e.is_default
           and e.valid_to is null)
        + (select count(*)::int from tenant_setting s where s.tenant_id = (select app.tenant_id()) and s.is_default
           and s.valid_to is null) end as "unconfirmedDefaults",
      case when me.administrator then (select count(*)::int from district_difference d
        where d.tenant_id = (select app.tenant_id()) and d.state = 'open') end as "openDifferences"
    from me`.execute(tx)
  return rows[0]!
}
