-- Solutions: interface papers (R089), cooperation agreements (R031, R032, R167), recommendations and measures
-- (R092, R095), and whether they helped (R096). Nothing here belongs to a case: no person, no file, no reporter.
-- Parties are organisations and units, contacts are functions. Committees and partners see papers through module
-- committees; who reads here is the KIM team without Baustein 3.

-- The paper through all its versions.
create table interface_paper (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  created_by  uuid not null default app.user_id(),
  created_at  timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_user (tenant_id, id)
);
create index interface_paper_made on interface_paper (tenant_id, created_at, id);

-- A new version supersedes the one before; what is in force is never written over (trigger below).
create table interface_paper_version (
  tenant_id     uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id            uuid not null,
  paper_id      uuid not null,
  number        int not null check (number > 0),
  state         text not null default 'draft'
                  check (state in ('draft', 'inApproval', 'valid', 'superseded', 'revoked')),
  state_on      date not null,
  title         text not null check (length(title) between 1 and 200),
  legal_domains text[] not null default '{}' check (cardinality(legal_domains) <= 20),
  -- Key of the section (contract/codes.ts) → text; a section that is missing is not written yet.
  sections      jsonb not null default '{}' check (jsonb_typeof(sections) = 'object'),
  -- What is new against the version before.
  change_note   text check (length(change_note) <= 1000),
  valid_from    date,
  valid_until   date,
  review_on     date,
  reviewed_on   date,
  created_by    uuid not null default app.user_id(),
  created_at    timestamptz not null default now(),
  version       int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, paper_id, number),
  foreign key (tenant_id, paper_id) references interface_paper (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_user (tenant_id, id),
  constraint paper_in_force check (state not in ('valid', 'superseded') or (valid_from is not null and review_on is not null)),
  constraint paper_term check (valid_until is null or valid_from is null or valid_until >= valid_from)
);
-- One version is worked on, one is in force.
create unique index interface_paper_open on interface_paper_version (tenant_id, paper_id) where state in ('draft', 'inApproval');
create unique index interface_paper_valid on interface_paper_version (tenant_id, paper_id) where state = 'valid';
create index interface_paper_review on interface_paper_version (tenant_id, review_on) where state = 'valid';

