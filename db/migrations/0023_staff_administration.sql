-- Staff: what administration and deputising need besides the tables of 0020; what of the district is set in the app.

-- A deputising arrangement ended before it began never opens: its period is empty.
alter table deputy drop constraint deputy_valid_during_check;
alter table deputy add constraint deputy_period check (case when isempty(valid_during) then ended_at is not null
  else lower(valid_during) is not null and upper(valid_during) is not null end);

-- Who may be named as deputy or overseen: the active case managers of the tenant. Roles of others are hidden by row
-- level security, therefore a definer function; it says nothing else about them.
create function app.case_managers() returns table (user_id uuid) language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select distinct r.user_id
    from role_assignment r join staff_user u on u.tenant_id = r.tenant_id and u.id = r.user_id and u.active
    where r.tenant_id = (select app.tenant_id()) and r.role = 'caseManager' and r.valid_during @> now()
      and ((select app.has_role('caseManager')) or (select app.has_role('coordinator'))
        or (select app.has_role('kimLead')) or (select app.has_role('administrator'))) $$;
alter function app.case_managers() owner to app_system;
grant execute on function app.case_managers() to app_user;

-- What a person who leaves would leave behind: two numbers for the administrator, no names, no cases (R171: asked
-- one by one and audited, never listed). plpgsql: the tables it reads are made later.
create function app.open_work(p_user uuid) returns table (open_cases int, open_requests int)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if not app.has_role('administrator') then return; end if;
    return query select
      (select count(*)::int from case_file f where f.tenant_id = app.tenant_id() and f.responsible_user_id = p_user
         and f.closed_on is null),
      (select count(*)::int from request q where q.tenant_id = app.tenant_id() and q.assigned_to = p_user
         and q.closed_at is null);
  end $$;
alter function app.open_work(uuid) owner to app_system;
grant execute on function app.open_work(uuid) to app_user;

-- Single values of the district. The two of the wall (§ 87 AufenthG) go on only while the data protection officer's
-- last opinion allows it.
create policy tenant_setting_change on tenant_setting for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator'))
    and jsonb_typeof(value) in ('number', 'boolean'))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator'))
    and jsonb_typeof(value) in ('number', 'boolean')
    and (key not in ('withoutStatusForPublicEmployers', 'departureAsClosureReason') or value = 'false'
      or (select p.allows from protection_opinion p
          where p.tenant_id = (select app.tenant_id()) and p.topic = case tenant_setting.key
            when 'departureAsClosureReason' then 'closureByDeparture' else 'valueWithoutStatus' end
          order by p.recorded_at desc limit 1)));
grant update (value, is_default, edited_at, version) on tenant_setting to app_user;

-- A default that the Kreis has looked at and keeps is no longer one.
grant update (is_default) on catalogue_entry to app_user;
