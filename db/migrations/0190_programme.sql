-- Concepts and goals (R140–R147, R013–R014, R104–R105, R161, R163): the register of documents with their approval,
-- the goals and milestones of the district, what it does in public and with the Land, interface talks, task lists.
-- Nothing here belongs to a case or a person: those who read it all read the same, those who write it as well.

-- A document the district keeps: concept, declaration, manual, annex. What it says stands in its versions.
create table programme_document (
  tenant_id     uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id            uuid not null,
  -- Key in the district file it was taken from; null: made in the app.
  concept_key   text check (length(concept_key) between 1 and 60),
  kind          text not null check (kind in ('concept', 'declaration', 'mission', 'manual', 'annex', 'publicity', 'other')),
  title         text not null check (length(title) between 1 and 300),
  -- Who agrees, one after the other. Copied to a version when it is submitted, so that a later change is not looked back.
  approval_path text[] not null check (approval_path <@ array['actors', 'administration', 'land', 'steeringGroup', 'politicalCommittee', 'council']),
  -- Proposed until the next review, from the day the last body agreed; null: the district has fixed none.
  review_months int check (review_months between 1 and 120),
  -- Whether the Land asks for certain contents in it (R146).
  checked_contents text[] not null default '{}',
  remark        text check (length(remark) between 1 and 2000),
  source        text check (length(source) between 1 and 300),
  ended_on      date,
  created_at    timestamptz not null default now(),
  version       int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, concept_key)
);
create index programme_document_title on programme_document (tenant_id, title, id);

-- One version of a document. A newer one that becomes valid supersedes the older; nothing is overwritten.
create table programme_document_version (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  document_id uuid not null,
  number      int not null check (number >= 1),
  -- "Stand August 2024": a year, a month or a day.
  as_of       text check (as_of ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  changes     text check (length(changes) between 1 and 2000),
  state       text not null check (state in ('draft', 'inApproval', 'valid', 'superseded', 'discarded')),
  state_on    date not null,
  -- The way as it was when the version was submitted, and how far it is: the position of the step that is next.
  approval_path text[] not null default '{}',
  step        int not null default 0 check (step >= 0),
  -- Null where a concept names a version in force without its day.
  valid_from  date,
  review_on   date,
  -- The contents were looked through on this day; null: not yet (R146).
  contents_checked_on date,
  media_type  text check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'text/plain')),
  byte_size   int check (byte_size between 1 and 10485760),
  sha256      text check (sha256 ~ '^[0-9a-f]{64}$'),
  file_key    uuid,
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, document_id, number),
  unique (tenant_id, document_id, id),
  unique (tenant_id, file_key),
  foreign key (tenant_id, document_id) references programme_document (tenant_id, id) on delete cascade,
  constraint programme_file_whole check (num_nulls(media_type, byte_size, sha256, file_key) in (0, 4))
);
create unique index programme_one_valid on programme_document_version (tenant_id, document_id) where state = 'valid';
create unique index programme_one_open on programme_document_version (tenant_id, document_id) where state in ('draft', 'inApproval');
create index programme_version_review on programme_document_version (tenant_id, review_on) where state = 'valid';

-- What a body decided, with date and file number. Written once.
create table programme_approval (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  document_id uuid not null,
  version_id  uuid not null,
  position    int not null check (position >= 0),
  body        text not null check (body in ('actors', 'administration', 'land', 'steeringGroup', 'politicalCommittee', 'council')),
  outcome     text not null check (outcome in ('agreed', 'returned', 'notNeeded')),
  -- Null only where the concept names the decision without its day.
  decided_on  date,
  file_number text check (length(file_number) between 1 and 120),
  remark      text check (length(remark) between 1 and 2000),
  created_at  timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id, version_id) references programme_document_version (tenant_id, document_id, id) on delete cascade
);
create index programme_approval_version on programme_approval (tenant_id, version_id, created_at);

-- The contents the Land asks for, looked up in one version (R146).
create table programme_content (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  document_id uuid not null,
  version_id  uuid not null,
  content_key text not null check (length(content_key) between 1 and 60),
  outcome     text not null check (outcome in ('present', 'missing', 'notNeeded')),
  place       text check (length(place) between 1 and 300),
  primary key (tenant_id, version_id, content_key),
  foreign key (tenant_id, document_id, version_id) references programme_document_version (tenant_id, document_id, id) on delete cascade
);

