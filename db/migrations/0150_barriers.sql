-- Problems in the case (R080, R081): what stands in the way of a person, and on which level it can be solved (action
-- constellation 1–4). All of it stays in the case; what leaves for the structure level passes the gate (0156).

create table problem (
  tenant_id             uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                    uuid not null,
  case_id               uuid not null,
  -- Closed lists of module structure: kind of defect (R091), legal domains, reason of an unmet need.
  kind                  text not null check (kind in ('deficit', 'interface', 'gap', 'doubleStructure', 'obstacle')),
  life_domain           text check (length(life_domain) <= 60),
  legal_domains         text[] not null default '{}' check (cardinality(legal_domains) <= 8),
  unmet                 text check (unmet in ('noPlace', 'language', 'eligibility', 'distance', 'cost', 'waiting')),
  -- Where the obstacle is, not where the person lives; usually the same.
  municipality_id       uuid,
  noticed_on            date not null,
  since                 date,
  days_lost             int check (days_lost between 0 and 3650),
  -- From where it was recorded; the row it names is in the same case (checked by the use case).
  origin                text not null check (origin in ('case', 'contact', 'referral', 'step', 'rating')),
  origin_id             uuid,
  level                 int not null check (level between 1 and 4),
  state                 text not null default 'open' check (state in ('open', 'solved', 'dropped')),
  state_on              date not null,
  -- Arrangements with partners failed: the coordinator with oversight prepares it with the case manager.
  coordinator_called_on date,
  created_by            uuid not null default app.user_id(),
  created_at            timestamptz not null default now(),
  version               int not null default 1,
  primary key (tenant_id, id),
  -- For the composite keys of what hangs on it: it cannot name another case.
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id),
  constraint problem_origin check ((origin = 'case') = (origin_id is null)),
  constraint problem_since check (since <= noticed_on)
);
create index problem_called on problem (tenant_id, coordinator_called_on, id) where coordinator_called_on is not null;
create index problem_municipality on problem (tenant_id, municipality_id);

create table problem_organisation (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  problem_id      uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  primary key (tenant_id, problem_id, organisation_id),
  foreign key (tenant_id, case_id, problem_id) references problem (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index problem_organisation_organisation on problem_organisation (tenant_id, organisation_id);

-- Words: part 4. The coordinator reads them by release only.
create table problem_text (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  problem_id  uuid not null,
  case_id     uuid not null,
  title       text not null check (length(title) between 1 and 200),
  description text check (length(description) <= 4000),
  helped      text check (length(helped) <= 2000),
  client_view text check (length(client_view) <= 2000),
  primary key (tenant_id, problem_id),
  foreign key (tenant_id, case_id, problem_id) references problem (tenant_id, case_id, id) on delete cascade
);

-- Constellation 2: with whom it was arranged, by name and with the person's consent. It stays in the case.
create table problem_arrangement (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  case_id         uuid not null,
  problem_id      uuid not null,
  organisation_id uuid not null,
  unit_id         uuid,
  consent_id      uuid not null,
  agreed_on       date not null,
  -- Null: still running.
  outcome         text check (outcome in ('solved', 'partly', 'failed')),
  outcome_on      date,
  created_by      uuid not null default app.user_id(),
  created_at      timestamptz not null default now(),
  version         int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id, problem_id) references problem (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, case_id, consent_id) references consent (tenant_id, case_id, id),
  constraint arrangement_outcome check ((outcome is null) = (outcome_on is null))
);
create index problem_arrangement_problem on problem_arrangement (tenant_id, problem_id);
create index problem_arrangement_consent on problem_arrangement (tenant_id, case_id, consent_id);
create index problem_arrangement_organisation on problem_arrangement (tenant_id, organisation_id, unit_id);

-- Every change of level and state, every answer, dated, by whom and why.
create table problem_step (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  case_id    uuid not null,
  problem_id uuid not null,
  kind       text not null check (kind in ('recorded', 'level', 'state', 'coordinatorCalled', 'coordinatorAnswered', 'arranged', 'arrangementEnded')),
  from_value text check (length(from_value) <= 20),
  to_value   text check (length(to_value) <= 20),
  reason     text check (length(reason) <= 40),
  on_date    date not null,
  actor_id   uuid not null default app.user_id(),
  at         timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, problem_id, id),
  foreign key (tenant_id, case_id, problem_id) references problem (tenant_id, case_id, id) on delete cascade
);
create index problem_step_problem on problem_step (tenant_id, problem_id, at);

-- What was said with it: part 4, and for who wrote it.
create table problem_step_text (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  step_id    uuid not null,
  problem_id uuid not null,
  case_id    uuid not null,
  content    text not null check (length(content) between 1 and 2000),
  created_by uuid not null default app.user_id(),
  primary key (tenant_id, step_id),
  foreign key (tenant_id, case_id, problem_id) references problem (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, problem_id, step_id) references problem_step (tenant_id, problem_id, id) on delete cascade
);
create index problem_step_text_problem on problem_step_text (tenant_id, problem_id);

-- Oversight sees a problem only once it was called in: otherwise kind, town and day of a problem would lead back from a
-- barrier to its case.
alter table problem enable row level security;
alter table problem force row level security;
create policy problem_read on problem for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = problem.tenant_id and a.case_id = problem.case_id and a.valid_during @> now()
      and (a.parts & 64 <> 0 or a.parts & 1 <> 0 and problem.coordinator_called_on is not null)));
