-- Filters of a list that somebody keeps for him- or herself. Nobody else reads them: a name may say anything.
create table saved_filter (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  user_id    uuid not null default app.user_id(),
  list       text not null check (list in ('cases')),
  name       text not null check (length(name) between 1 and 60),
  -- Keys and codes only, never the searched text: names of clients are not kept.
  filter     jsonb not null,
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  version    int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id) on delete cascade
);
create unique index saved_filter_name on saved_filter (tenant_id, user_id, list, lower(name));
create unique index saved_filter_one_default on saved_filter (tenant_id, user_id, list) where is_default;
alter table saved_filter enable row level security;
alter table saved_filter force row level security;
create policy saved_filter_own on saved_filter for select to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy saved_filter_new on saved_filter for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy saved_filter_change on saved_filter for update to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()))
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy saved_filter_drop on saved_filter for delete to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy saved_filter_system on saved_filter for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, list, name, filter, is_default), update (name, filter, is_default, version), delete on saved_filter to app_user;
grant select, insert, update, delete on saved_filter to app_system;
