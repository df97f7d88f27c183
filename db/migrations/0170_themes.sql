-- Generative themes: what barriers of many cases say about the structure, on the district's path (R086–R090, R098). No
-- case, no person, no reporter: evidence is barriers, which passed the gate.

create table theme (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  title           text not null check (length(title) between 1 and 200),
  description     text check (length(description) <= 4000),
  -- Null: the whole Kreis.
  region_id       uuid,
  -- Key of the theme of the concept it comes from (catalogue themeExample).
  example_key     text check (length(example_key) <= 60),
  -- Key of the district's list themeState, and what it means to the program.
  state           text not null check (length(state) <= 60),
  stage           text not null check (stage in ('preparing', 'consulted', 'working', 'solved', 'implemented', 'checked',
                    'reported', 'deferred', 'dropped')),
  state_on        date not null,
  deferred_from   text check (length(deferred_from) <= 60),
  resubmit_on     date,
  traits          text[] not null default '{}' check (traits <@ array['ofPrinciple', 'bindingCooperation', 'changedFramework']),
  -- Keys of the district's list themePurpose.
  purposes        text[] not null default '{}' check (cardinality(purposes) <= 12),
  goal            text check (length(goal) <= 2000),
  method          text check (length(method) <= 2000),
  -- How the view of the target group was obtained; null: not answered, then it cannot be presented.
  view_state      text check (view_state in ('asked', 'notYet')),
  view_words      text check (length(view_words) <= 2000),
  view_on         date,
  -- Why a single case is enough.
  single_reason   text check (length(single_reason) <= 1000),
  format          text check (length(format) <= 300),
  priority        text check (priority in ('high', 'medium', 'low')),
  solution        text check (length(solution) <= 2000),
  effect          text check (effect in ('helped', 'partly', 'notHelped', 'unclear')),
  -- Which committee has it.
  committee_id    uuid,
  owner_id        uuid not null,
  created_by      uuid not null default app.user_id(),
  created_at      timestamptz not null default now(),
  version         int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, region_id) references region (tenant_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id),
  foreign key (tenant_id, owner_id) references staff_user (tenant_id, id),
  constraint theme_deferred check ((stage = 'deferred') = (deferred_from is not null) and (stage = 'deferred') = (resubmit_on is not null)),
  constraint theme_view check ((view_state is null) = (view_words is null) and (view_on is null or view_state = 'asked'))
);
create index theme_order on theme (tenant_id, state_on desc, id desc);
create index theme_title on theme (tenant_id, title, id);
create index theme_state on theme (tenant_id, state, state_on desc, id desc);
create index theme_region on theme (tenant_id, region_id);
create index theme_committee on theme (tenant_id, committee_id);
create index theme_owner on theme (tenant_id, owner_id);

-- Every step, with its reason: the history of the theme.
create table theme_step (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  theme_id    uuid not null,
  -- Key of the district's list themeMove; null: it was begun.
  move        text check (length(move) <= 60),
  from_state  text check (length(from_state) <= 60),
  to_state    text not null check (length(to_state) <= 60),
  reason      text check (length(reason) <= 2000),
  -- Kind of the committee that decided, and when.
  decided_by  text check (length(decided_by) <= 40),
  decided_on  date,
  -- The decision of the register that moved it, where one did.
  decision_id uuid,
  on_date     date not null,
  actor_id    uuid not null default app.user_id(),
  at          timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, theme_id) references theme (tenant_id, id) on delete cascade,
  constraint theme_step_decided check ((decided_by is null) = (decided_on is null) and (decision_id is null or decided_by is not null))
);
create index theme_step_theme on theme_step (tenant_id, theme_id, at, id);

-- Evidence: barriers, never cases.
create table theme_barrier (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  theme_id   uuid not null,
  barrier_id uuid not null,
  added_on   date not null,
  added_by   uuid not null default app.user_id(),
  primary key (tenant_id, theme_id, barrier_id),
  foreign key (tenant_id, theme_id) references theme (tenant_id, id) on delete cascade,
  foreign key (tenant_id, barrier_id) references barrier (tenant_id, id)
);
create index theme_barrier_barrier on theme_barrier (tenant_id, barrier_id);