create policy problem_new on problem for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = problem.tenant_id and a.case_id = problem.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy problem_change on problem for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = problem.tenant_id and a.case_id = problem.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = problem.tenant_id and a.case_id = problem.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy problem_system on problem for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, kind, life_domain, legal_domains, unmet, municipality_id, noticed_on, since, days_lost, origin, origin_id, level, state_on),
  update (kind, life_domain, legal_domains, unmet, municipality_id, noticed_on, since, days_lost, level, state, state_on, coordinator_called_on, version) on problem to app_user;
grant select, insert, update, delete on problem to app_system;

alter table problem_organisation enable row level security;
alter table problem_organisation force row level security;
create policy problem_organisation_read on problem_organisation for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from problem p where p.tenant_id = problem_organisation.tenant_id and p.id = problem_organisation.problem_id));
create policy problem_organisation_new on problem_organisation for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = problem_organisation.tenant_id and a.case_id = problem_organisation.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy problem_organisation_drop on problem_organisation for delete to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = problem_organisation.tenant_id and a.case_id = problem_organisation.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy problem_organisation_system on problem_organisation for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (problem_id, case_id, organisation_id), delete on problem_organisation to app_user;
grant select, insert, update, delete on problem_organisation to app_system;

alter table problem_text enable row level security;
alter table problem_text force row level security;
create policy problem_text_read on problem_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = problem_text.tenant_id and a.case_id = problem_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now()));
create policy problem_text_new on problem_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = problem_text.tenant_id and a.case_id = problem_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy problem_text_change on problem_text for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = problem_text.tenant_id and a.case_id = problem_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = problem_text.tenant_id and a.case_id = problem_text.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy problem_text_system on problem_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (problem_id, case_id, title, description, helped, client_view), update (title, description, helped, client_view) on problem_text to app_user;
grant select, insert, update, delete on problem_text to app_system;

alter table problem_arrangement enable row level security;
alter table problem_arrangement force row level security;
create policy problem_arrangement_read on problem_arrangement for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from problem p where p.tenant_id = problem_arrangement.tenant_id and p.id = problem_arrangement.problem_id));
create policy problem_arrangement_new on problem_arrangement for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = problem_arrangement.tenant_id and a.case_id = problem_arrangement.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy problem_arrangement_change on problem_arrangement for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = problem_arrangement.tenant_id and a.case_id = problem_arrangement.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = problem_arrangement.tenant_id and a.case_id = problem_arrangement.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy problem_arrangement_system on problem_arrangement for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, problem_id, organisation_id, unit_id, consent_id, agreed_on), update (outcome, outcome_on, version) on problem_arrangement to app_user;
grant select, insert, update, delete on problem_arrangement to app_system;

alter table problem_step enable row level security;
alter table problem_step force row level security;
create policy problem_step_read on problem_step for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from problem p where p.tenant_id = problem_step.tenant_id and p.id = problem_step.problem_id));
-- The coordinator who was called in answers; everything else is written by who works the case.
create policy problem_step_new on problem_step for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and actor_id = (select app.user_id()) and (exists (select from case_access a
    where a.tenant_id = problem_step.tenant_id and a.case_id = problem_step.case_id and a.parts & 64 <> 0 and a.valid_during @> now())
    or kind = 'coordinatorAnswered' and exists (select from problem p where p.tenant_id = problem_step.tenant_id and p.id = problem_step.problem_id)));
create policy problem_step_system on problem_step for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, problem_id, kind, from_value, to_value, reason, on_date) on problem_step to app_user;
grant select, insert, update, delete on problem_step to app_system;

alter table problem_step_text enable row level security;
alter table problem_step_text force row level security;
create policy problem_step_text_read on problem_step_text for select to app_user
  using (tenant_id = (select app.tenant_id()) and (created_by = (select app.user_id()) or exists (select from case_access a
    where a.tenant_id = problem_step_text.tenant_id and a.case_id = problem_step_text.case_id and a.parts & 4 <> 0 and a.valid_during @> now())));
create policy problem_step_text_new on problem_step_text for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from problem_step s
    where s.tenant_id = problem_step_text.tenant_id and s.id = problem_step_text.step_id and s.actor_id = (select app.user_id())));
create policy problem_step_text_system on problem_step_text for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (step_id, problem_id, case_id, content) on problem_step_text to app_user;
grant select, insert, update, delete on problem_step_text to app_system;

-- The smallest number of cases that may share what is told; never below three, whatever somebody set.
create function app.suppression_threshold() returns int
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select greatest(3, coalesce((select (s.value #>> '{}')::int from tenant_setting s
    where s.tenant_id = (select app.tenant_id()) and s.key = 'suppressionThreshold'
      and jsonb_typeof(s.value) = 'number'), 5)) $$;

-- How many problems were solved on which level: numbers below the threshold of the tenant are not told.
create function app.problem_levels() returns table (level int, state text, number int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select p.level, p.state, case when count(distinct p.case_id) >= app.suppression_threshold() then count(*)::int end
    from problem p where p.tenant_id = (select app.tenant_id())
      and ((select app.has_role('coordinator')) or (select app.has_role('kimLead')))
    group by p.level, p.state order by p.level, p.state $$;

alter function app.problem_levels() owner to app_system;
alter function app.suppression_threshold() owner to app_system;
revoke all on function app.problem_levels() from public;
revoke all on function app.suppression_threshold() from public;
grant execute on function app.problem_levels() to app_user;
grant execute on function app.suppression_threshold() to app_user, app_system;
