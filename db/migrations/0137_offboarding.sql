-- Off-boarding (R059): what a person who leaves would leave behind, and the ways to put it back where others see it.

-- Numbers for the administrator, no names, no cases (R171: asked one by one and audited, never listed).
drop function app.open_work(uuid);
create function app.open_work(p_user uuid) returns table (open_cases int, agreement_drafts int, open_requests int, open_tasks int,
    standing_in int, stood_in_for int, oversees int, drafts int)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare t uuid := app.tenant_id();
  begin
    if not app.has_role('administrator') then return; end if;
    return query select
      (select count(*)::int from case_file f where f.tenant_id = t and f.responsible_user_id = p_user and f.closed_on is null),
      (select count(*)::int from agreement g join case_file f on f.tenant_id = g.tenant_id and f.id = g.case_id
         where g.tenant_id = t and f.responsible_user_id = p_user and f.closed_on is null and g.state = 'draft'),
      (select count(*)::int from request q where q.tenant_id = t and q.assigned_to = p_user and q.closed_at is null),
      (select count(*)::int from task k where k.tenant_id = t and k.assignee_id = p_user and k.state = 'open'),
      (select count(*)::int from deputy d where d.tenant_id = t and d.deputy_user_id = p_user and upper(d.valid_during) > now()),
      (select count(*)::int from deputy d where d.tenant_id = t and d.absent_user_id = p_user and upper(d.valid_during) > now()),
      (select count(*)::int from oversight o where o.tenant_id = t and o.coordinator_id = p_user and o.valid_during @> now()),
      (select count(*)::int from draft d where d.tenant_id = t and d.user_id = p_user);
  end $$;
alter function app.open_work(uuid) owner to app_system;
revoke all on function app.open_work(uuid) from public;
grant execute on function app.open_work(uuid) to app_user;

-- Puts back what needs no new person to be chosen: requests into the queue of their site, tasks to whoever is
-- responsible for the case (one's own notes without a case are dropped, those of others go back to them),
-- arrangements of deputising end. Cases are handed over one by one, by who may. Answers what was touched, for the audit.
create function app.release_open_work(p_user uuid, p_requests boolean, p_tasks boolean, p_deputies boolean)
  returns table (kind text, id uuid)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare t uuid := app.tenant_id();
  begin
    if not app.has_role('administrator') then return; end if;
    if p_requests then
      return query update request r set state = 'open', assigned_to = null, assigned_at = null, assigned_by = null,
          version = r.version + 1
        where r.tenant_id = t and r.assigned_to = p_user and r.closed_at is null returning 'request', r.id;
    end if;
    if p_tasks then
      return query update task k set assignee_id = null, version = k.version + 1
        where k.tenant_id = t and k.assignee_id = p_user and k.state = 'open' and k.case_id is not null returning 'task', k.id;
      return query update task k set assignee_id = k.created_by, version = k.version + 1
        where k.tenant_id = t and k.assignee_id = p_user and k.state = 'open' and k.created_by <> p_user returning 'task', k.id;
      return query update task k set state = 'dropped', closed_at = now(), closed_by = app.user_id(), version = k.version + 1
        where k.tenant_id = t and k.assignee_id = p_user and k.state = 'open' returning 'task', k.id;
    end if;
    if p_deputies then
      return query update deputy d set ended_at = now(), version = d.version + 1,
          valid_during = case when lower(d.valid_during) >= now() then 'empty' else tstzrange(lower(d.valid_during), now()) end
        where d.tenant_id = t and p_user in (d.deputy_user_id, d.absent_user_id) and upper(d.valid_during) > now()
        returning 'deputy', d.id;
    end if;
  end $$;
alter function app.release_open_work(uuid, boolean, boolean, boolean) owner to app_system;
revoke all on function app.release_open_work(uuid, boolean, boolean, boolean) from public;
grant execute on function app.release_open_work(uuid, boolean, boolean, boolean) to app_user;

-- A task laid on who was responsible goes with the case: without an assignee it is the responsible person's.
create function app.on_case_handed_over() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    update task k set assignee_id = null, version = k.version + 1
      where k.tenant_id = new.tenant_id and k.case_id = new.id and k.assignee_id = old.responsible_user_id and k.state = 'open';
    return null;
  end $$;
alter function app.on_case_handed_over() owner to app_system;
revoke all on function app.on_case_handed_over() from public;
create trigger case_file_tasks after update of responsible_user_id on case_file
  for each row when (old.responsible_user_id is distinct from new.responsible_user_id) execute function app.on_case_handed_over();

-- What somebody who is gone had begun to type is nobody's: it may hold names of clients.
create function app.on_staff_user_gone() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    delete from draft d where d.tenant_id = new.tenant_id and d.user_id = new.id;
    return null;
  end $$;
alter function app.on_staff_user_gone() owner to app_system;
revoke all on function app.on_staff_user_gone() from public;
create trigger staff_user_drafts after update of active on staff_user
  for each row when (old.active and not new.active) execute function app.on_staff_user_gone();
