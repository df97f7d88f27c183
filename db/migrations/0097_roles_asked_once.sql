-- Names of staff stand on nearly every screen; their policy asked for seven roles one by one, each a sub-plan of its
-- own in every statement. One question for all of them.
create function app.has_any_role(variadic p_roles text[]) returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ select exists (select from role_assignment r
          where r.tenant_id = (select app.tenant_id()) and r.user_id = (select app.user_id())
            and r.role = any (p_roles) and r.valid_during @> now()) $$;
alter function app.has_any_role(text[]) owner to app_system;
grant execute on function app.has_any_role(text[]) to app_user, app_system;

alter policy staff_user_read on staff_user using (tenant_id = (select app.tenant_id())
  and (id = (select app.user_id()) or kind = 'system' or (select app.has_any_role('caseManager', 'coordinator',
    'townCoordinator', 'kimLead', 'administrator', 'administration', 'dataProtectionOfficer'))));

alter policy deputy_read on deputy using (tenant_id = (select app.tenant_id())
  and (absent_user_id = (select app.user_id()) or deputy_user_id = (select app.user_id())
    or (select app.has_any_role('administrator', 'dataProtectionOfficer'))
    or (select app.has_role('coordinator')) and exists (select from oversight o where o.tenant_id = deputy.tenant_id
      and o.coordinator_id = (select app.user_id()) and o.case_manager_id = deputy.absent_user_id and o.valid_during @> now())));
