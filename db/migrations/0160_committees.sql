-- Committees, meetings, minutes, decisions. `committee` and `committee_function` come from the district file (0010);
-- what happens in them is here. Members read through committee_access, a row derived from their seat: whoever loses the
-- seat loses the sight with the same commit. What is not released yet (released_at) is the office's alone.

-- What the office adds to a committee of the district file: whose it is, quorum, and its end. One row per committee, made with it.
create table committee_profile (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  committee_id uuid not null,
  scope       text not null default 'own' check (scope in ('own', 'town', 'foreign')),
  -- Who runs it, and how KIM takes part (R134).
  host        text check (length(host) <= 200),
  participation text check (length(participation) <= 1000),
  quorum_percent int check (quorum_percent between 1 and 100),
  invitation_days int check (invitation_days between 0 and 90),
  closed_at   timestamptz,
  closed_reason text check (closed_reason in ('done', 'merged', 'replaced', 'noNeed')),
  closed_note text check (length(closed_note) <= 1000),
  version     int not null default 1,
  primary key (tenant_id, committee_id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  constraint committee_profile_closed check ((closed_at is null) = (closed_reason is null))
);
alter table committee_profile enable row level security;
alter table committee_profile force row level security;
create policy committee_profile_read on committee_profile for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.user_id()) is not null);
create policy committee_profile_change on committee_profile for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy committee_profile_system on committee_profile for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, update (scope, host, participation, quorum_percent, invitation_days, closed_at, closed_reason, closed_note, version) on committee_profile to app_user;
grant select, insert, update, delete on committee_profile to app_system;

-- Derived, never written by hand: which account reads what a committee released, and when (app.expected_committee_access).
create table committee_access (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  committee_id uuid not null,
  user_id     uuid not null,
  member_id   uuid not null,
  kind        text not null,
  b3          boolean not null,
  valid_during tstzrange not null,
  primary key (tenant_id, user_id, committee_id, member_id)
);
create index committee_access_member on committee_access (tenant_id, member_id);
alter table committee_access enable row level security;
alter table committee_access force row level security;
create policy committee_access_read on committee_access for select to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy committee_access_system on committee_access for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on committee_access to app_user;
grant select, insert, update, delete on committee_access to app_system;

-- Who holds a seat from when to when. The seat belongs to the function (committee_function); a name follows a name.
create table committee_member (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  committee_id uuid not null,
  function_id uuid,
  kind        text not null check (kind in ('holder', 'substitute', 'adviser', 'frontOffice')),
  -- Of substitute and front office: for whom.
  for_member_id uuid,
  held_by     text not null check (length(held_by) between 1 and 200),
  organisation_id uuid,
  municipality_id uuid,
  -- Set for who signs in; the access follows from it.
  account_id  uuid,
  -- Belongs to an immigration or naturalisation authority: the part without B3 stays closed.
  b3          boolean not null default false,
  contact     text check (length(contact) <= 300),
  from_on     date not null,
  to_on       date,
  -- Removed at once; the days above stay as they were.
  ended_at    timestamptz,
  end_reason  text check (end_reason in ('election', 'officeChange', 'delegation', 'left', 'removed', 'mistake')),
  follows_id  uuid,
  remark      text check (length(remark) <= 500),
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, committee_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, function_id) references committee_function (tenant_id, id),
  foreign key (tenant_id, committee_id, for_member_id) references committee_member (tenant_id, committee_id, id),
  foreign key (tenant_id, committee_id, follows_id) references committee_member (tenant_id, committee_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id),
  foreign key (tenant_id, account_id) references staff_user (tenant_id, id),
  constraint committee_member_days check (to_on is null or to_on >= from_on),
  constraint committee_member_for check ((kind in ('substitute', 'frontOffice')) = (for_member_id is not null)),
  constraint committee_member_ended check (ended_at is null or end_reason is not null)
);
create index committee_member_committee on committee_member (tenant_id, committee_id, from_on, id);
create index committee_member_account on committee_member (tenant_id, account_id) where account_id is not null;
create index committee_member_for on committee_member (tenant_id, committee_id, for_member_id) where for_member_id is not null;
alter table committee_member enable row level security;
alter table committee_member force row level security;
create policy committee_member_read on committee_member for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (select app.has_any_role('caseManager', 'townCoordinator')) or exists (select from committee_access a
    where a.tenant_id = committee_member.tenant_id and a.committee_id = committee_member.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())));
create policy committee_member_new on committee_member for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy committee_member_change on committee_member for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy committee_member_system on committee_member for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, committee_id, function_id, kind, for_member_id, held_by, organisation_id, municipality_id, account_id, b3, contact, from_on, to_on, follows_id, remark), update (function_id, held_by, organisation_id, municipality_id, account_id, b3, contact, from_on, to_on, ended_at, end_reason, remark, version) on committee_member to app_user;
grant select, insert, update, delete on committee_member to app_system;

alter table committee_access add foreign key (tenant_id, committee_id, member_id) references committee_member (tenant_id, committee_id, id) on delete cascade;

