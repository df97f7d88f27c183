-- Off-boarding leaves no file behind: closed and restricted files go to somebody who can reopen them, and what else waits
-- for the person who leaves is counted (ADR 2026-11-28, restricted files).

-- Whose files the asking person may hand over, and to whom: the own ones to any case manager, those of somebody under own
-- oversight to somebody under own oversight. The same conditions as app.hand_over_case, by person instead of by case.
create function app.handover_candidates_of(p_from uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select u.id from staff_user u
    where u.tenant_id = (select app.tenant_id()) and u.active and u.id <> p_from
      and exists (select from role_assignment r where r.tenant_id = u.tenant_id and r.user_id = u.id
        and r.role = 'caseManager' and r.valid_during @> now())
      and ((p_from = (select app.user_id()) and (select app.has_role('caseManager')))
        or ((select app.has_role('coordinator')) and exists (select from oversight o join oversight o2
              on o2.tenant_id = o.tenant_id and o2.coordinator_id = o.coordinator_id
            where o.tenant_id = u.tenant_id and o.coordinator_id = (select app.user_id())
              and o.case_manager_id = p_from and o.valid_during @> now()
              and o2.case_manager_id = u.id and o2.valid_during @> now()))) $$;
alter function app.handover_candidates_of(uuid) owner to app_system;
revoke all on function app.handover_candidates_of(uuid) from public;
grant execute on function app.handover_candidates_of(uuid) to app_user;

create function app.closed_cases_of(p_from uuid) returns int language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select count(*)::int from case_file f
    where f.tenant_id = (select app.tenant_id()) and f.responsible_user_id = p_from and f.closed_on is not null
      and ((p_from = (select app.user_id()) and (select app.has_role('caseManager')))
        or ((select app.has_role('coordinator')) and exists (select from oversight o where o.tenant_id = f.tenant_id
          and o.coordinator_id = (select app.user_id()) and o.case_manager_id = p_from and o.valid_during @> now()))) $$;
alter function app.closed_cases_of(uuid) owner to app_system;
revoke all on function app.closed_cases_of(uuid) from public;
grant execute on function app.closed_cases_of(uuid) to app_user;

-- All closed files of one person at once: restricted ones cannot be chosen one by one, nobody sees them. Answers the
-- files, for the audit; none when the asking person may not.
create function app.hand_over_closed_cases(p_from uuid, p_to uuid, p_reason text) returns setof uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare t uuid := app.tenant_id(); org uuid; cases uuid[];
  begin
    if p_to not in (select app.handover_candidates_of(p_from)) then return; end if;
    select u.organisation_id into org from staff_user u where u.tenant_id = t and u.id = p_to;
    select coalesce(array_agg(x.id), '{}') into cases from (
      select f.id from case_file f where f.tenant_id = t and f.responsible_user_id = p_from and f.closed_on is not null
      order by f.id for update) x;
    insert into case_step (tenant_id, id, case_id, episode, kind, from_value, to_value, on_date, reason)
      select t, gen_random_uuid(), f.id, f.episode, 'handover', p_from::text, p_to::text,
        (now() at time zone 'Europe/Berlin')::date, p_reason
      from case_file f where f.tenant_id = t and f.id = any (cases);
    update case_assignment set valid_during = tstzrange(lower(valid_during), now())
      where tenant_id = t and case_id = any (cases) and valid_during @> now();
    insert into case_assignment (tenant_id, id, case_id, user_id, organisation_id, valid_during, reason)
      select t, gen_random_uuid(), c, p_to, org, tstzrange(now(), null), p_reason from unnest(cases) c;
    update case_file set responsible_user_id = p_to, responsible_organisation_id = org, version = version + 1
      where tenant_id = t and id = any (cases);
    return query select unnest(cases);
  end $$;
alter function app.hand_over_closed_cases(uuid, uuid, text) owner to app_system;
revoke all on function app.hand_over_closed_cases(uuid, uuid, text) from public;
grant execute on function app.hand_over_closed_cases(uuid, uuid, text) to app_user;

-- As in 0137, with closed files, questions to the second person, action items of committees and reconstructions.
drop function app.open_work(uuid);
create function app.open_work(p_user uuid) returns table (open_cases int, closed_cases int, agreement_drafts int, open_requests int,
    open_tasks int, standing_in int, stood_in_for int, oversees int, asked_disclosures int, action_items int,
    reconstructions int, drafts int)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare t uuid := app.tenant_id();
  begin
    if not app.has_role('administrator') then return; end if;
    return query select
      (select count(*)::int from case_file f where f.tenant_id = t and f.responsible_user_id = p_user and f.closed_on is null),
      (select count(*)::int from case_file f where f.tenant_id = t and f.responsible_user_id = p_user and f.closed_on is not null),
      (select count(*)::int from agreement g join case_file f on f.tenant_id = g.tenant_id and f.id = g.case_id
         where g.tenant_id = t and f.responsible_user_id = p_user and f.closed_on is null and g.state = 'draft'),
      (select count(*)::int from request q where q.tenant_id = t and q.assigned_to = p_user and q.closed_at is null),
      (select count(*)::int from task k where k.tenant_id = t and k.assignee_id = p_user and k.state = 'open'),
      (select count(*)::int from deputy d where d.tenant_id = t and d.deputy_user_id = p_user and upper(d.valid_during) > now()),
      (select count(*)::int from deputy d where d.tenant_id = t and d.absent_user_id = p_user and upper(d.valid_during) > now()),
      (select count(*)::int from oversight o where o.tenant_id = t and o.coordinator_id = p_user and o.valid_during @> now()),
      (select count(*)::int from disclosure d where d.tenant_id = t and d.second_user_id = p_user and d.state = 'asked'),
      (select count(*)::int from action_item a where a.tenant_id = t and a.responsible_id = p_user and a.state = 'open'),
      (select count(*)::int from reconstruction r where r.tenant_id = t and r.moderator_id = p_user and r.state in ('offered', 'running')),
      (select count(*)::int from draft d where d.tenant_id = t and d.user_id = p_user);
  end $$;
alter function app.open_work(uuid) owner to app_system;
revoke all on function app.open_work(uuid) from public;
grant execute on function app.open_work(uuid) to app_user;

-- What else goes back without a new person to be chosen. A question to the second person goes back to who asked: that
-- person is told at once, because nothing may be passed on before somebody else has answered. Action items keep the function that
-- is responsible, reconstructions wait for another moderator.
create function app.release_other_work(p_user uuid, p_disclosures boolean, p_committees boolean, p_reconstructions boolean)
  returns table (kind text, id uuid)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare t uuid := app.tenant_id(); today date := (now() at time zone 'Europe/Berlin')::date;
  begin
    if not app.has_role('administrator') then return; end if;
    if p_disclosures then
      return query
        with back as (update disclosure d set state = 'dropped', state_on = today, version = d.version + 1
            where d.tenant_id = t and d.second_user_id = p_user and d.state = 'asked' returning d.id, d.case_id, d.created_by),
          told as (insert into notification (tenant_id, id, user_id, kind, object_kind, object_id, case_id)
            select t, gen_random_uuid(), b.created_by, 'disclosure.returned', 'disclosure', b.id, b.case_id from back b returning 1)
        select 'disclosure', b.id from back b;
    end if;
    if p_committees then
      return query update action_item a set responsible_id = null, version = a.version + 1
        where a.tenant_id = t and a.responsible_id = p_user and a.state = 'open' returning 'actionItem', a.id;
    end if;
    if p_reconstructions then
      return query update reconstruction r set moderator_id = null, version = r.version + 1
        where r.tenant_id = t and r.moderator_id = p_user and r.state in ('offered', 'running') returning 'reconstruction', r.id;
    end if;
  end $$;
alter function app.release_other_work(uuid, boolean, boolean, boolean) owner to app_system;
revoke all on function app.release_other_work(uuid, boolean, boolean, boolean) from public;
grant execute on function app.release_other_work(uuid, boolean, boolean, boolean) to app_user;
