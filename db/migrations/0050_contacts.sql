-- Contacts: the counselling log (R050, R055, R075). Structured data, notes, waits and staff data stand apart.

create table contact (
  tenant_id         uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                uuid not null,
  case_id           uuid not null,
  on_date           date not null,
  at_time           time,
  -- Keys of the district's catalogues: contactKind, lifeDomain, activityType.
  kind              text not null check (length(kind) between 1 and 60),
  site_id           uuid,
  language          text check (length(language) <= 20),
  -- Null: not recorded; 'none': there was none.
  mediator          text check (mediator in ('none', 'volunteer', 'professional', 'family')),
  topics            text[] not null default '{}',
  activities        text[] not null default '{}',
  -- Entered by mistake: marked with the reason, never deleted.
  withdrawn_at      timestamptz,
  withdrawal_reason text check (withdrawal_reason in ('wrongCase', 'duplicate', 'didNotHappen', 'wrongEntry')),
  created_by        uuid not null default app.user_id(),
  created_at        timestamptz not null default now(),
  version           int not null default 1,
  primary key (tenant_id, id),
  -- Also the way to the contacts of a case: a case has some dozens, sorted when read.
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade,
  foreign key (tenant_id, site_id) references site (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_user (tenant_id, id),
  constraint withdrawn_has_reason check ((withdrawn_at is null) = (withdrawal_reason is null))
);

-- Who of the case took part.
create table contact_person (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  contact_id uuid not null,
  case_id    uuid not null,
  person_id  uuid not null,
  primary key (tenant_id, contact_id, person_id),
  foreign key (tenant_id, case_id, contact_id) references contact (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index contact_person_person on contact_person (tenant_id, person_id);

-- Free text of a contact: part 4. `organisation_id` is the writer's employer: a note of another employer, or one
-- marked § 203 StGB, never opens by a reason alone.
create table contact_note (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  contact_id      uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  content         text check (length(content) <= 8000),
  place           text check (length(place) <= 200),
  -- Whom one waits for, where no organisation of the list fits: may name a person, therefore here.
  waiting_label   text check (length(waiting_label) <= 200),
  secrecy_203     boolean not null default false,
  created_by      uuid not null default app.user_id(),
  primary key (tenant_id, contact_id),
  foreign key (tenant_id, case_id, contact_id) references contact (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);

-- Whom the case waits for since this contact (R075): how long authorities take is what the structure level needs.
create table contact_wait (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  contact_id      uuid not null,
  case_id         uuid not null,
  organisation_id uuid,
  since           date not null,
  expected_until  date,
  -- Null: still waiting.
  answered_on     date,
  -- The wait was entered by mistake; with it the contact's history stays whole.
  dropped_at      timestamptz,
  version         int not null default 1,
  primary key (tenant_id, contact_id),
  foreign key (tenant_id, case_id, contact_id) references contact (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  check (expected_until >= since),
  check (answered_on >= since)
);
create index contact_wait_open on contact_wait (tenant_id, case_id) where answered_on is null and dropped_at is null;

-- Duration and share of a contact are data about the work of one person: only that person reads them (R171).
create table contact_effort (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  contact_id uuid not null,
  case_id    uuid not null,
  user_id    uuid not null default app.user_id(),
  minutes    int check (minutes between 1 and 1440),
  share      text check (share in ('individual', 'systemic')),
  primary key (tenant_id, contact_id, user_id),
  foreign key (tenant_id, case_id, contact_id) references contact (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references staff_user (tenant_id, id) on delete cascade
);
create index contact_effort_user on contact_effort (tenant_id, user_id);

-- ---------------------------------------------------------------------------------------------------------
alter table contact enable row level security;
alter table contact force row level security;
create policy contact_read on contact for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy contact_new on contact for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
-- Only the own entry; what was before stands in the audit trail.
create policy contact_change on contact for update to app_user
  using (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy contact_system on contact for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, case_id, on_date, at_time, kind, site_id, language, mediator, topics, activities),
  update (on_date, at_time, kind, site_id, language, mediator, topics, activities, withdrawn_at, withdrawal_reason, version)
  on contact to app_user;
grant select, insert, update, delete on contact to app_system;

alter table contact_person enable row level security;
alter table contact_person force row level security;
create policy contact_person_read on contact_person for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact_person.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
-- Only persons of the same case, and only in the own entry.
create policy contact_person_new on contact_person for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from contact c where c.tenant_id = (select app.tenant_id()) and c.id = contact_person.contact_id and c.created_by = (select app.user_id()))
    and exists (select from case_person p where p.tenant_id = (select app.tenant_id()) and p.case_id = contact_person.case_id
      and p.person_id = contact_person.person_id)
    and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact_person.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy contact_person_drop on contact_person for delete to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from contact c where c.tenant_id = (select app.tenant_id()) and c.id = contact_person.contact_id and c.created_by = (select app.user_id()))
    and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact_person.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy contact_person_system on contact_person for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (contact_id, case_id, person_id), delete on contact_person to app_user;
grant select, insert, update, delete on contact_person to app_system;

alter table contact_note enable row level security;
alter table contact_note force row level security;
create policy contact_note_read on contact_note for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact_note.case_id and a.parts & 4 <> 0 and a.valid_during @> now()
      and (a.basis not in ('reason', 'teamConsent') or not contact_note.secrecy_203)
      and (a.basis <> 'reason' or contact_note.organisation_id = (select u.organisation_id from staff_user u where u.tenant_id = (select app.tenant_id()) and u.id = (select app.user_id())))));
create policy contact_note_new on contact_note for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from contact c where c.tenant_id = (select app.tenant_id()) and c.id = contact_note.contact_id and c.created_by = (select app.user_id()))
    and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact_note.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy contact_note_change on contact_note for update to app_user
  using (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact_note.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact_note.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy contact_note_system on contact_note for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (contact_id, case_id, organisation_id, content, place, waiting_label, secrecy_203),
  update (content, place, waiting_label, secrecy_203) on contact_note to app_user;
grant select, insert, update, delete on contact_note to app_system;

alter table contact_wait enable row level security;
alter table contact_wait force row level security;
create policy contact_wait_read on contact_wait for select to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact_wait.case_id and a.parts & 1 <> 0 and a.valid_during @> now()));
create policy contact_wait_new on contact_wait for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and exists (select from contact c where c.tenant_id = (select app.tenant_id()) and c.id = contact_wait.contact_id and c.created_by = (select app.user_id()))
    and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact_wait.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