-- An organisation the theme names is asked for its view before the theme is presented.
create table theme_organisation (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  theme_id        uuid not null,
  organisation_id uuid not null,
  state           text not null default 'named' check (state in ('named', 'asked', 'answered', 'noAnswer')),
  asked_on        date,
  answered_on     date,
  answer          text check (length(answer) <= 4000),
  added_by        uuid not null default app.user_id(),
  version         int not null default 1,
  primary key (tenant_id, theme_id, organisation_id),
  foreign key (tenant_id, theme_id) references theme (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  constraint theme_organisation_asked check ((state = 'named') = (asked_on is null)),
  constraint theme_organisation_answered check ((state = 'answered') = (answered_on is not null)
    and (state = 'answered') = (answer is not null) and (answered_on is null or answered_on >= asked_on))
);
create index theme_organisation_organisation on theme_organisation (tenant_id, organisation_id);

-- Reconstruction of a case (R085): pseudonymised or constructed. Saved whole, so stations, comparisons and the target
-- chain stand in the row. Time is relative ("Monat 3"). An offered one keeps no day and no author: id and row are made
-- without a clock, and who offered it is known to that person alone (reconstruction_offer).
create table reconstruction (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  title        text not null check (length(title) between 1 and 200),
  origin       text not null check (origin in ('offered', 'constructed')),
  state        text not null check (state in ('offered', 'running', 'done', 'declined')),
  situation    text check (length(situation) <= 4000),
  stations     jsonb not null default '[]' check (jsonb_typeof(stations) = 'array' and jsonb_array_length(stations) <= 60),
  -- What the structure has to do with it.
  hypothesis   text check (length(hypothesis) <= 4000),
  comparisons  jsonb not null default '[]' check (jsonb_typeof(comparisons) = 'array' and jsonb_array_length(comparisons) <= 40),
  target_chain jsonb not null default '[]' check (jsonb_typeof(target_chain) = 'array' and jsonb_array_length(target_chain) <= 60),
  -- Functions, not names.
  participants text check (length(participants) <= 1000),
  held_on      date,
  moderator_id uuid,
  -- Steps of the method that are done, 1 to 12.
  steps_done   int[] not null default '{}' check (steps_done <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  result       text check (result in ('theme', 'noStructuralCause')),
  result_words text check (length(result_words) <= 2000),
  result_on    date,
  theme_id     uuid,
  version      int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, theme_id) references theme (tenant_id, id),
  foreign key (tenant_id, moderator_id) references staff_user (tenant_id, id),
  constraint reconstruction_result check ((state = 'done') = (result is not null) and (result is null) = (result_on is null)
    and (result is distinct from 'theme' or theme_id is not null)
    and (state not in ('done', 'declined') or result_words is not null)),
  constraint reconstruction_offered check (origin = 'offered' or state <> 'offered')
);
create index reconstruction_state on reconstruction (tenant_id, state, title, id);
create index reconstruction_theme on reconstruction (tenant_id, theme_id);
create index reconstruction_moderator on reconstruction (tenant_id, moderator_id);

-- Who offered it: for that person alone, to read what came of it.
create table reconstruction_offer (
  tenant_id         uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  reconstruction_id uuid not null,
  offered_by        uuid not null default app.user_id(),
  primary key (tenant_id, reconstruction_id),
  foreign key (tenant_id, reconstruction_id) references reconstruction (tenant_id, id) on delete cascade,
  foreign key (tenant_id, offered_by) references staff_user (tenant_id, id)
);
create index reconstruction_offer_by on reconstruction_offer (tenant_id, offered_by);

-- Themes: read by who works on the structure and by case managers. Administration keeps agendas and minutes: it reads what
-- it puts on them, and a decision it writes down moves the theme; the pages of themes are not open to it.
alter table theme enable row level security;
alter table theme force row level security;
create policy theme_read on theme for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager', 'administration')));
create policy theme_new on theme for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy theme_change on theme for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy theme_system on theme for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, title, description, region_id, example_key, state, stage, state_on, traits, purposes, goal, method, view_state, view_words, view_on, owner_id, format, priority, solution),
  update (title, description, region_id, example_key, state, stage, state_on, deferred_from, resubmit_on, traits, purposes, goal, method, view_state, view_words, view_on, single_reason, format, priority, solution, effect, committee_id, owner_id, version) on theme to app_user;
