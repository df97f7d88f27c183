-- Platform: request context, sessions, audit, idempotency, drafts.
-- Read docs/architecture.md §4 and the rules in docs/database.md first: this file is the pattern for all others.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create schema app;
create schema auth;
create schema jobs;
revoke all on schema public from public;
grant usage on schema public, app to app_user, app_system, app_auth, app_jobs;
grant usage on schema auth to app_auth, app_system;
grant create on schema app to app_system; -- needed to own the definer functions; app_system cannot log in
grant usage, create on schema jobs to app_jobs;
alter default privileges revoke execute on functions from public;

-- ---------------------------------------------------------------------------------------------------------
-- Tenants. The row is made by the operator; everything else about a district is the module tenancy's.
create table tenant (
  id         uuid primary key,
  key        text not null unique check (key ~ '^[a-z][a-z0-9-]{1,40}$'),
  name       text not null,
  created_at timestamptz not null default now()
);

-- ---------------------------------------------------------------------------------------------------------
-- Sessions and accounts. Schema auth holds no tenant data that is shown to anyone: only app_auth (sign-in)
-- and the definer functions below read it, therefore grants without row level security protect it.
create table auth.account (
  user_id           uuid primary key,
  tenant_id         uuid not null references tenant (id) on delete cascade,
  -- A login name is unique in the installation and leads to one user of one tenant.
  login_name        text not null,
  password_hash     text,
  password_set_at   timestamptz,
  must_change       boolean not null default false,
  totp_secret       text,
  -- Being set up; replaces totp_secret only once a code of the new device has confirmed it.
  totp_pending      text,
  totp_confirmed_at timestamptz,
  totp_last_step    bigint not null default 0,
  second_factor_required boolean not null default true,
  locked_at         timestamptz
);
create unique index account_login_name on auth.account (lower(login_name));

create table auth.session (
  token_hash      text primary key check (length(token_hash) = 64),
  id              uuid not null unique,
  tenant_id       uuid not null references tenant (id) on delete cascade,
  user_id         uuid not null,
  kind            text not null check (kind in ('person', 'system')),
  -- 'pending': the password was right, the second factor is missing. A pending session resolves to nobody.
  state           text not null check (state in ('pending', 'open')),
  user_agent      text,
  created_at      timestamptz not null default now(),
  last_seen_at    timestamptz not null default now(),
  idle_expires_at timestamptz not null,
  expires_at      timestamptz not null,
  reauthenticated_at timestamptz not null default now(),
  revoked_at      timestamptz
);
create index session_by_user on auth.session (user_id, created_at);

-- Throttling of sign-in and second factor; `key` is a sha256 of what is counted (login name, address).
create table auth.attempt (
  key        text not null,
  at         timestamptz not null default now(),
  successful boolean not null
);
create index attempt_key on auth.attempt (key, at);

grant select, insert, update, delete on auth.account, auth.session, auth.attempt to app_auth;
grant select on auth.account, auth.session to app_system;

-- ---------------------------------------------------------------------------------------------------------
-- Who is asking? `app.session` carries the sha256 of the session token. It is resolved in a table the
-- application role cannot read, so injected SQL cannot become somebody else (BC-14). Always write
-- `(select app.user_id())` in a policy: it is then evaluated once per statement.
create function app.tenant_id() returns uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select s.tenant_id from auth.session s
        where s.token_hash = nullif(pg_catalog.current_setting('app.session', true), '')
          and s.state = 'open' and s.revoked_at is null and now() < s.expires_at and now() < s.idle_expires_at $$;
create function app.user_id() returns uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select s.user_id from auth.session s
        where s.token_hash = nullif(pg_catalog.current_setting('app.session', true), '')
          and s.state = 'open' and s.revoked_at is null and now() < s.expires_at and now() < s.idle_expires_at $$;