-- A town or another actor asks for a working format (R127): checked, given a form, decided.
create table format_request (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  title       text not null check (length(title) between 1 and 200),
  need        text not null check (length(need) between 1 and 4000),
  proposed_by text not null check (length(proposed_by) between 1 and 200),
  organisation_id uuid,
  municipality_id uuid,
  state       text not null default 'proposed' check (state in ('proposed', 'checked', 'designed', 'approved', 'declined', 'existing', 'withdrawn', 'founded')),
  state_on    date not null,
  -- The form worked out for it.
  form        text check (length(form) <= 4000),
  -- The existing body that takes it up, or the one founded for it.
  committee_id uuid,
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id),
  constraint format_request_form check (state not in ('designed', 'approved', 'founded') or form is not null),
  constraint format_request_committee check (state not in ('existing', 'founded') or committee_id is not null)
);
create index format_request_state on format_request (tenant_id, state, state_on, id);
alter table format_request enable row level security;
alter table format_request force row level security;
create policy format_request_read on format_request for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or created_by = (select app.user_id())));
create policy format_request_new on format_request for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration', 'townCoordinator', 'caseManager')));
create policy format_request_change on format_request for update to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or created_by = (select app.user_id())))
  with check (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or created_by = (select app.user_id())));
create policy format_request_system on format_request for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, title, need, proposed_by, organisation_id, municipality_id, state_on), update (title, need, state, state_on, form, committee_id, version) on format_request to app_user;
grant select, insert, update, delete on format_request to app_system;

-- Every step of such a request: when, by whom, why.
create table format_request_step (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  request_id  uuid not null,
  from_state  text,
  to_state    text not null,
  on_date     date not null,
  reason      text check (length(reason) <= 1000),
  actor_id    uuid not null default app.user_id(),
  at          timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references format_request (tenant_id, id) on delete cascade
);
create index format_request_step_request on format_request_step (tenant_id, request_id, at);
alter table format_request_step enable row level security;
alter table format_request_step force row level security;
create policy format_request_step_read on format_request_step for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or exists (select from format_request r where r.tenant_id = format_request_step.tenant_id
    and r.id = format_request_step.request_id and r.created_by = (select app.user_id()))));
create policy format_request_step_new on format_request_step for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and actor_id = (select app.user_id()) and exists (select from format_request r where r.tenant_id = format_request_step.tenant_id
    and r.id = format_request_step.request_id));
create policy format_request_step_system on format_request_step for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, request_id, from_state, to_state, on_date, reason) on format_request_step to app_user;
grant select, insert, delete on format_request_step to app_system;

-- „Könnte es ein bestehendes Gremium übernehmen?“ and the answer (R097). Written once, kept.
create table committee_founding (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  name        text not null check (length(name) between 1 and 200),
  purpose     text check (length(purpose) <= 2000),
  -- [{ committeeId, fits, reason }]: each existing one that was looked at.
  examined    jsonb not null default '[]' check (jsonb_typeof(examined) = 'array'),
  outcome     text not null check (outcome in ('new', 'existing')),
  -- The one founded, or the existing one that takes it over.
  committee_id uuid not null,
  request_id  uuid,
  reason      text not null check (length(reason) between 1 and 2000),
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, request_id) references format_request (tenant_id, id)
);
create index committee_founding_committee on committee_founding (tenant_id, committee_id, created_at);
alter table committee_founding enable row level security;
alter table committee_founding force row level security;
create policy committee_founding_read on committee_founding for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (select app.has_any_role('caseManager', 'townCoordinator'))));
create policy committee_founding_new on committee_founding for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy committee_founding_system on committee_founding for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, name, purpose, examined, outcome, committee_id, request_id, reason) on committee_founding to app_user;
grant select, insert, delete on committee_founding to app_system;

-- Meetings that come again: every so many weeks, or months on the same weekday.
create table meeting_series (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  committee_id uuid not null,
  every_unit  text not null check (every_unit in ('week', 'month')),
  every_count int not null check (every_count between 1 and 24),
  first_on    date not null,
  last_on     date not null,
  start_time  time not null,
  minutes     int not null check (minutes between 15 and 600),
  place       text check (length(place) <= 300),
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, committee_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  check (last_on >= first_on)
);
create index meeting_series_committee on meeting_series (tenant_id, committee_id);
alter table meeting_series enable row level security;
alter table meeting_series force row level security;
create policy meeting_series_read on meeting_series for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or exists (select from committee_access a
    where a.tenant_id = meeting_series.tenant_id and a.committee_id = meeting_series.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())));
create policy meeting_series_new on meeting_series for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy meeting_series_change on meeting_series for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy meeting_series_system on meeting_series for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, committee_id, every_unit, every_count, first_on, last_on, start_time, minutes, place), update (last_on, place, version) on meeting_series to app_user;
grant select, insert, update, delete on meeting_series to app_system;

