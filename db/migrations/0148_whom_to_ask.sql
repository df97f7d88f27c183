-- At a hidden duplicate the office to ask is the same whoever's file it is (ADR 2026-11-27, search is logged): naming the
-- coordinator tells who oversees the file. A district may choose the coordinator (setting duplicateNamesCoordinator).
create or replace function app.duplicate_contact(p_case uuid) returns uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select x.user_id from (
      select 1 as n, o.coordinator_id as user_id, lower(o.valid_during) as since
        from case_file f join oversight o on o.tenant_id = f.tenant_id and o.case_manager_id = f.responsible_user_id
        where f.tenant_id = (select app.tenant_id()) and f.id = p_case and o.valid_during @> now()
      union all
      select 2, r.user_id, lower(r.valid_during)
        from case_file f join site s on s.tenant_id = f.tenant_id and s.id = f.site_id
          join role_assignment r on r.tenant_id = f.tenant_id and r.role = 'coordinator' and r.scope_kind = 'region' and r.scope_id = s.region_id
        where f.tenant_id = (select app.tenant_id()) and f.id = p_case and r.valid_during @> now()
      union all
      select 3, r.user_id, lower(r.valid_during) from role_assignment r
        where r.tenant_id = (select app.tenant_id()) and r.role = 'kimLead' and r.valid_during @> now()
    ) x join staff_user u on u.tenant_id = (select app.tenant_id()) and u.id = x.user_id and u.active
    where exists (select from tenant_setting s where s.tenant_id = (select app.tenant_id()) and s.key = 'duplicateNamesCoordinator'
      and s.value = 'true'::jsonb and s.valid_to is null)
    order by x.n, x.since, x.user_id limit 1 $$;
