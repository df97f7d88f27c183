-- Records: what the clock-driven work needs. Retention, its guard against a wrong clock (F7), tidying of sign-in data.

-- When retention last ran, and until when it holds still because the clock had jumped. Of the workers alone.
create table retention_clock (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  seen_at    timestamptz not null,
  held_until timestamptz,
  primary key (tenant_id)
);
alter table retention_clock enable row level security;
alter table retention_clock force row level security;
create policy retention_clock_system on retention_clock for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (seen_at, held_until), update (seen_at, held_until) on retention_clock to app_system;

-- Attempts of sign-in and ended sessions are tidied away; nothing else of schema auth is deleted by a worker.
grant select, delete on auth.attempt to app_system;
grant delete on auth.session to app_system;