-- A meeting from plan to approved minutes. Its calendar entry keeps one uid and counts its changes.
create table meeting (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  committee_id uuid not null,
  series_id   uuid,
  state       text not null default 'planned' check (state in ('planned', 'invited', 'running', 'held', 'inApproval', 'approved', 'cancelled')),
  number      int check (number > 0),
  title       text check (length(title) <= 200),
  on_date     date not null,
  start_time  time not null,
  end_time    time,
  form        text not null default 'inPerson' check (form in ('inPerson', 'online', 'hybrid')),
  place       text check (length(place) <= 300),
  online_url  text check (length(online_url) <= 500),
  ics_sequence int not null default 0 check (ics_sequence >= 0),
  invited_at  timestamptz,
  started_at  timestamptz,
  ended_at    timestamptz,
  minutes_released_at timestamptz,
  approved_at timestamptz,
  -- The meeting that approved the minutes, where one did.
  approved_in_id uuid,
  approved_by uuid,
  cancel_reason text check (cancel_reason in ('noTopics', 'noQuorum', 'dateMoved', 'other')),
  quorate     boolean,
  -- Grows with every entry of the minutes: who looks on asks for it and loads only when it moved.
  minutes_revision int not null default 0,
  remark      text check (length(remark) <= 1000),
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, committee_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, committee_id, series_id) references meeting_series (tenant_id, committee_id, id),
  foreign key (tenant_id, committee_id, approved_in_id) references meeting (tenant_id, committee_id, id),
  constraint meeting_times check (end_time is null or end_time > start_time),
  constraint meeting_cancelled check ((state = 'cancelled') = (cancel_reason is not null)),
  constraint meeting_invited check (state <> 'invited' or invited_at is not null),
  constraint meeting_approved check ((state = 'approved') = (approved_at is not null))
);
create index meeting_committee on meeting (tenant_id, committee_id, on_date, id);
create index meeting_date on meeting (tenant_id, on_date, id);
alter table meeting enable row level security;
alter table meeting force row level security;
create policy meeting_read on meeting for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (select app.has_any_role('caseManager', 'townCoordinator')) or exists (select from committee_access a
    where a.tenant_id = meeting.tenant_id and a.committee_id = meeting.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())));
create policy meeting_new on meeting for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy meeting_change on meeting for update to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (select app.has_role('caseManager')) and exists (select from committee_access a
    where a.tenant_id = meeting.tenant_id and a.committee_id = meeting.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())))
  with check (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (select app.has_role('caseManager')) and exists (select from committee_access a
    where a.tenant_id = meeting.tenant_id and a.committee_id = meeting.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())));
create policy meeting_system on meeting for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, committee_id, series_id, number, title, on_date, start_time, end_time, form, place, online_url, remark), update (state, number, title, on_date, start_time, end_time, form, place, online_url, ics_sequence, invited_at, started_at, ended_at, minutes_released_at, approved_at, approved_in_id, approved_by, cancel_reason, quorate, minutes_revision, remark, version) on meeting to app_user;
grant select, insert, update, delete on meeting to app_system;

-- One item of an agenda. A case is never named here: the link stays in agenda_case, on the side of the case.
create table agenda_item (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  committee_id uuid not null,
  meeting_id  uuid not null,
  position    int not null,
  title       text not null check (length(title) between 1 and 300),
  detail      text check (length(detail) <= 4000),
  kind        text not null default 'free' check (kind in ('opening', 'topic', 'theme', 'case', 'commission', 'actionItem', 'review', 'source', 'closing', 'free')),
  purpose     text not null default 'information' check (purpose in ('information', 'advice', 'decision')),
  presenter   text check (length(presenter) <= 200),
  minutes     int check (minutes between 1 and 600),
  subject_kind text not null default 'none' check (subject_kind in ('theme', 'interfacePaper', 'agreement', 'measure',
                'barrier', 'document', 'commission', 'actionItem', 'case', 'none')),
  subject_id  uuid,
  subject_title text check (length(subject_title) <= 300),
  -- Which source offered it, so that it is not offered twice.
  source_key  text check (length(source_key) <= 60),
  is_public   boolean not null default true,
  without_b3  boolean not null default false,
  state       text not null default 'open' check (state in ('open', 'treated', 'postponed')),
  released_at timestamptz,
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, meeting_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, committee_id, meeting_id) references meeting (tenant_id, committee_id, id) on delete cascade,
  check (subject_kind <> 'case' or subject_id is null)
);
create index agenda_item_meeting on agenda_item (tenant_id, meeting_id, position, id);
create index agenda_item_subject on agenda_item (tenant_id, subject_id) where subject_id is not null;
alter table agenda_item enable row level security;
alter table agenda_item force row level security;
create policy agenda_item_read on agenda_item for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (released_at is not null or (select app.has_role('caseManager'))) and exists (select from committee_access a
    where a.tenant_id = agenda_item.tenant_id and a.committee_id = agenda_item.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now() and not (agenda_item.without_b3 and a.b3))));
create policy agenda_item_new on agenda_item for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (select app.has_role('caseManager')) and exists (select from committee_access a
    where a.tenant_id = agenda_item.tenant_id and a.committee_id = agenda_item.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())));
create policy agenda_item_change on agenda_item for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy agenda_item_drop on agenda_item for delete to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy agenda_item_system on agenda_item for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, committee_id, meeting_id, position, title, detail, kind, purpose, presenter, minutes, subject_kind, subject_id, subject_title, source_key, is_public, without_b3, released_at), update (position, title, detail, purpose, presenter, minutes, is_public, without_b3, state, released_at, version), delete on agenda_item to app_user;
grant select, insert, update, delete on agenda_item to app_system;