create table interface_paper_party (
  tenant_id        uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id               uuid not null,
  version_id       uuid not null,
  organisation_id  uuid not null,
  -- Null: the organisation as a whole.
  unit_id          uuid,
  position         int not null,
  -- A function and how it is reached; never a person.
  contact_function text check (length(contact_function) <= 200),
  contact_reach    text check (length(contact_reach) <= 200),
  state            text not null default 'open' check (state in ('open', 'agreed', 'objected')),
  state_on         date,
  -- The function that agreed or objected.
  said_by_function text check (length(said_by_function) <= 200),
  remark           text check (length(remark) <= 1000),
  primary key (tenant_id, id),
  foreign key (tenant_id, version_id) references interface_paper_version (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  constraint party_said check ((state = 'open') = (state_on is null) and (state = 'open') = (said_by_function is null))
);
create index interface_paper_party_version on interface_paper_party (tenant_id, version_id, position, id);
create unique index interface_paper_party_once on interface_paper_party
  (tenant_id, version_id, organisation_id, coalesce(unit_id, '00000000-0000-0000-0000-000000000000'));

create table interface_paper_comment (
  tenant_id   uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id          uuid not null,
  version_id  uuid not null,
  -- Section it is about; null: the paper as a whole.
  section     text check (length(section) <= 40),
  content     text not null check (length(content) between 1 and 2000),
  author_id   uuid not null default app.user_id(),
  at          timestamptz not null default now(),
  settled_on  date,
  primary key (tenant_id, id),
  foreign key (tenant_id, version_id) references interface_paper_version (tenant_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references staff_user (tenant_id, id)
);
create index interface_paper_comment_version on interface_paper_comment (tenant_id, version_id, at, id);

-- Agreements with what the office knows of them. What a concept says stands in catalogue_entry (kind
-- cooperationAgreement); `concept_key` names the entry that this row carries on.
create table cooperation_agreement (
  tenant_id    uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id           uuid not null,
  concept_key  text check (length(concept_key) <= 60),
  -- Key of a catalogue entry of kind agreementType.
  type_key     text not null check (length(type_key) between 1 and 60),
  title        text not null check (length(title) between 1 and 300),
  state        text not null default 'planned' check (state in ('planned', 'dispatched', 'signed', 'ended')),
  state_on     date not null,
  signed_on    date,
  valid_from   date,
  valid_until  date,
  review_on    date,
  -- What it regulates, and what each side owes.
  contents     text check (length(contents) <= 4000),
  obligations  text check (length(obligations) <= 4000),
  -- Where the signed paper lies: file number of the administration.
  file_number  text check (length(file_number) <= 100),
  remark       text check (length(remark) <= 1000),
  created_by   uuid not null default app.user_id(),
  created_at   timestamptz not null default now(),
  version      int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, concept_key),
  foreign key (tenant_id, created_by) references staff_user (tenant_id, id),
  constraint agreement_term check (valid_until is null or valid_from is null or valid_until >= valid_from)
);
create index cooperation_agreement_review on cooperation_agreement (tenant_id, review_on) where state <> 'ended';

create table cooperation_agreement_party (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  agreement_id    uuid not null,
  organisation_id uuid not null,
  -- The function that signs, never a person.
  signs_as        text check (length(signs_as) <= 200),
  signed_on       date,
  primary key (tenant_id, agreement_id, organisation_id),
  foreign key (tenant_id, agreement_id) references cooperation_agreement (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index cooperation_agreement_party_organisation on cooperation_agreement_party (tenant_id, organisation_id);

-- A recommendation of the team becomes a measure when somebody takes it up; or it comes back with the reason.
create table measure (
  tenant_id         uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id                uuid not null,
  title             text not null check (length(title) between 1 and 200),
  description       text check (length(description) <= 2000),
  state             text not null default 'recommended'
                      check (state in ('recommended', 'planned', 'running', 'done', 'declined', 'deferred', 'dropped')),
  state_on          date not null,
  -- Who does it: a body or an office and a function there.
  committee_id      uuid,
  organisation_id   uuid,
  unit_id           uuid,
  function          text check (length(function) <= 200),
  due_on            date,
  -- Where it comes from: a committee, and by reference one of its meetings or decisions, a theme, a barrier …
  from_committee_id uuid,
  subject_kind      text not null default 'none' check (subject_kind in ('theme', 'interfacePaper', 'agreement', 'measure',
                      'barrier', 'document', 'commission', 'actionItem', 'meeting', 'decision', 'none')),
  subject_id        uuid,
  subject_title     text check (length(subject_title) <= 300),
  -- The programme it belongs to, as a district's own catalogue (R095).
  programme         text check (length(programme) <= 200),
  evidence          text check (length(evidence) <= 1000),
  created_by        uuid not null default app.user_id(),
  created_at        timestamptz not null default now(),
  version           int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, committee_id) references committee (tenant_id, id),
  foreign key (tenant_id, from_committee_id) references committee (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_user (tenant_id, id),
  constraint measure_subject check ((subject_kind = 'none') = (subject_id is null)),
  constraint measure_evidence check (state <> 'done' or evidence is not null)
);
create index measure_due on measure (tenant_id, due_on, id) where state in ('recommended', 'planned', 'running');
create index measure_list on measure (tenant_id, created_at desc, id desc);
create index measure_own on measure (tenant_id, created_by, created_at);
create index measure_committee on measure (tenant_id, committee_id);

-- Every change, dated; `note` is the answer back to who recommended it.
create table measure_step (
  tenant_id  uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id         uuid not null,
  measure_id uuid not null,
  from_state text,
  to_state   text not null,
  on_date    date not null,
  note       text check (length(note) <= 1000),
  actor_id   uuid not null default app.user_id(),
  at         timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade,
  foreign key (tenant_id, actor_id) references staff_user (tenant_id, id)
);
create index measure_step_measure on measure_step (tenant_id, measure_id, at);

-- What was decided and built for a problem, and how its effect is measured: which barriers count as „that kind“.
create table solution (
  tenant_id      uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id             uuid not null,
  title          text not null check (length(title) between 1 and 200),
  theme_id       uuid,
  kind           text not null check (kind in ('interfacePaper', 'agreement', 'measure', 'other')),
  paper_id       uuid,
  agreement_id   uuid,
  measure_id     uuid,
  -- Who decided, and when; the decision itself where the register has it.
  decided_on     date,
  decided_by     text check (length(decided_by) <= 200),
  decision_id    uuid,
  implemented_on date,
  barrier_types  text[] not null default '{}' check (cardinality(barrier_types) <= 10),
  life_domains   text[] not null default '{}' check (cardinality(life_domains) <= 20),
  legal_domains  text[] not null default '{}' check (cardinality(legal_domains) <= 20),
  verdict        text check (verdict in ('helped', 'partly', 'notHelped', 'tooEarly')),
  verdict_on     date,
  verdict_note   text check (length(verdict_note) <= 1000),
  created_by     uuid not null default app.user_id(),
  created_at     timestamptz not null default now(),
  version        int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, paper_id) references interface_paper (tenant_id, id),
  foreign key (tenant_id, agreement_id) references cooperation_agreement (tenant_id, id),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id),
  foreign key (tenant_id, created_by) references staff_user (tenant_id, id),
  constraint solution_object check ((kind = 'interfacePaper') = (paper_id is not null)
    and (kind = 'agreement') = (agreement_id is not null) and (kind = 'measure') = (measure_id is not null)),
  constraint solution_order check (decided_on is null or implemented_on is null or implemented_on >= decided_on),
  constraint solution_verdict check ((verdict is null) = (verdict_on is null)
    and (verdict is null or implemented_on is not null))
);
create index solution_theme on solution (tenant_id, theme_id);
create index solution_list on solution (tenant_id, created_at desc, id desc);

-- How partners, clients and the team see it, beside the figures.
create table solution_view (
  tenant_id       uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  id              uuid not null,
  solution_id     uuid not null,
  side            text not null check (side in ('partner', 'client', 'team')),
  -- How it was asked for.
  obtained        text not null check (obtained in ('interview', 'feedback', 'meeting', 'survey', 'notYet')),
  content         text not null check (length(content) between 1 and 1000),
  on_date         date not null,
  created_by      uuid not null default app.user_id(),
  created_at      timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, solution_id) references solution (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references staff_user (tenant_id, id)
);
create index solution_view_solution on solution_view (tenant_id, solution_id, on_date);

-- ---------------------------------------------------------------------------------------------------------
-- What left the draft keeps its words, whoever asks: parties answered to exactly these.
create function app.keep_paper_words() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if old.state <> 'draft' and (new.title, new.legal_domains, new.sections, new.change_note, new.paper_id, new.number)
        is distinct from (old.title, old.legal_domains, old.sections, old.change_note, old.paper_id, old.number) then
      raise exception 'a paper that left the draft keeps its words' using errcode = 'check_violation';
    end if;
    if new.state <> old.state and not (old.state || ' ' || new.state) = any (array['draft inApproval', 'inApproval draft',
        'inApproval valid', 'valid superseded', 'valid revoked']) then
      raise exception 'no such step of a paper' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger interface_paper_words before update on interface_paper_version
  for each row execute function app.keep_paper_words();

create function app.keep_measure_order() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    if new.state <> old.state and not (old.state || ' ' || new.state) = any (array['recommended planned',
        'recommended declined', 'recommended deferred', 'planned running', 'planned done', 'planned deferred',
        'planned dropped', 'running done', 'running deferred', 'running dropped', 'deferred planned',
        'deferred dropped', 'declined recommended']) then
      raise exception 'no such step of a measure' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger measure_order before update on measure for each row execute function app.keep_measure_order();

-- ---------------------------------------------------------------------------------------------------------
-- The KIM team reads all of it. Papers and effects are written by coordination and lead; the registers by the
-- administration as well; the whole team comments and recommends, each in the own name.

alter table interface_paper enable row level security;
alter table interface_paper force row level security;
create policy interface_paper_read on interface_paper for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator', 'administration')));
create policy interface_paper_new on interface_paper for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())
    and (select app.has_any_role('coordinator', 'kimLead')));
