-- Plan and integration agreement: outcome goals with steps, versions of the agreement and who signed them (R051, R056).
-- Structure stands apart from words: oversight (parts = 1) sees domains, dates and states, never a wording.

-- A goal keeps its identity over re-assessments and episodes: rows are settled or dropped, never deleted.
create table goal (
  tenant_id      uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id             uuid not null,
  case_id        uuid not null,
  -- Null: the whole family.
  person_id      uuid,
  -- Keys of the catalogue lifeDomain.
  life_domains   text[] not null default '{}' check (cardinality(life_domains) <= 12),
  target_on      date,
  state          text not null default 'open' check (state in ('open', 'reached', 'partly', 'notReached', 'dropped')),
  dropped_reason text check (dropped_reason in ('clientDecided', 'noLongerNeeded', 'notPossible', 'takenOver', 'moved', 'recordedInError')),
  state_on       date not null,
  set_in_episode int not null,
  position       int not null,
  created_by     uuid not null default app.user_id(),
  created_at     timestamptz not null default now(),
  version        int not null default 1,
  primary key (tenant_id, id),
  -- For the composite keys of text, steps and history: they cannot name another case than their goal.
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  constraint dropped_has_reason check ((state = 'dropped') = (dropped_reason is not null))
);
create index goal_case on goal (tenant_id, case_id, position, id);
create index goal_person on goal (tenant_id, person_id);
create index goal_due on goal (tenant_id, target_on, case_id) where state = 'open';

create table goal_text (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  goal_id         uuid not null,
  case_id         uuid not null,
  -- In the client's words, in the language it was written in.
  wording         text not null check (length(wording) between 1 and 1000),
  -- The same in the client's language, where somebody wrote it down.
  client_wording  text check (length(client_wording) <= 1000),
  client_language text check (length(client_language) <= 20),
  indicator       text check (length(indicator) <= 500),
  -- What became of it, as the client sees it.
  outcome_note    text check (length(outcome_note) <= 1000),
  primary key (tenant_id, goal_id),
  foreign key (tenant_id, case_id, goal_id) references goal (tenant_id, case_id, id) on delete cascade
);

-- Each change of state, dated: what was reached stays readable after a goal was taken up again.
create table goal_state_change (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  case_id    uuid not null,
  goal_id    uuid not null,
  from_state text,
  to_state   text not null,
  reason     text,
  episode    int not null,
  on_date    date not null,
  actor_id   uuid not null default app.user_id(),
  at         timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id, goal_id) references goal (tenant_id, case_id, id) on delete cascade
);
create index goal_state_change_goal on goal_state_change (tenant_id, goal_id, at);
create index goal_state_change_case on goal_state_change (tenant_id, case_id, at);

create table goal_step (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  case_id         uuid not null,
  goal_id         uuid not null,
  responsible     text not null check (responsible in ('client', 'caseManager', 'authority', 'partner', 'volunteer', 'other')),
  organisation_id uuid,
  due_on          date,
  state           text not null default 'open' check (state in ('open', 'waiting', 'done', 'dropped')),
  -- Since when it is in this state: done on, waiting since.
  state_on        date not null,
  position        int not null,
  created_by      uuid not null default app.user_id(),
  created_at      timestamptz not null default now(),
  version         int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id, goal_id) references goal (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index goal_step_goal on goal_step (tenant_id, goal_id, position, id);
create index goal_step_case on goal_step (tenant_id, case_id, state, due_on);
create index goal_step_organisation on goal_step (tenant_id, organisation_id);

create table goal_step_text (
  tenant_id      uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  step_id        uuid not null,
  case_id        uuid not null,
  wording        text not null check (length(wording) between 1 and 500),
  client_wording text check (length(client_wording) <= 500),
  -- Who exactly: a name, an office, a room.
  who            text check (length(who) <= 200),
  primary key (tenant_id, step_id),
  foreign key (tenant_id, case_id, step_id) references goal_step (tenant_id, case_id, id) on delete cascade
);

-- A version of the integration agreement. What was agreed (agreement_content, agreement_party) is inserted once and
-- never changed; the row itself only moves on: draft, signed, ended or superseded by the next version.
create table agreement (
  tenant_id        uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id               uuid not null,
  case_id          uuid not null,
  number           int not null check (number > 0),
  episode          int not null,
  state            text not null default 'draft' check (state in ('draft', 'signed', 'ended', 'superseded')),
  made_on          date not null,
  goal_count       int not null check (goal_count > 0),
  -- Language of the right-hand column; null: German alone.
  language         text check (length(language) <= 20),
  signed_on        date,
  signature_kind   text check (signature_kind in ('paper', 'screen')),
  signed_roles     text[] not null default '{}' check (signed_roles <@ array['client', 'guardian', 'caseManager', 'mediator', 'other']),
  -- Languages in which it was read or explained to the client before signing.
  read_languages   text[] not null default '{}',
  mediator_kind    text check (mediator_kind in ('none', 'professional', 'volunteer', 'family', 'staff', 'phone')),
  -- The scan of a paper signature (module documents).
  scan_document_id uuid,
  ended_on         date,
  ended_by         text check (ended_by in ('client', 'caseManager', 'both')),
  created_by       uuid not null default app.user_id(),
  created_at       timestamptz not null default now(),
  version          int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, case_id, number),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  constraint signed_has_signature check (state not in ('signed', 'ended') or signed_on is not null),
  constraint signature_complete check ((signed_on is null) = (signature_kind is null)
    and (signed_on is null or ('caseManager' = any (signed_roles) and signed_roles && array['client', 'guardian']))),
  constraint ended_has_date check ((state = 'ended') = (ended_on is not null) and (ended_on is null) = (ended_by is null))
);
create unique index agreement_one_draft on agreement (tenant_id, case_id) where state = 'draft';
create unique index agreement_one_signed on agreement (tenant_id, case_id) where state = 'signed';