-- Which case is discussed under an item. Belongs to the case: only who works it reads it.
create table agenda_case (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  agenda_item_id uuid not null,
  meeting_id  uuid not null,
  case_id     uuid not null,
  -- May be spoken of by name: consent covered everybody invited when this was asked.
  named       boolean not null default false,
  named_checked_on date,
  version     int not null default 1,
  primary key (tenant_id, agenda_item_id),
  foreign key (tenant_id, meeting_id, agenda_item_id) references agenda_item (tenant_id, meeting_id, id) on delete cascade,
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  check (not named or named_checked_on is not null)
);
create index agenda_case_case on agenda_case (tenant_id, case_id);
alter table agenda_case enable row level security;
alter table agenda_case force row level security;
create policy agenda_case_read on agenda_case for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a where a.tenant_id = agenda_case.tenant_id and a.case_id = agenda_case.case_id
    and a.user_id = (select app.user_id()) and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy agenda_case_new on agenda_case for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a where a.tenant_id = agenda_case.tenant_id and a.case_id = agenda_case.case_id
    and a.user_id = (select app.user_id()) and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy agenda_case_change on agenda_case for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a where a.tenant_id = agenda_case.tenant_id and a.case_id = agenda_case.case_id
    and a.user_id = (select app.user_id()) and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a where a.tenant_id = agenda_case.tenant_id and a.case_id = agenda_case.case_id
    and a.user_id = (select app.user_id()) and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy agenda_case_system on agenda_case for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (agenda_item_id, meeting_id, case_id, named, named_checked_on), update (named, named_checked_on, version) on agenda_case to app_user;
grant select, insert, update, delete on agenda_case to app_system;

-- Who is invited and who came: members by function, substitutes, advisers, guests of this occasion.
create table meeting_participant (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  committee_id uuid not null,
  meeting_id  uuid not null,
  member_id   uuid,
  kind        text not null check (kind in ('member', 'substitute', 'adviser', 'guest')),
  held_by     text not null check (length(held_by) between 1 and 200),
  function_label text check (length(function_label) <= 300),
  organisation_id uuid,
  unit_id     uuid,
  account_id  uuid,
  b3          boolean not null default false,
  voting      boolean not null default false,
  attendance  text not null default 'invited' check (attendance in ('invited', 'accepted', 'excused', 'present', 'absent')),
  stands_in_for_id uuid,
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, meeting_id, id),
  unique (tenant_id, meeting_id, member_id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, committee_id, meeting_id) references meeting (tenant_id, committee_id, id) on delete cascade,
  foreign key (tenant_id, committee_id, member_id) references committee_member (tenant_id, committee_id, id),
  foreign key (tenant_id, meeting_id, stands_in_for_id) references meeting_participant (tenant_id, meeting_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, account_id) references staff_user (tenant_id, id)
);
alter table meeting_participant enable row level security;
alter table meeting_participant force row level security;
create policy meeting_participant_read on meeting_participant for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or exists (select from committee_access a
    where a.tenant_id = meeting_participant.tenant_id and a.committee_id = meeting_participant.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())));
create policy meeting_participant_new on meeting_participant for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy meeting_participant_change on meeting_participant for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy meeting_participant_drop on meeting_participant for delete to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy meeting_participant_system on meeting_participant for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, committee_id, meeting_id, member_id, kind, held_by, function_label, organisation_id, unit_id, account_id, b3, voting, stands_in_for_id), update (held_by, function_label, organisation_id, unit_id, b3, voting, attendance, stands_in_for_id, version), delete on meeting_participant to app_user;
grant select, insert, update, delete on meeting_participant to app_system;

-- The register: what committees decided, recommended, agreed, took note of, and what Kreistag and other bodies decided (R129).
create table decision (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  committee_id uuid,
  meeting_id  uuid,
  agenda_item_id uuid,
  -- Of political bodies, which are no committee of KIM.
  body        text check (length(body) <= 200),
  kind        text not null check (kind in ('decision', 'recommendation', 'agreement', 'acknowledgement')),
  title       text not null check (length(title) between 1 and 300),
  wording     text check (length(wording) <= 8000),
  -- Year or month alone where the source says no more; null: not known.
  date_text   text check (date_text ~ '^\d{4}(-\d{2}){0,2}$'),
  decided_on  date,
  reference   text check (length(reference) <= 80),
  -- Number and address in the council information system.
  council_number text check (length(council_number) <= 80),
  council_url text check (length(council_url) <= 500),
  votes_yes   int check (votes_yes >= 0),
  votes_no    int check (votes_no >= 0),
  votes_abstained int check (votes_abstained >= 0),
  unanimous   boolean,
  subject_kind text not null default 'none' check (subject_kind in ('theme', 'interfacePaper', 'agreement', 'measure',
                'barrier', 'document', 'commission', 'actionItem', 'case', 'none')),
  subject_id  uuid,
  subject_title text check (length(subject_title) <= 300),
  is_public   boolean not null default true,
  without_b3  boolean not null default false,
  state       text not null default 'valid' check (state in ('valid', 'revoked', 'replaced')),
  replaced_by_id uuid,
  released_at timestamptz,
  -- Of the district file: where it comes from, and what other sources say.
  catalogue_key text,
  source      text,
  remark      text check (length(remark) <= 1000),
  alternatives jsonb not null default '[]',
  edited_at   timestamptz,
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, catalogue_key),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, committee_id, meeting_id) references meeting (tenant_id, committee_id, id) on delete cascade,
  foreign key (tenant_id, meeting_id, agenda_item_id) references agenda_item (tenant_id, meeting_id, id),
  foreign key (tenant_id, replaced_by_id) references decision (tenant_id, id),
  constraint decision_of check ((committee_id is null) <> (body is null)),
  constraint decision_votes check ((votes_yes is null) = (votes_no is null) and (votes_yes is null) = (votes_abstained is null)),
  check (subject_kind <> 'case' or subject_id is null)
);
create index decision_date on decision (tenant_id, decided_on desc nulls last, id desc);
create index decision_committee on decision (tenant_id, committee_id, decided_on desc, id desc);
create index decision_meeting on decision (tenant_id, meeting_id) where meeting_id is not null;
create index decision_subject on decision (tenant_id, subject_id) where subject_id is not null;
alter table decision enable row level security;
alter table decision force row level security;
create policy decision_read on decision for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or released_at is not null and is_public and (select app.has_any_role('caseManager', 'townCoordinator'))
    or committee_id is not null and (released_at is not null or (select app.has_role('caseManager'))) and exists (select from committee_access a
    where a.tenant_id = decision.tenant_id and a.committee_id = decision.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now() and not (decision.without_b3 and a.b3))));
