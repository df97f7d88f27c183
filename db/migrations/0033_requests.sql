-- Requests (R043–R049), second part: the concern apart from the structured row, the own minutes of brief advice,
-- and whom a coordinator may assign.

-- The concern is free text: the queue of the site and who works the request read it, oversight alone does not.
alter table request drop column concern;
create table request_text (
  tenant_id          uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  request_id         uuid not null,
  concern            text check (length(concern) <= 500),
  -- Name of the service somebody was pointed to, where it is in no list.
  signposted_service text check (length(signposted_service) <= 200),
  primary key (tenant_id, request_id),
  foreign key (tenant_id, request_id) references request (tenant_id, id) on delete cascade
);

-- How long brief advice took is data about staff work: shown to the person who wrote it, to nobody else (R171).
create table request_effort (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  request_id uuid not null,
  user_id    uuid not null default app.user_id(),
  minutes    int not null check (minutes between 1 and 600),
  primary key (tenant_id, request_id, user_id),
  foreign key (tenant_id, request_id) references request (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id) on delete cascade
);

-- What the state machine in rules promises, once more where nothing gets past it.
alter table request add constraint open_means_unassigned check ((state = 'open') = (assigned_to is null));
alter table request add constraint closed_has_time check ((state in ('open', 'assigned')) = (closed_at is null));
create index request_open on request (tenant_id, site_id, received_at, id) where state = 'open';
create index request_done on request (tenant_id, assigned_to, closed_at desc, id desc) where closed_at is not null;
create index site_access_site on site_access (tenant_id, site_id, role);

-- Whoever records a request may keep it, but never lay it on somebody else's desk unseen.
alter policy request_new on request
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())
    and (assigned_to is null or (assigned_to = (select app.user_id()) and (select app.has_role('caseManager'))))
    and exists (select from site_access s where s.tenant_id = (select app.tenant_id())
         and s.user_id = (select app.user_id()) and s.site_id = request.site_id and s.valid_during @> now()));

-- The case managers of a site whom the asking coordinator oversees now. Site access of others is hidden by row
-- level security, therefore a definer function; it answers only for the asking person's own oversight.
create function app.assignable_case_managers(p_site uuid) returns table (user_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select distinct o.case_manager_id
    from oversight o
    join staff_user u on u.tenant_id = o.tenant_id and u.id = o.case_manager_id and u.active
    join site_access s on s.tenant_id = o.tenant_id and s.user_id = o.case_manager_id and s.site_id = p_site
      and s.role = 'caseManager' and s.valid_during @> now()
    where o.tenant_id = (select app.tenant_id()) and o.coordinator_id = (select app.user_id()) and o.valid_during @> now()
      and (select app.has_role('coordinator')) $$;
alter function app.assignable_case_managers(uuid) owner to app_system;
revoke all on function app.assignable_case_managers(uuid) from public;
grant execute on function app.assignable_case_managers(uuid) to app_user, app_system;

-- ---------------------------------------------------------------------------------------------------------
alter table request_text enable row level security;
alter table request_text force row level security;
create policy request_text_read on request_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from request r
    where r.tenant_id = (select app.tenant_id()) and r.id = request_text.request_id
      and (r.assigned_to is null or r.assigned_to = (select app.user_id()) or r.assigned_to = any ((select app.deputised_colleagues())::uuid[]))));
create policy request_text_new on request_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from request r
    where r.tenant_id = (select app.tenant_id()) and r.id = request_text.request_id
      and (r.assigned_to is null or r.assigned_to = (select app.user_id()) or r.assigned_to = any ((select app.deputised_colleagues())::uuid[]))));
create policy request_text_change on request_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from request r
    where r.tenant_id = (select app.tenant_id()) and r.id = request_text.request_id
      and (r.assigned_to is null or r.assigned_to = (select app.user_id()) or r.assigned_to = any ((select app.deputised_colleagues())::uuid[]))))
  with check (tenant_id = (select app.tenant_id()) and exists (select from request r
    where r.tenant_id = (select app.tenant_id()) and r.id = request_text.request_id
      and (r.assigned_to is null or r.assigned_to = (select app.user_id()) or r.assigned_to = any ((select app.deputised_colleagues())::uuid[]))));
create policy request_text_system on request_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (request_id, concern, signposted_service), update (concern, signposted_service) on request_text to app_user;
grant select, insert, update, delete on request_text to app_system;

alter table request_effort enable row level security;
alter table request_effort force row level security;
create policy request_effort_own on request_effort for select to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy request_effort_new on request_effort for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())
    and exists (select from request r where r.tenant_id = (select app.tenant_id()) and r.id = request_effort.request_id));
create policy request_effort_system on request_effort for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (request_id, minutes) on request_effort to app_user;
grant select, insert, update, delete on request_effort to app_system;
