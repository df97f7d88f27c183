-- Structure: what left the gate (R080–R084, R086, R091). No reporter, no case, no person, no exact day; the way back
-- lives on the case side only (0156). Ids of barriers are random (version 4): a time-ordered id would tell the moment.
-- Rows come through app.pass_gate alone; no right to insert is granted.

-- Like barriers that coordinators look at together.
create table barrier_group (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  title      text not null check (length(title) between 1 and 200),
  note       text check (length(note) <= 2000),
  created_by uuid not null default app.user_id(),
  created_at timestamptz not null default now(),
  version    int not null default 1,
  primary key (tenant_id, id)
);

create table barrier (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  source          text not null check (source in ('case', 'impulse', 'interview')),
  impulse_source  text check (impulse_source in ('teamMeeting', 'localConference', 'partner', 'welfareManagement', 'town', 'immigrationHint')),
  kind            text not null check (kind in ('deficit', 'interface', 'gap', 'doubleStructure', 'obstacle')),
  life_domain     text check (length(life_domain) <= 60),
  legal_domains   text[] not null default '{}' check (cardinality(legal_domains) <= 8),
  unmet           text check (unmet in ('noPlace', 'language', 'eligibility', 'distance', 'cost', 'waiting')),
  -- As fine as enough cases of the tenant share it.
  place_kind      text not null check (place_kind in ('municipality', 'region', 'kreis')),
  municipality_id uuid,
  region_id       uuid,
  period_grain    text not null check (period_grain in ('month', 'quarter', 'halfYear', 'year')),
  -- First day of the period.
  period_from     date not null,
  lasting         text not null default 'unknown' check (lasting in ('upTo1Month', 'upTo3Months', 'upTo12Months', 'over12Months', 'unknown')),
  days_lost       text not null default 'unknown' check (days_lost in ('none', 'upTo7', 'upTo30', 'upTo90', 'upTo180', 'over180', 'unknown')),
  -- Action constellation; null: reported deliberately, or without a case.
  level           int check (level in (3, 4)),
  -- `kind:value`, at most two, only where enough cases share them.
  attributes      text[] not null default '{}' check (cardinality(attributes) <= 2),
  state           text not null default 'new' check (state in ('new', 'reviewing', 'inTheme', 'answered', 'noAction', 'merged')),
  reason          text check (length(reason) <= 40),
  group_id        uuid,
  -- The same occurrence told twice; counted once.
  merged_into     uuid,
  version         int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id),
  foreign key (tenant_id, region_id) references region (tenant_id, id),
  foreign key (tenant_id, group_id) references barrier_group (tenant_id, id),
  foreign key (tenant_id, merged_into) references barrier (tenant_id, id),
  constraint barrier_place check ((place_kind = 'municipality') = (municipality_id is not null)
    and (place_kind <> 'kreis' or region_id is null) and (place_kind <> 'region' or region_id is not null)),
  constraint barrier_source check ((source = 'impulse') = (impulse_source is not null)),
  constraint barrier_merged check ((state = 'merged') = (merged_into is not null) and merged_into <> id)
);
-- Lists; and what alike barriers share.
create index barrier_period on barrier (tenant_id, period_from desc, id desc);
create index barrier_state on barrier (tenant_id, state, period_from desc, id desc);
create index barrier_alike on barrier (tenant_id, kind, life_domain, period_from desc, id desc);
create index barrier_municipality on barrier (tenant_id, municipality_id, period_from desc, id desc);
create index barrier_region on barrier (tenant_id, region_id, period_from desc, id desc);
create index barrier_of_group on barrier (tenant_id, group_id) where group_id is not null;
create index barrier_merged_into on barrier (tenant_id, merged_into) where merged_into is not null;

create table barrier_text (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  barrier_id  uuid not null,
  title       text not null check (length(title) between 1 and 200),
  description text check (length(description) <= 4000),
  helped      text check (length(helped) <= 2000),
  client_view text check (length(client_view) <= 2000),
  -- What the reporter reads in the case (R096).
  answer      text check (length(answer) <= 2000),
  primary key (tenant_id, barrier_id),
  foreign key (tenant_id, barrier_id) references barrier (tenant_id, id) on delete cascade
);

