-- A request moved to the queue of another site, also of another employer (R044, R049). What has been noted travels with
-- it; across employers only because the client agreed, and only the parts agreed to.

create table request_step (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  request_id      uuid not null,
  kind            text not null check (kind = 'transfer'),
  from_site_id    uuid not null,
  to_site_id      uuid not null check (to_site_id <> from_site_id),
  across_employers boolean not null,
  reason          text not null check (reason in ('residence', 'language', 'expertise', 'capacity', 'clientWish', 'wrongSite')),
  -- The day the client agreed; asked across employers only.
  agreed_on       date,
  with_concern    boolean not null default true,
  with_contact    boolean not null default true,
  on_date         date not null,
  actor_id        uuid not null default app.user_id(),
  at              timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references request (tenant_id, id) on delete cascade,
  foreign key (tenant_id, from_site_id) references site (tenant_id, id),
  foreign key (tenant_id, to_site_id) references site (tenant_id, id),
  constraint agreement_across_employers check (not across_employers or agreed_on is not null)
);
create index request_step_request on request_step (tenant_id, request_id, at);
alter table request_step enable row level security;
alter table request_step force row level security;
-- With the request it is about, and for who moved it: the receipt, after the request itself has left.
create policy request_step_read on request_step for select to app_user
  using (tenant_id = (select app.tenant_id()) and (actor_id = (select app.user_id())
    or exists (select from request r where r.tenant_id = (select app.tenant_id()) and r.id = request_step.request_id)));
create policy request_step_system on request_step for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on request_step to app_user;
grant select, insert, update, delete on request_step to app_system;

-- Where a request can go: sites at which a case manager is at work now, so that nothing waits where nobody looks.
create function app.transfer_targets() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select s.id from site s
    where s.tenant_id = (select app.tenant_id()) and (s.valid_to is null or s.valid_to > current_date)
      and ((select app.has_role('caseManager')) or (select app.has_role('coordinator')))
      and exists (select from site_access a join staff_user u on u.tenant_id = a.tenant_id and u.id = a.user_id and u.active
        where a.tenant_id = s.tenant_id and a.site_id = s.id and a.role = 'caseManager' and a.valid_during @> now()) $$;
alter function app.transfer_targets() owner to app_system;
revoke all on function app.transfer_targets() from public;
grant execute on function app.transfer_targets() to app_user;

-- Moves it with its dated step. Afterwards the sender sees the request no longer, therefore a definer function; it asks
-- itself whether the request is the asking person's to move. False: it is not, or there is nobody at the other site.
create function app.transfer_request(p_request uuid, p_site uuid, p_step uuid, p_reason text, p_agreed_on date,
    p_with_concern boolean, p_with_contact boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare r request; across boolean; me uuid := app.user_id(); t uuid := app.tenant_id();
  begin
    select * into r from request where tenant_id = t and id = p_request for update;
    if r.id is null or r.closed_at is not null or r.site_id = p_site then return false; end if;
    if not ((r.assigned_to = me and app.has_role('caseManager'))
      or r.assigned_to = any (app.deputised_colleagues())
      or (r.assigned_to is not null and app.has_role('coordinator') and exists (select from oversight o where o.tenant_id = t
          and o.coordinator_id = me and o.case_manager_id = r.assigned_to and o.valid_during @> now()))
      or (r.assigned_to is null and exists (select from site_access s where s.tenant_id = t and s.user_id = me
          and s.site_id = r.site_id and s.valid_during @> now())))
    then return false; end if;
    if p_site not in (select app.transfer_targets()) then return false; end if;
    select (a.organisation_id is distinct from b.organisation_id or a.organisation_id is null) into across
      from site a join site b on b.tenant_id = a.tenant_id and b.id = p_site where a.tenant_id = t and a.id = r.site_id;
    insert into request_step (tenant_id, id, request_id, kind, from_site_id, to_site_id, across_employers, reason, agreed_on,
        with_concern, with_contact, on_date)
      values (t, p_step, p_request, 'transfer', r.site_id, p_site, across, p_reason, case when across then p_agreed_on end,
        p_with_concern or not across, p_with_contact or not across, (now() at time zone 'Europe/Berlin')::date);
    if across and not p_with_concern then
      update request_text set concern = null where tenant_id = t and request_id = p_request;
    end if;
    if across and not p_with_contact then
      delete from request_contact where tenant_id = t and request_id = p_request;
    end if;
    update request set site_id = p_site, state = 'open', assigned_to = null, assigned_at = null, assigned_by = null,
        version = version + 1 where tenant_id = t and id = p_request;
    return true;
  end $$;
alter function app.transfer_request(uuid, uuid, uuid, text, date, boolean, boolean) owner to app_system;
revoke all on function app.transfer_request(uuid, uuid, uuid, text, date, boolean, boolean) from public;
grant execute on function app.transfer_request(uuid, uuid, uuid, text, date, boolean, boolean) to app_user;