-- The snapshot: goals, steps and what each side contributes, without names of clients.
create table agreement_content (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  agreement_id uuid not null,
  case_id      uuid not null,
  content      jsonb not null,
  primary key (tenant_id, agreement_id),
  foreign key (tenant_id, case_id, agreement_id) references agreement (tenant_id, case_id, id) on delete cascade
);

-- Names: who the agreement is between, and who signed or was present. Needs identity (2) beside plan texts (16).
create table agreement_party (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  agreement_id uuid not null,
  case_id      uuid not null,
  stage        text not null check (stage in ('named', 'signed')),
  role         text not null check (role in ('client', 'guardian', 'caseManager', 'mediator', 'other')),
  person_id    uuid,
  name         text check (length(name) between 1 and 200),
  position     int not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id, agreement_id) references agreement (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index agreement_party_agreement on agreement_party (tenant_id, agreement_id, stage, position);
create index agreement_party_person on agreement_party (tenant_id, person_id);

alter table goal enable row level security;
alter table goal force row level security;
create policy goal_read on goal for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy goal_new on goal for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy goal_change on goal for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy goal_system on goal for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, person_id, life_domains, target_on, state, dropped_reason, state_on, set_in_episode, position), update (person_id, life_domains, target_on, state, dropped_reason, state_on, position, version)
  on goal to app_user;
grant select, insert, update, delete on goal to app_system;

alter table goal_text enable row level security;
alter table goal_text force row level security;
create policy goal_text_read on goal_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_text.case_id and a.parts & 16 <> 0 and a.valid_during @> now()));
create policy goal_text_new on goal_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy goal_text_change on goal_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy goal_text_system on goal_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (goal_id, case_id, wording, client_wording, client_language, indicator, outcome_note), update (wording, client_wording, client_language, indicator, outcome_note)
  on goal_text to app_user;
grant select, insert, update, delete on goal_text to app_system;

alter table goal_state_change enable row level security;
alter table goal_state_change force row level security;
create policy goal_state_change_read on goal_state_change for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_state_change.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy goal_state_change_new on goal_state_change for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and actor_id = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_state_change.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy goal_state_change_system on goal_state_change for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, goal_id, from_state, to_state, reason, episode, on_date)
  on goal_state_change to app_user;
grant select, insert, update, delete on goal_state_change to app_system;

alter table goal_step enable row level security;
alter table goal_step force row level security;
create policy goal_step_read on goal_step for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_step.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy goal_step_new on goal_step for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_step.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy goal_step_change on goal_step for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_step.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_step.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy goal_step_system on goal_step for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, goal_id, responsible, organisation_id, due_on, state, state_on, position), update (responsible, organisation_id, due_on, state, state_on, position, version)
  on goal_step to app_user;
grant select, insert, update, delete on goal_step to app_system;

alter table goal_step_text enable row level security;
alter table goal_step_text force row level security;
create policy goal_step_text_read on goal_step_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_step_text.case_id and a.parts & 16 <> 0 and a.valid_during @> now()));
create policy goal_step_text_new on goal_step_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_step_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy goal_step_text_change on goal_step_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_step_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = goal_step_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy goal_step_text_system on goal_step_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (step_id, case_id, wording, client_wording, who), update (wording, client_wording, who)
  on goal_step_text to app_user;
grant select, insert, update, delete on goal_step_text to app_system;

alter table agreement enable row level security;
alter table agreement force row level security;
create policy agreement_read on agreement for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = agreement.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy agreement_new on agreement for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = agreement.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy agreement_change on agreement for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = agreement.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = agreement.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy agreement_system on agreement for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, number, episode, made_on, goal_count, language), update (state, signed_on, signature_kind, signed_roles, read_languages, mediator_kind, scan_document_id, ended_on, ended_by, version)
  on agreement to app_user;
grant select, insert, update, delete on agreement to app_system;

alter table agreement_content enable row level security;
alter table agreement_content force row level security;
create policy agreement_content_read on agreement_content for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = agreement_content.case_id and a.parts & 16 <> 0 and a.valid_during @> now()));
create policy agreement_content_new on agreement_content for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = agreement_content.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy agreement_content_system on agreement_content for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (agreement_id, case_id, content)
  on agreement_content to app_user;
grant select, insert, update, delete on agreement_content to app_system;

alter table agreement_party enable row level security;
alter table agreement_party force row level security;
create policy agreement_party_read on agreement_party for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = agreement_party.case_id and a.parts & 18 = 18 and a.valid_during @> now()));
create policy agreement_party_new on agreement_party for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = agreement_party.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy agreement_party_system on agreement_party for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, agreement_id, case_id, stage, role, person_id, name, position)
  on agreement_party to app_user;
grant select, insert, update, delete on agreement_party to app_system;