-- The answer may come in while somebody else works the case.
create policy contact_wait_change on contact_wait for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact_wait.case_id and a.parts & 64 <> 0 and a.valid_during @> now()))
  with check (tenant_id = (select app.tenant_id()) and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact_wait.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy contact_wait_system on contact_wait for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (contact_id, case_id, organisation_id, since, expected_until),
  update (organisation_id, since, expected_until, answered_on, dropped_at, version) on contact_wait to app_user;
grant select, insert, update, delete on contact_wait to app_system;

alter table contact_effort enable row level security;
alter table contact_effort force row level security;
create policy contact_effort_own on contact_effort for select to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy contact_effort_new on contact_effort for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()) and exists (select from contact c where c.tenant_id = (select app.tenant_id()) and c.id = contact_effort.contact_id and c.created_by = (select app.user_id()))
    and exists (select from case_access a
    where a.tenant_id = (select app.tenant_id()) and a.user_id = (select app.user_id())
      and a.case_id = contact_effort.case_id and a.parts & 64 <> 0 and a.valid_during @> now()));
create policy contact_effort_change on contact_effort for update to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()))
  with check (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy contact_effort_drop on contact_effort for delete to app_user
  using (tenant_id = (select app.tenant_id()) and user_id = (select app.user_id()));
create policy contact_effort_system on contact_effort for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (contact_id, case_id, minutes, share), update (minutes, share), delete on contact_effort to app_user;
grant select, insert, delete on contact_effort to app_system;
