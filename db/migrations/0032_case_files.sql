-- People and case files: values as in the code lists; legal basis, intake, closure, reopening.

-- The words of src/platform/contract/code-lists and dates; `unknown` is an answer of its own beside `notStated`.
alter table person drop constraint person_gender_check;
alter table person add constraint person_gender_check check (gender in ('female', 'male', 'diverse', 'notStated', 'unknown'));
alter table person drop constraint person_birth_precision_check;
alter table person add constraint person_birth_precision_check check (birth_precision in ('exact', 'yearOnly', 'unknown'));
alter table person_language drop constraint person_language_level_check;
alter table person_language add constraint person_language_level_check
  check (level in ('none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'firstLanguage', 'unknown'));
alter table person_language drop constraint person_language_script_check;
alter table person_language add constraint person_language_script_check check (script in ('none', 'otherScript', 'latin', 'unknown'));
alter table case_text drop constraint case_text_kind_check;
alter table case_text add constraint case_text_kind_check
  check (kind in ('concern', 'summary', 'clientView', 'closure', 'openNeeds', 'servedElsewhere', 'handover'));

-- ---------------------------------------------------------------------------------------------------------
-- On what each processing rests, and that the client was told (date, language). Fields about health, religion and
-- migration stay locked until a row of their kind stands here. Structured: oversight may see that it is there.
create table processing_basis (
  tenant_id            uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                   uuid not null,
  case_id              uuid not null,
  kind                 text not null check (kind in ('counselling', 'health', 'religion', 'migration')),
  basis                text not null check (basis in ('task', 'consent', 'contract')),
  informed_on          date not null,
  information_language text not null,
  recorded_by          uuid not null default app.user_id(),
  recorded_at          timestamptz not null default now(),
  ended_on             date,
  version              int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  -- An employer's contract carries no special category (Art. 9 GDPR).
  constraint no_contract_for_special_categories check (basis <> 'contract' or kind not in ('health', 'religion'))
);
create unique index processing_basis_one on processing_basis (tenant_id, case_id, kind) where ended_on is null;

-- Intake of one episode: the five criteria of case management as a decision aid, and the client's own answer to
-- "already served elsewhere?" (asked, never looked up; the words stand in case_text).
create table case_intake (
  tenant_id         uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  case_id           uuid not null,
  episode           int not null,
  served_elsewhere  text not null default 'notAsked' check (served_elsewhere in ('no', 'yes', 'notStated', 'notAsked')),
  complex_need      text not null default 'unknown' check (complex_need in ('yes', 'no', 'unknown')),
  several_providers text not null default 'unknown' check (several_providers in ('yes', 'no', 'unknown')),
  standard_fails    text not null default 'unknown' check (standard_fails in ('yes', 'no', 'unknown')),
  lacks_resources   text not null default 'unknown' check (lacks_resources in ('yes', 'no', 'unknown')),
  client_agrees     text not null default 'unknown' check (client_agrees in ('yes', 'no', 'unknown')),
  version           int not null default 1,
  primary key (tenant_id, case_id, episode),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade
);

-- Closure of one episode: the evaluation. Kept when the case is reopened.
create table case_closure (
  tenant_id        uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  case_id          uuid not null,
  episode          int not null,
  closed_on        date not null,
  reason           text not null,
  goals            text not null check (goals in ('fully', 'partly', 'notReached', 'noGoals')),
  open_needs       boolean not null default false,
  aftercare_on     date,
  recorded_by      uuid not null default app.user_id(),
  reopened_on      date,
  reopening_reason text check (reopening_reason in ('newNeed', 'sameNeed', 'clientReturned', 'closedByMistake')),
  primary key (tenant_id, case_id, episode),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  check ((reopened_on is null) = (reopening_reason is null))
);
create table case_closure_text (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  case_id     uuid not null,
  episode     int not null,
  open_needs  text check (length(open_needs) <= 8000),
  client_view text check (length(client_view) <= 8000),
  summary     text check (length(summary) <= 8000),
  primary key (tenant_id, case_id, episode),
  foreign key (tenant_id, case_id, episode) references case_closure (tenant_id, case_id, episode) on delete cascade
);

-- ---------------------------------------------------------------------------------------------------------
-- Handover as in 0031, now with its dated step: who hands over may be a coordinator, who writes no step otherwise.
create or replace function app.hand_over_case(p_case uuid, p_to uuid, p_assignment uuid, p_reason text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare f case_file; org uuid; me uuid := app.user_id(); t uuid := app.tenant_id();
  begin
    select * into f from case_file where tenant_id = t and id = p_case for update;
    if f.id is null or f.closed_on is not null or f.responsible_user_id = p_to then return false; end if;
    if not exists (select from case_access a where a.tenant_id = t and a.user_id = me and a.case_id = p_case
                     and a.valid_during @> now() and a.parts & 64 <> 0)
       and not (app.has_role('coordinator') and exists (select from oversight o join oversight o2 on o2.tenant_id = o.tenant_id and o2.coordinator_id = o.coordinator_id
                     where o.tenant_id = t and o.coordinator_id = me and o.case_manager_id = f.responsible_user_id
                       and o.valid_during @> now() and o2.case_manager_id = p_to and o2.valid_during @> now()))
    then return false; end if;
    select u.organisation_id into org from staff_user u join role_assignment r on r.tenant_id = u.tenant_id and r.user_id = u.id
      where u.tenant_id = t and u.id = p_to and u.active and r.role = 'caseManager' and r.valid_during @> now() limit 1;
    if org is null then return false; end if;
    insert into case_step (tenant_id, id, case_id, episode, kind, from_value, to_value, on_date, reason)
      values (t, p_assignment, p_case, f.episode, 'handover', f.responsible_user_id::text, p_to::text,
              (now() at time zone 'Europe/Berlin')::date, p_reason);
    update case_assignment set valid_during = tstzrange(lower(valid_during), now())
      where tenant_id = t and case_id = p_case and valid_during @> now();
    insert into case_assignment (tenant_id, id, case_id, user_id, organisation_id, valid_during, reason)
      values (t, p_assignment, p_case, p_to, org, tstzrange(now(), null), p_reason);
    update case_file set responsible_user_id = p_to, responsible_organisation_id = org, version = version + 1
      where tenant_id = t and id = p_case;
    return true;
  end $$;

-- Whom the asking person may hand the case to: the same conditions as above, so that the form offers nothing else.
create function app.handover_candidates(p_case uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select u.id from case_file f
      join staff_user u on u.tenant_id = f.tenant_id and u.active and u.id <> f.responsible_user_id
    where f.tenant_id = (select app.tenant_id()) and f.id = p_case and f.closed_on is null
      and exists (select from role_assignment r where r.tenant_id = u.tenant_id and r.user_id = u.id
                  and r.role = 'caseManager' and r.valid_during @> now())
      and (exists (select from case_access a where a.tenant_id = f.tenant_id and a.user_id = (select app.user_id())
                   and a.case_id = f.id and a.valid_during @> now() and a.parts & 64 <> 0)
        or ((select app.has_role('coordinator')) and exists (select from oversight o join oversight o2
                   on o2.tenant_id = o.tenant_id and o2.coordinator_id = o.coordinator_id
                   where o.tenant_id = f.tenant_id and o.coordinator_id = (select app.user_id())
                     and o.case_manager_id = f.responsible_user_id and o.valid_during @> now()
                     and o2.case_manager_id = u.id and o2.valid_during @> now()))) $$;
alter function app.handover_candidates(uuid) owner to app_system;
grant execute on function app.handover_candidates(uuid) to app_user;

-- Reopening starts a new episode. After the restriction nobody works the file any more, so the responsible case
-- manager gets it back through this function only, with a reason. False: may not, or not closed.
create function app.reopen_case(p_case uuid, p_reason text, p_on date, p_phase text, p_step uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare f case_file; me uuid := app.user_id(); t uuid := app.tenant_id();
  begin
    select * into f from case_file where tenant_id = t and id = p_case for update;
    if f.id is null or f.closed_on is null or not app.has_role('caseManager') then return false; end if;
    if f.responsible_user_id <> me and not exists (select from case_access a where a.tenant_id = t and a.user_id = me
         and a.case_id = p_case and a.valid_during @> now() and a.parts & 64 <> 0)
    then return false; end if;
    update case_closure set reopened_on = p_on, reopening_reason = p_reason
      where tenant_id = t and case_id = p_case and episode = f.episode;
    update case_file set closed_on = null, closure_reason = null, aftercare_on = null, restricted_on = null,
        episode = f.episode + 1, phase = p_phase, phase_since = p_on, version = version + 1
      where tenant_id = t and id = p_case;
    insert into case_step (tenant_id, id, case_id, episode, kind, from_value, to_value, on_date, reason)
      values (t, p_step, p_case, f.episode + 1, 'reopened', f.phase, p_phase, p_on, p_reason);
    return true;
  end $$;
alter function app.reopen_case(uuid, text, date, text, uuid) owner to app_system;
grant execute on function app.reopen_case(uuid, text, date, text, uuid) to app_user;

-- ---------------------------------------------------------------------------------------------------------
alter table processing_basis enable row level security;
alter table processing_basis force row level security;
create policy processing_basis_read on processing_basis for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = processing_basis.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy processing_basis_new on processing_basis for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = processing_basis.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy processing_basis_change on processing_basis for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = processing_basis.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = processing_basis.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy processing_basis_system on processing_basis for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, kind, basis, informed_on, information_language), update (ended_on, version) on processing_basis to app_user;
grant select, insert, update, delete on processing_basis to app_system;

alter table case_intake enable row level security;
alter table case_intake force row level security;
create policy case_intake_read on case_intake for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_intake.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy case_intake_new on case_intake for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_intake.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_intake_change on case_intake for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_intake.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_intake.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_intake_system on case_intake for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (case_id, episode, served_elsewhere, complex_need, several_providers, standard_fails, lacks_resources, client_agrees), update (served_elsewhere, complex_need, several_providers, standard_fails, lacks_resources, client_agrees, version) on case_intake to app_user;
grant select, insert, update, delete on case_intake to app_system;

alter table case_closure enable row level security;
alter table case_closure force row level security;
create policy case_closure_read on case_closure for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_closure.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy case_closure_new on case_closure for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_closure.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_closure_system on case_closure for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (case_id, episode, closed_on, reason, goals, open_needs, aftercare_on) on case_closure to app_user;
grant select, insert, update, delete on case_closure to app_system;

alter table case_closure_text enable row level security;
alter table case_closure_text force row level security;
create policy case_closure_text_read on case_closure_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_closure_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now()));
create policy case_closure_text_new on case_closure_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = case_closure_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy case_closure_text_system on case_closure_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (case_id, episode, open_needs, client_view, summary) on case_closure_text to app_user;
grant select, insert, update, delete on case_closure_text to app_system;
