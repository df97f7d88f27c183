-- Exports: case files as PDF and lists as table. They are made by a worker that asks as the person who wanted them;
-- results lie here for 24 hours and only for that person.

-- ---------------------------------------------------------------------------------------------------------
-- Taking lists out of Lotse is nobody's by a role: an administrator allows it to one person, with reason and last day.
create table export_grant (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  user_id      uuid not null,
  reason       text not null check (length(reason) between 1 and 500),
  valid_during tstzrange not null check (not isempty(valid_during) and lower(valid_during) is not null and upper(valid_during) is not null),
  granted_by   uuid not null default app.user_id(),
  granted_at   timestamptz not null default now(),
  ended_at     timestamptz,
  ended_by     uuid,
  version      int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id) on delete cascade,
  foreign key (tenant_id, granted_by) references staff_user (tenant_id, id),
  check (user_id <> granted_by),
  check ((ended_at is null) = (ended_by is null))
);
create index export_grant_user on export_grant (tenant_id, user_id, granted_at desc);
comment on table export_grant is 'Who may take lists out, why and until when (off by default).';

create table export_job (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  user_id     uuid not null default app.user_id(),
  kind        text not null check (kind in ('caseFile', 'cases', 'contacts', 'tasks')),
  format      text not null check (format in ('pdf', 'csv', 'xlsx')),
  -- Of a case file, or a list of one case.
  case_id     uuid,
  -- Parts of the file, or columns and filter of the list. May hold a name searched for: its owner alone reads it.
  choice      jsonb not null,
  state       text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'refused', 'cancelled')),
  reason      text check (length(reason) <= 60),
  done_count  int not null default 0 check (done_count >= 0),
  total_count int check (total_count >= 0),
  attempts    int not null default 0,
  created_at  timestamptz not null default now(),
  -- Sign of life of the worker; an export without one is taken up again.
  touched_at  timestamptz not null default now(),
  finished_at timestamptz,
  delete_after timestamptz not null default now() + interval '24 hours',
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id) on delete cascade,
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  check (kind <> 'caseFile' or (case_id is not null and format = 'pdf')),
  check (kind = 'caseFile' or format in ('csv', 'xlsx')),
  check ((finished_at is not null) = (state in ('done', 'failed', 'refused', 'cancelled')))
);
create index export_job_user on export_job (tenant_id, user_id, created_at desc, id);
create index export_job_case on export_job (tenant_id, case_id) where case_id is not null;
create index export_job_open on export_job (tenant_id, created_at) where state in ('waiting', 'running');
comment on table export_job is 'What somebody asked to take out, and how far it is; gone after 24 hours, the audit stays.';

create table export_file (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  export_id  uuid not null,
  name       text not null check (length(name) between 1 and 120),
  bytes      bytea not null,
  primary key (tenant_id, export_id),
  foreign key (tenant_id, export_id) references export_job (tenant_id, id) on delete cascade
);
comment on table export_file is 'The result of an export. Read by its owner alone, and only while the right to it lasts.';

-- ---------------------------------------------------------------------------------------------------------
alter table export_grant enable row level security;
alter table export_grant force row level security;
create policy export_grant_read on export_grant for select to app_user
  using (tenant_id = (select app.tenant_id()) and (user_id = (select app.user_id())
    or (select app.has_role('administrator')) or (select app.has_role('dataProtectionOfficer')) or (select app.has_role('kimLead'))));
create policy export_grant_new on export_grant for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and granted_by = (select app.user_id()) and user_id <> (select app.user_id())
    and (select app.has_role('administrator')));
create policy export_grant_change on export_grant for update to app_user
  using (tenant_id = (select app.tenant_id()) and user_id <> (select app.user_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and user_id <> (select app.user_id()) and (select app.has_role('administrator')));
create policy export_grant_system on export_grant for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, user_id, reason, valid_during), update (valid_during, ended_at, ended_by, version) on export_grant to app_user;
grant select, delete on export_grant to app_system;

