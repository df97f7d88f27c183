-- Why a case took a step: a code of a closed list in the structured row, own words in a table of their own. Professional
-- oversight reads part 1 only, and what the structured row could hold as text it would have read.

create table case_step_text (
  tenant_id uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  step_id   uuid not null,
  case_id   uuid not null,
  note      text not null check (length(note) between 1 and 2000),
  primary key (tenant_id, step_id),
  foreign key (tenant_id, step_id) references case_step (tenant_id, id) on delete cascade,
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade
);
create index case_step_text_case on case_step_text (tenant_id, case_id);
alter table case_step_text enable row level security;
create policy case_step_text_read on case_step_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_step_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now()));
create policy case_step_text_new on case_step_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_step_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_step_text_system on case_step_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (step_id, case_id, note) on case_step_text to app_user;
grant select, insert, update, delete on case_step_text to app_system;

-- The words of src/modules/cases/contract/codes.ts; a closure reason is a key of the district's list.
create function app.is_step_reason(p_kind text, p_reason text) returns boolean language sql immutable
  set search_path = pg_catalog, pg_temp
  as $$
    select p_reason is null or case
      when p_kind in ('intensity', 'phase') then
        p_reason in ('needsGrew', 'needsShrank', 'clientWish', 'hardshipTakeover', 'localRelief', 'correction')
      when p_kind = 'handover' then
        p_reason in ('siteChange', 'language', 'expertise', 'workload', 'absence', 'staffChange', 'clientWish')
      when p_kind = 'reopened' then p_reason in ('newNeed', 'sameNeed', 'clientReturned', 'closedByMistake')
      when p_kind = 'closed' then p_reason ~ '^[a-z][A-Za-z0-9-]{0,59}$'
      else false end $$;
grant execute on function app.is_step_reason(text, text) to app_user, app_system;

-- What is no code moves to the text, once; the owner reads past row level security only inside this migration.
alter table case_step no force row level security;
alter table case_assignment no force row level security;
insert into case_step_text (tenant_id, step_id, case_id, note)
  select s.tenant_id, s.id, s.case_id, left(s.reason, 2000) from case_step s
  where not app.is_step_reason(s.kind, s.reason) and btrim(s.reason) <> '';
update case_step set reason = null where not app.is_step_reason(kind, reason);
-- A handover writes its reason twice; the words of an assignment alone belong to the step with its id, where there is one.
insert into case_step_text (tenant_id, step_id, case_id, note)
  select a.tenant_id, a.id, a.case_id, left(a.reason, 2000) from case_assignment a
  join case_step s on s.tenant_id = a.tenant_id and s.id = a.id
  where not app.is_step_reason('handover', a.reason) and btrim(a.reason) <> ''
  on conflict do nothing;
update case_assignment set reason = null where not app.is_step_reason('handover', reason);
alter table case_step force row level security;
alter table case_assignment force row level security;
alter table case_step_text force row level security;

alter table case_step add constraint case_step_reason check (app.is_step_reason(kind, reason));
alter table case_step add constraint case_step_values check (
  (from_value is null or from_value ~ '^[A-Za-z0-9-]{1,60}$') and to_value ~ '^[A-Za-z0-9-]{1,60}$');
alter table case_assignment add constraint case_assignment_reason check (app.is_step_reason('handover', reason));

-- ---------------------------------------------------------------------------------------------------------
-- The part of an organisation in a case: a code too; who to ask for there and other words stand apart.
create table case_organisation_text (
  tenant_id            uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  case_organisation_id uuid not null,
  case_id              uuid not null,
  note                 text not null check (length(note) between 1 and 500),
  primary key (tenant_id, case_organisation_id),
  foreign key (tenant_id, case_organisation_id) references case_organisation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade
);
create index case_organisation_text_case on case_organisation_text (tenant_id, case_id);
alter table case_organisation_text enable row level security;
create policy case_organisation_text_read on case_organisation_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_organisation_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now()));
create policy case_organisation_text_new on case_organisation_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_organisation_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_organisation_text_change on case_organisation_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_organisation_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_organisation_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_organisation_text_drop on case_organisation_text for delete to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_organisation_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_organisation_text_system on case_organisation_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (case_organisation_id, case_id, note), update (note), delete on case_organisation_text to app_user;
grant select, insert, update, delete on case_organisation_text to app_system;

alter table case_organisation no force row level security;
insert into case_organisation_text (tenant_id, case_organisation_id, case_id, note)
  select o.tenant_id, o.id, o.case_id, left(btrim(o.role), 500) from case_organisation o where btrim(o.role) <> '';
update case_organisation set role = 'other';
alter table case_organisation force row level security;
alter table case_organisation_text force row level security;
alter table case_organisation add constraint case_organisation_role check (role in ('benefits', 'authority', 'counselling',
  'housing', 'work', 'education', 'language', 'health', 'family', 'legal', 'volunteering', 'other'));