-- What the district wants to reach (R141).
create table programme_goal (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  concept_key text check (length(concept_key) between 1 and 60),
  title       text not null check (length(title) between 1 and 300),
  description text check (length(description) between 1 and 2000),
  -- How it is seen whether it is reached; without a unit it is told in words.
  indicator   text check (length(indicator) between 1 and 300),
  unit        text check (length(unit) between 1 and 40),
  target      numeric check (target between -1000000000 and 1000000000),
  target_on   date,
  review_months int not null default 6 check (review_months between 1 and 36),
  state       text not null default 'open' check (state in ('open', 'reached', 'dropped')),
  state_on    date,
  state_reason text check (length(state_reason) between 1 and 2000),
  source      text check (length(source) between 1 and 300),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, concept_key),
  constraint programme_goal_settled check ((state = 'open') = (state_on is null))
);
create index programme_goal_title on programme_goal (tenant_id, title, id);

-- How a goal stood on a day, and what is done where it falls behind. Written once.
create table programme_goal_status (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  goal_id     uuid not null,
  on_date     date not null,
  value       numeric check (value between -1000000000 and 1000000000),
  rating      text not null check (rating in ('onTrack', 'atRisk', 'offTrack')),
  note        text check (length(note) between 1 and 2000),
  countermeasure text check (length(countermeasure) between 1 and 2000),
  countermeasure_by date,
  created_at  timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, goal_id) references programme_goal (tenant_id, id) on delete cascade,
  -- Off the way without a word on what is done about it is no controlling (R141 "Gegensteuerung").
  constraint programme_countermeasure check (rating <> 'offTrack' or countermeasure is not null)
);
create index programme_goal_status_day on programme_goal_status (tenant_id, goal_id, on_date desc, id desc);

-- What is to be done by when (R142).
create table programme_milestone (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  concept_key text check (length(concept_key) between 1 and 60),
  title       text not null check (length(title) between 1 and 300),
  -- The last day; where a concept names a year or a month, its last day.
  due_on      date not null,
  due_precision text not null default 'day' check (due_precision in ('day', 'month', 'year')),
  state       text not null default 'open' check (state in ('open', 'reached', 'dropped')),
  state_on    date,
  evidence    text check (length(evidence) between 1 and 2000),
  source      text check (length(source) between 1 and 300),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, concept_key),
  constraint programme_milestone_settled check ((state = 'open') = (state_on is null))
);
create index programme_milestone_due on programme_milestone (tenant_id, due_on, id);

-- Public relations, information, exploratory talks (R143, R144, R147), formats of the Land attended (R161), and how the
-- building blocks work together (R163).
create table programme_activity (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  concept_key text check (length(concept_key) between 1 and 60),
  kind        text not null check (kind in ('infoEvent', 'campaign', 'press', 'material', 'exploratoryTalk', 'stateFormat', 'cooperation')),
  title       text not null check (length(title) between 1 and 300),
  state       text not null default 'planned' check (state in ('planned', 'done', 'cancelled')),
  on_date     date,
  until_date  date,
  audiences   text[] not null default '{}' check (audiences <@ array['fullTime', 'volunteers', 'targetGroup', 'public', 'politics', 'partners']),
  building_blocks text[] not null default '{}' check (building_blocks <@ array['B1', 'B2', 'B3']),
  -- With whom, where: offices and places, never clients.
  partners    text check (length(partners) between 1 and 500),
  languages   text check (length(languages) between 1 and 200),
  -- When the steering group agreed on it (R147).
  agreed_on   date,
  agreed_reference text check (length(agreed_reference) between 1 and 120),
  -- What is published bears the funder's note (R170).
  funder_note boolean,
  result      text check (length(result) between 1 and 4000),
  next_on     date,
  source      text check (length(source) between 1 and 300),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, concept_key),
  constraint programme_activity_days check (until_date is null or on_date is not null and until_date >= on_date),
  constraint programme_activity_done check (state <> 'done' or on_date is not null)
);
create index programme_activity_day on programme_activity (tenant_id, on_date desc, id);