create table barrier_organisation (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  barrier_id      uuid not null,
  organisation_id uuid not null,
  primary key (tenant_id, barrier_id, organisation_id),
  foreign key (tenant_id, barrier_id) references barrier (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index barrier_organisation_organisation on barrier_organisation (tenant_id, organisation_id, barrier_id);

-- What coordinators did with it, dated. That it came stands nowhere.
create table barrier_step (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  barrier_id uuid not null,
  from_state text not null,
  to_state   text not null,
  reason     text check (length(reason) <= 40),
  on_date    date not null,
  actor_id   uuid not null default app.user_id(),
  at         timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, barrier_id) references barrier (tenant_id, id) on delete cascade
);
create index barrier_step_barrier on barrier_step (tenant_id, barrier_id, at);

-- Asked at the barrier; the reporter answers without being known. When the answer came stands nowhere.
create table barrier_question (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  barrier_id uuid not null,
  question   text not null check (length(question) between 1 and 1000),
  answer     text check (length(answer) between 1 and 2000),
  asked_on   date not null,
  created_by uuid not null default app.user_id(),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, barrier_id) references barrier (tenant_id, id) on delete cascade
);
create index barrier_question_barrier on barrier_question (tenant_id, barrier_id, created_at);

-- What a reporter added later, through the gate again. Ids are random here too.
create table barrier_addition (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  barrier_id uuid not null,
  content    text not null check (length(content) between 1 and 2000),
  primary key (tenant_id, id),
  foreign key (tenant_id, barrier_id) references barrier (tenant_id, id) on delete cascade
);
create index barrier_addition_barrier on barrier_addition (tenant_id, barrier_id);