create policy decision_new on decision for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or kind = 'recommendation' and (select app.has_role('caseManager')) and exists (select from committee_access a
    where a.tenant_id = decision.tenant_id and a.committee_id = decision.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())));
create policy decision_change on decision for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy decision_system on decision for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, committee_id, meeting_id, agenda_item_id, body, kind, title, wording, date_text, decided_on, reference, council_number, council_url, votes_yes, votes_no, votes_abstained, unanimous, subject_kind, subject_id, subject_title, is_public, without_b3, released_at, source, remark), update (kind, title, wording, date_text, decided_on, reference, council_number, council_url, votes_yes, votes_no, votes_abstained, unanimous, is_public, without_b3, state, replaced_by_id, released_at, remark, edited_at, version) on decision to app_user;
grant select, insert, update, delete on decision to app_system;

-- An agreement (Vereinbarung) holds when each party has ratified it.
create table decision_party (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  committee_id uuid not null,
  decision_id uuid not null,
  party       text not null check (length(party) between 1 and 200),
  organisation_id uuid,
  state       text not null default 'open' check (state in ('open', 'ratified', 'declined')),
  on_date     date,
  remark      text check (length(remark) <= 500),
  released_at timestamptz,
  without_b3  boolean not null default false,
  version     int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, decision_id) references decision (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  check ((state = 'open') = (on_date is null))
);
create index decision_party_decision on decision_party (tenant_id, decision_id);
alter table decision_party enable row level security;
alter table decision_party force row level security;
create policy decision_party_read on decision_party for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (released_at is not null or (select app.has_role('caseManager'))) and exists (select from committee_access a
    where a.tenant_id = decision_party.tenant_id and a.committee_id = decision_party.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now() and not (decision_party.without_b3 and a.b3))));
create policy decision_party_new on decision_party for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy decision_party_change on decision_party for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy decision_party_system on decision_party for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, committee_id, decision_id, party, organisation_id, released_at, without_b3), update (state, on_date, remark, released_at, version) on decision_party to app_user;
grant select, insert, update, delete on decision_party to app_system;

-- A mandate (Projektauftrag) a committee gives to another body or office.
create table commission (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  committee_id uuid not null,
  meeting_id  uuid,
  agenda_item_id uuid,
  decision_id uuid,
  title       text not null check (length(title) between 1 and 300),
  mandate     text check (length(mandate) <= 4000),
  to_committee_id uuid,
  to_label    text check (length(to_label) <= 200),
  due_on      date,
  state       text not null default 'given' check (state in ('given', 'accepted', 'running', 'reported', 'done', 'returned')),
  state_on    date not null,
  result      text check (length(result) <= 4000),
  subject_kind text not null default 'none' check (subject_kind in ('theme', 'interfacePaper', 'agreement', 'measure',
                'barrier', 'document', 'commission', 'actionItem', 'case', 'none')),
  subject_id  uuid,
  subject_title text check (length(subject_title) <= 300),
  is_public   boolean not null default true,
  without_b3  boolean not null default false,
  released_at timestamptz,
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, committee_id, meeting_id) references meeting (tenant_id, committee_id, id) on delete cascade,
  foreign key (tenant_id, meeting_id, agenda_item_id) references agenda_item (tenant_id, meeting_id, id),
  foreign key (tenant_id, decision_id) references decision (tenant_id, id),
  foreign key (tenant_id, to_committee_id) references committee (tenant_id, id),
  constraint commission_to check (to_committee_id is not null or to_label is not null),
  check (subject_kind <> 'case' or subject_id is null)
);
create index commission_committee on commission (tenant_id, committee_id, state, due_on);
create index commission_to on commission (tenant_id, to_committee_id, state) where to_committee_id is not null;
create index commission_meeting on commission (tenant_id, meeting_id) where meeting_id is not null;
create index commission_subject on commission (tenant_id, subject_id) where subject_id is not null;
alter table commission enable row level security;
alter table commission force row level security;
create policy commission_read on commission for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (released_at is not null or (select app.has_role('caseManager'))) and (exists (select from committee_access a
    where a.tenant_id = commission.tenant_id and a.committee_id = commission.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now() and not (commission.without_b3 and a.b3))
    or exists (select from committee_access a where a.tenant_id = commission.tenant_id and a.committee_id = commission.to_committee_id
      and a.user_id = (select app.user_id()) and a.valid_during @> now() and not (commission.without_b3 and a.b3)))));
