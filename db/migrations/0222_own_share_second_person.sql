-- The own share of single cases and system level (R027), for the person alone (R171): also of cases that were handed over or
-- are restricted since, whose contacts the person does not see any more. Sums only, of what that person wrote down.
create function app.own_effort(p_from date) returns table (contacts int, individual int, systemic int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select count(*)::int, coalesce(sum(e.minutes) filter (where e.share = 'individual'), 0)::int,
      coalesce(sum(e.minutes) filter (where e.share = 'systemic'), 0)::int
    from contact_effort e join contact c on c.tenant_id = e.tenant_id and c.id = e.contact_id
    where e.tenant_id = (select app.tenant_id()) and e.user_id = (select app.user_id()) and e.minutes is not null
      and e.share is not null and c.withdrawn_at is null and c.on_date >= p_from $$;
alter function app.own_effort(date) owner to app_system;
revoke all on function app.own_effort(date) from public;
grant execute on function app.own_effort(date) to app_user;

-- Who may be asked as second person (R172): of the own employer, as in 0102. Where there is nobody, the coordinator with
-- oversight over the asking person, unless the district says no (setting secondPersonByOversight): the words then go to
-- another employer, without case and name (ADR 2026-11-28, second person).
drop function app.second_persons();
create function app.second_persons() returns table (id uuid, name text, outside boolean) language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    with me as (
      select u.tenant_id, u.id, u.organisation_id from staff_user u
      where u.tenant_id = (select app.tenant_id()) and u.id = (select app.user_id()) and (select app.has_role('caseManager'))
    ), colleague as (
      select u.id, u.given_name, u.family_name from me
        join staff_user u on u.tenant_id = me.tenant_id and u.organisation_id = me.organisation_id and u.id <> me.id and u.active
      where exists (select from role_assignment r where r.tenant_id = u.tenant_id and r.user_id = u.id
        and r.role in ('caseManager', 'coordinator') and r.valid_during @> now())
    ), overseer as (
      select distinct u.id, u.given_name, u.family_name from me
        join oversight o on o.tenant_id = me.tenant_id and o.case_manager_id = me.id and o.valid_during @> now()
        join staff_user u on u.tenant_id = me.tenant_id and u.id = o.coordinator_id and u.id <> me.id and u.active
      where not exists (select from colleague)
        and not exists (select from tenant_setting s where s.tenant_id = me.tenant_id and s.key = 'secondPersonByOversight'
          and s.value = 'false'::jsonb and s.valid_to is null)
        and exists (select from role_assignment r where r.tenant_id = u.tenant_id and r.user_id = u.id
          and r.role = 'coordinator' and r.valid_during @> now())
    )
    select x.id, x.given_name || ' ' || x.family_name, x.outside from (
      select c.*, false as outside from colleague c union all select v.*, true from overseer v) x
    order by x.family_name, x.given_name, x.id $$;
alter function app.second_persons() owner to app_system;
revoke all on function app.second_persons() from public;
grant execute on function app.second_persons() to app_user;