grant select, insert, update, delete on theme to app_system;

alter table theme_step enable row level security;
alter table theme_step force row level security;
create policy theme_step_read on theme_step for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager', 'administration')));
create policy theme_step_new on theme_step for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and actor_id = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy theme_step_system on theme_step for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, theme_id, move, from_state, to_state, reason, decided_by, decided_on, decision_id, on_date) on theme_step to app_user;
grant select, insert, update, delete on theme_step to app_system;

-- Administration counts them for the rule; the barriers themselves stay hidden from it.
alter table theme_barrier enable row level security;
alter table theme_barrier force row level security;
create policy theme_barrier_read on theme_barrier for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager', 'administration')));
create policy theme_barrier_new on theme_barrier for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and added_by = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy theme_barrier_drop on theme_barrier for delete to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy theme_barrier_system on theme_barrier for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (theme_id, barrier_id, added_on), delete on theme_barrier to app_user;
grant select, insert, update, delete on theme_barrier to app_system;

alter table theme_organisation enable row level security;
alter table theme_organisation force row level security;
create policy theme_organisation_read on theme_organisation for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager', 'administration')));
create policy theme_organisation_new on theme_organisation for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and added_by = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy theme_organisation_change on theme_organisation for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy theme_organisation_drop on theme_organisation for delete to app_user
  using (tenant_id = (select app.tenant_id()) and state = 'named' and (select app.has_any_role('coordinator', 'kimLead')));
create policy theme_organisation_system on theme_organisation for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (theme_id, organisation_id), update (state, asked_on, answered_on, answer, version), delete on theme_organisation to app_user;
grant select, insert, update, delete on theme_organisation to app_system;

-- A case manager adds an offer and changes nothing afterwards: what left, left confirmed.
alter table reconstruction enable row level security;
alter table reconstruction force row level security;
create policy reconstruction_read on reconstruction for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy reconstruction_new on reconstruction for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead')) and origin = 'constructed'
    or (select app.has_role('caseManager')) and origin = 'offered' and state = 'offered'));
create policy reconstruction_change on reconstruction for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy reconstruction_system on reconstruction for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, title, origin, state, situation, stations, moderator_id),
  update (title, state, situation, stations, hypothesis, comparisons, target_chain, participants, held_on, moderator_id, steps_done, result, result_words, result_on, theme_id, version) on reconstruction to app_user;
grant select, insert, update, delete on reconstruction to app_system;

alter table reconstruction_offer enable row level security;
alter table reconstruction_offer force row level security;
create policy reconstruction_offer_read on reconstruction_offer for select to app_user
  using (tenant_id = (select app.tenant_id()) and offered_by = (select app.user_id()));
create policy reconstruction_offer_new on reconstruction_offer for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and offered_by = (select app.user_id()) and (select app.has_role('caseManager')));
create policy reconstruction_offer_system on reconstruction_offer for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (reconstruction_id) on reconstruction_offer to app_user;
grant select, insert, update, delete on reconstruction_offer to app_system;

-- Who may own a theme: coordinators and the lead. Roles of others are hidden from most; here only the name is told.
create function app.theme_owners() returns table (user_id uuid, name text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select u.id, u.given_name || ' ' || u.family_name from staff_user u
    where u.tenant_id = (select app.tenant_id()) and u.kind = 'person' and u.active
      and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager'))
      and exists (select from role_assignment a where a.tenant_id = u.tenant_id and a.user_id = u.id
        and a.role in ('coordinator', 'kimLead') and a.valid_during @> now()) $$;
alter function app.theme_owners() owner to app_system;
revoke all on function app.theme_owners() from public;
grant execute on function app.theme_owners() to app_user;