create policy commission_new on commission for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy commission_change on commission for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy commission_system on commission for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, committee_id, meeting_id, agenda_item_id, decision_id, title, mandate, to_committee_id, to_label, due_on, state_on, subject_kind, subject_id, subject_title, is_public, without_b3, released_at), update (title, mandate, to_committee_id, to_label, due_on, state, state_on, result, released_at, version) on commission to app_user;
grant select, insert, update, delete on commission to app_system;

-- Who does what until when; stands on the follow-up list until it is done.
create table action_item (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  committee_id uuid not null,
  meeting_id  uuid,
  agenda_item_id uuid,
  commission_id uuid,
  title       text not null check (length(title) between 1 and 500),
  -- An account, or a function by its words.
  responsible_id uuid,
  responsible text not null check (length(responsible) between 1 and 200),
  due_on      date,
  state       text not null default 'open' check (state in ('open', 'done', 'dropped')),
  state_on    date,
  result      text check (length(result) <= 2000),
  subject_kind text not null default 'none' check (subject_kind in ('theme', 'interfacePaper', 'agreement', 'measure',
                'barrier', 'document', 'commission', 'actionItem', 'case', 'none')),
  subject_id  uuid,
  subject_title text check (length(subject_title) <= 300),
  is_public   boolean not null default true,
  without_b3  boolean not null default false,
  released_at timestamptz,
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, committee_id, meeting_id) references meeting (tenant_id, committee_id, id) on delete cascade,
  foreign key (tenant_id, meeting_id, agenda_item_id) references agenda_item (tenant_id, meeting_id, id),
  foreign key (tenant_id, commission_id) references commission (tenant_id, id),
  foreign key (tenant_id, responsible_id) references staff_user (tenant_id, id),
  constraint action_item_state check ((state = 'open') = (state_on is null)),
  check (subject_kind <> 'case' or subject_id is null)
);
create index action_item_committee on action_item (tenant_id, committee_id, state, due_on);
create index action_item_responsible on action_item (tenant_id, responsible_id, due_on) where state = 'open';
create index action_item_meeting on action_item (tenant_id, meeting_id) where meeting_id is not null;
create index action_item_subject on action_item (tenant_id, subject_id) where subject_id is not null;
alter table action_item enable row level security;
alter table action_item force row level security;
create policy action_item_read on action_item for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (released_at is not null or (select app.has_role('caseManager'))) and exists (select from committee_access a
    where a.tenant_id = action_item.tenant_id and a.committee_id = action_item.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now() and not (action_item.without_b3 and a.b3))
    or released_at is not null and responsible_id = (select app.user_id()) and (select app.has_any_role('caseManager', 'townCoordinator'))));
create policy action_item_new on action_item for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (select app.has_role('caseManager')) and exists (select from committee_access a
    where a.tenant_id = action_item.tenant_id and a.committee_id = action_item.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())));
create policy action_item_change on action_item for update to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or responsible_id = (select app.user_id()) and (select app.has_any_role('caseManager', 'townCoordinator'))
    or responsible_id = (select app.user_id()) and exists (select from committee_access a
    where a.tenant_id = action_item.tenant_id and a.committee_id = action_item.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())))
  with check (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or responsible_id = (select app.user_id()) and (select app.has_any_role('caseManager', 'townCoordinator'))
    or responsible_id = (select app.user_id()) and exists (select from committee_access a
    where a.tenant_id = action_item.tenant_id and a.committee_id = action_item.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())));
create policy action_item_system on action_item for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, committee_id, meeting_id, agenda_item_id, commission_id, title, responsible_id, responsible, due_on, subject_kind, subject_id, subject_title, is_public, without_b3, released_at), update (title, responsible_id, responsible, due_on, state, state_on, result, released_at, version) on action_item to app_user;
grant select, insert, update, delete on action_item to app_system;

-- The minutes, one row per entry: two people write at the same time and lose nothing.
create table minute_entry (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  committee_id uuid not null,
  meeting_id  uuid not null,
  agenda_item_id uuid not null,
  kind        text not null check (kind in ('note', 'decision', 'recommendation', 'agreement', 'acknowledgement', 'commission', 'actionItem')),
  content     text not null check (length(content) between 1 and 8000),
  is_public   boolean not null default true,
  without_b3  boolean not null default false,
  -- What the entry made.
  decision_id uuid,
  commission_id uuid,
  action_item_id uuid,
  struck_at   timestamptz,
  released_at timestamptz,
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  changed_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, committee_id, meeting_id) references meeting (tenant_id, committee_id, id) on delete cascade,
  foreign key (tenant_id, meeting_id, agenda_item_id) references agenda_item (tenant_id, meeting_id, id),
  foreign key (tenant_id, decision_id) references decision (tenant_id, id),
  foreign key (tenant_id, commission_id) references commission (tenant_id, id),
  foreign key (tenant_id, action_item_id) references action_item (tenant_id, id)
);
create index minute_entry_meeting on minute_entry (tenant_id, meeting_id, created_at, id);
alter table minute_entry enable row level security;
alter table minute_entry force row level security;
create policy minute_entry_read on minute_entry for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (released_at is not null or (select app.has_role('caseManager'))) and exists (select from committee_access a
    where a.tenant_id = minute_entry.tenant_id and a.committee_id = minute_entry.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now() and not (minute_entry.without_b3 and a.b3))));
create policy minute_entry_new on minute_entry for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or (select app.has_role('caseManager')) and exists (select from committee_access a
    where a.tenant_id = minute_entry.tenant_id and a.committee_id = minute_entry.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())));