alter table export_job enable row level security;
alter table export_job force row level security;
create policy export_job_read on export_job for select to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy export_job_new on export_job for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id())
    and ((kind = 'caseFile' and exists (select from case_access a where a.tenant_id = (select app.tenant_id())
            and a.user_id = (select app.user_id()) and a.case_id = export_job.case_id and a.parts & 1 <> 0 and a.valid_during @> now()))
      or (kind <> 'caseFile' and exists (select from export_grant g where g.tenant_id = (select app.tenant_id())
            and g.user_id = (select app.user_id()) and g.valid_during @> now()))));
create policy export_job_change on export_job for update to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()))
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy export_job_system on export_job for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, kind, format, case_id, choice),
  update (state, reason, done_count, total_count, touched_at, finished_at, delete_after) on export_job to app_user;
grant select, delete, update (state, reason, attempts, touched_at, finished_at) on export_job to app_system;

alter table export_file enable row level security;
alter table export_file force row level security;
-- The right is asked again when the file is fetched: what was withdrawn since then closes it (BC-07, BC-08).
create policy export_file_read on export_file for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from export_job j where j.tenant_id = (select app.tenant_id())
    and j.id = export_file.export_id and j.user_id = (select app.user_id()) and j.delete_after > now()
    and ((j.kind = 'caseFile' and exists (select from case_access a where a.tenant_id = (select app.tenant_id())
            and a.user_id = (select app.user_id()) and a.case_id = j.case_id and a.parts & 1 <> 0 and a.valid_during @> now()))
      or (j.kind <> 'caseFile' and exists (select from export_grant g where g.tenant_id = (select app.tenant_id())
            and g.user_id = (select app.user_id()) and g.valid_during @> now())))));
create policy export_file_new on export_file for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from export_job j where j.tenant_id = (select app.tenant_id())
    and j.id = export_file.export_id and j.user_id = (select app.user_id()) and j.state = 'running'));
create policy export_file_drop on export_file for delete to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from export_job j where j.tenant_id = (select app.tenant_id())
    and j.id = export_file.export_id and j.user_id = (select app.user_id())));
create policy export_file_system on export_file for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (export_id, name, bytes), delete on export_file to app_user;
grant select, delete on export_file to app_system;

-- ---------------------------------------------------------------------------------------------------------
-- A worker acts as the person who asked: with a session of its own kind, for minutes, for this one export. Whatever
-- was taken from the person meanwhile (role, case, account) is then missing to the worker as well (BC-07).
alter table auth.session drop constraint session_kind_check;
alter table auth.session add constraint session_kind_check check (kind in ('person', 'system', 'job'));
alter table auth.session add constraint session_job_is_short check (kind <> 'job' or expires_at <= created_at + interval '30 minutes');
grant insert on auth.session to app_system;
-- The workers' role may open sessions for work and no other.
create function auth.refuse_other_sessions() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  as $$ begin
    if current_user = 'app_system' and new.kind <> 'job' then
      raise insufficient_privilege using message = 'sessions of persons are opened by sign-in';
    end if;
    return new;
  end $$;
create trigger session_kind_of_opener before insert on auth.session
  for each row execute function auth.refuse_other_sessions();

create function app.open_export_session(p_export uuid, p_token_hash text) returns boolean language sql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    with opened as (
      insert into auth.session (token_hash, id, tenant_id, user_id, kind, state, idle_expires_at, expires_at, reauthenticated_at)
      select p_token_hash, gen_random_uuid(), j.tenant_id, j.user_id, 'job', 'open', now() + interval '25 minutes',
        now() + interval '25 minutes', 'epoch'
      from export_job j join staff_user u on u.tenant_id = j.tenant_id and u.id = j.user_id and u.active and u.kind = 'person'
        left join auth.account a on a.user_id = j.user_id
      where j.tenant_id = (select app.tenant_id()) and j.id = p_export and j.state = 'running'
        and not coalesce(a.must_change, false) and a.locked_at is null
      returning 1)
    select exists (select from opened) $$;
alter function app.open_export_session(uuid, text) owner to app_system;
revoke all on function app.open_export_session(uuid, text) from public;
grant execute on function app.open_export_session(uuid, text) to app_system;
