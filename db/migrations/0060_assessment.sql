-- Assessment over the life domains of the district (R052, R056). Values stand apart from words: oversight (parts = 1)
-- sees which domain was rated how, never a note. Domains that need a legal basis of their own (health, religion,
-- migration) are opened and closed by the server, see src/modules/assessment/rules/domain-lock.ts.

create table assessment (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  case_id     uuid not null,
  episode     int not null,
  kind        text not null check (kind in ('first', 're')),
  started_on  date not null,
  finished_on date,
  -- The district's scale with its words as it was at the start: old values keep their meaning. Null: without scale.
  scale       jsonb check (jsonb_typeof(scale) = 'array'),
  -- The due date of the case file that completion replaced; its undo puts it back.
  due_before  date,
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  -- For the composite keys of ratings and summary: they cannot name another case. Also the way to those of a case.
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references staff_user (tenant_id, id),
  constraint finished_after_start check (finished_on is null or finished_on >= started_on)
);
create unique index assessment_one_open on assessment (tenant_id, case_id) where finished_on is null;

create table assessment_rating (
  tenant_id     uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id            uuid not null,
  assessment_id uuid not null,
  case_id       uuid not null,
  -- Null: the whole family.
  person_id     uuid,
  -- Key of the catalogue lifeDomain.
  life_domain   text not null check (length(life_domain) between 1 and 60),
  -- Three different answers: talked about, not talked about, talked about but nobody knows.
  state         text not null check (state in ('rated', 'notDiscussed', 'unknown')),
  -- Steps of the scale of the assessment; the professional's view and the client's own beside it.
  resource      int check (resource between 0 and 10),
  need          int check (need between 0 and 10),
  client_view   int check (client_view between 0 and 10),
  urgency       text check (urgency in ('normal', 'soon', 'urgent')),
  version       int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  constraint assessment_rating_one unique nulls not distinct (tenant_id, assessment_id, life_domain, person_id),
  foreign key (tenant_id, case_id, assessment_id) references assessment (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  constraint no_value_without_rating check (state = 'rated' or (resource is null and need is null and urgency is null)),
  constraint not_discussed_is_empty check (state <> 'notDiscussed' or client_view is null)
);
create index assessment_rating_person on assessment_rating (tenant_id, person_id);

-- Words of a rating: part 8. `organisation_id` is the organisation responsible when it was written: what another
-- employer wrote never opens by a reason alone. Versioned together with its rating.
create table assessment_text (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  rating_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  note            text check (length(note) <= 4000),
  -- How the client sees it, in the client's own words.
  client_words    text check (length(client_words) <= 4000),
  primary key (tenant_id, rating_id),
  foreign key (tenant_id, case_id, rating_id) references assessment_rating (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);

-- The edited summary: part 8. Without a row, or without content, the summary writes itself from the ratings.
create table assessment_summary (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  assessment_id   uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  content         text check (length(content) <= 8000),
  -- Life domains it was written from. When the basis of one of them ends, the text is withheld with it.
  rests_on        text[] not null default '{}',
  version         int not null default 1,
  primary key (tenant_id, assessment_id),
  foreign key (tenant_id, case_id, assessment_id) references assessment (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);

-- ---------------------------------------------------------------------------------------------------------
alter table assessment enable row level security;
alter table assessment force row level security;
create policy assessment_read on assessment for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy assessment_new on assessment for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy assessment_change on assessment for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy assessment_system on assessment for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, episode, kind, started_on, scale),
  update (finished_on, due_before, version) on assessment to app_user;
grant select, insert, update, delete on assessment to app_system;

alter table assessment_rating enable row level security;
alter table assessment_rating force row level security;
create policy assessment_rating_read on assessment_rating for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment_rating.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy assessment_rating_new on assessment_rating for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment_rating.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy assessment_rating_change on assessment_rating for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment_rating.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment_rating.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy assessment_rating_system on assessment_rating for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, assessment_id, case_id, person_id, life_domain, state, resource, need, client_view, urgency),
  update (state, resource, need, client_view, urgency, version) on assessment_rating to app_user;
grant select, insert, update, delete on assessment_rating to app_system;

alter table assessment_text enable row level security;
alter table assessment_text force row level security;
create policy assessment_text_read on assessment_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment_text.case_id and a.parts & 8 <> 0 and a.valid_during @> now()
      and (a.basis <> 'reason' or assessment_text.organisation_id = (select u.organisation_id from staff_user u
           where u.tenant_id = (select app.tenant_id()) and u.id = (select app.user_id())))));
create policy assessment_text_new on assessment_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy assessment_text_change on assessment_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy assessment_text_system on assessment_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (rating_id, case_id, organisation_id, note, client_words),
  update (note, client_words) on assessment_text to app_user;
grant select, insert, update, delete on assessment_text to app_system;

alter table assessment_summary enable row level security;
alter table assessment_summary force row level security;
create policy assessment_summary_read on assessment_summary for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment_summary.case_id and a.parts & 8 <> 0 and a.valid_during @> now()
      and (a.basis <> 'reason' or assessment_summary.organisation_id = (select u.organisation_id from staff_user u
           where u.tenant_id = (select app.tenant_id()) and u.id = (select app.user_id())))));
create policy assessment_summary_new on assessment_summary for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment_summary.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy assessment_summary_change on assessment_summary for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment_summary.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = assessment_summary.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy assessment_summary_system on assessment_summary for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (assessment_id, case_id, organisation_id, content, rests_on),
  update (content, rests_on, version) on assessment_summary to app_user;
grant select, insert, update, delete on assessment_summary to app_system;