-- With whom the interfaces are talked over, and how often (R104, R105).
create table interface_partner (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  -- Rule and partner in the district file; null: made in the app.
  concept_key text check (length(concept_key) between 1 and 160),
  name        text not null check (length(name) between 1 and 400),
  topic       text not null check (length(topic) between 1 and 300),
  interval_months int not null check (interval_months between 1 and 36),
  last_held_on date,
  planned_on  date,
  -- When the next talk is due; a partner never talked to is due on the day it was entered.
  due_on      date not null,
  source      text check (length(source) between 1 and 300),
  ended_on    date,
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, concept_key)
);
create index interface_partner_due on interface_partner (tenant_id, due_on, id) where ended_on is null;

create table interface_talk (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  partner_id  uuid not null,
  held_on     date not null,
  result      text check (length(result) between 1 and 4000),
  -- Where the result was brought to, and when (R105: into the concept and the steering group).
  reported_to text check (reported_to in ('steeringGroup', 'team', 'concept', 'workingGroup')),
  reported_on date,
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, partner_id) references interface_partner (tenant_id, id) on delete cascade,
  constraint interface_talk_reported check ((reported_to is null) = (reported_on is null))
);
create index interface_talk_partner on interface_talk (tenant_id, partner_id, held_on desc, id desc);

-- How far a task of lead and coordination is in a period (R013, R014). It belongs to the function and the region, never
-- to a person: who ticked it is in the audit trail alone.
create table programme_task_mark (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  list_key    text not null check (length(list_key) between 1 and 60),
  task_key    text not null check (length(task_key) between 1 and 60),
  period      text not null check (period ~ '^\d{4}(-(Q[1-4]|H[12]))?$'),
  -- Null: the whole district.
  region_id   uuid,
  state       text not null check (state in ('open', 'running', 'done', 'notNeeded')),
  note        text check (length(note) between 1 and 2000),
  version     int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, region_id) references region (tenant_id, id),
  unique nulls not distinct (tenant_id, list_key, task_key, period, region_id)
);

alter table programme_document enable row level security;
alter table programme_document force row level security;
create policy programme_document_read on programme_document for select to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('caseManager', 'coordinator', 'townCoordinator', 'kimLead', 'administration')));
create policy programme_document_new on programme_document for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_document_change on programme_document for update to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_document_system on programme_document for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, concept_key, kind, title, approval_path, review_months, checked_contents, remark, source),
  update (kind, title, approval_path, review_months, checked_contents, remark, ended_on, version)
  on programme_document to app_user;
grant select, insert, update, delete on programme_document to app_system;

alter table programme_document_version enable row level security;
alter table programme_document_version force row level security;
create policy programme_document_version_read on programme_document_version for select to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('caseManager', 'coordinator', 'townCoordinator', 'kimLead', 'administration')));
create policy programme_document_version_new on programme_document_version for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_document_version_change on programme_document_version for update to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_document_version_system on programme_document_version for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, document_id, number, as_of, changes, state, state_on, approval_path, step, valid_from, review_on),
  update (as_of, changes, state, state_on, approval_path, step, valid_from, review_on, contents_checked_on, media_type, byte_size, sha256, file_key, version)
  on programme_document_version to app_user;
grant select, insert, update, delete on programme_document_version to app_system;

alter table programme_approval enable row level security;
alter table programme_approval force row level security;
create policy programme_approval_read on programme_approval for select to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('caseManager', 'coordinator', 'townCoordinator', 'kimLead', 'administration')));
create policy programme_approval_new on programme_approval for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_approval_system on programme_approval for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, document_id, version_id, position, body, outcome, decided_on, file_number, remark)
  on programme_approval to app_user;
grant select, insert, update, delete on programme_approval to app_system;

alter table programme_content enable row level security;
alter table programme_content force row level security;
create policy programme_content_read on programme_content for select to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('caseManager', 'coordinator', 'townCoordinator', 'kimLead', 'administration')));
create policy programme_content_new on programme_content for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_content_change on programme_content for update to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_content_system on programme_content for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (document_id, version_id, content_key, outcome, place),
  update (outcome, place)
  on programme_content to app_user;