-- Evidence from a talk with a client of another service (R084): who conducted it, by which guide, with consent.
create table interview (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  barrier_id      uuid not null,
  organisation_id uuid not null,
  guide           text not null check (length(guide) <= 60),
  -- The service holds the consent; here only that it says so.
  consent         boolean not null check (consent),
  primary key (tenant_id, barrier_id),
  foreign key (tenant_id, barrier_id) references barrier (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index interview_organisation on interview (tenant_id, organisation_id);

-- A named organisation is asked for its view before a theme that names it is presented.
create table organisation_view (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  organisation_id uuid not null,
  barrier_id      uuid,
  group_id        uuid,
  state           text not null default 'asked' check (state in ('asked', 'answered', 'declined', 'noAnswer')),
  asked_on        date not null,
  due_on          date not null,
  answered_on     date,
  answer          text check (length(answer) <= 4000),
  created_by      uuid not null default app.user_id(),
  created_at      timestamptz not null default now(),
  version         int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, barrier_id) references barrier (tenant_id, id) on delete cascade,
  foreign key (tenant_id, group_id) references barrier_group (tenant_id, id) on delete cascade,
  constraint view_of_one check (num_nonnulls(barrier_id, group_id) = 1),
  constraint view_answered check ((state = 'asked') = (answered_on is null) and (state = 'answered') = (answer is not null)),
  constraint view_due check (due_on >= asked_on)
);
create index organisation_view_barrier on organisation_view (tenant_id, barrier_id);
create index organisation_view_group on organisation_view (tenant_id, group_id);
create index organisation_view_organisation on organisation_view (tenant_id, organisation_id);

-- Words of the barriers as German stems, for what is alike; kept by triggers. Looked up by equality, which an index
-- serves under row level security too; trigrams work on the list of stems, which stays small.
create table barrier_stem (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  barrier_id uuid not null,
  stem       text not null,
  primary key (tenant_id, barrier_id, stem),
  foreign key (tenant_id, barrier_id) references barrier (tenant_id, id) on delete cascade
);
create index barrier_stem_stem on barrier_stem (tenant_id, stem, barrier_id);
create table barrier_stem_count (
  tenant_id uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  stem      text not null,
  barriers  int not null,
  primary key (tenant_id, stem)
);
create index barrier_stem_trigrams on barrier_stem_count using gin (tenant_id, stem gin_trgm_ops);

create function app.stems_of(p_text text) returns setof text language sql immutable
  set search_path = pg_catalog, pg_temp
  as $$ select s from unnest(tsvector_to_array(to_tsvector('pg_catalog.german', coalesce(p_text, '')))) s
        where length(s) between 3 and 60 and s !~ '^[0-9.,/-]+$' $$;
revoke all on function app.stems_of(text) from public;
grant execute on function app.stems_of(text) to app_user, app_system;

create function app.on_barrier_text() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if tg_op = 'UPDATE' then
      with gone as (delete from barrier_stem s using written w where s.tenant_id = w.tenant_id and s.barrier_id = w.barrier_id
        returning s.tenant_id, s.stem)
      update barrier_stem_count c set barriers = c.barriers - g.n
      from (select tenant_id, stem, count(*)::int as n from gone group by tenant_id, stem) g
      where c.tenant_id = g.tenant_id and c.stem = g.stem;
    end if;
    with added as (insert into barrier_stem (tenant_id, barrier_id, stem)
      select w.tenant_id, w.barrier_id, s from written w,
        app.stems_of(concat_ws(' ', w.title, w.description, w.helped, w.client_view)) s
      on conflict do nothing returning tenant_id, stem)
    insert into barrier_stem_count (tenant_id, stem, barriers)
    select tenant_id, stem, count(*)::int from added group by tenant_id, stem order by tenant_id, stem
    on conflict (tenant_id, stem) do update set barriers = barrier_stem_count.barriers + excluded.barriers;
    return null;
  end $$;
alter function app.on_barrier_text() owner to app_system;
revoke all on function app.on_barrier_text() from public;
create trigger barrier_text_written after insert on barrier_text referencing new table as written
  for each statement execute function app.on_barrier_text();
create trigger barrier_text_changed after update on barrier_text referencing new table as written
  for each statement execute function app.on_barrier_text();

-- De-identified rows: everybody who works on structure reads all of the tenant's; the administration reads none.
alter table barrier enable row level security;
alter table barrier force row level security;
create policy barrier_read on barrier for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy barrier_change on barrier for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy barrier_system on barrier for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, update (state, reason, group_id, merged_into, version) on barrier to app_user;
grant select, insert, update, delete on barrier to app_system;

alter table barrier_text enable row level security;
alter table barrier_text force row level security;
create policy barrier_text_read on barrier_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy barrier_text_change on barrier_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy barrier_text_system on barrier_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, update (answer) on barrier_text to app_user;
grant select, insert, update, delete on barrier_text to app_system;

alter table barrier_organisation enable row level security;
alter table barrier_organisation force row level security;
create policy barrier_organisation_read on barrier_organisation for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy barrier_organisation_system on barrier_organisation for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on barrier_organisation to app_user;
grant select, insert, update, delete on barrier_organisation to app_system;

alter table barrier_addition enable row level security;
alter table barrier_addition force row level security;
create policy barrier_addition_read on barrier_addition for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy barrier_addition_system on barrier_addition for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on barrier_addition to app_user;
grant select, insert, update, delete on barrier_addition to app_system;

alter table interview enable row level security;
alter table interview force row level security;
create policy interview_read on interview for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy interview_system on interview for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on interview to app_user;
grant select, insert, update, delete on interview to app_system;

alter table barrier_stem enable row level security;
alter table barrier_stem force row level security;
create policy barrier_stem_read on barrier_stem for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy barrier_stem_system on barrier_stem for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on barrier_stem to app_user;
grant select, insert, update, delete on barrier_stem to app_system;

alter table barrier_stem_count enable row level security;
alter table barrier_stem_count force row level security;
create policy barrier_stem_count_read on barrier_stem_count for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy barrier_stem_count_system on barrier_stem_count for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on barrier_stem_count to app_user;
grant select, insert, update, delete on barrier_stem_count to app_system;

alter table barrier_step enable row level security;
alter table barrier_step force row level security;
create policy barrier_step_read on barrier_step for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy barrier_step_new on barrier_step for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and actor_id = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy barrier_step_system on barrier_step for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, barrier_id, from_state, to_state, reason, on_date) on barrier_step to app_user;
grant select, insert, update, delete on barrier_step to app_system;

alter table barrier_question enable row level security;
alter table barrier_question force row level security;
create policy barrier_question_read on barrier_question for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy barrier_question_new on barrier_question for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy barrier_question_system on barrier_question for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, barrier_id, question, asked_on) on barrier_question to app_user;
grant select, insert, update, delete on barrier_question to app_system;

alter table barrier_group enable row level security;
alter table barrier_group force row level security;
create policy barrier_group_read on barrier_group for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy barrier_group_new on barrier_group for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy barrier_group_change on barrier_group for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy barrier_group_system on barrier_group for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, title, note), update (title, note, version) on barrier_group to app_user;
grant select, insert, update, delete on barrier_group to app_system;

alter table organisation_view enable row level security;
alter table organisation_view force row level security;
create policy organisation_view_read on organisation_view for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy organisation_view_new on organisation_view for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy organisation_view_change on organisation_view for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy organisation_view_system on organisation_view for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, organisation_id, barrier_id, group_id, asked_on, due_on), update (state, answered_on, answer, version) on organisation_view to app_user;
grant select, insert, update, delete on organisation_view to app_system;