create policy interface_paper_drop on interface_paper for delete to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy interface_paper_system on interface_paper for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id), delete on interface_paper to app_user;
grant select, insert, update, delete on interface_paper to app_system;

alter table interface_paper_version enable row level security;
alter table interface_paper_version force row level security;
create policy interface_paper_version_read on interface_paper_version for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator', 'administration')));
create policy interface_paper_version_new on interface_paper_version for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())
    and (select app.has_any_role('coordinator', 'kimLead')));
create policy interface_paper_version_change on interface_paper_version for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy interface_paper_version_drop on interface_paper_version for delete to app_user
  using (tenant_id = (select app.tenant_id()) and state = 'draft' and (select app.has_any_role('coordinator', 'kimLead')));
create policy interface_paper_version_system on interface_paper_version for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, paper_id, number, state_on, title, legal_domains, sections, change_note, valid_until, review_on), update (state, state_on, title, legal_domains, sections, change_note, valid_from, valid_until, review_on, reviewed_on, version), delete on interface_paper_version to app_user;
grant select, insert, update, delete on interface_paper_version to app_system;

alter table interface_paper_party enable row level security;
alter table interface_paper_party force row level security;
create policy interface_paper_party_read on interface_paper_party for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator', 'administration')));
create policy interface_paper_party_new on interface_paper_party for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead')));
create policy interface_paper_party_change on interface_paper_party for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy interface_paper_party_drop on interface_paper_party for delete to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy interface_paper_party_system on interface_paper_party for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, version_id, organisation_id, unit_id, position, contact_function, contact_reach), update (position, contact_function, contact_reach, state, state_on, said_by_function, remark), delete on interface_paper_party to app_user;
grant select, insert, update, delete on interface_paper_party to app_system;