grant select, insert, update, delete on programme_content to app_system;

alter table programme_goal enable row level security;
alter table programme_goal force row level security;
create policy programme_goal_read on programme_goal for select to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('caseManager', 'coordinator', 'townCoordinator', 'kimLead', 'administration')));
create policy programme_goal_new on programme_goal for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_goal_change on programme_goal for update to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_goal_system on programme_goal for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, concept_key, title, description, indicator, unit, target, target_on, review_months, source),
  update (title, description, indicator, unit, target, target_on, review_months, state, state_on, state_reason, version)
  on programme_goal to app_user;
grant select, insert, update, delete on programme_goal to app_system;

alter table programme_goal_status enable row level security;
alter table programme_goal_status force row level security;
create policy programme_goal_status_read on programme_goal_status for select to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('caseManager', 'coordinator', 'townCoordinator', 'kimLead', 'administration')));
create policy programme_goal_status_new on programme_goal_status for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_goal_status_system on programme_goal_status for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, goal_id, on_date, value, rating, note, countermeasure, countermeasure_by)
  on programme_goal_status to app_user;
grant select, insert, update, delete on programme_goal_status to app_system;

alter table programme_milestone enable row level security;
alter table programme_milestone force row level security;
create policy programme_milestone_read on programme_milestone for select to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('caseManager', 'coordinator', 'townCoordinator', 'kimLead', 'administration')));
create policy programme_milestone_new on programme_milestone for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_milestone_change on programme_milestone for update to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_milestone_system on programme_milestone for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, concept_key, title, due_on, due_precision, source),
  update (title, due_on, due_precision, state, state_on, evidence, version)
  on programme_milestone to app_user;
grant select, insert, update, delete on programme_milestone to app_system;

alter table programme_activity enable row level security;
alter table programme_activity force row level security;
create policy programme_activity_read on programme_activity for select to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('caseManager', 'coordinator', 'townCoordinator', 'kimLead', 'administration')));
create policy programme_activity_new on programme_activity for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_activity_change on programme_activity for update to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_activity_system on programme_activity for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, concept_key, kind, title, state, on_date, until_date, audiences, building_blocks, partners, languages, agreed_on, agreed_reference, funder_note, result, next_on, source),
  update (kind, title, state, on_date, until_date, audiences, building_blocks, partners, languages, agreed_on, agreed_reference, funder_note, result, next_on, version)
  on programme_activity to app_user;
grant select, insert, update, delete on programme_activity to app_system;

alter table interface_partner enable row level security;
alter table interface_partner force row level security;
create policy interface_partner_read on interface_partner for select to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('caseManager', 'coordinator', 'townCoordinator', 'kimLead', 'administration')));
create policy interface_partner_new on interface_partner for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy interface_partner_change on interface_partner for update to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy interface_partner_system on interface_partner for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, concept_key, name, topic, interval_months, due_on, source),
  update (name, topic, interval_months, last_held_on, planned_on, due_on, ended_on, version)
  on interface_partner to app_user;
grant select, insert, update, delete on interface_partner to app_system;

alter table interface_talk enable row level security;
alter table interface_talk force row level security;
create policy interface_talk_read on interface_talk for select to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('caseManager', 'coordinator', 'townCoordinator', 'kimLead', 'administration')));
create policy interface_talk_new on interface_talk for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy interface_talk_change on interface_talk for update to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy interface_talk_system on interface_talk for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, partner_id, held_on, result, reported_to, reported_on),
  update (held_on, result, reported_to, reported_on, version)
  on interface_talk to app_user;
grant select, insert, update, delete on interface_talk to app_system;

alter table programme_task_mark enable row level security;
alter table programme_task_mark force row level security;
create policy programme_task_mark_read on programme_task_mark for select to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('caseManager', 'coordinator', 'townCoordinator', 'kimLead', 'administration')));
create policy programme_task_mark_new on programme_task_mark for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_task_mark_change on programme_task_mark for update to app_user
  using (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy programme_task_mark_system on programme_task_mark for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, list_key, task_key, period, region_id, state, note),
  update (state, note, version)
  on programme_task_mark to app_user;
grant select, insert, update, delete on programme_task_mark to app_system;