create policy minute_entry_change on minute_entry for update to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or created_by = (select app.user_id()) and (select app.has_role('caseManager')) and exists (select from committee_access a
    where a.tenant_id = minute_entry.tenant_id and a.committee_id = minute_entry.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())))
  with check (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or created_by = (select app.user_id()) and (select app.has_role('caseManager')) and exists (select from committee_access a
    where a.tenant_id = minute_entry.tenant_id and a.committee_id = minute_entry.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now())));
create policy minute_entry_system on minute_entry for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, committee_id, meeting_id, agenda_item_id, kind, content, is_public, without_b3, decision_id, commission_id, action_item_id), update (content, is_public, without_b3, struck_at, released_at, changed_at, version) on minute_entry to app_user;
grant select, insert, update, delete on minute_entry to app_system;

-- Papers of a committee: bytes in FILES_DIR, read by members once released, also after the committee was closed.
create table committee_paper (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  committee_id uuid not null,
  meeting_id  uuid,
  agenda_item_id uuid,
  decision_id uuid,
  title       text not null check (length(title) between 1 and 200),
  media_type  text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'text/plain')),
  byte_size   int not null check (byte_size between 1 and 10485760),
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_key    uuid not null,
  is_public   boolean not null default true,
  without_b3  boolean not null default false,
  released_at timestamptz,
  withdrawn_at timestamptz,
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, file_key),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, committee_id, meeting_id) references meeting (tenant_id, committee_id, id) on delete cascade,
  foreign key (tenant_id, meeting_id, agenda_item_id) references agenda_item (tenant_id, meeting_id, id),
  foreign key (tenant_id, decision_id) references decision (tenant_id, id)
);
create index committee_paper_committee on committee_paper (tenant_id, committee_id, created_at desc, id);
create index committee_paper_meeting on committee_paper (tenant_id, meeting_id) where meeting_id is not null;
alter table committee_paper enable row level security;
alter table committee_paper force row level security;
create policy committee_paper_read on committee_paper for select to app_user
  using (tenant_id = (select app.tenant_id()) and ((select app.has_any_role('coordinator', 'kimLead', 'administration')) or released_at is not null and withdrawn_at is null and exists (select from committee_access a
    where a.tenant_id = committee_paper.tenant_id and a.committee_id = committee_paper.committee_id and a.user_id = (select app.user_id())
      and a.valid_during @> now() and not (committee_paper.without_b3 and a.b3))));
create policy committee_paper_new on committee_paper for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy committee_paper_change on committee_paper for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy committee_paper_system on committee_paper for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, committee_id, meeting_id, agenda_item_id, decision_id, title, media_type, byte_size, sha256, file_key, is_public, without_b3), update (title, is_public, without_b3, released_at, withdrawn_at, version) on committee_paper to app_user;
grant select, insert, update, delete on committee_paper to app_system;

-- What partners and the public say about KIM (R131): approval, worries, rejection, requests.
create table stakeholder_feedback (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  on_date     date not null,
  stakeholder text not null check (length(stakeholder) between 1 and 200),
  organisation_id uuid,
  municipality_id uuid,
  tone        text not null check (tone in ('positive', 'worry', 'rejection', 'request')),
  content     text not null check (length(content) between 1 and 4000),
  committee_id uuid,
  answer      text check (length(answer) <= 4000),
  answered_on date,
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  version     int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, municipality_id) references municipality (tenant_id, id),
  check ((answer is null) = (answered_on is null))
);
create index stakeholder_feedback_date on stakeholder_feedback (tenant_id, on_date desc, id desc);
alter table stakeholder_feedback enable row level security;
alter table stakeholder_feedback force row level security;
create policy stakeholder_feedback_read on stakeholder_feedback for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy stakeholder_feedback_new on stakeholder_feedback for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy stakeholder_feedback_change on stakeholder_feedback for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy stakeholder_feedback_system on stakeholder_feedback for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, on_date, stakeholder, organisation_id, municipality_id, tone, content, committee_id), update (on_date, stakeholder, organisation_id, municipality_id, tone, content, committee_id, answer, answered_on, version) on stakeholder_feedback to app_user;
grant select, insert, update, delete on stakeholder_feedback to app_system;

-- ---------------------------------------------------------------------------------------------------------
-- The district file's committees are the tenancy's to load; the office founds others and may correct all.
create policy committee_new on committee for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy committee_change on committee for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
grant insert (id, key, name, kind, authority, rhythm_label, interval_days, region_id, municipality_id, details, position, source, remark, valid_from, edited_at),
  update (name, authority, rhythm_label, interval_days, region_id, municipality_id, details, remark, valid_to, edited_at, version) on committee to app_user;
create policy committee_function_new on committee_function for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy committee_function_change on committee_function for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
grant insert (id, committee_id, key, label, count, role, succession, organisation_id, advisory, position, source, remark, valid_from, edited_at),
  update (label, count, role, succession, organisation_id, advisory, remark, valid_to, edited_at, version) on committee_function to app_user;