alter table interface_paper_comment enable row level security;
alter table interface_paper_comment force row level security;
create policy interface_paper_comment_read on interface_paper_comment for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator', 'administration')));
create policy interface_paper_comment_new on interface_paper_comment for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and author_id = (select app.user_id())
    and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator')));
create policy interface_paper_comment_change on interface_paper_comment for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy interface_paper_comment_system on interface_paper_comment for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, version_id, section, content), update (settled_on) on interface_paper_comment to app_user;
grant select, insert, update, delete on interface_paper_comment to app_system;

alter table cooperation_agreement enable row level security;
alter table cooperation_agreement force row level security;
create policy cooperation_agreement_read on cooperation_agreement for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator', 'administration')));
create policy cooperation_agreement_new on cooperation_agreement for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy cooperation_agreement_change on cooperation_agreement for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy cooperation_agreement_system on cooperation_agreement for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, concept_key, type_key, title, state, state_on, signed_on, valid_from, valid_until, review_on, contents, obligations, file_number, remark), update (type_key, title, state, state_on, signed_on, valid_from, valid_until, review_on, contents, obligations, file_number, remark, version) on cooperation_agreement to app_user;
grant select, insert, update, delete on cooperation_agreement to app_system;

alter table cooperation_agreement_party enable row level security;
alter table cooperation_agreement_party force row level security;
create policy cooperation_agreement_party_read on cooperation_agreement_party for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator', 'administration')));
create policy cooperation_agreement_party_new on cooperation_agreement_party for insert to app_user
  with check (tenant_id = (select app.tenant_id())
    and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy cooperation_agreement_party_change on cooperation_agreement_party for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy cooperation_agreement_party_drop on cooperation_agreement_party for delete to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy cooperation_agreement_party_system on cooperation_agreement_party for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (agreement_id, organisation_id, signs_as, signed_on), update (signs_as, signed_on), delete on cooperation_agreement_party to app_user;
grant select, insert, update, delete on cooperation_agreement_party to app_system;

alter table measure enable row level security;
alter table measure force row level security;
create policy measure_read on measure for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator', 'administration')));
create policy measure_new on measure for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())
    and (state = 'recommended' or (select app.has_any_role('coordinator', 'kimLead', 'administration')))
    and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator', 'administration')));
create policy measure_change on measure for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'administration')));
create policy measure_system on measure for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, title, description, state, state_on, committee_id, organisation_id, unit_id, function, due_on, from_committee_id, subject_kind, subject_id, subject_title, programme), update (title, description, state, state_on, committee_id, organisation_id, unit_id, function, due_on, from_committee_id, programme, evidence, version) on measure to app_user;
grant select, insert, update, delete on measure to app_system;

alter table measure_step enable row level security;
alter table measure_step force row level security;
create policy measure_step_read on measure_step for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator', 'administration')));
create policy measure_step_new on measure_step for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and actor_id = (select app.user_id())
    and (to_state = 'recommended' or (select app.has_any_role('coordinator', 'kimLead', 'administration')))
    and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator', 'administration')));
create policy measure_step_system on measure_step for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, measure_id, from_state, to_state, on_date, note) on measure_step to app_user;
grant select, insert, update, delete on measure_step to app_system;

alter table solution enable row level security;
alter table solution force row level security;
create policy solution_read on solution for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator', 'administration')));
create policy solution_new on solution for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())
    and (select app.has_any_role('coordinator', 'kimLead')));
create policy solution_change on solution for update to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')))
  with check (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy solution_system on solution for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, title, theme_id, kind, paper_id, agreement_id, measure_id, decided_on, decided_by, decision_id, implemented_on, barrier_types, life_domains, legal_domains), update (title, theme_id, decided_on, decided_by, decision_id, implemented_on, barrier_types, life_domains, legal_domains, verdict, verdict_on, verdict_note, version) on solution to app_user;
grant select, insert, update, delete on solution to app_system;

alter table solution_view enable row level security;
alter table solution_view force row level security;
create policy solution_view_read on solution_view for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('caseManager', 'coordinator', 'kimLead', 'townCoordinator', 'administration')));
create policy solution_view_new on solution_view for insert to app_user
  with check (tenant_id = (select app.tenant_id()) and created_by = (select app.user_id())
    and (select app.has_any_role('coordinator', 'kimLead')));
create policy solution_view_drop on solution_view for delete to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead')));
create policy solution_view_system on solution_view for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select, insert (id, solution_id, side, obtained, content, on_date), delete on solution_view to app_user;
grant select, insert, update, delete on solution_view to app_system;