-- The token of a tenant's system actor: clock-driven work and the operator's commands.
create function app.system_session(p_tenant uuid) returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select s.token_hash from auth.session s where s.tenant_id = p_tenant and s.kind = 'system' and s.revoked_at is null $$;
-- Clock-driven work goes through the tenants one by one; a tenant without a system actor has none.
create function app.tenant_ids() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select s.tenant_id from auth.session s where s.kind = 'system' and s.state = 'open' and s.revoked_at is null order by 1 $$;
alter function app.tenant_ids() owner to app_system;
alter function app.tenant_id() owner to app_system;
alter function app.user_id() owner to app_system;
alter function app.system_session(uuid) owner to app_system;
revoke all on function app.tenant_id(), app.user_id(), app.system_session(uuid), app.tenant_ids() from public;
grant execute on function app.tenant_id(), app.user_id() to app_user, app_system;
grant execute on function app.system_session(uuid), app.tenant_ids() to app_system;

-- ---------------------------------------------------------------------------------------------------------
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_own on tenant for select to app_user, app_system using (id = (select app.tenant_id()));
create policy tenant_operator on tenant for all to lotse_owner using (id is not null) with check (id is not null);
grant select on tenant to app_user, app_system;

-- ---------------------------------------------------------------------------------------------------------
-- Audit: one row per write and per read of a person's file, in the same transaction. The application can only
-- insert. No free text, no values: `details` holds field names, counts and codes (BC-34).
create table audit_event (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  at           timestamptz not null default clock_timestamp(),
  actor_id     uuid not null default app.user_id(),
  deputy_of    uuid,
  action       text not null,
  object_kind  text not null,
  object_id    uuid,
  case_id      uuid,
  person_id    uuid,
  reason       text,
  details      jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index audit_event_at on audit_event (tenant_id, at, id);
create index audit_event_case on audit_event (tenant_id, case_id, at) where case_id is not null;
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy audit_event_write on audit_event for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and actor_id = (select app.user_id()));
create policy audit_event_system on audit_event for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant insert (id, deputy_of, action, object_kind, object_id, case_id, person_id, reason, details) on audit_event to app_user;
grant select, insert on audit_event to app_system;

-- The chain over committed audit rows, written every few seconds by the sealer (a chain inside the request
-- would serialise the whole Kreis). `verify-audit` recomputes it and names the unsealed tail.
create table audit_seal (
  tenant_id uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  seq       bigint not null,
  event_id  uuid not null,
  hash      text not null check (length(hash) = 64),
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, seq),
  unique (tenant_id, event_id)
);
alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy audit_seal_system on audit_seal for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert on audit_seal to app_system;

-- ---------------------------------------------------------------------------------------------------------
-- Idempotency: the same key gives the same answer, another body with the key is refused (F8).
create table idempotency_key (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  user_id      uuid not null default app.user_id(),
  key          text not null check (length(key) between 8 and 100),
  request_hash text not null,
  status       int,
  response     jsonb,
  created_at   timestamptz not null default now(),
  primary key (tenant_id, user_id, key)
);
create index idempotency_key_age on idempotency_key (tenant_id, created_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy idempotency_key_own on idempotency_key for select to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy idempotency_key_new on idempotency_key for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy idempotency_key_answer on idempotency_key for update to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()))
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy idempotency_key_system on idempotency_key for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (key, request_hash), update (status, response) on idempotency_key to app_user;
grant select, delete on idempotency_key to app_system;

-- ---------------------------------------------------------------------------------------------------------
-- Drafts of forms, kept per person; they follow to another device. Only the writer reads them.
create table draft (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  user_id    uuid not null default app.user_id(),
  key        text not null check (length(key) between 1 and 200),
  content    jsonb not null,
  saved_at   timestamptz not null default now(),
  primary key (tenant_id, user_id, key)
);
alter table draft enable row level security;
alter table draft force row level security;
create policy draft_own on draft for select to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy draft_new on draft for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy draft_change on draft for update to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()))
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy draft_drop on draft for delete to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy draft_system on draft for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (key, content), update (content, saved_at), delete on draft to app_user;
grant select, delete on draft to app_system;

-- Schema jobs belongs to the job queue; its tables carry ids only.
alter default privileges in schema jobs grant all on tables to app_jobs;