-- ---------------------------------------------------------------------------------------------------------
-- The one place that says when an account reads what a committee released: while it holds a seat, stands in for it or
-- keeps its front office. Who could read on the day a committee was closed keeps that, until removed by name.
create function app.expected_committee_access(p_tenant uuid, p_committees uuid[]) returns setof committee_access
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with seat as (
      select m.*, case
          when c.closed_at is not null and m.from_on::timestamp at time zone 'Europe/Berlin' <= c.closed_at
            and coalesce((m.to_on + 1)::timestamp at time zone 'Europe/Berlin', 'infinity') > c.closed_at
            then tstzrange(m.from_on::timestamp at time zone 'Europe/Berlin', null)
          else tstzrange(m.from_on::timestamp at time zone 'Europe/Berlin', (m.to_on + 1)::timestamp at time zone 'Europe/Berlin') end
        * tstzrange(null, m.ended_at) as during,
        m.b3 or exists (select from role_assignment r where r.tenant_id = m.tenant_id and r.user_id = m.account_id
            and r.role = 'immigrationOfficer' and coalesce(upper(r.valid_during), 'infinity') > now())
          or exists (select from staff_user s join unit u on u.tenant_id = s.tenant_id and u.id = s.unit_id
            where s.tenant_id = m.tenant_id and s.id = m.account_id
              and u.kind in ('immigrationAuthority', 'naturalisationAuthority', 'immigration', 'naturalisation')) as of_b3
      from committee_member m join committee_profile c on c.tenant_id = m.tenant_id and c.committee_id = m.committee_id
      where m.tenant_id = p_tenant and m.committee_id = any (p_committees))
    select s.tenant_id, s.committee_id, s.account_id, s.id, s.kind, s.of_b3 or coalesce(f.of_b3, false),
      s.during * coalesce(f.during, '(,)')
    from seat s left join seat f on f.id = s.for_member_id
    where s.account_id is not null and not isempty(s.during * coalesce(f.during, '(,)')) $$;
alter function app.expected_committee_access(uuid, uuid[]) owner to app_system;

create function app.recompute_committee_access(p_tenant uuid, p_committees uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if p_committees is null then return; end if;
    perform 1 from committee_profile where tenant_id = p_tenant and committee_id = any (p_committees)
      order by committee_id for no key update;
    delete from committee_access where tenant_id = p_tenant and committee_id = any (p_committees);
    insert into committee_access select * from app.expected_committee_access(p_tenant, p_committees);
  end $$;
alter function app.recompute_committee_access(uuid, uuid[]) owner to app_system;
revoke all on function app.expected_committee_access(uuid, uuid[]), app.recompute_committee_access(uuid, uuid[]) from public;
grant execute on function app.expected_committee_access(uuid, uuid[]), app.recompute_committee_access(uuid, uuid[]) to app_system;

create function app.on_committee_seat() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if tg_table_name in ('committee_member', 'committee_profile') then
      perform app.recompute_committee_access(new.tenant_id, array[new.committee_id]);
    else
      perform app.recompute_committee_access(new.tenant_id, (select array_agg(distinct m.committee_id) from committee_member m
        where m.tenant_id = new.tenant_id
          and m.account_id = (case when tg_table_name = 'staff_user' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'user_id' end)::uuid));
    end if;
    return null;
  end $$;
alter function app.on_committee_seat() owner to app_system;
revoke all on function app.on_committee_seat() from public;
create trigger committee_member_access after insert or update on committee_member
  for each row execute function app.on_committee_seat();
create trigger committee_profile_access after update of closed_at on committee_profile
  for each row execute function app.on_committee_seat();
create trigger role_assignment_committees after insert or update on role_assignment
  for each row execute function app.on_committee_seat();
create trigger staff_user_committees after update of unit_id on staff_user
  for each row execute function app.on_committee_seat();

-- Every committee has its profile, whoever makes it.
create function app.on_committee_made() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$ begin
    insert into committee_profile (tenant_id, committee_id) values (new.tenant_id, new.id);
    return null;
  end $$;
alter function app.on_committee_made() owner to app_system;
revoke all on function app.on_committee_made() from public;
create trigger committee_profile_made after insert on committee for each row execute function app.on_committee_made();
alter table committee_profile no force row level security;
insert into committee_profile (tenant_id, committee_id) select tenant_id, id from committee;
alter table committee_profile force row level security;

-- Decisions of political bodies stand in the district file (R129) and in the register, with what other sources say.
-- What the office edited stays; what left the file stays too.
create function app.on_political_decision() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  declare day text := new.settings ->> 'date';
  begin
    insert into decision as d (tenant_id, id, body, kind, title, date_text, decided_on, reference, is_public, released_at,
        catalogue_key, source, remark, alternatives, created_by)
      values (new.tenant_id, new.id, new.settings ->> 'body', 'decision', new.label,
        case when day ~ '^\d{4}(-\d{2}){0,2}$' then day end, case when day ~ '^\d{4}-\d{2}-\d{2}$' then day::date end,
        new.settings ->> 'reference', true, now(), new.key, new.source, new.remark,
        coalesce(new.provenance -> 'alternatives', '[]'), (select app.user_id()))
      on conflict (tenant_id, catalogue_key) do update set body = excluded.body, title = excluded.title,
        date_text = excluded.date_text, decided_on = excluded.decided_on, reference = excluded.reference,
        source = excluded.source, remark = excluded.remark, alternatives = excluded.alternatives, version = d.version + 1
        where d.edited_at is null;
    return null;
  end $$;
alter function app.on_political_decision() owner to app_system;
revoke all on function app.on_political_decision() from public;
create trigger political_decision after insert or update on catalogue_entry
  for each row when (new.kind = 'politicalDecision') execute function app.on_political_decision();
