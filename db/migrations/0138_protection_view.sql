-- For the data protection officer: who got access to files outside everyday work, what is done with data by kind, and
-- whether the audit is unchanged. No content, and no list of what one member of staff did all day (R171): a person is
-- named only where the access itself is the subject.

-- What the last verifications of the audit chain found; written by the clock.
create table audit_check (
  tenant_id uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id        uuid not null,
  at        timestamptz not null,
  sealed    bigint not null,
  unsealed  int not null,
  faults    int not null,
  -- Kind and number of the first faults, as in verify-audit.
  details   jsonb not null default '[]',
  last_seq  bigint,
  last_hash text,
  primary key (tenant_id, id)
);
create index audit_check_at on audit_check (tenant_id, at);
alter table audit_check enable row level security;
alter table audit_check force row level security;
create policy audit_check_read on audit_check for select to app_user
  using (tenant_id = (select app.tenant_id())
    and ((select app.has_role('dataProtectionOfficer')) or (select app.has_role('administrator'))));
create policy audit_check_system on audit_check for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on audit_check to app_user;
grant select, insert, delete on audit_check to app_system;

-- Actions whose subject is an access: who opened what for whom, and what was refused or left the house.
create function app.is_access_action(p_action text) returns boolean language sql immutable
  set search_path = pg_catalog, pg_temp
  as $$ select p_action like 'clearAccess.%' or p_action like 'disclosure.%' or p_action like 'export.%'
          or p_action in ('access.refused', 'case.printed', 'user.openWorkRead', 'user.rightsPrinted', 'protection.accessesRead') $$;
revoke all on function app.is_access_action(text) from public;
grant execute on function app.is_access_action(text) to app_user, app_system;

-- One calendar month (in Germany) at a time: shorter periods would show what one person did.
-- Newest first, from behind the row p_after on. The file number stands for the case; nothing of its content.
create function app.access_events(p_month date, p_action text, p_after uuid, p_limit int)
  returns table (id uuid, at timestamptz, action text, actor text, file_number text, reason text, opened_for text, route text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select e.id, e.at, e.action, u.given_name || ' ' || u.family_name, f.file_number, e.reason, w.given_name || ' ' || w.family_name,
      case when e.action = 'access.refused' then e.details ->> 'route' end
    from audit_event e
      left join staff_user u on u.tenant_id = e.tenant_id and u.id = e.actor_id
      left join case_file f on f.tenant_id = e.tenant_id and f.id = e.case_id
      left join clear_access x on x.tenant_id = e.tenant_id and x.id = e.object_id
      left join staff_user w on w.tenant_id = x.tenant_id and w.id = x.user_id
    where e.tenant_id = (select app.tenant_id()) and (select app.has_role('dataProtectionOfficer'))
      and e.at >= date_trunc('month', p_month::timestamp) at time zone 'Europe/Berlin'
      and e.at < (date_trunc('month', p_month::timestamp) + interval '1 month') at time zone 'Europe/Berlin'
      and app.is_access_action(e.action) and (p_action is null or e.action = p_action)
      and (p_after is null or (e.at, e.id) < (select b.at, b.id from audit_event b
        where b.tenant_id = (select app.tenant_id()) and b.id = p_after))
    order by e.at desc, e.id desc limit least(p_limit, 201) $$;
alter function app.access_events(date, text, uuid, int) owner to app_system;
revoke all on function app.access_events(date, text, uuid, int) from public;
grant execute on function app.access_events(date, text, uuid, int) to app_user;

-- Everything else only counted, by what was done to which kind of thing and why. No person, no case, no day.
create function app.audit_counts(p_month date)
  returns table (action text, object_kind text, reason text, entries bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select e.action, e.object_kind, e.reason, count(*)
    from audit_event e
    where e.tenant_id = (select app.tenant_id()) and (select app.has_role('dataProtectionOfficer'))
      and e.at >= date_trunc('month', p_month::timestamp) at time zone 'Europe/Berlin'
      and e.at < (date_trunc('month', p_month::timestamp) + interval '1 month') at time zone 'Europe/Berlin'
    group by e.action, e.object_kind, e.reason order by e.action, e.object_kind, e.reason limit 500 $$;
alter function app.audit_counts(date) owner to app_system;
revoke all on function app.audit_counts(date) from public;
grant execute on function app.audit_counts(date) to app_user;
