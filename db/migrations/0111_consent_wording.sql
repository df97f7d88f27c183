-- The text a person reads and signs, per tenant, object and language. A save is a new version; what was used stays
-- readable, because consents keep the version they were given under. No row here is about a person.
create table consent_wording (
  tenant_id          uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                 uuid not null,
  kind               text not null check (kind in ('consent', 'secrecyRelease')),
  language           text not null check (length(language) between 2 and 20),
  number             int not null check (number > 0),
  -- One text per required element (module consent, WordingSections).
  sections           jsonb not null check (jsonb_typeof(sections) = 'object' and length(sections::text) <= 40000),
  state              text not null default 'draft' check (state in ('draft', 'active', 'retired')),
  -- Who checked it legally, as the administrator states it: an office, not a person. Null: nobody has.
  legally_checked_by text check (length(legally_checked_by) between 1 and 200),
  activated_at       timestamptz,
  activated_by       uuid,
  retired_at         timestamptz,
  created_by         uuid not null default app.user_id(),
  created_at         timestamptz not null default now(),
  version            int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, kind, language, number),
  foreign key (tenant_id, created_by) references staff_user (tenant_id, id),
  foreign key (tenant_id, activated_by) references staff_user (tenant_id, id),
  constraint consent_wording_dates check ((state = 'draft') = (activated_at is null)
    and (state = 'retired') = (retired_at is not null) and retired_at >= activated_at)
);
create unique index consent_wording_one_active on consent_wording (tenant_id, kind, language) where state = 'active';

-- draft, then active, then retired; who and when are whoever is signed in, now.
create function app.stamp_consent_wording() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if old.state = 'draft' and new.state = 'active' then
      new.activated_at := now();
      new.activated_by := app.user_id();
    elsif old.state = 'active' and new.state = 'retired' then
      new.retired_at := now();
    elsif old.state <> new.state then
      raise exception 'a text goes from draft to active to retired' using errcode = '23514', constraint = 'consent_wording_forward';
    end if;
    if old.state <> 'draft' and new.legally_checked_by is distinct from old.legally_checked_by then
      raise exception 'a text in use is not changed' using errcode = '23514', constraint = 'consent_wording_forward';
    end if;
    return new;
  end $$;
create trigger consent_wording_stamped before update on consent_wording
  for each row execute function app.stamp_consent_wording();

alter table consent_wording enable row level security;
alter table consent_wording force row level security;
create policy consent_wording_read on consent_wording for select to app_user
  using (tenant_id = (select app.tenant_id()));
create policy consent_wording_new on consent_wording for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())
    and (select app.has_role('administrator')));
create policy consent_wording_change on consent_wording for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_role('administrator')));
create policy consent_wording_system on consent_wording for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, kind, language, number, sections), update (state, legally_checked_by, version)
  on consent_wording to app_user;
grant select, insert, update, delete on consent_wording to app_system;

-- The version a consent was given under: the German text, and the client's language where there was one. Null: the
-- program's default, named by text_version. `given_consent_stays` keeps both from the moment it is given.
alter table consent
  add column wording_id uuid,
  add column language_wording_id uuid,
  add foreign key (tenant_id, wording_id) references consent_wording (tenant_id, id),
  add foreign key (tenant_id, language_wording_id) references consent_wording (tenant_id, id);
alter table secrecy_release
  add column wording_id uuid,
  add column language_wording_id uuid,
  add foreign key (tenant_id, wording_id) references consent_wording (tenant_id, id),
  add foreign key (tenant_id, language_wording_id) references consent_wording (tenant_id, id);
grant update (wording_id, language_wording_id) on consent to app_user;
grant update (wording_id, language_wording_id) on secrecy_release to app_user;
